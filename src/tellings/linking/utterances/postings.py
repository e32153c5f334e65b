"""Postings: which printings stand under which key, in flat arrays.

An archive has tens of keys for each of its quotations, nearly all of them once:
lists in a dictionary cost hundreds of bytes a key. Here a posting is eight bytes,
in a chain from the bucket of its key. Keys are hashed, the same on every machine;
two keys of one bucket only cost a look at a candidate more. What is beyond
``most`` in one bucket is not kept: a key that so many share says little.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from typing import Protocol

from tellings.linking.utterances.overlap import telling

RUN = 3
"""Words in one run that make a key."""

_LEAST = 10  # bits of the number of buckets


class Under(Protocol):
    """Numbers by hashed keys, wherever they are kept."""

    def get(self, keys: Sequence[int], most: int) -> Sequence[Sequence[int]]:
        """The numbers under each key, those added first in front; one more than ``most`` at most."""


class Adding(Under, Protocol):
    """The same, while numbers are still put in."""

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Put a number under some keys."""


class Postings:
    """Numbers by hashed keys in flat arrays in memory."""

    def __init__(self, keys: int, most: int) -> None:
        """Room for about so many ``keys``; ``most`` numbers are kept for each."""
        size = 1 << max(_LEAST, (keys - 1).bit_length())
        self._mask = size - 1
        self._most = most
        self._heads = array("I", bytes(4 * size))
        self._counts = array("H", bytes(2 * size))
        self._next = array("I", [0])
        self._numbers = array("I", [0])

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Put a number under some keys."""
        for key in keys:
            bucket = key & self._mask
            if self._counts[bucket] < self._most:
                self._counts[bucket] += 1
                self._numbers.append(number)
                self._next.append(self._heads[bucket])
                self._heads[bucket] = len(self._numbers) - 1

    def get(self, keys: Sequence[int], most: int) -> Sequence[Sequence[int]]:
        """The numbers under each key, those added first in front; one more than ``most`` at most."""
        return [self._under(key)[: most + 1] for key in keys]

    def _under(self, key: int) -> list[int]:
        found = []
        place = self._heads[key & self._mask]
        while place:
            found.append(self._numbers[place])
            place = self._next[place]
        return found[::-1]


def keys(words: Sequence[str]) -> set[int]:
    """The hashed keys under which folded words are found: runs of three, and each word that carries meaning."""
    return {*runs(words), *(_key(word) for word in words if telling(word))}


def runs(words: Sequence[str]) -> list[int]:
    """The hashed keys of the runs of three, in their order; a run that comes again stands again."""
    return [_key("\x1f".join(words[i : i + RUN])) for i in range(len(words) - RUN + 1)]


def _key(words: str) -> int:
    return zlib.crc32(words.encode())
