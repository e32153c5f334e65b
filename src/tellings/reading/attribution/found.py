"""An attribution as found in one paragraph, in the paragraph's own offsets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from tellings.reading.attribution.marks import Marked
from tellings.values import Manner

Piece = tuple[int, int]
"""``text[start:end]`` of a paragraph."""


@dataclass(frozen=True)
class Found:
    """One attribution. ``head`` is the head of the source; ``content`` may have several pieces."""

    content: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    source: tuple[Piece, ...]
    head: Token | None
    reason: str

    def covers(self, start: int, end: int) -> bool:
        """Whether the content holds ``text[start:end]``."""
        return any(first <= start and end <= last for first, last in self.content)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the content shares a character with ``text[start:end]``."""
        return any(first < end and start < last for first, last in self.content)


def speaks(found: Found) -> bool:
    """Whether somebody is said to have said it ("nobody is saying that" attributes nothing)."""
    return found.head is None or found.head.lower_ not in {"nobody", "none", "nothing", "neither"}


def trim(text: str, start: int, end: int) -> Piece:
    """A piece without white space, and without a comma or dash that only joins it to what is around."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–"):
        end -= 1
    return start, end


def manner(text: str, found: Found, quoted: tuple[Marked, ...]) -> Manner:
    """How found content is printed.

    Direct where it is whole sentences in marks, mixed where words in marks are a part of the narrator's
    sentence, indirect where nothing is in marks.
    """
    inside = [m for m in quoted if found.overlaps(m.start, m.end)]
    if not inside:
        return "indirect"
    for start, end in found.content:
        rest = text[start:end]
        for marked in sorted(inside, key=lambda m: -m.start):
            if start <= marked.start and marked.end <= end:
                rest = rest[: marked.start - start] + rest[marked.end - start :]
        if any(character.isalnum() for character in rest):
            return "mixed"
    return "direct" if any(sentence_like(text, marked) for marked in inside) else "mixed"


def sentence_like(text: str, marked: Marked) -> bool:
    """Whether marked words stand as a sentence of their own, not as a phrase in the narrator's sentence."""
    inner = text[marked.inner_start : marked.inner_end].strip()
    before = text[: marked.start].rstrip()
    first = next((c for c in inner if c.isalnum()), "")
    opens = not before or before[-1] in ".!?,:;—–-…\"'”’)" or _after_cue(before)
    ends = bool(inner) and (
        inner[-1] in ".,!?…—–-;" or text[marked.end : marked.end + 1] in {"", ",", ".", "?", "!"} or not marked.closed
    )
    starts_big = first.isupper() or first.isdigit() or inner.startswith(("…", "...", "["))
    return ends and opens and (starts_big or (not before and inner[-1:] in ",.?!"))


def _after_cue(before: str) -> bool:
    last = before.rsplit(maxsplit=1)[-1].lower()
    return last in {
        "said",
        "says",
        "replied",
        "added",
        "asked",
        "answered",
        "wrote",
        "shouted",
        "that",
        "tweeted",
        "read",
        "reads",
    }


def without_gap(found: Found, text: str) -> Found:
    """The same with pieces that touch joined into one."""
    pieces: list[Piece] = []
    for start, end in sorted(found.content):
        if pieces and not text[pieces[-1][1] : start].strip():
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    return replace(found, content=tuple(pieces))
