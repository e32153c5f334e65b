"""Figures of the same thing are brought together; figures that only look alike are not."""

from __future__ import annotations

from itertools import permutations

import pytest

from by_hand import article, at, figure, reading, story
from tellings.linking import figures
from tellings.linking.labels import label
from tellings.linking.lookup import as_date
from tellings.linking.things import thing
from tellings.values import Mention, Moment, Reading

NORTH = "Police in Osmere have counted 90 homicides this year."
SOUTH = "More than 212 people have been murdered in Osmere this year, the minister said."


def told(
    name: str,
    day: str,
    text: str,
    words: str,
    value: float,
    *,
    place: str = "",
    period: tuple[str, str] | None = None,
    **fields: object,
) -> Reading:
    """An article with one figure, its place and its period."""
    item = article(name, text, day=day)
    mentions = (Mention(at(text, place), "place", "name"),) if place else ()
    moments = ()
    if period:
        moments = (Moment(at(text, "this year"), "DATE", period[0], *period, day, "test"),)
        fields["moment"] = 0
    if place:
        fields["where"] = place
    return reading(item, figure(text, words, value, **fields), mentions=mentions, moments=moments)


def spring(**fields: object) -> Reading:
    return told(
        "The Lantern",
        "2031-03-09",
        NORTH,
        "90 homicides",
        90,
        place="Osmere",
        period=("2031-01-01", "2031-03-09"),
        counted="homicides",
        head="homicide",
        **fields,
    )


def autumn(**fields: object) -> Reading:
    return told(
        "Osmere Echo",
        "2031-08-16",
        SOUTH,
        "More than 212 people",
        212,
        place="Osmere",
        period=("2031-01-01", "2031-08-16"),
        counted="people",
        head="people",
        doing="murder",
        bound="more than",
        **fields,
    )


def test_other_words_for_one_thing() -> None:
    """Homicides and people murdered in one place and year are one claim, with a reason for each telling."""
    (claim,) = figures.link(story(spring(), autumn()))
    assert claim.counted == "people killed"
    assert claim.figures == ((0, 0), (1, 0))
    assert all(telling.reason for telling in claim.tellings)


def test_another_place_is_another_thing() -> None:
    """The same count of another town is not brought in."""
    text = SOUTH.replace("Osmere", "Lintown")
    other = told(
        "Osmere Echo",
        "2031-08-16",
        text,
        "More than 212 people",
        212,
        place="Lintown",
        counted="people",
        head="people",
        doing="murder",
    )
    assert figures.link(story(spring(), other)) == ()


def test_another_year_is_another_thing() -> None:
    """The same count of the year before is not brought in."""
    other = told(
        "Osmere Echo",
        "2031-08-16",
        SOUTH,
        "More than 212 people",
        212,
        place="Osmere",
        period=("2030", "2030"),
        counted="people",
        head="people",
        doing="murder",
    )
    assert figures.link(story(spring(), other)) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("3.1 million residents live in the delta.", "3.1 million residents", 3.1e6, "resident", "live", None),
            ("The two ports hold 14.5 million people.", "14.5 million people", 14.5e6, "people", "live", None),
        ),
        (
            ("The storm killed 12 people.", "12 people", 12, "people", "kill", None),
            ("The storm injured 40 people.", "40 people", 40, "people", "injure", None),
        ),
        (
            ("Rents rose 5 percent.", "5 percent", 5, "rent", "rise", "percent"),
            ("Rents were 5 euros.", "5 euros", 5, "rent", "be", "EUR"),
        ),
        (
            ("Two officials came.", "Two officials", 2, "official", None, None),
            ("Three officials left.", "Three officials", 3, "official", None, None),
        ),
    ],
)
def test_not_the_same(first: tuple[object, ...], second: tuple[object, ...]) -> None:
    """Another noun, another doing, another unit or a passing small count stay apart."""
    readings = []
    for name, (text, words, value, head, doing, unit) in (("The Lantern", first), ("Osmere Echo", second)):
        readings.append(
            told(name, "2031-05-02", str(text), str(words), float(str(value)), head=head, doing=doing, unit=unit)
        )
    assert figures.link(story(*readings)) == ()


