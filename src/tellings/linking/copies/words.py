"""Words as numbers: the text of an article as an array in which equal words are equal numbers.

Copies are found among tens of thousands of articles, so a word is never made into a
string of its own: code points become numbers of their lower case by a table, which are
summed up along the text with a factor for each place (Karp & Rabin 1987); the sum of a
word is the difference of two of those, and its factor is taken out again. The numbers
depend on the letters alone, so they are the same on any machine and in any run.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.values import Article, Span

Numbers = NDArray[np.uint64]
Shingles = NDArray[np.uint32]

SHINGLE = 4
"""Words a shingle: one fewer than usual, as house style changes about one word in ten of a copy."""

_PLANE = 0x10000  # code points of the table; what lies beyond is no word of English
_FACTOR = 0x9E3779B97F4A7C15  # odd, so that it can be taken out again
_NEXT = np.uint64(0xD1342543DE82EF95)  # the factor from word to word
_BITS = 2**64  # numbers wrap around


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's body: a number each, and where they stand in its text (code points, half open)."""

    numbers: Numbers
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def __len__(self) -> int:
        """How many words."""
        return len(self.numbers)

    def span(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to before word ``last``."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def words_of(article: Article) -> Words:
    """The words of an article's body; of all its text where it has no blocks."""
    spans = [block.span for block in article.blocks if block.kind == "body" and not block.repeat]
    if not article.blocks and article.text:
        spans = [Span(0, len(article.text))]
    return words_in(article.text, spans)


def words_in(text: str, spans: Iterable[Span]) -> Words:
    """The words that lie in the spans of a text, in their order."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = _letters().take(points, mode="clip")
    inside = np.zeros(len(points) + 2, dtype=bool)
    for span in spans:
        np.not_equal(letters[span.start : span.end], 0, out=inside[span.start + 1 : span.end + 1])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    return Words(_summed(letters, starts, ends), starts.astype(np.int32), ends.astype(np.int32))


def shingles(words: Words) -> Shingles:
    """A number for every run of ``SHINGLE`` words: as many as there are words, less three; none for fewer words."""
    made = words.numbers[: max(0, len(words) - SHINGLE + 1)].copy()
    for place in range(1, SHINGLE):
        made *= _NEXT
        made += words.numbers[place : place + len(made)]
    return (made >> np.uint64(32)).astype(np.uint32)  # the upper half depends on all of what went in


def _summed(letters: NDArray[np.uint64], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> Numbers:
    """Each word's letters times the factor of their place in it, added up."""
    factors, inverses = _factors(1 << len(letters).bit_length())
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * factors[: len(letters)], out=sums[1:])
    return (sums[ends] - sums[starts]) * inverses[starts]


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers whose every bit depends on every bit of what went in (the finaliser of splitmix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


@functools.cache
def _letters() -> Numbers:
    """For each code point: a number of its lower case if it is a letter or a digit, else nought."""
    points = np.array([_lower(chr(point)) for point in range(_PLANE - 1)] + [0], dtype=np.uint64)
    return np.where(points, _mixed(points), 0)  # the last one is no letter: it stands for what lies beyond


def _lower(letter: str) -> int:
    lower = letter.lower()
    return (ord(lower) if len(lower) == 1 else ord(letter)) if letter.isalnum() else 0


@functools.cache
def _factors(size: int) -> tuple[Numbers, Numbers]:
    """The factors of so many places, and what takes them out again."""
    return _powers(_FACTOR, size), _powers(pow(_FACTOR, -1, _BITS), size)


def _powers(base: int, size: int) -> Numbers:
    powers = np.full(size, base, dtype=np.uint64)
    powers[0] = 1
    return np.cumprod(powers)
