"""What each stretch of a text is: headline, byline, body, caption, credit, furniture.

Nothing is cut out. Every character that is not white space lies in exactly one
block, and what no rule knows is body: to keep junk is bad, to lose the article worse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tellings.intake.blocks import furniture, head, inline, pictures, tail
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
    lines = _told(lines, furniture.label)
    lines = _told(lines, pictures.label)
    lines = tail.mark(head.mark(lines, title))
    lines = _repeats([line if line.kind else line.told("body", "") for line in lines])
    return tuple(_blocks(lines))


def _hinted(lines: list[Line], hints: Sequence[Hint]) -> list[Line]:
    if not hints:
        return lines
    return [
        next((line.told(hint.kind, hint.reason) for hint in hints if hint.span.covers(line.span)), line)
        for line in lines
    ]


def _told(lines: list[Line], label: Callable[[str], tuple[BlockKind, str] | None]) -> list[Line]:
    return [line.told(*found) if not line.kind and (found := label(line.text)) else line for line in lines]


def _repeats(lines: list[Line]) -> list[Line]:
    """Paragraphs and captions that stand for a second time, and sentences of the body set again in large type."""
    body = [line.key for line in lines if line.kind == "body"]
    seen: set[str] = set()
    marked: list[Line] = []
    for line in lines:
        again = line.key in seen and (line.kind != "body" or len(line.text) >= _SHORTEST_REPEAT)
        if again and line.kind and not line.repeat:
            line = line.told(line.kind, line.reason or "printed before", repeat=True)  # noqa: PLW2901
        elif line.kind == "body" and _pulled(line, body):
            line = line.told("body", "a sentence of the body set again", repeat=True)  # noqa: PLW2901
        seen.add(line.key)
        marked.append(line)
    return marked


def _pulled(line: Line, body: Sequence[str]) -> bool:
    """Whether all words of a line stand within a longer paragraph: a pull quotation."""
    words = line.key
    return (
        len(line.text) < 200
        and words.count(" ") >= 7
        and any(len(other) > len(words) and words in other for other in body)
    )


def _blocks(lines: list[Line]) -> Iterator[Block]:
    body = [line for line in lines if line.kind == "body"]
    footnotes = inline.numbered(body)
    opening = body[:2]
    for line in lines:
        yield from _cut(line, _cuts(line, opening=line in opening, footnotes=footnotes))


def _cuts(line: Line, *, opening: bool, footnotes: bool) -> tuple[Cut, ...]:
    if line.kind == "body":
        return inline.cuts(line, opening=opening, footnotes=footnotes)
    if line.kind == "caption" and (start := pictures.credit_at(line.text)) is not None:
        return (Cut(start, len(line.text), "credit", "the credit at a caption's end"),)
    return ()


def _cut(line: Line, cuts: Sequence[Cut]) -> Iterator[Block]:
    """The blocks of a line: what is cut out, and what stays between."""
    kind = line.kind or "body"
    place = 0
    for cut in cuts:
        yield from _piece(line, place, cut.start, kind, line.reason)
        yield from _piece(line, cut.start, cut.end, cut.kind, cut.reason)
        place = cut.end
    yield from _piece(line, place, len(line.text), kind, line.reason)


def _piece(line: Line, start: int, end: int, kind: BlockKind, reason: str) -> Iterator[Block]:
    stretch = line.text[start:end]
    if stretch.strip():
        # Spaces beside a cut stay with the words they part, so that the words on both sides read on.
        first = line.span.start + start
        yield Block(kind, Span(first, first + len(stretch)), reason, repeat=line.repeat)