def test_one_value_of_one_noun() -> None:
    """A large number of the same noun is the same thing, whatever the verb."""
    first = told(
        "The Lantern",
        "2031-05-02",
        "Some 48,250 kettles are called back.",
        "48,250 kettles",
        48250,
        head="kettle",
        doing="call",
    )
    second = told(
        "Osmere Echo",
        "2031-05-03",
        "The maker sold 48,250 kettles.",
        "48,250 kettles",
        48250,
        head="kettle",
        doing="sell",
    )
    assert len(figures.link(story(first, second))) == 1


def test_order_of_figures_changes_nothing() -> None:
    """The same figures make the same claim in whatever order the articles stand."""
    texts = [
        told("A", "2031-05-02", "The fire killed 3 people.", "3 people", 3, head="people", doing="kill"),
        told("B", "2031-05-03", "The fire death toll is 5.", "5", 5, counted="death toll", head="toll"),
        told("C", "2031-05-04", "The fire left 6 dead.", "6", 6, doing="dead"),
    ]
    sizes = {tuple(len(claim.figures) for claim in figures.link(story(*order))) for order in permutations(texts)}
    assert sizes == {(3,)}


def test_traffic_deaths_are_not_murders() -> None:
    """A word that narrows what is counted keeps it apart from a count that another word narrows."""
    roads = told(
        "A",
        "2031-05-02",
        "There were 40 traffic deaths.",
        "40 traffic deaths",
        40,
        counted="traffic deaths",
        head="death",
    )
    drugs = told(
        "B",
        "2031-05-02",
        "There were 44 overdose deaths.",
        "44 overdose deaths",
        44,
        counted="overdose deaths",
        head="death",
    )
    assert figures.link(story(roads, drugs)) == ()


def test_thing_of_a_figure() -> None:
    """A class of doing is known under all its words."""
    read = spring()
    assert thing(read, read.figures[0]).kind == "killed"


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-05-02", "2031-05-02", "2031-05-02"),
        ("P3D", None, None),
        (None, None, None),
        ("2031-02-31", None, None),
    ],
)
def test_as_date(iso: str | None, first: str | None, last: str | None) -> None:
    """A partial date has a first and a last day; what is no calendar date has none."""
    assert [day and day.isoformat() for day in (as_date(iso), as_date(iso, last=True))] == [first, last]


@pytest.mark.parametrize(
    ("dateline", "claims"),
    [
        ("Osmere, Northland: ", 1),
        ("Osmere in eastern Northland. ", 1),
        ("Between Osmere, Northland and Lintown. ", 0),
        ("Far from Osmere. ", 0),
    ],
)
def test_a_town_and_its_region(dateline: str, claims: int) -> None:
    """A count of a town and one of its region are of one place only where the text prints the one in the other."""
    town = told(
        "A",
        "2031-05-02",
        "The flood in Osmere killed 31 people.",
        "31 people",
        31,
        place="Osmere",
        head="people",
        doing="kill",
    )
    text = f"{dateline}The flood in Northland killed 64 people."
    region = told("B", "2031-05-03", text, "64 people", 64, where="Northland", head="people", doing="kill")
    assert len(figures.link(story(town, region))) == claims


def claims(*readings: Reading) -> list[tuple[tuple[int, int], ...]]:
    return [claim.figures for claim in figures.link(story(*readings))]


def wheels(name: str, text: str, part: float, words: str) -> Reading:
    item = article(name, text, day="2031-05-02")
    return reading(
        item,
        figure(text, words, part, counted="wheels", head="wheel", doing="fail"),
        figure(text, "six", 6, counted="wheels", head="wheel", doing="fail"),
    )


def test_a_part_and_its_whole_are_two_things() -> None:
    """The two and the six of "two of six wheels" are never in one claim; the parts of one whole are."""
    first = wheels("A", "The craft fell silent when two of its six wheels failed.", 2, "two")
    second = wheels("B", "The craft drifts: three of the six wheels failed.", 3, "three")
    assert sorted(claims(first, second)) == [((0, 0), (1, 0)), ((0, 1), (1, 1))]


