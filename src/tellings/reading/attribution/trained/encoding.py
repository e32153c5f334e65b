"""Text to numbers: words, word pieces, and what an uncased encoder cannot see: capitals and quotation marks.

The same code makes the examples of the training and the input of the run, so
that the two cannot drift apart. Every style of quotation mark is turned into
one straight mark, sign for sign, so that the network never learns a style;
whether a word stands inside marks is a feature of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tokenizers import Tokenizer

from tellings.reading.attribution.marks import Marked
from tellings.reading.paragraphs import plain

SHAPES: Final = ("lower", "Title", "UPPER", "miXed", "digits", "sign")
MARKS: Final = ("outside", "opens", "inside", "closes")
_MARK_SIGNS = frozenset("\"'`“”„‟«»‘’‚‛—–― ")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One paragraph: for word ``w``, ``text[starts[w]:ends[w]]`` and its features; ``pieces[w]`` are its word-piece ids."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    marks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)


def encode(tokenizer: Tokenizer, text: str, marked: Sequence[Marked]) -> Encoded:
    """A paragraph's words. ``marked`` are its stretches in quotation marks, as ``marks.find`` gives them."""
    encoding = tokenizer.encode(even(text, marked), add_special_tokens=False)
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[list[int]] = []
    last: int | None = None
    for piece, word, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        if word == last:
            ends[-1] = end
            pieces[-1].append(piece)
            continue
        last = word
        starts.append(start)
        ends.append(end)
        pieces.append([piece])
    return Encoded(
        tuple(starts),
        tuple(ends),
        tuple(map(tuple, pieces)),
        tuple(_shape(text[start:end]) for start, end in zip(starts, ends, strict=True)),
        _states(starts, ends, marked),
    )


def even(text: str, marked: Sequence[Marked]) -> str:
    """The text with one style of quotation marks, sign for sign: no offset moves."""
    signs = list(plain(text))
    for m in marked:
        for start, end in ((m.start, m.inner_start), (m.inner_end, m.end)):
            if 0 < end - start <= 2 and all(c in _MARK_SIGNS for c in text[start:end]):
                signs[start:end] = ['"', " "][: end - start]
    return "".join(signs)


def _shape(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return SHAPES.index("sign")
    if not any(c.isalpha() for c in word):
        return SHAPES.index("digits")
    if word.islower():
        return SHAPES.index("lower")
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return SHAPES.index("Title")
    return SHAPES.index("UPPER") if word.isupper() else SHAPES.index("miXed")


def _states(starts: Sequence[int], ends: Sequence[int], marked: Sequence[Marked]) -> tuple[int, ...]:
    states: list[int] = []
    waiting = list(marked)[::-1]
    for start, end in zip(starts, ends, strict=True):
        while waiting and waiting[-1].end <= start:
            waiting.pop()
        now = waiting[-1] if waiting and waiting[-1].start < end else None
        if now is None:
            states.append(MARKS.index("outside"))
        elif start < now.inner_start:
            states.append(MARKS.index("opens"))
        else:
            states.append(MARKS.index("inside" if start < now.inner_end else "closes"))
    return tuple(states)
