"""A story as a Markdown report: the sections of the page, with footnotes that name outlet, file and offsets.

Printed words are given as they stand, with whatever marks they have, in block
quotations or plain text; no quotation marks are added. Each footnote is one
place in one source, so the report can be checked without the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tellings.export import overview
from tellings.export.printings import UtteranceView, utterances, who_cut_what
from tellings.export.said import SaidView, SpeakerView, speakers
from tellings.export.view import Place, Row, View, clip, count

# What Markdown would read as markup inside a line, entities of HTML too; and what it would at the beginning of one.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~^]|&(?=#?\w+;))")
_BEGINNING = re.compile(r"^(\d*)([#+-](?=\s|#)|(?<=\d)[.)](?=\s))")

COMPARED = (
    ("Conflicts", "conflict"),
    ("Updates", "update"),
    ("On which they agree", "agree"),
    ("Figures that look alike", "different"),
    ("Altered quotations", "altered"),
    ("Only one reports", "only one reports"),
    ("Headline and body", "headline"),
    ("Who had it first", "first"),
)
"""Comparisons in the order of the report."""


def render(exported: Row) -> str:
    """The report of an export."""
    report = _Report(View(exported))
    lines = "\n".join([*report.lines(), "", *report.notes.lines()])
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"


@dataclass(slots=True)
class _Notes:
    """Footnotes, numbered in the order in which the report comes to them; one for each place."""

    view: View
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def ref(self, place: Place) -> str:
        """Who printed it, and the mark of its footnote."""
        number = self.numbers.setdefault((place.article, place.start, place.end), len(self.numbers) + 1)
        return f"{plain(place.outlet)}, {place.day}[^{number}]"

    def lines(self) -> Iterator[str]:
        """The footnotes themselves."""
        for (article, start, end), number in self.numbers.items():
            file = plain(str(self.view.articles[article]["file"]))
            yield f"[^{number}]: {plain(self.view.outlet(article))}, {file}, characters {start}–{end}"


class _Report:
    """The sections, each a method that gives its lines; an empty section is left out."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.notes = _Notes(view)

    def lines(self) -> list[str]:
        """All sections in the order of the page."""
        sections = (
            self._head(),
            self._utterances(),
            self._speakers(),
            self._figures(),
            *(self._compared(title, kind) for title, kind in COMPARED[:3]),
            self._events(),
            self._voices(),
            *(self._compared(title, kind) for title, kind in COMPARED[3:]),
            self._origins(),
            self._articles(),
        )
        return [line for section in sections for line in section]

    def _head(self) -> Iterator[str]:
        title = self.view.story["title"]
        yield f"# {plain(title) if title else count(len(self.view.articles), 'article') + ', side by side'}"
        yield ""
        for name, value in overview.facts(self.view):
            yield f"- **{name}:** {plain(value)}"
        for person in overview.people(self.view):
            roles = f", {plain(person.roles)}" if person.roles else ""
            yield f"- **{plain(person.name)}**{roles}: in {count(person.articles, 'article')}"

    def _utterances(self) -> Iterator[str]:
        found = utterances(self.view)
        if found:
            yield from _title("Said once, printed by several")
        for utterance in found:
            yield from self._utterance(utterance)
        rows = who_cut_what(self.view)
        if rows:
            yield from _title("Who cut what", 3)
            yield "| outlet | printings beside a fuller one | what was done | warnings |"
            yield "| --- | --- | --- | --- |"
            for row in rows:
                done = ", ".join(f"{kind} {number}" for kind, number in row.kinds) or "the same words"
                yield f"| {plain(row.outlet)} | {row.printings} | {done} | {row.warnings} |"
            yield ""

    def _utterance(self, utterance: UtteranceView) -> Iterator[str]:
        yield from _title(plain(self.view.name(utterance.speaker)), 3)
        for printing in utterance.printings:
            labels = ["fullest printing"] if printing.lead else []
            labels += ["goes on from the words above"] if printing.goes_on else []
            labels += ["reported, not quoted"] if printing.reported else []
            labels += ["first in print"] if printing.first else []
            labels += list(printing.warnings)
            labels += ["the same words"] if not printing.lead and not printing.changes else []
            yield f"> {plain(_line(printing.place.text))}"
            yield ">"
            yield f"> {self.notes.ref(printing.place)}{_labels(labels)}"
            yield ""
            for change in printing.changes:
                words = [f"~~{plain(_line(change.lead))}~~"] if change.lead else []
                words += [f"**{plain(_line(change.here))}**"] if change.here else []
                yield f"- {change.kind}: {' → '.join(words)}"
            if printing.changes:
                yield ""

    def _speakers(self) -> Iterator[str]:
        found = speakers(self.view)
        if found:
            yield from _title("Who said what")
        for speaker in found:
            yield from self._speaker(speaker)

    def _speaker(self, speaker: SpeakerView) -> Iterator[str]:
        yield from _title(plain(speaker.name) + (f" ({plain(speaker.roles)})" if speaker.roles else ""), 3)
        for item in speaker.said:
            cue = f"*{plain(item.cue)}* " if item.cue else ""
            yield f"- {cue}{plain(item.words)}{' …' if item.cut else ''} ({self._sources(item)}{self._how(item)})"

    def _sources(self, item: SaidView) -> str:
        return "; ".join(self.notes.ref(place) for place in (item.place, *item.others))

    @staticmethod
    def _how(item: SaidView) -> str:
        manner = {"indirect": "reported, not quoted", "mixed": "partly quoted"}.get(item.manner)
        return "".join(f"; {label}" for label in (manner, item.kind, item.certainty) if label)

    def _figures(self) -> Iterator[str]:
        claims, rest = overview.claims(self.view), overview.unclaimed(self.view)
        if claims or rest:
            yield from _title("Figures, and who claims them")
        for title, figures in [
            *((claim.counted, claim.figures) for claim in claims),
            ("Set beside no other", tuple(rest)),
        ]:
            if not figures:
                continue
            yield from _title(plain(title), 3)
            for figure in figures:
                as_of = f", as of {plain(figure.moment)}" if figure.moment else ""
                yield f"- {plain(clip(figure.place.text, 90)[0])}: {plain(figure.claimed)}{as_of} ({self.notes.ref(figure.place)})"

    def _compared(self, title: str, kind: str) -> Iterator[str]:
        rows = [row for row in self.view.export["comparisons"] if row["kind"] == kind]
        if rows:
            yield from _title(title)
        for row in rows:
            yield f"- {plain(row['why'])}"
            yield from self._tellings(row["tellings"])

    def _tellings(self, rows: Iterable[Row]) -> Iterator[str]:
        for place in self.view.places(rows):
            words, cut = clip(place.text)
            yield f"  - {plain(words)}{' …' if cut else ''} ({self.notes.ref(place)})"

    def _events(self) -> Iterator[str]:
        found = overview.events(self.view)
        if found:
            yield from _title("When it happened")
        for event in found:
            sources = "; ".join(
                f"{self.notes.ref(place)}{f', {event.ranks[place.article]}' if place.article in event.ranks else ''}"
                for place in event.places
            )
            yield f"- **{event.when}:** {plain(clip(event.label, 200)[0])} ({sources})"
            for place, reason in event.corrections:
                yield f"  - Corrected, {reason}: {plain(clip(place.text, 200)[0])} ({self.notes.ref(place)})"

    def _voices(self) -> Iterator[str]:
        found = overview.voices(self.view)
        if not found:
            return
        yield from _title("Share of voice")
        yield "| Speaker | Quotations | Quoted words | Share | Articles |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        for voice in found:
            yield f"| {plain(voice.name)} | {voice.quotes} | {voice.words} | {voice.percent} % | {voice.articles} |"

    def _origins(self) -> Iterator[str]:
        rows = self.view.export["origins"]
        if rows:
            yield from _title("One text, several outlets")
        for row in rows:
            outlets = ", ".join(plain(self.view.outlet(article)) for article in row["articles"])
            yield f"- {outlets}: {plain(row['reason'])}"
            if row["first"]:
                yield f"  - likely first: {plain(self.view.outlet(row['first']))}, as {plain(row['first_reason'])}"
            yield from self._tellings(row["shared"][:2])

    def _articles(self) -> Iterator[str]:
        yield from _title("The articles")
        yield "| Outlet | Headline | Printed | Words | File |"
        yield "| --- | --- | --- | ---: | --- |"
        for article, row in self.view.articles.items():
            cells = (self.view.outlet(article), self.view.headline(article), self.view.day(article))
            yield f"| {' | '.join(plain(_line(cell)) for cell in cells)} | {row['words']} | {plain(str(row['file']))} |"


def plain(text: str) -> str:
    """Text that Markdown prints as it is."""
    return _BEGINNING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _line(text: str) -> str:
    return " ".join(text.split())


def _labels(labels: list[str]) -> str:
    return f" ({', '.join(labels)})" if labels else ""


def _title(words: str, level: int = 2) -> list[str]:
    return ["", f"{'#' * level} {words}", ""]
