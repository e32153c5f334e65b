"""Figures as they are read: numbers, units, bounds, ranges, what is counted, and what is no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from by_hand import article
from tellings.reading.figures.changes import change
from tellings.reading.figures.quantities import quantities
from tellings.reading.figures.quantity import Quantity

if TYPE_CHECKING:
    from pathlib import Path

    from tellings.reading import Reader
    from tellings.values import Figure, Reading


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [text[quantity.start : quantity.end] for quantity in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("212 geese", 212),
        ("1,250 geese", 1250),
        ("1,20,000 geese", 120000),
        ("3.1 million geese", 3.1e6),
        ("3.2bn geese", 3.2e9),
        ("twenty-three geese", 23),
        ("five hundred and twelve geese", 512),
        ("half a million geese", 500000),
        ("one and a half million geese", 1.5e6),
        ("a dozen geese", 12),
        ("two dozen geese", 24),
        ("a hundred geese", 100),
        ("1.2 lakh geese", 120000),
        ("two-thirds of the geese", 2 / 3),
        ("half of the geese", 0.5),
        ("one in four geese", 0.25),
        ("nine out of 10 geese", 0.9),
        ("geese doubled", 2),
        ("twice as many geese", 2),
        ("geese could double.", 2),
        ("fell by a fifth in a year", 0.2),
        ("a threefold rise", 3),
        ("half as many geese", 0.5),
        ("35m of its geese", 35e6),
    ],
)
def test_value(text: str, value: float) -> None:
    """A numeral has its value whether it is written in digits, in words or in both."""
    assert only(text).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5 percent", "percent", 5),
        ("5%", "percent", 5),
        ("5 per cent", "percent", 5),
        ("2 percentage points", "percentage points", 2),
        ("40 basis points", "basis points", 40),
        ("$3 million", "dollars", 3e6),
        ("US$3.3 million", "USD", 3.3e6),
        ("A$5m", "AUD", 5e6),
        ("£1.4m", "GBP", 1.4e6),
        ("€20bn", "EUR", 20e9),
        ("20 million euros", "EUR", 20e6),
        ("₹500 crore", "INR", 5e9),
        ("Rs 3 lakh", "rupees", 300000),
        ("$-40.6bn", "dollars", -40.6e9),
        ("£2.50 a week", "GBP per week", 2.5),
        ("72 mph", "mph", 72),
        ("115km/h", "km/h", 115),
        ("12 km", "km", 12),
        ("a 100m race", "m", 100),
        ("31.5 degrees", "degrees", 31.5),
        ("20C", "celsius", 20),
        ("450 sq ft", "square feet", 450),
        ("three times as many", "times", 3),
        ("$2.9 million a year", "dollars per year", 2.9e6),
        ("$2.9 million a year earlier", "dollars", 2.9e6),
    ],
)
def test_unit(text: str, unit: str, value: float) -> None:
    """A unit has one plain name; a sign that names no country's money claims none."""
    quantity = only(text)
    assert (quantity.unit, quantity.value) == (unit, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 212 geese", "more than"),
        ("over 212 geese", "more than"),
        ("at least 12 geese", "at least"),
        ("no fewer than 12 geese", "at least"),
        ("12 or more geese", "at least"),
        ("up to 400 geese", "at most"),
        ("no more than 10 geese", "at most"),
        ("fewer than 10 geese", "less than"),
        ("just under 300 geese", "less than"),
        ("some 300 geese", "about"),
        ("nearly 300 geese", "about"),
        ("approximately 1,300 geese", "about"),
        ("300 or so geese", "about"),
        ("exactly 300 geese", "exact"),
        ("dozens of geese", "about"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    """The words beside a number open it to one side."""
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 5 and 10 geese", 5, 10),
        ("10-15 geese", 10, 15),
        ("10 to 15 geese", 10, 15),
        ("5%-6%", 5, 6),
        ("$41 to $47 per share", 41, 47),
        ("$10 to $15 billion", 10e9, 15e9),
        ("tens of thousands of geese", 1e4, 1e5),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    """A range is one quantity with a least and a most."""
    quantity = only(text)
    assert (quantity.low, quantity.high) == (low, high)


def test_a_move_is_no_range() -> None:
    """From a level to another are two figures of the same unit."""
    assert [(quantity.value, quantity.unit) for quantity in quantities("the rate rose from 5 to 10 percent")] == [
        (5, "percent"),
        (10, "percent"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "G7",
        "Covid-19",
        "F-16",
        "a 5G mast",
        "the 21st",
        "at 10:45",
        "3.2.1",
        "the 1990s",
        "555-0134-22",
        "2031-05-02",
        "#12",
    ],
)
def test_no_number(text: str) -> None:
    """Digits inside a word, a clock, a version, a code or a date are no quantity."""
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sales rose 5 percent", "rise"),
        ("Sales rose by about 5 percent", "rise"),
        ("a 5 percent jump in sales", "rise"),
        ("Sales fell 5 percent", "fall"),
        ("a drop of 5 percent", "fall"),
        ("Sales fell to 5 percent", "level"),
        ("5 percent of sales", "level"),
        ("Guests gave up 5 percent", "level"),
        ("a fivefold rise in sales", "rise"),
    ],
)
def test_change(text: str, told: str) -> None:
    """A change is told apart from the level it leads to."""
    quantity = only(text)
    assert change(text, quantity) == told


