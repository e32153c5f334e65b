"""Altered quotations: what one outlet printed otherwise of the same words."""

from __future__ import annotations

import pytest

from by_hand import article, at, reading, story
from tellings.comparing import wording
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.words import Wording
from tellings.values import Printing, Story, Telling, Utterance

LEAD = "“The gates are old and nobody has mended them since the great flood.”"


def told(*texts: str, day: str | None = None) -> Story:
    """A story of one utterance: the first text leads, the others are its printings."""
    readings = [reading(article(f"Outlet {number}", text, day=day)) for number, text in enumerate(texts, 1)]
    spans = [at(text, text.strip("“”")) for text in texts]
    inside = [Wording.of(text, (span,)) for text, span in zip(texts, spans, strict=True)]
    printings = tuple(
        Printing(Telling(number, span), 0, edits(inside[0], inside[number]) if number else ())
        for number, span in enumerate(spans)
    )
    return story(*readings, utterances=(Utterance(None, printings, 0, None),))


@pytest.mark.parametrize(
    ("printing", "difference"),
    [
        ("“The gates are old and nobody has mended them.”", "cut at the end (“since the great flood”)"),
        ("“Nobody has mended them since the great flood.”", "cut at the front (“The gates are old and”)"),
        (
            "“The gates are rotten and nobody has mended them since the great flood.”",
            "word replaced (“rotten” for “old”)",
        ),
        (
            "“The gates are very old and nobody has mended them since the great flood.”",
            "words added (“very”)",
        ),
        (
            "“The gates are old, and nobody has mended them since the great flood.”",
            "spelling or punctuation",
        ),
    ],
)
def test_a_difference_is_named_with_the_printed_words(printing: str, difference: str):
    """One sentence: beside whose printing, who has what; signs alone are not put between marks."""
    (found,) = wording.compare(told(LEAD, printing))
    assert found.kind == "altered"
    assert found.why == f"Beside Outlet 1, Outlet 2 has: {difference}."
    assert [telling.article for telling in found.tellings] == [0, 1]


def test_the_day_of_print_is_shown_where_it_is_known():
    """So that the reader sees which came first."""
    (found,) = wording.compare(told(LEAD, "“Nobody has mended them since the great flood.”", day="2031-05-06"))
    assert found.why.startswith("Beside Outlet 1 (2031-05-06), Outlet 2 (2031-05-06) has: ")


def test_many_differences_are_counted():
    """Three are named in the sentence, the rest counted."""
    (found,) = wording.compare(told(LEAD, "“Gates were old; nobody mended them since that flood.”"))
    assert " more difference" in found.why
    assert found.why.count("(") == found.why.count(")")


def test_the_same_words_are_not_altered():
    """Typography is no alteration."""
    assert wording.compare(told(LEAD, LEAD, LEAD.replace("“", "‘").replace("”", "’"))) == []


def test_one_alteration_an_article():
    """An article that prints the cut words twice is told of once; another that does, too."""
    cut = "“Nobody has mended them since the great flood.”"
    of = told(LEAD, cut, cut)
    twice = story(*of.readings, utterances=(of.utterances[0], of.utterances[0]))
    assert [found.tellings[1].article for found in wording.compare(of)] == [1, 2]
    assert len(wording.compare(twice)) == 4


def test_what_stands_between_marks_is_printed():
    """Every quoted piece of the sentence stands in one of the two articles."""
    of = told(LEAD, "“The gates were old … and nobody has [ever] mended them.”")
    for found in wording.compare(of):
        for quoted in (piece.partition("”")[0] for piece in found.why.split("“")[1:]):
            assert any(quoted in one.article.text for one in of.readings)
