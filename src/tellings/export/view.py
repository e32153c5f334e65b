"""An export made easy to print: rows by id, names for outlets and days, links to words, short extracts.

Both the page and the Markdown report read an export through a ``View``, so
that they call things by the same names. What is not known is said to be not
told; nothing is made up to fill a gap.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from tellings.intake.page import fragments

Row = Mapping[str, Any]
"""One row of an export."""

MONTHS = "January February March April May June July August September October November December".split()
EXTRACT = 280
"""Characters of an extract in a list; the full text stands in the article itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """One telling, ready to print: its words, who printed them and the link to them."""

    article: str
    start: int
    end: int
    text: str
    outlet: str
    day: str
    original: str | None = None
    """The address that opens the outlet's own page at the words."""

    @property
    def href(self) -> str:
        """The link to the words on the page."""
        return f"#{anchor(self.article, [self.start, self.end])}"


def anchor(article: str, span: Sequence[int]) -> str:
    """The id of a stretch of an article: "a1-120-164"."""
    return f"{article}-{span[0]}-{span[1]}"


@dataclass(frozen=True)
class View:
    """An export with the look-ups that printing needs."""

    export: Row

    @cached_property
    def articles(self) -> dict[str, Row]:
        """Articles by id."""
        return {row["id"]: row for row in self.export["articles"]}

    @cached_property
    def entities(self) -> dict[str, Row]:
        """Entities by id."""
        return {row["id"]: row for row in self.export["entities"]}

    @cached_property
    def quotes(self) -> dict[str, Row]:
        """Quotations by id."""
        return {row["id"]: row for row in self.export["quotes"]}

    @cached_property
    def utterances(self) -> dict[str, Row]:
        """Utterances by id."""
        return {row["id"]: row for row in self.export["utterances"]}

    @cached_property
    def moments(self) -> dict[str, Row]:
        """Time expressions by id."""
        return {row["id"]: row for row in self.export["moments"]}

    @cached_property
    def story(self) -> Row:
        """The one story of the export."""
        row: Row = self.export["stories"][0]
        return row

    def outlet(self, article: str) -> str:
        """The outlet's name; where it is not told, that and the file."""
        row = self.articles[article]
        return row["outlet"]["value"] if row["outlet"] else f"outlet not told ({self.file(article)})"

    def file(self, article: str) -> str:
        """The name of the file, and the record in it where it holds many."""
        row = self.articles[article]
        name = PurePosixPath(str(row["file"]).replace("\\", "/")).name
        return name if row["record"] is None else f"{name}, record {row['record']}"

    def day(self, article: str) -> str:
        """When the article was printed, in words."""
        return published(self.articles[article]["published"])

    def headline(self, article: str) -> str:
        """The article's headline, or that it has none."""
        row = self.articles[article]
        return row["title"]["value"] if row["title"] else "no headline"

    def name(self, entity: str | None) -> str:
        """The name of an entity."""
        return "speaker not told" if entity is None else str(self.entities[entity]["name"])

    def roles(self, entity: str | None, most: int = 3) -> str:
        """The printed titles and descriptions of an entity, the first few."""
        return "" if entity is None else ", ".join(self.entities[entity]["roles"][:most])

    def place(self, row: Row, text: str | None = None) -> Place:
        """A telling of the export, ready to print."""
        start, end = row["span"]
        article = row["article"]
        printed = self.articles[article]
        return Place(
            article,
            start,
            end,
            row["text"] if text is None else text,
            self.outlet(article),
            self.day(article),
            fragments.link(printed["url"], printed["text"][start:end]),
        )

    def places(self, rows: Iterable[Row]) -> list[Place]:
        """Tellings of the export, ready to print."""
        return [self.place(row) for row in rows]

    def words(self, article: str, spans: Iterable[Sequence[int]]) -> list[str]:
        """The words at some spans of an article."""
        text = self.articles[article]["text"]
        return [text[start:end] for start, end in spans]

    def quote_place(self, quote: Row) -> Place:
        """A quotation at the first stretch of its content, with all its words."""
        return self.place(
            {"article": quote["article"], "span": quote["content"][0], "text": " […] ".join(quote["text"])}
        )


def day(iso: str | None) -> str:
    """An ISO date in words, as exact as it is: "2017", "February 2017", "3 February 2017"."""
    if iso is None:
        return "not told"
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?", iso)
    if match is None:
        return iso
    year, month, number = match.groups()
    words = [str(int(number))] if number else []
    return " ".join([*words, *([MONTHS[int(month) - 1]] if month else []), year])


def days(start: str | None, end: str | None, *, joint: str | None = None) -> str:
    """A first and a last ISO date in words, what they share said once: "13–15 March 2024"."""
    if start is None or end is None or start == end:
        return day(start or end)
    for short in (start[:4], start[:7]):
        if whole(short) == (start, end):
            return day(short)
    first, last = day(start).split(), day(end).split()
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    first = first[: len(first) - shared]
    joint = joint or ("–" if len(first) == len(last) - shared == 1 else " – ")
    return f"{' '.join(first)}{joint}{' '.join(last)}"


def whole(iso: str) -> tuple[str, str]:
    """The first and the last day of a year or month ("2024-03"); a day is both."""
    if re.fullmatch(r"\d{4}", iso):
        return f"{iso}-01-01", f"{iso}-12-31"
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", iso):
        return f"{iso}-01", f"{iso}-{monthrange(int(iso[:4]), int(iso[5:]))[1]:02}"
    return iso, iso


def published(row: Row | None) -> str:
    """When something was printed, in words: a day, a span of days, or "date not told"."""
    if row is None:
        return "date not told"
    if row["day"]:
        return day(row["day"])
    return f"between {days(row['earliest'], row['latest'], joint=' and ')}"


def clip(text: str, most: int = EXTRACT) -> tuple[str, bool]:
    """The beginning of a text up to a whole word, and whether something was left out."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text, False
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—-"), True


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 article", "3 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
