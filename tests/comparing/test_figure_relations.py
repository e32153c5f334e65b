"""Every relation of two figures has its name and its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from by_hand import article, at, figure, reading, story
from tellings.comparing import differences, figures, rankings
from tellings.linking import figures as linking
from tellings.values import Comparison, Moment, Reading, Story


def told(name: str, day: str, text: str, words: str, value: float, **fields: object) -> Reading:
    return reading(article(name, text, day=day), figure(text, words, value, **fields))


def compared(*readings: Reading) -> list[Comparison]:
    whole = story(*readings)
    whole = Story("", whole.readings, figure_claims=linking.link(whole))
    return [*figures.compare(whole), *differences.compare(whole)]


def relations(*readings: Reading) -> list[str | None]:
    return [comparison.relation for comparison in compared(*readings)]


def killed(name: str, day: str, text: str, words: str, value: float, **fields: object) -> Reading:
    return told(name, day, text, words, value, **{"head": "people", "doing": "kill", **fields})


@pytest.mark.parametrize(
    ("words", "value", "bound", "expected"),
    [
        ("1,212 people", 1212, "exact", "same value"),
        ("about 1,200 people", 1200, "about", "rounded"),
        ("more than 1,200 people", 1200, "more than", "bound satisfied"),
    ],
)
def test_how_figures_agree(words: str, value: float, bound: str, expected: str) -> None:
    """In value, as one is rounded, or within a bound."""
    first = killed("The Lantern", "2031-05-02", "The quake killed 1,212 people.", "1,212 people", 1212)
    second = killed("Osmere Echo", "2031-05-02", f"The quake killed {words}.", words, value, bound=bound)
    assert relations(first, second) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake killed 12 people, the ministry said, correcting an earlier count.", ["revised"]),
        ("The quake killed 12 people, fewer than first reported.", ["revised"]),
        ("The quake killed 12 people.", []),
    ],
)
def test_a_lower_count_is_revised_where_it_says_so(text: str, expected: list[str]) -> None:
    """A lower count of the dead is a revision only where its sentence says that the number is replaced."""
    first = killed("The Lantern", "2031-05-02", "The quake killed 14 people.", "14 people", 14)
    assert relations(first, killed("Osmere Echo", "2031-05-05", text, "12 people", 12)) == expected


def test_a_count_that_has_risen_is_no_conflict() -> None:
    """Of one day, but not of one hour, where a text says that it went up and it went up by much."""
    first = killed(
        "The Lantern", "2031-05-02", "The quake killed 250 people; the toll has now reached that.", "250 people", 250
    )
    second = killed("Osmere Echo", "2031-05-02", "The quake killed 159 people.", "159 people", 159)
    assert "conflict" not in relations(first, second)


def test_dozens_are_round() -> None:
    """Nearly two dozen may be 21."""
    first = killed("The Lantern", "2031-05-02", "The quake killed 21 people.", "21 people", 21)
    text = "The quake killed nearly two dozen people."
    second = killed("Osmere Echo", "2031-05-02", text, "nearly two dozen people", 24, bound="about")
    assert "conflict" not in relations(first, second)


def test_a_bound_of_an_earlier_day_is_no_update() -> None:
    """What a thing cost does not run on: "more than £3 million" and "£3.1 million" are one sum."""
    cost = {"head": "refit", "counted": "refit", "unit": "GBP"}
    text = "The ferry Kest came back after a refit that cost more than £3 million."
    first = told("The Lantern", "2031-05-02", text, "more than £3 million", 3e6, bound="more than", **cost)
    text = "The ferry Kest came back in spring after a refit that cost £3.1 million."
    second = told("Osmere Echo", "2031-05-09", text, "£3.1 million", 3.1e6, **cost)
    assert "update" not in relations(first, second)


def test_other_places() -> None:
    """Counts of two places are told apart, with both places; no conflict."""
    (comparison,) = compared(
        killed("The Lantern", "2031-05-02", "The quake killed 14 people in Osmere.", "14 people", 14, where="Osmere"),
        killed("Osmere Echo", "2031-05-02", "The quake killed 9 people in Velding.", "9 people", 9, where="Velding"),
    )
    assert (comparison.kind, comparison.relation) == ("different", "different place")
    assert comparison.why.endswith("the one is told of Osmere, the other of Velding.")


def test_percent_is_not_percentage_points() -> None:
    """A rise in percent and one in percentage points are two sizes, also of one number."""
    rise = {"head": "turnout", "change": "rise"}
    first = told(
        "The Lantern", "2031-05-02", "Turnout in the valley rose 4 percent.", "4 percent", 4, unit="percent", **rise
    )
    text = "Turnout in the valley rose 4 percentage points."
    second = told("Osmere Echo", "2031-05-02", text, "4 percentage points", 4, unit="percentage points", **rise)
    assert relations(first, second) == ["percent and percentage points"]


def test_killed_and_injured_are_two_counts() -> None:
    """Where either article counts only one of the two, a reader is told that they are two."""
    first = killed("The Lantern", "2031-05-02", "The gale killed 14 people.", "14 people", 14)
    second = killed("Osmere Echo", "2031-05-02", "The gale injured 30 people.", "30 people", 30, doing="injure")
    assert relations(first, second) == ["different definition"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The ferry line owns 40 boats.", "The ferry line owns 52 boats.", ["conflict"]),
        ("The ferry line owns 40 boats.", "The ferry line owns 52 more boats.", []),
        ("The ferry line owns 40 boats.", "The ferry line owns 52 other boats.", []),
    ],
)
def test_what_comes_on_top_is_no_conflict(first: str, second: str, expected: list[str]) -> None:
    """What is printed as "52 more boats" comes on top of others, and contradicts none."""
    readings = (_boats("The Lantern", first, "40", 40), _boats("Osmere Echo", second, "52", 52))
    assert relations(*readings) == expected


@pytest.mark.parametrize(("text", "expected"), [("1,000 jobs", ["conflict"]), ("a thousand jobs", [])])
def test_a_round_number_in_figures_is_no_vague_one(text: str, expected: list[str]) -> None:
    """The round "about 1,000" can be told against another number; "about a thousand" is too loose to."""
    first = "The mill in Osmere will keep about 850 jobs."
    second = f"The mill in Osmere will keep about {text}."
    job = {"head": "job", "doing": "keep", "bound": "about", "counted": "jobs", "where": "Osmere"}
    readings = (
        told("The Lantern", "2031-05-02", first, "850", 850, **job),
        told("Osmere Echo", "2031-05-02", second, text.removesuffix(" jobs").removeprefix("a "), 1000, **job),
    )
    assert relations(*readings) == expected


def test_the_pages_of_one_report_contradict_one_another() -> None:
    """A number that is part of a word ("40-page") is of the thing: few words of the sentences must agree."""
    page = {"head": "page", "counted": "page"}
    first = told("The Lantern", "2031-05-02", "The Feld inquiry gave a 440-page report.", "440", 440, **page)
    second = told("Osmere Echo", "2031-05-03", "The 480-page report by Feld shook the town.", "480", 480, **page)
    assert relations(first, second) == ["conflict"]


def test_a_number_and_its_rounded_telling() -> None:
    """A number and one that bears it out are of one thing in sentences of other words."""
    one, other = "The line in Feld owns 4,742 ferries.", "The line near Feld runs more than 4,700 ferries."
    first = told("The Lantern", "2031-05-02", one, "4,742", 4742, head="ferry", counted="ferries")
    second = told(
        "Osmere Echo", "2031-05-02", other, "more than 4,700", 4700, head="ferry", counted="ferries", bound="more than"
    )
    assert relations(first, second) == ["bound satisfied"]


@pytest.mark.parametrize(
    ("second", "day", "expected"),
    [
        ("The yard will build 75 ferries for the line.", "2031-05-03", ["conflict"]),
        ("The yard will build 70 ferries for the line; it had planned 75 ferries.", "2031-05-03", ["same value"]),
    ],
)
def test_who_prints_both_numbers_contradicts_neither(second: str, day: str, expected: list[str]) -> None:
    """A number that differs is a conflict, but not where its article prints the other one too."""
    ferry: dict[str, object] = {"head": "ferry", "counted": "ferries", "doing": "build"}
    first = told("The Lantern", "2031-05-02", "The yard will build 70 ferries for the line.", "70 ferries", 70, **ferry)
    numbers = [number for number in (70, 75) if str(number) in second]
    found = [figure(second, f"{number} ferries", number, **ferry) for number in numbers]
    assert relations(first, reading(article("Osmere Echo", second, day=day), *found)) == expected


def test_speeds_of_one_day_are_no_conflict() -> None:
    """What changes from hour to hour does not contradict itself."""
    wind: dict[str, object] = {"head": "wind", "counted": "winds", "unit": "mph"}
    text = "The storm off Osmere had winds of {} mph."
    first = told("The Lantern", "2031-05-02", text.format(120), "120 mph", 120, **wind)
    second = told("Osmere Echo", "2031-05-02", text.format(135), "135 mph", 135, **wind)
    assert "conflict" not in relations(first, second)


def _boats(name: str, text: str, number: str, value: float) -> Reading:
    counted = "other boats" if "other" in text else "boats"
    found = figure(text, number, value, head="boat", doing="own", counted=counted)
    return reading(article(name, text, day="2031-05-02"), found)


def test_other_nouns_with_other_doings_are_no_conflict() -> None:
    """Two numbers of a plain noun of which other things are told are not called a conflict."""
    text = "The line owns 40 boats and 7 boats wait in the yard of the ferry line."
    first = reading(
        article("The Lantern", text, day="2031-05-02"),
        figure(text, "40 boats", 40, head="boat", doing="own"),
        figure(text, "7 boats", 7, head="boat", doing="wait"),
    )
    other = "The yard of the ferry line has room for 52 boats."
    second = told("Osmere Echo", "2031-05-02", other, "52 boats", 52, head="boat")
    assert "conflict" not in relations(first, second)


def ranked(name: str, text: str, words: str, year: str) -> Reading:
    moment = Moment(at(text, words), "DATE", year, year, year, "2031-05-02", "unit.this")
    return replace(reading(article(name, text, day="2031-05-02")), moments=(moment,))


LAST = "“Last year Osmere had more burglaries than Velding and Tolvane put together,” the mayor said."


@pytest.mark.parametrize(
    ("text", "words", "year", "expected"),
    [
        ("Osmere has had more burglaries this year than Velding and Tolvane combined.", "this year", "2031", 1),
        ("Osmere has had more burglaries this year than Velding and Tolvane combined.", "this year", "2030", 0),
        ("Osmere has had more burglaries this year than Harrow and Sund combined.", "this year", "2031", 0),
        ("Osmere has had more blackouts this year than Velding and Tolvane combined.", "this year", "2031", 0),
    ],
)
def test_one_comparison_of_two_years(text: str, words: str, year: str, expected: int) -> None:
    """The same comparison with the same others, told of two years, is a conflict; another comparison is none."""
    readings = (ranked("The Lantern", LAST, "Last year", "2030"), ranked("Osmere Echo", text, words, year))
    found = rankings.compare(story(*readings))
    assert len(found) == expected
    assert all((row.kind, row.relation) == ("conflict", "another year") for row in found)


def test_since_two_years() -> None:
    """A "worst frost since" of two years is one comparison told of two years."""
    first = "It was the worst frost since 1956, the weather office said."
    second = "Growers call it the worst frost since 1963."
    found = rankings.compare(
        story(ranked("The Lantern", first, "1956", "1956"), ranked("Osmere Echo", second, "1963", "1963"))
    )
    assert len(found) == 1
    assert "1956 and 1963" in found[0].why
