"""The words, names and figures of a text as numbers, at a fraction of a millisecond an article.

A term is the upper 21 bits of the CRC-32 of its folded form: the same on every
machine and in every run, and an archive of any size needs no shared dictionary. Names are told by
capitals alone: words that stand capitalised inside a sentence.
"""

from __future__ import annotations

import functools
import re
import zlib

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.uint32]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

SHIFT = 11
KEPT = np.uint32((0xFFFFFFFF >> SHIFT) << SHIFT)
"""The bits of a number that make a term; the rest only serve to mix runs."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = re.compile(r"(?<=[a-z0-9,] )[^\W\d_a-z][^\W\d_]*(?:['’\-][^\W\d_]+)*")
_WEEKDAY = re.compile(r"\b[MTWFS][a-z]{2,5}day\b")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{15,400})[”\"]")
_NO_NAMES = frozenset(
    [
        *WEEKDAYS,
        *"january february march april may june july august september october november december".split(),
        *"i mr mrs ms dr sen rep gov".split(),
    ]
)
_MIX = (
    np.uint32(2654435761),
    np.uint32(2246822519),
    np.uint32(3266489917),
)  # odd: each place counts for something else
_CACHE = 1 << 18  # words; more than the common vocabulary of an archive


def folded(word: str) -> str:
    """A word without case, possessive and plural."""
    word = _POSSESSIVE.sub("", word.casefold().replace("’", "'"))
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]
    return word


@functools.lru_cache(maxsize=_CACHE)
def number(word: str) -> int:
    """The term of a word as printed."""
    return zlib.crc32(folded(word).encode())


def tokens(text: str) -> list[str]:
    """The words and figures of a text, as printed."""
    return _TOKEN.findall(text)


def figures(text: str) -> list[str]:
    """The figures of a text of more than one character, as printed."""
    return [figure for figure in _FIGURE.findall(text) if len(figure) > 1]


def names(text: str) -> frozenset[str]:
    """The words that stand capitalised inside a sentence, as printed."""
    return frozenset(name for name in _NAME.findall(text) if name.casefold() not in _NO_NAMES)


def weekdays(text: str, most: int = 3) -> int:
    """The first weekdays that a text names, as bits: what happened when, where no date is printed."""
    found = [name.lower() for name in _WEEKDAY.findall(text) if name.lower() in WEEKDAYS]
    return sum(1 << WEEKDAYS.index(name) for name in set(found[:most]))


def quoted(text: str) -> list[str]:
    """What stands in quotation marks, of some length."""
    return _QUOTED.findall(text)


def numbers(words: list[str]) -> Terms:
    """The terms of words as printed, in their order."""
    return np.fromiter(map(number, words), dtype=np.uint32, count=len(words))


def runs(terms: Terms, length: int) -> Terms:
    """The terms of every so many words (four at most) that follow one another."""
    if len(terms) < length:
        return terms[:0]
    last = len(terms) - length + 1
    found = terms[length - 1 :].copy()
    for place in range(length - 1):
        found += terms[place : place + last] * _MIX[place]
    return found


def counted(terms: Terms) -> tuple[Terms, NDArray[np.uint8]]:
    """The terms in order, each once, and how often each stands there (255 at most)."""
    found, counts = np.unique(terms & KEPT, return_counts=True)
    return found, np.minimum(counts, 255).astype(np.uint8)
