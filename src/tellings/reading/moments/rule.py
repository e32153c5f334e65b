"""What a rule of the grammar is: a name, a pattern, and how a match becomes a value.

Whether a match is a time expression never depends on the anchor, only its
value does: the same text gives the same spans whatever day it is read from,
so a reading can be resolved again when its day becomes known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tellings.reading.moments import days
from tellings.values import MomentKind

Direction = Literal["past", "future", "open"]
"""Where the sentence looks: back, ahead, or it does not tell."""


@dataclass(frozen=True, slots=True)
class Scene:
    """From where a time is told: the day of print, the direction of the sentence, the last time named.

    ``beside`` is the last time named in the same sentence, ``quarter`` the value of the quarter that
    results are told of.
    """

    anchor: date | None = None
    direction: Direction = "open"
    last: str | None = None
    beside: str | None = None
    quarter: str | None = None

    @property
    def reference(self) -> date | None:
        """The last whole day that was named, or the day of print."""
        return days.parse(self.last) or self.anchor


@dataclass(frozen=True, slots=True)
class Timex:
    """The outcome of a rule. ``start`` and ``end`` are taken from the value where they are not given."""

    kind: MomentKind
    value: str
    relative: bool = False
    start: str | None = None
    end: str | None = None

    @property
    def interval(self) -> days.Interval:
        """The first and the last ISO date covered."""
        if self.start is not None or self.kind in ("DURATION", "SET"):
            return self.start, self.end
        return days.interval(self.value)


Make = Callable[["re.Match[str]", Scene], Timex]


def _always(_: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """``accept`` looks at the match and the text around it, never at the anchor.

    What the group ``led`` of a pattern matches must stand before the expression and is no part of it ("in the summer").

    No match is without one of the words ``needs`` (in small letters, "0" for a digit), so
    that most rules need not be tried on most paragraphs; an empty one is tried on all.
    """

    name: str
    pattern: re.Pattern[str]
    make: Make
    accept: Callable[[re.Match[str]], bool] = _always
    needs: frozenset[str] = frozenset()


def relative(scene: Scene, unknown: str, known: Callable[[date], str], kind: MomentKind = "DATE") -> Timex:
    """A value that counts from the day of print; ``unknown`` stands where there is none."""
    return Timex(kind, known(scene.anchor) if scene.anchor else unknown, relative=True)


def any_one(found: re.Match[str]) -> bool:
    """As in "on a Sunday afternoon": no certain one; "a Friday news conference" is of a certain day."""
    return bool(re.search(r"(?i)\bon an?\s+$", found.string[max(0, found.start() - 8) : found.start()]))
