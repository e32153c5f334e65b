"""Why this speaker: the cue, the source words and the mentions, all as printed; on the page under each quotation."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markupsafe import escape

from tellings.errors import ExportError
from tellings.export.page import render
from tellings.export.why import lines, why


def test_every_place_stands_where_it_says(exported):
    """Each piece of evidence is the words of its article at its offsets, on the line it names."""
    texts = {row["id"]: row["text"] for row in exported["articles"]}
    for quote in exported["quotes"]:
        for one in why(exported, quote["id"]).evidence:
            assert texts[one.article][one.start : one.end] == one.text
            assert one.text.split("\n")[0] in texts[one.article].split("\n")[one.line - 1]


def test_the_cue_and_the_source_words_are_told(exported):
    """All cue and source words of a quotation are among its evidence."""
    for quote in exported["quotes"]:
        found = why(exported, quote["id"])
        for role in ("cue", "source"):
            assert [[one.start, one.end] for one in found.evidence if one.role == role] == quote[role]
        assert found.reason == quote["reason"]


def test_a_pronoun_leads_back_to_the_name(exported):
    """Where the source is no name, the name stands first in the chain and the source's own mention last, each with its reason."""
    quote = next(row for row in exported["quotes"] if row["id"] == "q2")
    entity = next(row for row in exported["entities"] if row["id"] == quote["speaker"])
    pronoun = next(row for row in entity["mentions"] if row["form"] == "pronoun")
    quote["source"] = [pronoun["span"]]
    chain = [one for one in why(exported, quote["id"]).evidence if one.role in {"name", "mention"}]
    assert chain[0].role == "name"
    assert entity["name"] in chain[0].text
    assert all(one.reason for one in chain)
    assert [chain[-1].start, chain[-1].end] == pronoun["span"]


def test_a_quotation_that_goes_on_says_from_where(exported):
    """Without source words, those of the quotation before are shown."""
    first, second = exported["quotes"][:2]
    assert second["source"] == []
    found = [one for one in why(exported, second["id"]).evidence if one.role == "goes on from"]
    assert [[one.start, one.end] for one in found] == first["source"]


def test_where_nobody_is_named_no_chain_is_shown(exported):
    """The certainty and the reason stand alone."""
    quote = {**exported["quotes"][0], "speaker": None, "certainty": "unknown"}
    found = why({**exported, "quotes": [quote]}, quote["id"])
    assert found.speaker is None
    assert not {one.role for one in found.evidence} & {"name", "mention"}
    assert "not told" in "\n".join(lines(exported, found))


@pytest.mark.parametrize("quote", ["q0", "q999", "e1", ""])
def test_an_id_that_is_not_there(exported, quote):
    """One line that says what there is."""
    with pytest.raises(ExportError, match=r"there is no quotation .* its quotations are q1 to q"):
        why(exported, quote)


def test_the_page_says_it_under_each_quotation(exported):
    """A fold that needs no script holds the reason and the source words."""
    html = render(exported)
    folds = re.findall(r'<details class="why"><summary>why (.*?)</summary>(.*?)</details>', html, re.DOTALL)
    assert len(folds) == html.count('<details class="why">') > 0
    names = {row["name"] for row in exported["entities"]} | {"nobody"}
    assert {unescape(name) for name, _ in folds} <= names
    reasons = {row["reason"] for row in exported["quotes"]}
    assert all(any(f"<p>{escape(reason)}</p>" in told for reason in reasons) for _, told in folds)