@pytest.mark.parametrize(
    ("text", "bound", "told"),
    [
        ("It flew more than 100 km (62 miles)", "more than", "level"),
        ("It lost 190 points, or 0.6%", "exact", "fall"),
        ("Up 3 metres (9.8 feet) on the day", "exact", "rise"),
        ("It lost 190 points and 0.6% of its staff", "exact", "level"),
        ("An average of 70 miles", "exact", "level"),
    ],
)
def test_what_is_told_again_in_another_unit(text: str, bound: str, told: str) -> None:
    """A quantity told again in another unit has the bound and the change of the first telling."""
    found = quantities(text)
    assert found[-1].bound == bound
    assert change(text, found[-1], found) == told


@given(st.text(alphabet="0123456789 ,.-$%£ abmnk\nto", max_size=60))
@settings(max_examples=150)
def test_spans_lie_inside(text: str) -> None:
    """Whatever the characters, quantities stand in order inside the text and hold their number."""
    place = 0
    for quantity in quantities(text):
        assert 0 <= quantity.start <= quantity.number < quantity.number_end <= quantity.end <= len(text)
        assert quantity.number >= place
        place = quantity.number_end


def read(reader: Reader, text: str) -> tuple[Reading, tuple[Figure, ...]]:
    reading = reader.read(article("The Lantern", text, day="2031-05-14"))
    return reading, reading.figures


def words(reading: Reading, figure: Figure) -> tuple[str | None, str | None, str | None]:
    counted = figure.counted.of(reading.article.text) if figure.counted else None
    return counted, figure.head, figure.doing


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "span", "about"),
    [
        ("More than 212 people have been rescued in Osmere.", "More than 212 people", ("people", "people", "rescue")),
        ("The ferry fire killed 12 passengers.", "12 passengers", ("passengers", "passenger", "kill")),
        ("Twenty-three co-signers backed the plan.", "Twenty-three co-signers", ("co-signers", "co-signer", "back")),
        ("About 5 percent of voters stayed at home.", "About 5 percent of voters", (None, "voter", None)),
        ("The council set up a $3 million relief fund.", "$3 million relief fund", ("relief fund", "fund", None)),
        ("Burglary in Osmere increased 5 percent.", "5 percent", ("Burglary", "burglary", "increase")),
        ("The death toll rose to 45 on Sunday.", "45", ("death toll", "toll", None)),
        ("They counted 19 reports of leaks.", "19 reports of leaks", ("reports of leaks", "leak", None)),
        ("Dozens of goats escaped.", "Dozens of goats", (None, "goat", "escape")),
    ],
)
def test_counted(reader: Reader, text: str, span: str, about: tuple[str | None, str, str | None]) -> None:
    """What is counted is the noun the parse gives, with what is told of it."""
    counted, head, doing = about
    reading, figures = read(reader, text)
    figure = figures[0]
    assert figure.head == head
    if counted is not None:
        assert words(reading, figure)[0] == counted
        assert figure.span.of(reading.article.text) == span
    if doing is not None:
        assert figure.doing == doing


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened in 2017.",
        "She died on 8 September in Osmere.",
        "Flight 370 left from gate 12 at 9 p.m.",
        "Article 50 of the treaty was never read.",
        "The old Kestrel 747 stayed on the ground.",
        "Jane Roe, 44, said it was raining.",
        "A 45-year-old man was seen nearby.",
        "The talks took three weeks.",
        "It was one of the best days of her life.",
        "The third attempt failed.",
        "The mayor, 68, made the announcement.",
        "Callers dialled 999 at once.",
        "Image 3 of 28",
        "Osmere beat Lintown 2-1 at home.",
        "Ring 555 0199 or 020 7946 0999 for help.",
        "She sat in seat 22C of the bus.",
        "The shop began a 2-for-1 deal.",
        "The Osmere club may yet join the Big Seven league.",
        "They spoke of the Long Seven walk.",
    ],
)
def test_no_figure(reader: Reader, text: str) -> None:
    """Years, dates, names, ages, durations, ordinals, scores and the pronoun "one" are no figures."""
    reading, figures = read(reader, text)
    assert [figure.span.of(reading.article.text) for figure in figures] == []


