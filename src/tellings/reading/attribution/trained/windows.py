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


def windows(paragraphs: Sequence[Encoded], start: int, part: int, longest: int = PIECES) -> Iterator[Window]:
    """Pack paragraphs. ``start`` and ``part`` are the ids of the signs that open a window and end a paragraph."""
    group: list[tuple[int, int, int]] = []
    size = 1
    for number, encoded in enumerate(paragraphs):
        for first, last in _runs(encoded, longest - 2):
            length = sum(len(pieces) for pieces in encoded.pieces[first:last]) + 1
            if group and size + length > longest:
                yield _window(paragraphs, group, start, part)
                group, size = [], 1
            group.append((number, first, last))
            size += length
    if group:
        yield _window(paragraphs, group, start, part)


def _runs(encoded: Encoded, longest: int) -> Iterator[tuple[int, int]]:
    """The stretches of words of a paragraph that fit into a window: mostly all of it."""
    first = size = 0
    for word, pieces in enumerate(encoded.pieces):
        if size + len(pieces) > longest and word > first:
            yield first, word
            first, size = word, 0
        size += len(pieces)
    if first < len(encoded):
        yield first, len(encoded)


def _window(paragraphs: Sequence[Encoded], runs: Sequence[tuple[int, int, int]], start: int, part: int) -> Window:
    rows: list[tuple[int, int, int]] = [(start, _SIGN, _OUTSIDE)]
    firsts = [0]
    words: list[Word] = [(-1, -1)]
    for number, first, last in runs:
        encoded = paragraphs[number]
        for word in range(first, last):
            firsts.append(len(rows))
            words.append((number, word))
            rows.extend((piece, encoded.shapes[word], encoded.marks[word]) for piece in encoded.pieces[word])
        firsts.append(len(rows))
        words.append((-1, -1))
        rows.append((part, _SIGN, _OUTSIDE))
    pieces, shapes, marks = np.array(rows, dtype=np.int64).T
    return Window(pieces, shapes, marks, np.array(firsts, dtype=np.int64), tuple(words))
