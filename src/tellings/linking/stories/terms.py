"""The words, names and figures of a text as numbers, at a fraction of a millisecond an article.

A term is the CRC-32 of its folded form: the same on every machine and in every
run, and half a million articles need no shared dictionary. Names are told by
capitals alone: a capitalised word inside a sentence, or words that stand
elsewhere in the text as one.
"""

from __future__ import annotations

import functools
import re
import zlib

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.uint32]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = re.compile(r"(?<=[a-z0-9,] )[^\W\d_a-z][^\W\d_]*(?:['’\-][^\W\d_]+)*")
_NO_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december mr mrs ms dr sen rep gov".split()
)
_PAIR = np.uint32(2654435761)  # Knuth's multiplicative hash: keeps "a b" from "b a"
_CACHE = 1 << 18  # words; an archive's common vocabulary


def folded(word: str) -> str:
    """A word without case, possessive and plural."""
    word = _POSSESSIVE.sub("", word.casefold().replace("’", "'"))
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]
    return word


@functools.lru_cache(maxsize=_CACHE)
def number(word: str) -> int:
    """The number of a word as printed."""
    return zlib.crc32(folded(word).encode())


def tokens(text: str) -> list[str]:
    """The words and figures of a text, as printed."""
    return _TOKEN.findall(text)


def names(text: str) -> frozenset[str]:
    """The words that stand capitalised inside a sentence, as printed."""
    return frozenset(name for name in _NAME.findall(text) if name.casefold() not in _NO_NAMES)


def numbers(words: list[str]) -> Terms:
    """The terms of words as printed, in their order."""
    return np.fromiter(map(number, words), dtype=np.uint32, count=len(words))


def pairs(terms: Terms) -> Terms:
    """The terms of every two words that follow one another."""
    return terms[:-1] * _PAIR + terms[1:]


def counted(terms: Terms) -> tuple[Terms, NDArray[np.uint8]]:
    """The terms in order, each once, and how often each stands there (255 at most)."""
    found, counts = np.unique(terms, return_counts=True)
    return found, np.minimum(counts, 255).astype(np.uint8)
