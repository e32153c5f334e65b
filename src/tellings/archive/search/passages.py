"""The passage of an article that is shown for a hit: the shortest stretch with most of the words, cut where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.values import Span

LONGEST = 280
"""Characters of a passage."""
OPEN, CLOSE = "\ue000", "\ue001"
"""What SQLite puts around matches: signs of private use. An article that holds them itself is shown from its beginning."""

_END = re.compile(r"(?<=[.!?”\"’])\s+|\n+")
_BLANK = re.compile(r"\s+")


def matches(marked: str, text: str) -> tuple[Span, ...]:
    """The places of ``text`` that stand between the signs in ``marked``."""
    if OPEN in text or CLOSE in text:
        return ()
    found, start = [], 0
    for gone, place in enumerate(re.finditer(f"[{OPEN}{CLOSE}]", marked)):
        if place[0] == OPEN:
            start = place.start() - gone
        else:
            found.append(Span(start, place.start() - gone))
    return tuple(found)


def best(text: str, found: Sequence[Span], *, start: int = 0) -> Span:
    """The passage around the matches; without one, from ``start`` on."""
    if not found:
        return trimmed(text, Span(start, min(len(text), start + LONGEST)))
    inside = max(_windows(text, found), key=lambda window: (window[0], -window[1].start))[1]
    room = LONGEST - len(inside)
    before = text[max(0, inside.start - room) : inside.start]
    cuts = [end.end() for end in _END.finditer(before)]
    left = inside.start - len(before) + cuts[-1] if cuts else _word(text, inside.start - room // 2)
    return trimmed(text, Span(left, min(len(text), max(left + LONGEST, inside.end))))


def _windows(text: str, found: Sequence[Span]) -> list[tuple[int, Span]]:
    """From each match as far as a passage goes: how many different words it holds, and its place."""
    windows = []
    for number, first in enumerate(found):
        inside = [span for span in found[number : number + 40] if span.end - first.start <= LONGEST] or [first]
        different = len({span.of(text).casefold() for span in inside})
        windows.append((different, Span(first.start, inside[-1].end)))
    return windows


def _word(text: str, place: int) -> int:
    """The beginning of the word at a place, or of the next."""
    if place <= 0:
        return 0
    blank = _BLANK.search(text, place)
    return blank.end() if blank and blank.end() < len(text) else place


def trimmed(text: str, span: Span) -> Span:
    """A span that ends with a whole word and has no blank at its ends."""
    start, end = span.start, span.end
    if end < len(text) and not text[end].isspace():
        cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        end = cut if cut > start else end
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
