"""Headlines against their own bodies."""

from __future__ import annotations

from by_hand import article, figure, reading, story
from tellings.comparing import headlines


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


def test_an_apostrophe_opens_nothing() -> None:
    """Apostrophes in a headline are not marks."""
    assert compared("Driver's union won't accept the town's offer", "Drivers said no.") == []


def test_another_number_than_the_body() -> None:
    """A headline figure that no body figure of the same thing bears out is told with it."""
    (why,) = compared("Fire kills 15 people", "The fire killed 12 people.", ("15 people", 15), ("12 people", 12))
    assert "“15 people”" in why
    assert "“12 people”" in why


def test_a_rounded_number() -> None:
    """A headline may round."""
    assert (
        compared("Flood kills 300 people", "The flood killed 287 people.", ("300 people", 300), ("287 people", 287))
        == []
    )


def test_nothing_to_compare_with() -> None:
    """A headline figure of something that the body does not count is left alone."""
    assert compared("Fire kills 15 people", "The fire is out.", ("15 people", 15)) == []
