"""Figures side by side: agree, update, conflict, or nothing said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from by_hand import article, figure, reading, story
from tellings.comparing import figures
from tellings.comparing.intervals import allowed
from tellings.linking import figures as linking
from tellings.values import Comparison, Figure, Origin, Published, Reading, Span, Story


def told(name: str, day: str | None, text: str, words: str, value: float, **fields: object) -> Reading:
    return reading(
        article(name, text, day=day), figure(text, words, value, **{"head": "people", "doing": "kill", **fields})
    )


def compared(*readings: Reading) -> list[Comparison]:
    whole = story(*readings)
    return figures.compare(Story("", whole.readings, figure_claims=linking.link(whole)))


def kinds(*readings: Reading) -> list[str]:
    return [comparison.kind for comparison in compared(*readings)]


def test_a_running_count_is_an_update() -> None:
    """A higher count as of a later day is an update; the sentence names both outlets and their days."""
    (comparison,) = compared(
        told("The Lantern", "2031-05-02", "The fire killed 12 people.", "12 people", 12),
        told(
            "Osmere Echo",
            "2031-05-04",
            "The fire killed at least 20 people.",
            "at least 20 people",
            20,
            bound="at least",
        ),
    )
    assert comparison.kind == "update"
    assert "The Lantern (2031-05-02) prints “12 people”" in comparison.why
    assert "Osmere Echo (2031-05-04) prints “at least 20 people”" in comparison.why


def test_two_values_of_one_day_are_a_conflict() -> None:
    """Two counts of the same doing as of one day that no number satisfies are a conflict, without a verdict."""
    (comparison,) = compared(
        told("The Lantern", "2031-05-02", "The fire killed 12 people.", "12 people", 12),
        told("Osmere Echo", "2031-05-02", "The fire killed 14 people.", "14 people", 14),
    )
    assert comparison.kind == "conflict"
    assert "“12 people”" in comparison.why
    assert "“14 people”" in comparison.why
    assert not {"wrong", "right", "false", "true"} & set(comparison.why.split())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("12 people", 12, "exact"), ("12 people", 12, "exact")),
        (("more than 200 people", 200, "more than"), ("212 people", 212, "exact")),
        (("some 3,100,000 people", 3.1e6, "about"), ("3,095,598 people", 3095598, "exact")),
        (("3,100,000 people", 3.1e6, "exact"), ("3,095,598 people", 3095598, "exact")),
        (("about 40 people", 40, "about"), ("41 people", 41, "exact")),
    ],
)
def test_rounding_and_bounds_agree(first: tuple[str, float, str], second: tuple[str, float, str]) -> None:
    """Figures that one number satisfies agree."""
    readings = [
        told(name, "2031-05-02", f"The flood displaced {words}.", words, value, bound=bound, doing="displace")
        for name, (words, value, bound) in (("The Lantern", first), ("Osmere Echo", second))
    ]
    assert kinds(*readings) == ["agree"]


def test_a_later_lower_count_is_left_alone() -> None:
    """A count of the dead that is lower later is no update, and of another day no conflict."""
    early = told("The Lantern", "2031-05-02", "The fire killed 14 people.", "14 people", 14)
    late = told("Osmere Echo", "2031-05-05", "The fire killed 12 people.", "12 people", 12)
    assert kinds(early, late) == []


def test_the_missing_may_be_fewer_later() -> None:
    """A count of the missing may fall as they are found."""
    early = told("The Lantern", "2031-05-02", "The flood left 14 people missing.", "14 people", 14, doing="missing")
    late = told(
        "Osmere Echo", "2031-05-05", "Nine people are missing after the flood.", "Nine people", 9, doing="missing"
    )
    assert kinds(early, late) == ["update"]


def test_one_article_is_not_compared_with_itself() -> None:
    """Two figures of one article are no conflict between articles."""
    text = "The fire killed 12 people. The fire killed 14 people."
    one = reading(
        article("The Lantern", text, day="2031-05-02"),
        figure(text, "12 people", 12, head="people", doing="kill"),
        figure(text, "14 people", 14, head="people", doing="kill"),
    )
    assert compared(one) == []


def test_undated_figures_are_not_called_a_conflict() -> None:
    """Where nobody can tell as of when two counts hold, nothing is said."""
    readings = [
        told(name, None, f"The fire killed {n} people.", f"{n} people", n)
        for name, n in (("The Lantern", 12), ("Osmere Echo", 14))
    ]
    assert kinds(*readings) == []


@pytest.mark.parametrize(
    ("value", "bound", "inside", "outside"),
    [
        (212, "more than", 500, 200),
        (12, "exact", 12, 13),
        (300, "exact", 340, 360),
        (12, "at most", 3, 13),
        (1300, "about", 1340, 1600),
        (1000, "about", 920, 850),
        (20, "about", 24, 26),
    ],
)
def test_allowed(value: float, bound: str, inside: float, outside: float) -> None:
    """The interval of a figure follows its bound and the roundness of its number."""
    least, most = allowed(Figure(Span(0, 1), Span(0, 1), value, bound=bound))  # type: ignore[arg-type]
    assert least <= inside <= most
    assert not least <= outside <= most


def settled(name: str, day: str, text: str, words: str, value: float, **fields: object) -> Reading:
    """A count of guests, which does not go on from day to day."""
    return told(name, day, text, words, value, **{"counted": "guests", "head": "guest", "doing": "house", **fields})


OVER = "The inn by the harbour housed {} guests on the night of the storm."
NOW = "The inn by the harbour housed {} guests on the night of the storm, a number that has risen."


@pytest.mark.parametrize(
    ("day", "text", "value", "expected"),
    [
        ("2031-05-03", OVER, 131, ["conflict"]),
        ("2031-05-03", NOW, 131, ["update"]),
        ("2031-05-20", OVER, 131, ["update"]),
        ("2031-05-20", OVER, 90, []),
    ],
)
def test_a_settled_count(day: str, text: str, value: int, expected: list[str]) -> None:
    """What does not go on differs from one day to the next only by conflict, unless the text tells of a change."""
    first = settled("The Lantern", "2031-05-02", OVER.format(112), "112 guests", 112)
    second = settled("Osmere Echo", day, text.format(value), f"{value} guests", value)
    assert kinds(first, second) == expected


def test_a_conflict_names_all_who_print_it() -> None:
    """One conflict a pair of numbers, with every article on either side; the same words are printed once."""
    readings = [
        settled(name, "2031-05-02", OVER.format(n), f"{n} guests", n)
        for name, n in (("The Lantern", 112), ("Osmere Echo", 112), ("Third", 131))
    ]
    (conflict,) = [comparison for comparison in compared(*readings) if comparison.kind == "conflict"]
    assert conflict.why == (
        "Guests: The Lantern (2031-05-02) and Osmere Echo (2031-05-02) print “112 guests”; "
        "Third (2031-05-02) prints “131 guests”; as of 2031-05-02 no one number satisfies both."
    )
    assert {telling.article for telling in conflict.tellings} == {0, 1, 2}


def test_copies_do_not_bear_one_another_out() -> None:
    """Two articles that print one text are one teller."""
    readings = [
        told(name, "2031-05-02", "The fire killed 12 people.", "12 people", 12)
        for name in ("The Lantern", "Osmere Echo")
    ]
    whole = story(*readings)
    claims = linking.link(whole)
    assert figures.compare(Story("", whole.readings, figure_claims=claims, origins=(Origin((0, 1)),))) == []


@pytest.mark.parametrize(("day", "kind"), [("2031-05-02", "conflict"), ("2031-05-04", "update")])
def test_a_copy_with_another_number_is_told(day: str, kind: str) -> None:
    """A copy that changed the number of its text is no second witness, but what it changed stands beside the first."""
    readings = [
        told("The Lantern", "2031-05-02", "The fire killed 12 people.", "12 people", 12),
        told("Osmere Echo", day, "The fire killed 14 people.", "14 people", 14),
    ]
    whole = story(*readings)
    claims = linking.link(whole)
    (comparison,) = figures.compare(Story("", whole.readings, figure_claims=claims, origins=(Origin((0, 1)),)))
    assert comparison.kind == kind


def test_more_than_is_a_floor() -> None:
    """More than 200 is not 195, however round the number."""
    early = told(
        "The Lantern",
        "2031-05-02",
        "The flood left more than 200 missing.",
        "more than 200",
        200,
        bound="more than",
        doing="missing",
        head=None,
    )
    late = told(
        "Osmere Echo",
        "2031-05-04",
        "The flood left about 150 missing.",
        "about 150",
        150,
        bound="about",
        doing="missing",
        head=None,
    )
    assert kinds(early, late) == ["update"]


def test_a_day_of_print_between_bounds() -> None:
    """An update needs no known day where the later article surely is later; where it may not be, nothing is said."""
    first = told("The Lantern", "2031-05-02", "The fire killed 12 people.", "12 people", 12)
    second = told("Osmere Echo", None, "The fire killed 20 people.", "20 people", 20)
    for earliest, expected in (("2031-05-03", ["update"]), ("2031-05-01", [])):
        bounded = Published(earliest, "2031-05-06", "inferred")
        assert kinds(first, replace(second, article=replace(second.article, published=bounded))) == expected