@pytest.mark.model
def test_where_is_the_clause_not_the_comparison(reader: Reader) -> None:
    """The place of a figure is where its clause is set, not what the text compares it with."""
    reading, figures = read(reader, "In Berlin, a city as large as Madrid, at least 30 people were killed.")
    wheres = [figure.where.of(reading.article.text) for figure in figures if figure.value == 30 and figure.where]
    assert wheres in ([], ["Berlin"])


@pytest.mark.model
def test_spans_are_printed_words(reader: Reader) -> None:
    """Every span of a figure opens at its own words, the number inside the figure."""
    reading, figures = read(
        reader, "Nearly 80,000 people, most of them from the coast, slept in 43 shelters.\nThe bill was £3.5m."
    )
    assert [figure.span.of(reading.article.text) for figure in figures] == [
        "Nearly 80,000 people",
        "43 shelters",
        "£3.5m",
    ]
    assert all(figure.span.covers(figure.number) for figure in figures)


@pytest.mark.model
@pytest.mark.shared
def test_every_figure_of_the_real_story(reader: Reader, shared: Path) -> None:
    """All figures that a careful reader takes from five real articles are found with their value."""
    import json

    from tellings import intake
    from tellings.values import Article, Span

    folder = shared / "data" / "seed-story"
    gold = json.loads((folder / "gold" / "figures.json").read_text(encoding="utf-8"))
    articles = [found for found in intake.read([str(folder / "articles")]) if isinstance(found, Article)]
    readings = {item.article.file.rsplit("/", 1)[-1].removesuffix(".txt"): item for item in reader.read_all(articles)}
    missed = [
        row["text"]
        for row in gold
        if not any(
            figure.span.overlaps(Span(*row["span"])) and figure.value == pytest.approx(row["values"][0])
            for figure in readings[row["article"]].figures
        )
    ]
    assert missed == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "value", "unit", "head"),
    [
        ("It has lost 86 hours of viewing time since then.", 86, "hours", "time"),
        ("The report rested on 37 hours of tapes.", 37, "hours", "tape"),
        ("The pause cost 743 hours.", 743, "hours", "pause"),
        ("The guild had given nine days' notice.", 9, "days", "notice"),
        ("The guild had given ten days’ notice.", 10, "days", "notice"),
        ("Schools lost 340 teaching days last year.", 340, None, "day"),
        ("The raise would cost 9.5 billion shillings.", 9.5e9, "shillings", "raise"),
        ("It tore a gash four metres long in the bow.", 4, "m", "gash"),
        ("The agency puts the bill at €23m.", 23e6, "EUR", "bill"),
    ],
)
def test_amounts(reader: Reader, text: str, value: float, unit: str | None, head: str) -> None:
    """Time that is lost, given or measured out is an amount like money; what is measured is what the verb says."""
    _, (figure,) = read(reader, text)
    assert (figure.value, figure.unit, figure.head) == (value, unit, head)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "After 12 hours of talks they signed.",
        "In two weeks' time they meet again.",
        "A nurse of 26 years’ standing spoke.",
        "They kept him nineteen hours in a cell.",
        "“Nobody calls at three to say it’s going great.”",
        "Her guild is not of one mind.",
        "The captain, who is 61 and has sailed for years, was there.",
        "They met on the twenty-second of October.",
    ],
)
def test_no_amount(reader: Reader, text: str) -> None:
    """How long something took, an hour of the day, an age and an idiom are no figures."""
    reading, figures = read(reader, text)
    assert [figure.span.of(reading.article.text) for figure in figures] == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["Osmere: 12 hurt", "A night of 40 fires, and more", "Not 3, not 4: the count of a long night in Osmere", "90"],
)
def test_a_root_that_is_no_verb(reader: Reader, text: str) -> None:
    """A headline-like line without a verb is read to its end; climbing above its root would never stop."""
    reading, figures = read(reader, text)
    assert all(figure.span.covers(figure.number) for figure in figures)
    assert reading.article.text == text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("On Tuesday, officials said 12 people had died.", "Tuesday"),
        ("When the river rose on Monday, 12 people died.", "Monday"),
        ("The 19 reports received by Monday told of leaks.", "Monday"),
        ("At least 31 people have died since the rain began on Sunday.", None),
        ("Twenty-three people were hurt, among them the captain, who has sailed since 1999.", None),
        ("The number of people hurt when the tram left the rails on Tuesday has risen to 23.", None),
    ],
)
def test_what_a_moment_dates(reader: Reader, text: str, dated: str | None) -> None:
    """A moment dates the figure of its clause, not one that another clause tells of."""
    reading, (figure, *_) = read(reader, text)
    found = None if figure.moment is None else reading.moments[figure.moment].span.of(text)
    assert (found is None) if dated is None else (found is not None and dated in found)


@pytest.mark.parametrize("text", ["40 tonnes", "40 metric tons", "40 yuan", "40 liras", "40 calories"])
def test_a_unit_with_a_word_that_may_be_left_out(text: str) -> None:
    """A unit is known with and without the word that may stand before it."""
    assert only(text).unit is not None
