"""Headlines against their own bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from by_hand import article, at, figure, reading, story
from tellings.checking import headings
from tellings.comparing import headlines
from tellings.values import Article, Block, Known


def compared(title: str, body: str, *figures: tuple[str, float]) -> list[str]:
    item = article("The Lantern", body, title=title, day="2031-05-02")
    made = [figure(item.text, words, value, head="people", doing="kill") for words, value in figures]
    return [comparison.why for comparison in headlines.compare(story(reading(item, *made)))]


def test_a_quotation_the_body_does_not_print() -> None:
    """Words between marks in the headline that the body prints otherwise are told."""
    (why,) = compared("Mayor: “We will never yield”", "The mayor said “we will not yield”.")
    assert "“We will never yield”" in why


def test_a_quotation_the_body_prints() -> None:
    """Capitals, marks and stops make no difference."""
    assert compared("Mayor: ‘We Will Not Yield’", "The mayor said, “We will not yield.”") == []


def test_a_term_between_marks_is_no_quotation() -> None:
    """One or two marked words are a term."""
    assert compared("Town fights “ghost” buses", "The town wants the empty buses gone.") == []


def test_each_alteration_is_named() -> None:
    """What the headline did to the words of the body is told by its kinds, with both places."""
    one = article(
        "The Lantern",
        "“We will not yield to the bakers of Wendle,” the mayor said.",
        title="Mayor: “We will never yield to bakers of Wendle”",
    )
    (comparison,) = headlines.compare(story(reading(one)))
    assert (comparison.relation, comparison.alterations) == ("altered", ("word replaced", "cut in the middle"))
    assert "word replaced; cut in the middle; negation changed" in comparison.why
    assert [telling.span.of(one.text) for telling in comparison.tellings] == [
        "We will never yield to bakers of Wendle",
        "We will not yield to the bakers of Wendle,",
    ]


@pytest.mark.parametrize(
    ("title", "body", "relation"),
    [
        ("Mayor: “We will never yield”", "The mayor kept silent.", "not found"),
        ("Mayor “has no plans to yield”", "The mayor has no plans to yield, her office said.", "without quotation marks"),
        ("Mayor: “We Will Not Yield”", "“Today and tomorrow we will not yield,” said the mayor.", None),
        ("“Great Orchard Fair” opens", "The Great Orchard Fair opens on Monday.", None),
    ],
)  # fmt: skip
def test_what_the_body_prints(title: str, body: str, relation: str | None) -> None:
    """Not at all, without marks, as a part of more; a name in marks is no quotation."""
    found = headlines.compare(story(reading(article("The Lantern", body, title=title))))
    assert [comparison.relation for comparison in found] == ([relation] if relation else [])


def test_a_caption_is_laid_beside_the_body() -> None:
    """Its own words do not bear it out; those of a caption bear out a headline."""
    text = "“The gates are very old”\nNora Feld: “The gates are very old.”\nThe mayor kept silent."
    spans = [at(text, line) for line in text.split("\n")]
    blocks = tuple(Block(kind, span) for kind, span in zip(("title", "caption", "body"), spans, strict=True))
    one = Article(file="a.txt", text=text, digest="", blocks=blocks)
    assert [(h.block, h.checked.outcome) for h in headings(one)] == [("title", "exact"), ("caption", "not found")]


def test_a_headline_beside_the_text() -> None:
    """A record's title is checked too, though it has no place in the text."""
    one = replace(
        article("The Lantern", "“We will not yield to the bakers,” she said."),
        title=Known("“We will yield to the bakers,” she says", "given"),
    )
    (heading,) = headings(one)
    assert (heading.span, heading.checked.outcome) == (None, "altered")
    assert headlines.compare(story(reading(one))) == []


def test_an_apostrophe_opens_nothing() -> None:
    """Apostrophes in a headline are not marks."""
    assert compared("Driver's union won't accept the town's offer", "Drivers said no.") == []


def test_another_number_than_the_body() -> None:
    """A headline figure that no body figure of the same thing bears out is told with it."""
    (why,) = compared("Fire kills 15 people", "The fire killed 12 people.", ("15 people", 15), ("12 people", 12))
    assert "“15 people”" in why
    assert "“12 people”" in why


def test_a_number_of_the_subheading_is_not_told_of_the_headline() -> None:
    """A reader who looks for it finds it where it is said to stand."""
    text = "Fire in the mill\nFlames kill 15 people\nThe fire killed 12 people."
    spans = [at(text, line) for line in text.split("\n")]
    blocks = tuple(Block(kind, span) for kind, span in zip(("title", "deck", "body"), spans, strict=True))
    one = Article(file="a.txt", text=text, digest="", blocks=blocks)
    made = [
        figure(text, words, value, head="people", doing="kill")
        for words, value in (("15 people", 15), ("12 people", 12))
    ]
    (comparison,) = headlines.compare(story(reading(one, *made)))
    assert "in its subheading, and" in comparison.why
    assert [telling.reason for telling in comparison.tellings] == ["in the subheading", "in the body"]


def test_a_rounded_number() -> None:
    """A headline may round."""
    assert (
        compared("Flood kills 300 people", "The flood killed 287 people.", ("300 people", 300), ("287 people", 287))
        == []
    )


def test_nothing_to_compare_with() -> None:
    """A headline figure of something that the body does not count is left alone."""
    assert compared("Fire kills 15 people", "The fire is out.", ("15 people", 15)) == []
