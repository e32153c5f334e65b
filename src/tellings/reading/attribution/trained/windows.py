"""An article's paragraphs packed into windows that the encoder reads at once.

A window holds whole paragraphs, each followed by the separator, so that a
source can be found in the paragraph before its quotation. A paragraph longer
than a window is cut between words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.reading.attribution.trained.encoding import MARKS, SHAPES, Encoded

PIECES = 256
"""The longest window, in word pieces."""
_SIGN = SHAPES.index("sign")
_OUTSIDE = MARKS.index("outside")

Word = tuple[int, int]
"""A paragraph's number and a word of it; -1 for the signs that start a window and part its paragraphs."""


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder: pieces with their features, and for each word its first piece."""

    pieces: NDArray[np.int64]
    shapes: NDArray[np.int64]
    marks: NDArray[np.int64]
    firsts: NDArray[np.int64]
    words: tuple[Word, ...]
    context: int = 0
    """So many words at the start were read before, in the window before this one."""


def windows(
    paragraphs: Sequence[Encoded], start: int, part: int, longest: int = PIECES, context: int = 0
) -> Iterator[Window]:
    """Pack paragraphs. ``start`` and ``part`` are the ids of the signs that open a window and end a paragraph.

    Up to ``context`` pieces of whole paragraphs that stood in the window before are read again at the head of
    each window.
    """
    runs = [run for number, encoded in enumerate(paragraphs) for run in _runs(number, encoded, longest - 2 - context)]
    lengths = [sum(len(paragraphs[number].pieces[w]) for w in range(first, last)) + 1 for number, first, last in runs]
    position = 0
    while position < len(runs):
        back = position
        size = 1
        while back > 0 and size + lengths[back - 1] <= 1 + context:
            back -= 1
            size += lengths[back]
        end = position
        while end < len(runs) and (end == position or size + lengths[end] <= longest):
            size += lengths[end]
            end += 1
        yield _window(paragraphs, runs[back:position], runs[position:end], start, part)
        position = end


def _runs(number: int, encoded: Encoded, longest: int) -> Iterator[tuple[int, int, int]]:
    first = size = 0
    for word, pieces in enumerate(encoded.pieces):
        if size + len(pieces) > longest and word > first:
            yield number, first, word
            first, size = word, 0
        size += len(pieces)
    if first < len(encoded):
        yield number, first, len(encoded)


def _window(
    paragraphs: Sequence[Encoded],
    before: Sequence[tuple[int, int, int]],
    runs: Sequence[tuple[int, int, int]],
    start: int,
    part: int,
) -> Window:
    rows: list[tuple[int, int, int]] = [(start, _SIGN, _OUTSIDE)]
    firsts = [0]
    words: list[Word] = [(-1, -1)]
    context = 0
    for place, (number, first, last) in enumerate([*before, *runs]):
        encoded = paragraphs[number]
        if place == len(before):
            context = len(words) if before else 0
        for word in range(first, last):
            firsts.append(len(rows))
            words.append((number, word))
            rows.extend((piece, encoded.shapes[word], encoded.marks[word]) for piece in encoded.pieces[word])
        firsts.append(len(rows))
        words.append((-1, -1))
        rows.append((part, _SIGN, _OUTSIDE))
    pieces, shapes, marks = np.array(rows, dtype=np.int64).T
    return Window(pieces, shapes, marks, np.array(firsts, dtype=np.int64), tuple(words), context)
