"""A paraphrase in the outputs: labelled, beside what it says over again, and never under another's quotation marks."""

from __future__ import annotations

from by_hand import article, at, reading, story
from tellings.comparing import compare
from tellings.export import markdown, page
from tellings.export.json import export
from tellings.values import (
    Edit,
    Entity,
    EntityMention,
    Mention,
    Printing,
    Quotation,
    Reading,
    Story,
    Telling,
    Utterance,
)

SAID = "We will test every pump before the ferries sail again."
RESTATED = "the pumps would all be tested before ferries sailed"


def _reading(name: str, text: str, content: str, manner: str) -> Reading:
    mention = Mention(at(text, "Nora Feld"), "person", "name")
    quotation = Quotation((at(text, content),), (), (mention.span,), manner, 0, "stated", "")  # type: ignore[arg-type]
    return reading(article(name, text), mentions=(mention,), quotations=(quotation,))


def _story() -> Story:
    one = _reading("A", f"“{SAID}” said Nora Feld.", f"“{SAID}”", "direct")
    other = _reading("B", f"Nora Feld said {RESTATED}.", RESTATED, "indirect")
    lead, here = at(one.article.text, SAID), at(other.article.text, RESTATED)
    mentions = tuple(EntityMention(Telling(n, r.mentions[0].span), 0, "name") for n, r in enumerate((one, other)))
    printings = (
        Printing(Telling(0, lead), 0),
        Printing(Telling(1, here, "it says the same"), 0, (Edit("paraphrase", lead, here),)),
    )
    entities = (Entity("Nora Feld", "person", (), mentions),)
    return story(one, other, entities=entities, utterances=(Utterance(0, printings, 0, None),))


def test_a_paraphrase_is_labelled_and_never_quoted():
    """Its words stand under its name and in no marks; who printed it did not print the quotation."""
    of = _story()
    exported = export(of, compare(of))
    report, html = markdown.render(exported), page.render(exported)
    assert "paraphrase: " in report
    assert 'title="paraphrase"' in html
    for shown in (report, html):
        assert f"“{RESTATED}" not in shown
        assert f"“{SAID}” (A, date not told[^3]; B" not in shown
    assert not [row for row in exported["comparisons"] if row["kind"] == "altered"]
    assert f"“{SAID}” (A, date not told" in report