def test_a_text_that_sets_one_number_against_another() -> None:
    """Two numbers of one noun in one paragraph, the second after "but", are of one thing, whatever their verbs."""
    text = "The firm says its machines counted 112 guests. But the porter says that 131 guests walked out."
    item = article("A", text, day="2031-05-02")
    pair = (
        figure(text, "112 guests", 112, counted="guests", head="guest", doing="count", quotation=0),
        figure(text, "131 guests", 131, counted="guests", head="guest", doing="walk", quotation=1),
    )
    assert claims(reading(item, *pair)) == [((0, 0), (0, 1))]
    calm = text.replace("But the", "The")
    pair = (
        figure(calm, "112 guests", 112, counted="guests", head="guest", doing="count", quotation=0),
        figure(calm, "131 guests", 131, counted="guests", head="guest", doing="walk", quotation=1),
    )
    assert claims(reading(article("A", calm, day="2031-05-02"), *pair)) == []


def test_two_numbers_of_one_sentence_are_two_things() -> None:
    """The answers of a poll stand side by side and are not of one thing."""
    text = "A survey found 58 per cent with the bakers and 27 per cent with the mayor."
    both = (
        figure(text, "58 per cent", 58, unit="percent", counted="survey", head="survey"),
        figure(text, "27 per cent", 27, unit="percent", counted="survey", head="survey"),
    )
    assert claims(reading(article("A", text, day="2031-05-02"), *both)) == []


def test_a_narrower_count_stays_apart() -> None:
    """Deaths of one kind are not the deaths of a story whose other articles know nothing of that kind."""
    one = told("A", "2031-05-02", "The ward had 41 deaths.", "41 deaths", 41, counted="deaths", head="death")
    text = "The land had 112 avoidable deaths."
    other = told("B", "2031-05-03", text, "112 avoidable deaths", 112, counted="avoidable deaths", head="death")
    assert claims(one, other) == []


@pytest.mark.parametrize(
    ("doings", "named"),
    [
        (("kill", "murder"), "people killed"),
        (("die", "die"), "deaths"),
        (("kill", "die"), "deaths"),
        (("hurt", "hurt"), "people hurt"),
        (("hurt", "injure"), "people injured"),
        (("sack", "sack"), "people sacked"),
    ],
)
def test_the_name_of_a_claim(doings: tuple[str, str], named: str) -> None:
    """What is counted is named as it is printed; where the articles differ, by a word that fits both."""
    readings = [
        told(
            name,
            "2031-05-02",
            f"They {doing} 12 people.",
            "12 people",
            12,
            counted="people",
            head="people",
            doing=doing,
        )
        for name, doing in zip("AB", doings, strict=True)
    ]
    assert [claim.counted for claim in figures.link(story(*readings))] == [named]


def test_a_noun_is_named_in_its_plural() -> None:
    """A claim is named by the noun in the number that is printed."""
    readings = [
        told(name, "2031-05-02", "The inn took in 1,150 women.", "1,150 women", 1150, counted="women", head="woman")
        for name in "AB"
    ]
    assert [claim.counted for claim in figures.link(story(*readings))] == ["women"]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("payment", "payment", "exchange"), "payment"),
        (("exchange", "receipt", "deal"), ""),
        (("ferry", "ferry"), "ferries"),
    ],
)
def test_a_claim_is_called_by_what_most_of_it_count(heads: tuple[str, ...], expected: str) -> None:
    """A noun of one telling in three is not what the thing is."""
    members = []
    for head in heads:
        printed = "ferries" if head == "ferry" else head
        words = f"500,000 {printed}"
        one = reading(
            article("A", f"They told of {words}."),
            figure(f"They told of {words}.", words, 5e5, head=head, counted=printed),
        )
        members.append((one, one.figures[0], thing(one, one.figures[0])))
    assert label(members) == expected
