"""Moments: the time expressions of English news, tagged and put on the calendar.

The grammar is a list of rules (``dates``, ``units``, ``clock``, ``named``);
the longest match wins. ``find`` reads plain text and knows nothing of the
parse, so an article is read again, at little cost, when its day of print
becomes known: the spans are the same, only the values fill up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tellings.reading.document import Document
from tellings.reading.moments import clock, dates, days, named, units
from tellings.reading.moments import tense as tenses
from tellings.reading.moments.rule import Direction, Rule, Scene, Timex
from tellings.reading.paragraphs import Paragraph, paragraphs
from tellings.reading.reader import Part
from tellings.values import Moment, MomentKind, Published, Reading

RULES: tuple[Rule, ...] = (*clock.RULES, *named.RULES, *dates.RULES, *units.RULES)

Tense = Callable[[int, int], Direction]
"""Where the sentence around two offsets looks: back, ahead, or open."""

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

    @property
    def direction(self) -> Direction:
        """The direction that the rule's name carries."""
        way = self.rule.rpartition(":")[2]
        return way if way in ("past", "future") else "open"  # type: ignore[return-value]


def find(text: str, *, anchor: str | None, tense: Tense | None = None, last: str | None = None) -> list[Found]:
    """The time expressions of a text, resolved against the ISO day ``anchor``.

    ``last`` is the value of the time named before the text. The spans do not depend on the anchor.
    """
    plain = text.translate(_PLAIN)
    asked = tense or (lambda start, end: tenses.direction(plain, start, end))
    day = days.parse(anchor)
    found = []
    for rule, match in _matches(plain):
        way = asked(match.start(), match.end())
        timex = rule.make(match, Scene(day, way, last))
        found.append(_found(rule, match.start(), match.end(), timex, way, day))
        last = _named(found[-1], last)
    return found


def _matches(text: str) -> Iterator[tuple[Rule, "re.Match[str]"]]:
    """The longest match from each place on; of two equal ones the earlier rule's."""
    candidates = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text)
        if match.end() > match.start() and rule.accept(match)
    ]
    reached = 0
    for start, end, _, rule, match in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start >= reached:
            yield rule, match
            reached = -end


def _found(rule: Rule, first: int, last: int, timex: Timex, way: Direction, anchor: date | None) -> Found:
    start, end = timex.interval
    against = anchor.isoformat() if anchor and timex.relative else None
    name = rule.name if way == "open" else f"{rule.name}:{way}"
    return Found(first, last, timex.kind, timex.value, start, end, against, name)


def _named(found: Found, last: str | None) -> str | None:
    """The time that "that year" or "two days later" counts from; what is itself counted so is only beside it."""
    beside = found.rule.startswith(("unit.beside", "unit.ago", "named.this-quarter"))
    return found.value if found.kind in ("DATE", "TIME") and found.value[:4].isdigit() and not beside else last


def _moments(
    found: Iterable[Paragraph], anchor: str | None, tense: Callable[[Paragraph], Tense | None]
) -> tuple[Moment, ...]:
    moments: list[Moment] = []
    last: str | None = None
    for paragraph in found:
        for timex in find(paragraph.plain, anchor=anchor, tense=tense(paragraph), last=last):
            span = paragraph.span_of(timex.first, timex.last)
            moments.append(Moment(span, timex.kind, timex.value, timex.start, timex.end, timex.anchor, timex.rule))
            last = _named(timex, last)
    return tuple(moments)


def _read_against(
    found: Sequence[Paragraph], published: Published | None, tense: Callable[[Paragraph], Tense | None]
) -> tuple[Moment, ...]:
    """Against the day of print; between two bounds only what both ends agree on is told."""
    if published is None:
        return _moments(found, None, tense)
    early = _moments(found, published.earliest, tense)
    if published.day:
        return early
    late, open_ = _moments(found, published.latest, tense), _moments(found, None, tense)
    return tuple(
        one if (one.value, one.start, one.end) == (two.value, two.start, two.end) else neither
        for one, two, neither in zip(early, late, open_, strict=True)
    )


def resolve(reading: Reading, published: Published | None) -> Reading:
    """The reading with its moments resolved against another day of print; their places stay."""
    found = paragraphs(reading.article)
    return replace(reading, moments=_read_against(found, published, lambda _: None))


def read(document: Document, reading: Reading) -> dict[str, tuple[Moment, ...]]:
    """The moments of every paragraph, in the order of the text."""
    return {"moments": _read_against(document.paragraphs, reading.article.published, lambda _: None)}


PART = Part("moments.rules.v1", read, gives=("moments",), requires=("sentences",))
