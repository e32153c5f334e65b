"""Only one reports: what a single article tells."""

from __future__ import annotations

from by_hand import article, at, figure, reading, story
from tellings.comparing import coverage
from tellings.comparing.coverage import MOST
from tellings.values import Entity, EntityMention, Mention, Origin, Printing, Quotation, Reading, Telling, Utterance

SAID = "“The bridge was closed long before anybody asked us,” Ida Roe said."
WORDS = "“The bridge was closed long before anybody asked us,”"


def quoting(name: str, text: str = SAID, words: str = WORDS) -> Reading:
    quotation = Quotation((at(text, words),), (), (), "direct", 0, "stated", "")
    return reading(
        article(name, text, day="2031-05-02"),
        mentions=(Mention(at(text, "Ida Roe"), "person", "name"),),
        quotations=(quotation,),
    )


def roe(*articles: int) -> Entity:
    span = at(SAID, "Ida Roe")
    return Entity(
        "Ida Roe", "person", (), tuple(EntityMention(Telling(article, span), 0, "name") for article in articles)
    )


def test_a_quotation_of_one_article() -> None:
    """A long direct quotation that no other article prints is told, with who says it."""
    whole = story(quoting("The Lantern"), reading(article("Osmere Echo", "The bridge is closed.")), entities=(roe(0),))
    (comparison,) = coverage.compare(whole)
    assert comparison.kind == "only one reports"
    assert comparison.why.startswith(
        "Of the 2 articles only The Lantern (2031-05-02) prints these words of Ida Roe: “The bridge"
    )


def test_a_quotation_of_two_articles() -> None:
    """An utterance printed twice is not told."""
    span = at(SAID, WORDS)
    utterance = Utterance(0, tuple(Printing(Telling(article, span), 0) for article in (0, 1)), 0, None)
    whole = story(quoting("The Lantern"), quoting("Osmere Echo"), entities=(roe(0, 1),), utterances=(utterance,))
    assert coverage.compare(whole) == []


def test_a_copy_does_not_hide_that_one_reported() -> None:
    """Articles of one origin print one text."""
    span = at(SAID, WORDS)
    utterance = Utterance(0, tuple(Printing(Telling(article, span), 0) for article in (0, 1)), 0, None)
    readings = (quoting("The Lantern"), quoting("Osmere Echo"), reading(article("Third", "The bridge is closed.")))
    whole = story(*readings, entities=(roe(0, 1),), utterances=(utterance,), origins=(Origin((0, 1)),))
    assert {telling.article for comparison in coverage.compare(whole) for telling in comparison.tellings} == {0, 1}


def test_one_article_alone_is_not_compared() -> None:
    """Where one article tells the story, nothing is "only one"."""
    assert coverage.compare(story(quoting("The Lantern"), entities=(roe(0),))) == []


def test_no_flood() -> None:
    """At most a few of one article are told, in the order of its text."""
    text = " ".join(f"There were {n} boats{n}." for n in range(100, 120))
    figures = [figure(text, f"{n} boats{n}", n, counted=f"boats{n}", head="boat") for n in range(100, 120)]
    whole = story(reading(article("The Lantern", text), *figures), reading(article("Osmere Echo", "Boats came.")))
    comparisons = coverage.compare(whole)
    assert len(comparisons) == MOST
    assert comparisons == sorted(comparisons, key=lambda comparison: comparison.tellings[0].span)


def test_a_figure_of_two_articles() -> None:
    """A number that another article prints too is not told."""
    texts = [("The Lantern", "There were 46 boats."), ("Osmere Echo", "They sent 46 boats.")]
    whole = story(
        *(
            reading(article(name, text), figure(text, "46 boats", 46, counted="boats", head="boat"))
            for name, text in texts
        )
    )
    assert coverage.compare(whole) == []


def test_what_both_copies_print_is_told_once() -> None:
    """A figure of a text and its copy is one line that names both articles."""
    text = "There were 46 boats."
    boats = {"counted": "boats", "head": "boat"}
    readings = [
        reading(article(name, text), figure(text, "46 boats", 46, **boats)) for name in ("The Lantern", "Osmere Echo")
    ]
    whole = story(*readings, reading(article("Third", "Boats came.")), origins=(Origin((0, 1)),))
    (comparison,) = coverage.compare(whole)
    assert comparison.why == (
        "Of the 3 articles only The Lantern and Osmere Echo, copies of one text, print the figure “46 boats”."
    )


def test_what_is_no_news() -> None:
    """A passing small count and a number that is part of a word are not told."""
    text = "In a two-line note two friends thanked 17 of them."
    found = (
        figure(text, "two", 2, counted="line", head="line"),
        figure(text, "two friends", 2, counted="friends", head="friend"),
        figure(text, "17 of them", 17, counted="them", head="they"),
    )
    whole = story(reading(article("The Lantern", text), *found), reading(article("Osmere Echo", "Boats came.")))
    assert coverage.compare(whole) == []
