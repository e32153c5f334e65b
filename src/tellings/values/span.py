"""A stretch of an article's text.

Offsets are Unicode code points into ``Article.text``, half open. A span means
the same in every room, for ever: junk is marked as a block, never cut out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from ``start`` up to, not with, ``end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of ``other`` is in this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""One thing in one or several stretches, in the order of the text."""


def hull(spans: Spans) -> Span:
    """The shortest span that covers all of ``spans`` (at least one)."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def stretches(pieces: Spans, start: int, end: int, *, joint: int = 0) -> Spans:
    """The places of ``joined[start:end]``, where ``joined`` is made of ``pieces`` with ``joint`` characters between them."""
    found: list[Span] = []
    offset = 0
    for piece in pieces:
        first, last = max(start, offset), min(end, offset + len(piece))
        if first < last:
            found.append(Span(piece.start + first - offset, piece.start + last - offset))
        offset += len(piece) + joint
    return tuple(found)
