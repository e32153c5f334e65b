"""Moments: the time expressions of English news, tagged and put on the calendar.

The grammar is a list of rules (``dates``, ``periods``, ``decades``, ``seasons``, ``fiscal``, ``clock``, ``units``,
``beside``, ``lengths``, ``often``, ``named``, ``holidays``); the longest match wins. ``find`` reads plain text and knows nothing of the
parse, so an article is read again, at little cost, when its day of print
becomes known: the spans are the same, only the values fill up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tellings.reading.document import Document
from tellings.reading.moments import (
    beside,
    clock,
    dates,
    days,
    decades,
    fiscal,
    holidays,
    lengths,
    named,
    often,
    periods,
    said,
    seasons,
    tense,
    titles,
    units,
    words,
)
from tellings.reading.moments.rule import Direction, Rule, Scene, Timex
from tellings.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from tellings.reading.reader import Part
from tellings.values import Moment, MomentKind, Published, Reading

RULES: tuple[Rule, ...] = (
    *clock.RULES,
    *fiscal.RULES,
    *named.RULES,
    *holidays.RULES,
    *dates.RULES,
    *periods.RULES,
    *decades.RULES,
    *seasons.RULES,
    *units.RULES,
    *beside.RULES,
    *lengths.RULES,
    *often.RULES,
)

_BESIDE = ("unit.beside", "unit.ago", "named.this-quarter", "fiscal.year-ago", "fiscal.of-year")
_ENDS = re.compile(r"[.!?]['\")]*\s+[\"'(A-Z]")
_PLAIN = str.maketrans("’‘“”\u00a0\u2009\u200a\u202f\u2007\u2500\u2014\u2013", "''\"\"     ---")


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression of a plain text: ``text[start:end]`` and what it says."""

    first: int
    last: int
    kind: MomentKind
    value: str
    start: str | None
    end: str | None
    anchor: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What a text has told so far: the value of the last time named, and of the quarter its results are of.

    "That year" and "two days later" count from it; what is itself counted so is only beside it.
    """

    last: str | None = None
    quarter: str | None = None

    def after(self, found: Found, text: str) -> Memory:
        """The memory after one more time of a text."""
        around = text[max(0, found.first - 8) : found.last + 7]
        if found.rule.startswith(_BESIDE):
            return self
        named = found.kind in ("DATE", "TIME") and found.value[:4].isdigit()
        return Memory(found.value if named else self.last, fiscal.in_mind(self.quarter, found.value, around))


_NOTHING = Memory()


_PRINTED = range(1000, 9000)
"""Years of which a day of print is believed: around any other one the calendar ends within what an expression counts off."""


def find(
    text: str, *, anchor: str | None, memory: Memory = _NOTHING, names: frozenset[str] = frozenset()
) -> list[Found]:
    """The time expressions of a text, resolved against the ISO day ``anchor``.

    ``memory`` is what was told before the text; ``names`` are people's surnames, which
    may be months as well ("May"). The spans do not depend on the anchor.
    """
    plain = text.translate(_PLAIN)
    day = days.parse(anchor)
    if day is not None and day.year not in _PRINTED:
        day = None
    found: list[Found] = []
    for rule, match in _matches(plain, names):
        way = tense.direction(plain, match.start(), match.end())
        last = memory.last if found and not _ENDS.search(plain, found[-1].last, match.start()) else None
        timex = rule.make(match, Scene(day, way, memory.last, last, memory.quarter))
        found.append(_found(rule, match, timex, way=way, anchor=day))
        memory = memory.after(found[-1], plain)
    return found


def _matches(text: str, names: frozenset[str]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The longest match from each place on; of two equal ones the earlier rule's."""
    present = words.present(text)
    candidates = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(RULES)
        if not (rule.needs and rule.needs.isdisjoint(present))
        for match in rule.pattern.finditer(text)
        if match[0] not in names and rule.accept(match) and not titles.is_name(text, match.start(), match.end())
    ]
    reached = 0
    for start, end, _, rule, match in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start >= reached:
            yield rule, match
            reached = -end


def _found(rule: Rule, match: re.Match[str], timex: Timex, *, way: Direction, anchor: date | None) -> Found:
    start, end = timex.interval
    against = anchor.isoformat() if anchor and timex.relative else None
    name = rule.name if way == "open" else f"{rule.name}:{way}"
    led = match.end("led") if match.re.groupindex.get("led") and match["led"] else match.start()
    return Found(led, match.end(), timex.kind, timex.value, start, end, against, name)


