"""How rare a word is in news: document frequencies of words, learned once and shipped.

The table holds, for each of 2^18 buckets of term numbers, in how many of the
articles learned from a word of that bucket stands; names and words stand in it as
numbers only. Shipped, because frequencies counted in the archive itself would
make a likeness depend on what arrived before.
"""

from __future__ import annotations

import functools
import zlib
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories.terms import Terms

SHIFT = 14
"""A bucket is the upper 18 bits of a term."""

STEP = 16.0
"""Rarities are kept in sixteenths of a unit of the natural logarithm."""


@functools.cache
def _table() -> NDArray[np.float32]:
    packed = resources.files("tellings.linking.stories").joinpath("background.bin").read_bytes()
    table: NDArray[np.float32] = np.frombuffer(zlib.decompress(packed), np.uint8).astype(np.float32) / STEP
    return table


def rarity(terms: Terms) -> NDArray[np.float32]:
    """The inverse document frequency of terms: the logarithm of one in how many articles holds them."""
    return _table()[terms >> SHIFT]
