"""What a figure tells beside its value: unit taken from another, noun not printed again, period, claimant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from by_hand import article
from tellings.reading.figures.quantities import quantities

if TYPE_CHECKING:
    from tellings.reading import Reader
    from tellings.values import Figure, Reading

pytestmark = pytest.mark.model


def read(reader: Reader, text: str) -> tuple[Reading, tuple[Figure, ...]]:
    found = reader.read(article("The Lantern", text, day="2031-05-15"))
    return found, found.figures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("A poll of voters gave her a 7-point lead.", ["percentage points"]),
        ("The index fell 24.5 points, or 2.9 percent, to 1,957.89.", ["points", "percent", "points"]),
        ("Osmere Mills lost 5.2 percent and Lintown Dyes dropped 5.7.", ["percent", "percent"]),
        ("She led at 41 percent with Mr. Feld trailing at 37.", ["percent", "percent"]),
        ("The rate went from 4.8 to 4.7 percent.", ["percent", "percent"]),
        ("Shares rose 5 percent and 40 clerks left.", ["percent", None]),
        ("The rate rose 5 percent to 320.", ["percent", None]),
        ("It went from 25 percent in 2007 to 36 percent.", ["percent", None, "percent"]),
    ],
)
def test_a_unit_that_is_not_printed_again(text: str, units: list[str | None]) -> None:
    """A bare number takes the unit of the one before it only where the words between say so."""
    assert [quantity.unit for quantity in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Roughly 1/3 of the goats fled.", [1 / 3]),
        ("Almost half of the goats fled.", [0.5]),
        ("They scored in the first half of the match.", []),
        ("The goats came in the thousands.", [1000]),
        ("They will raise the tax on wool from Lintown from 10 percent to 25 percent.", [10, 25]),
        ("Fees ranged from 10 percent to 25 percent.", [17.5]),
        ("It came from Sund—46 percent of the wool.", [46]),
        ("One in four goats fled, three times as many as before.", [0.25, 3]),
        ("It paid £40 ($52; €47) for it.", [40, 52, 47]),
        ("The poll has a margin of error of +/-3 points.", [3]),
    ],
)
def test_values(reader: Reader, text: str, values: list[float]) -> None:
    """Fractions, vague plurals, moves and ranges have their values."""
    _, figures = read(reader, text)
    assert [figure.value for figure in figures] == pytest.approx(values)


@pytest.mark.parametrize(
    "text",
    [
        "The motion passed 65 to 32.",
        "See www.osmere-post.example.com/2031/05/448812 for the map.",
        "The law is told in ch. 14 and § 20.",
        "The 3M Company said nothing.",
        "The two met at the gate.",
        "The rule is one of zero tolerance.",
        "The custom goes back to at least 1215.",
        "The Lintown 500 index closed early.",
        "She doubled down on the plan.",
        "He lost his scarf one day in May.",
    ],
)
def test_what_is_no_figure(reader: Reader, text: str) -> None:
    """Tallies, addresses, labels, names and pronouns are no figures."""
    assert [figure.value for figure in read(reader, text)[1]] == []


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The council raised tariffs on $200 million worth of wool.", ["wool"]),
        ("The council approved $3 million for the pier.", [None]),
        ("The pier would cost $3 million.", ["pier"]),
        ("The council cut the tax to 5 percent.", ["tax"]),
        ("They sold a car valued at $42,000.", ["car"]),
        ("The hut stands on a ledge 4 kilometres inside the cave.", ["ledge"]),
        ("A team of 90 divers came, 40 from Sund and 50 from Lintown.", ["diver", "diver", "diver"]),
        ("Eight boys are free, while four remain inside.", ["boy", "boy"]),
        ("They freed 38 out of the 102 children.", ["child", "child"]),
        ("The work cost $72 million (£56 million).", ["work", "work"]),
        ("The town fears the 25 percent punitive tariff on wool.", ["tariff"]),
        ("Among the guests, 26 percent said no.", ["guest"]),
        ("A third of the $540 million in wool came from Sund.", ["wool", "wool"]),
        ("The storm lay about 40 miles east of Sund.", ["storm"]),
        ("A crowd of 300 gathered at the pier.", ["crowd"]),
        ("Of those, 40 were goats.", ["goat"]),
        ("Some 12 of the dead came from Sund.", ["dead"]),
        ("Revenue was $3.2 million, compared with $2.9 million a year earlier.", ["revenue", "revenue"]),
        ("She read the full 300 page report.", ["page"]),
        ("She read the 300-page report.", ["page"]),
        ("She pressed lawmakers for $5 million.", [None]),
        ("The yard sold the ferry for $5 million.", ["ferry"]),
        ("The Sund index lost 68.24 points, or 2.52 percent, to 2,643.69.", ["index", "index", "index"]),
        ("It took $600,000 from fines, $2 million from harbour fees and $3 million from tolls.", [None, None, None]),
        ("It named the pier, which includes $2 million for planks.", [None]),
        ("Spending on piers would fall by $3 million.", ["spending"]),
        ("Ferries cancelled: 18.", ["ferry"]),
        ("Confirmed cases climbed past 480.", ["case"]),
        ("The service's monthly users rose to 4 million.", ["user"]),
        ("Attendance was 3,200.", ["attendance"]),
        ("Cases now number 480.", ["case"]),
        ("The hall, which has a capacity of 900, was full.", ["capacity"]),
        ("One in five tenants owes rent.", ["tenant"]),
        ("The wall, 12 feet high, fell.", ["wall"]),
        ("A 300-metre-long tunnel was dug.", ["tunnel"]),
        ("The 4,000-square-foot house burned down.", ["house"]),
        ("Tariffs on wool of 25 percent were imposed.", ["tariff"]),
        ("He faces 12 counts of fraud.", ["count"]),
        ("The clip has been viewed 4 million times.", ["clip"]),
        ("The fire was 40 percent contained.", ["fire"]),
        ("Turnout was 61 percent, against 58 percent in the last election.", ["turnout", "turnout"]),
        ("The top 1 percent have doubled their share of income.", [None, "share"]),
        ("Couples who earn more than $200,000 would pay more.", ["couple"]),
        ("Shares of the mill slid 4 percent in early trading.", ["share"]),
        ("The mills got $80 million of the loans, and the yards the other $70 million.", ["loan", "loan"]),
    ],
)
def test_what_is_counted_or_measured(reader: Reader, text: str, heads: list[str | None]) -> None:
    """Who pays is not what an amount measures; a number without a noun counts what the one before it did."""
    assert [figure.head for figure in read(reader, text)[1]] == heads


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The mayor said on Tuesday that the pier would cost $3 million.", None),
        ("On Tuesday, the mayor said that 12 goats had died.", "Tuesday"),
        ("The rate went from 25 percent in March to 36 percent in April.", "March"),
        ("The plan would raise $51 million over the next 10 years.", "the next 10 years"),
        ("For 10 months, the town has paid 25 percent.", "10 months"),
        ("Twelve goats are now missing.", "now"),
        ("UPDATE 2:52 p.m. -- The pier will cost $3 million.", None),
        ("The 40-page report named goats lost in 2019.", None),
        ("The yard kept 90 clerks after closing a mill last year.", None),
    ],
)
def test_the_period_of_a_figure(reader: Reader, text: str, period: str | None) -> None:
    """The moment of the figure's own clause; the day of the saying only where it opens the sentence."""
    reading, (figure, *_) = read(reader, text)
    found = None if figure.moment is None else reading.moments[figure.moment].span.of(text)
    assert (found or "").removeprefix("the ") == (period or "").removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour board said it has 90 boats.", "The harbour board"),
        ("According to the harbour board, 90 boats are moored.", "the harbour board"),
        ("The council approved $3 million for the pier.", None),
        ("The council has not said how many of the 90 boats sank.", None),
        ("About 90 boats are moored.", None),
    ],
)
def test_who_claims_a_figure(reader: Reader, text: str, source: str | None) -> None:
    """Who says a number claims it; who approves an amount or has not said it does not."""
    reading, (figure, *_) = read(reader, text)
    found = None if figure.quotation is None else reading.quotations[figure.quotation].source
    assert (found[0].of(text) if found else None) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Some 90 boats are moored. — Ora Quill (@oraquill) May 4, 2031", "Ora Quill"),
        ("About 90 boats are moored.", None),
    ],
)
def test_who_is_cited_where_nobody_speaks(reader: Reader, text: str, source: str | None) -> None:
    """The author of a post that is set in: as the source of a quotation, or cited where there is none."""
    reading, (figure, *_) = read(reader, text)
    quoted = () if figure.quotation is None else reading.quotations[figure.quotation].source
    places = quoted or ((figure.cited,) if figure.cited else ())
    assert [place.of(text) for place in places] == ([source] if source else [])


@pytest.mark.parametrize(
    "text",
    [
        "Students of Norway announced a tour featuring 70 stops.",
        "The plant is legal in Norway and 20 other countries.",
    ],
)
def test_a_place_that_is_not_the_figures(reader: Reader, text: str) -> None:
    """Whose somebody is, or what the others are counted beside, is not where the things counted are."""
    assert read(reader, text)[1][0].where is None


def test_the_year_of_an_amount(reader: Reader) -> None:
    """An amount before a compound noun is of its year, as a 40-page report's pages are not."""
    assert read(reader, "Norway had a $48 billion trade deficit with Peru in 2031.")[1][0].moment is not None


def test_the_day_of_a_share_per_cent(reader: Reader) -> None:
    """A share "per cent" is of the day its sentence tells: "per" is no part of a longer word."""
    assert (
        read(reader, "Members voted for the strike on 22 October, with 91 per cent in favour.")[1][0].moment is not None
    )
