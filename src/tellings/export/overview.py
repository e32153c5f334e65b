"""What stands at the head of a report and in its tables: facts, people, figures by claim, shares of voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tellings.export.view import Place, Row, View, clip, count, days

PEOPLE = 6
"""How many people the head of a page names."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the main people: name, printed roles, how many articles name them and how often they are quoted."""

    id: str
    name: str
    roles: str
    articles: int
    quotes: int


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure, who claims it, and as of when."""

    id: str
    place: Place
    counted: str
    claimed: str
    moment: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Figures of the same thing, under the noun that is counted, or the first figure as printed where no noun fits."""

    id: str
    counted: str
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, its days in words, who took part, and every telling.

    ``ranks`` says of each article that is its outlet's first which it was in print ("first in print"), where several
    outlets tell it and the days of print tell; ``corrections`` are the outlets' own, each with its reason.
    """

    id: str
    when: str
    label: str
    participants: tuple[str, ...]
    places: tuple[Place, ...]
    ranks: Mapping[str, str]
    corrections: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """The share of one voice."""

    id: str
    name: str
    quotes: int
    words: int
    percent: float
    articles: int


def facts(view: View) -> list[tuple[str, str]]:
    """The facts of a story in a few words each."""
    story, export = view.story, view.export
    undated = sum(1 for row in export["articles"] if not row["published"])
    nameless = sum(1 for row in export["articles"] if not row["outlet"])
    named = sum(1 for row in export["quotes"] if row["speaker"] is not None)
    return [
        ("Printed", _and(days(story["start"], story["end"]), undated, "without a date")),
        ("Articles", count(len(story["articles"]), "article")),
        ("Outlets", _and(count(story["outlets"], "outlet"), nameless, "not told")),
        ("Independent origins", count(story["origins"], "origin")),
        ("Quotations", f"{count(len(export['quotes']), 'quotation')}, {named:,} with a speaker"),
        ("Figures", count(len(export["figures"]), "figure")),
    ]


def _and(words: str, number: int, what: str) -> str:
    return f"{words}, {number} {what}" if number else words


def people(view: View) -> list[Person]:
    """The people that most articles name, with the roles that are printed.

    A single word without role or quotation is as often a ship or a place.
    """
    quotes = {voice["entity"]: voice["quotes"] for voice in view.export["voices"]}
    found = [
        Person(
            row["id"],
            row["name"],
            view.roles(row["id"]),
            len({mention["article"] for mention in row["mentions"]}),
            quotes.get(row["id"], 0),
        )
        for row in view.export["entities"]
        if row["kind"] == "person" and (row["roles"] or " " in row["name"] or row["id"] in quotes)
    ]
    weight = {row["id"]: len(row["mentions"]) for row in view.export["entities"]}
    return sorted(found, key=lambda person: (-person.articles, -person.quotes, -weight[person.id], person.name))[
        :PEOPLE
    ]


def claims(view: View) -> list[ClaimView]:
    """Figures by what they count: what most places claim first."""
    figures = {row["id"]: row for row in view.export["figures"]}
    found = [
        ClaimView(
            row["id"],
            row["counted"] or clip(row["tellings"][0]["text"], 60)[0],
            tuple(_figure(view, figures[telling["figure"]]) for telling in row["tellings"]),
        )
        for row in view.export["figure_claims"]
    ]
    return sorted(found, key=lambda claim: -len(claim.figures))


def unclaimed(view: View) -> list[FigureView]:
    """Figures that one place alone has, in the order of the articles."""
    held = {telling["figure"] for row in view.export["figure_claims"] for telling in row["tellings"]}
    return [_figure(view, row) for row in view.export["figures"] if row["id"] not in held]


def _figure(view: View, row: Row) -> FigureView:
    moment = view.moments.get(row["moment"])
    return FigureView(
        row["id"],
        view.place(row),
        row["counted"]["text"] if row["counted"] else "",
        _claimant(view, row),
        moment["text"] if moment else "",
    )


def _claimant(view: View, row: Row) -> str:
    if row["quote"] is None and row["claimed_by"] is None:
        return "the outlet"
    return "a speaker not told" if row["claimed_by"] is None else view.name(row["claimed_by"])


def voices(view: View) -> list[VoiceView]:
    """Everybody who is quoted, the largest share first."""
    rows = view.export["voices"]
    return [
        VoiceView(
            row["entity"],
            view.name(row["entity"]),
            row["quotes"],
            row["words"],
            round(100 * row["share"], 1),
            len(row["articles"]),
        )
        for row in rows
    ]


def events(view: View) -> list[EventView]:
    """All events in the order of their days; those without one last."""
    rows = sorted(view.export["events"], key=_day)
    return [
        EventView(
            row["id"],
            days(row["when"]["start"], row["when"]["end"]) if row["when"] else "day not told",
            row["label"],
            tuple(view.name(entity) for entity in row["participants"]),
            tuple(view.places(row["tellings"])),
            _ranks(row),
            tuple((view.place(place), place["reason"]) for report in row["reports"] for place in report["corrections"]),
        )
        for row in rows
    ]


def _day(event: Row) -> str:
    """The first day of an event, or the last where that alone is known."""
    when = event["when"] or {"start": None, "end": None}
    return str(when["start"] or when["end"] or "9999")


_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def _ranks(event: Row) -> dict[str, str]:
    """Which article was the how manieth in print, in words; two of one day share it."""
    reports = [(event["tellings"][report["telling"]]["article"], report["rank"]) for report in event["reports"]]
    if len({rank for _, rank in reports}) < 2:
        return {}
    return {
        article: f"{_ORDINALS[rank - 1] if rank <= len(_ORDINALS) else f'number {rank}'} in print"
        for article, rank in reports
        if rank is not None
    }
