"""How rare a word is in news: document frequencies of words, learned once and shipped.

The table holds, for each of 2^18 buckets of terms, how few of the articles it was
learned from hold a word of that bucket: words and names stand in it as numbers
only. It is shipped because frequencies counted in the archive itself would make
the likeness of two articles depend on what arrived before them.
"""

from __future__ import annotations

import functools
import zlib
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories.terms import BITS as TERM_BITS
from tellings.linking.stories.terms import Terms

BITS = 18
"""A bucket is the upper 18 bits of a term."""

STEP = 16
"""Rarities are whole sixteenths of a unit of the natural logarithm: sums of their products are exact in any order."""


@functools.cache
def _table() -> NDArray[np.uint8]:
    packed = resources.files("tellings.linking.stories").joinpath("background.bin").read_bytes()
    return np.frombuffer(zlib.decompress(packed), np.uint8)


def rarity(terms: Terms) -> NDArray[np.float64]:
    """The inverse document frequency of terms in sixteenths: the logarithm of one in how many articles holds them."""
    return _table().take(terms >> np.uint32(TERM_BITS - BITS)).astype(np.float64)
