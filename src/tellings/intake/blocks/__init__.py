"""What each stretch of a text is: headline, byline, body, caption, credit, furniture.

Nothing is cut out. Every character that is not white space lies in exactly one
block, and what no rule knows is body: to keep junk is bad, to lose the article worse.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tellings.intake.blocks import furniture, head, inline, pictures, strays, tail
from tellings.intake.blocks.inline import Cut
from tellings.intake.blocks.lines import Line, split
from tellings.values import Block, BlockKind, Span

__all__ = ["Hint", "head", "mark"]

_SHORTEST_REPEAT = 40
"""A shorter line (a name, a subheading) may well stand twice."""


class Hint(NamedTuple):
    """What the markup says that a stretch of the text is."""

    span: Span
    kind: BlockKind
    reason: str


def mark(text: str, *, title: str | None = None, hints: Sequence[Hint] = ()) -> tuple[Block, ...]:
    """The blocks of a text, in order. ``title`` is its headline, where that is known from elsewhere."""
    lines = _hinted(split(text), hints)
    for label in (pictures.credit, furniture.label, pictures.label):
        lines = _told(lines, label)
    lines = _told(head.mark(lines, title), _other_headline)
    lines = strays.mark(tail.mark(lines))
    lines = _repeats([line if line.kind else line.told("body", "") for line in lines])
    return tuple(_blocks(lines))


def _hinted(lines: list[Line], hints: Sequence[Hint]) -> list[Line]:
    """The lines that a hint covers, told. Hints do not overlap."""
    ordered = sorted(hints, key=lambda hint: hint.span)
    starts = [hint.span.start for hint in ordered]
    told: list[Line] = []
    for line in lines:
        at = bisect_right(starts, line.span.start) - 1
        hint = ordered[at] if at >= 0 and ordered[at].span.covers(line.span) else None
        told.append(line.told(hint.kind, hint.reason) if hint else line)
    return told


def _told(lines: list[Line], label: Callable[[str], tuple[BlockKind, str] | None]) -> list[Line]:
    return [line.told(*found) if not line.kind and (found := label(line.text)) else line for line in lines]


def _other_headline(text: str) -> tuple[BlockKind, str] | None:
    return ("banner", "a related headline in capitals") if furniture.capitals(text) else None


def _repeats(lines: list[Line]) -> list[Line]:
    """Paragraphs and captions that stand for a second time."""
    seen: set[str] = set()
    marked: list[Line] = []
    for line in lines:
        again = line.key in seen and (line.kind != "body" or len(line.text) >= _SHORTEST_REPEAT)
        if again and line.kind and not line.repeat:
            line = line.told(line.kind, line.reason or "printed before", repeat=True)
        seen.add(line.key)
        marked.append(line)
    return marked


def _blocks(lines: list[Line]) -> Iterator[Block]:
    body = [line for line in lines if line.kind == "body"]
    footnotes, transcript = inline.numbered(body), inline.spoken(body)
    opening = body[:2]
    for line in lines:
        yield from _cut(line, _cuts(line, opening=line in opening, footnotes=footnotes, transcript=transcript))


def _cuts(line: Line, *, opening: bool, footnotes: bool, transcript: bool) -> tuple[Cut, ...]:
    if line.kind == "body":
        return inline.cuts(line, opening=opening, footnotes=footnotes, transcript=transcript)
    if line.kind == "caption" and (start := pictures.credit_at(line.text)) is not None:
        return (Cut(start, len(line.text), "credit", "the credit at a caption's end"),)
    return ()


def _cut(line: Line, cuts: Sequence[Cut]) -> Iterator[Block]:
    """The blocks of a line: what is cut out, and what stays between."""
    kind = line.kind or "body"
    place, before = 0, False
    for cut in cuts:
        joined = cut.kind == "junk"
        yield from _piece(line, place, cut.start, kind, line.reason, open_start=before, open_end=joined)
        yield from _piece(line, cut.start, cut.end, cut.kind, cut.reason)
        place, before = cut.end, joined
    yield from _piece(line, place, len(line.text), kind, line.reason, open_start=before)


def _piece(
    line: Line, start: int, end: int, kind: BlockKind, reason: str, *, open_start: bool = False, open_end: bool = False
) -> Iterator[Block]:
    """A block without the white space at its edges. Beside junk it stays, so that the words on both sides read on."""
    stretch = line.text[start:end]
    if not stretch.strip():
        return
    first = start if open_start else start + len(stretch) - len(stretch.lstrip())
    last = end if open_end else start + len(stretch.rstrip())
    yield Block(kind, Span(line.span.start + first, line.span.start + last), reason, repeat=line.repeat)