def _moments(found: Iterable[Paragraph], anchor: str | None, names: frozenset[str]) -> tuple[Moment, ...]:
    moments: list[Moment] = []
    memory = _NOTHING
    for paragraph in found:
        for timex in find(paragraph.plain, anchor=anchor, memory=memory, names=names):
            span = paragraph.span_of(timex.first, timex.last)
            moments.append(Moment(span, timex.kind, timex.value, timex.start, timex.end, timex.anchor, timex.rule))
            memory = memory.after(timex, paragraph.plain)
    return tuple(moments)


def _against(found: Sequence[Paragraph], published: Published | None, names: frozenset[str]) -> tuple[Moment, ...]:
    """Against the day of print; between two bounds only what both ends agree on is told."""
    if published is None:
        return _moments(found, None, names)
    early = _moments(found, published.earliest, names)
    if published.day:
        return early
    late, neither = _moments(found, published.latest, names), _moments(found, None, names)
    return tuple(
        one if (one.value, one.start, one.end) == (other.value, other.start, other.end) else unknown
        for one, other, unknown in zip(early, late, neither, strict=True)
    )


def _as_said(
    reading: Reading, found: Sequence[Paragraph], moments: Sequence[Moment], names: frozenset[str]
) -> tuple[Moment, ...]:
    """What stands in somebody's words is told from the day they were said: where that is one of several, what all agree on."""
    settled = list(moments)
    for position, (first, last) in said.days_said(reading, found, moments).items():
        moment = moments[position]
        paragraph = paragraph_at(found, moment.span.start)
        if paragraph is None or (moment.start is not None and moment.anchor is None):
            continue
        early = _again(paragraph, moment, first, names)
        late = early if first == last else _again(paragraph, moment, last, names)
        agreed = (early.value, early.start, early.end) == (late.value, late.start, late.end)
        settled[position] = late if agreed else _again(paragraph, moment, None, names)
    return tuple(settled)


def _again(paragraph: Paragraph, moment: Moment, anchor: str | None, names: frozenset[str]) -> Moment:
    """The same time expression resolved against the day of speech; nobody calls that day itself by its weekday."""
    for timex in find(paragraph.plain, anchor=anchor, names=names):
        if paragraph.span_of(timex.first, timex.last) != moment.span:
            continue
        step = {"date.weekday:future": 1, "date.weekday:past": -1}.get(timex.rule, 0)
        day = days.parse(anchor)
        if step and day is not None and timex.start == anchor:
            beside = (day + timedelta(days=step)).isoformat()
            return replace(_again(paragraph, moment, beside, names), anchor=anchor)
        return Moment(moment.span, timex.kind, timex.value, timex.start, timex.end, timex.anchor, timex.rule)
    return moment


def _surnames(reading: Reading) -> frozenset[str]:
    """The last words of the people's full names: "May" is nobody's month where it is somebody's name."""
    people = (m.span.of(reading.article.text) for m in reading.mentions if m.kind == "person" and m.form == "name")
    return frozenset(name.split()[-1] for name in people if len(name.split()) > 1)


def resolve(reading: Reading, published: Published | None) -> Reading:
    """The reading with its moments resolved against another day of print; their places stay.

    Events and figures point at them by position, and another release may have read them: what this one finds at other
    places is passed over, and what it does not find stays as it was.
    """
    parts, names = paragraphs(reading.article), _surnames(reading)
    found = _against(parts, published, names)
    at = {moment.span: moment for moment in found}
    moments = tuple(at.get(moment.span, moment) for moment in reading.moments) if reading.moments else found
    dated = replace(reading, article=replace(reading.article, published=published))
    return replace(reading, moments=_as_said(dated, parts, moments, names))


def read(document: Document, reading: Reading) -> dict[str, tuple[Moment, ...]]:
    """The moments of every paragraph, in the order of the text."""
    names = _surnames(reading)
    moments = _against(document.paragraphs, reading.article.published, names)
    return {"moments": _as_said(reading, document.paragraphs, moments, names)}


PART = Part("moments.rules.v2", read, gives=("moments",), requires=("sentences", "mentions", "quotations", "chains"))
