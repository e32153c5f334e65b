"""What each term of a field weighs. Whole numbers, so that sums of their products are the same in any order."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import background
from tellings.linking.stories.terms import BITS, Terms

Array = NDArray[np.float64]

Field = Literal["words", "names", "title", "lead", "pairs", "figures", "fours", "quotes"]
FIELDS: tuple[Field, ...] = ("words", "names", "title", "lead", "pairs", "figures", "fours", "quotes")
"""Words of title and body, those of them that are names, words of the title, of the lead, pairs of words that
follow one another, figures, runs of four words, and runs of three words inside quotation marks."""

PLACE: dict[Field, int] = {field: place for place, field in enumerate(FIELDS)}

Keys = Terms
"""Terms of fields: the place of the field above the 21 bits of the term."""

Counts = NDArray[np.uint8]
"""How often each stands there (255 at most); of a pair of words its rarity, of runs 1."""

_TERM = np.uint32((1 << BITS) - 1)
_EDGES = np.arange(len(FIELDS) + 1, dtype=np.uint32) << np.uint32(BITS)

AS_NAME = _EDGES[PLACE["names"]]
"""What makes the key of a word that of a name."""


def _factors() -> tuple[Array, Array]:
    """By field and count: what rarity is multiplied by, and what is added."""
    by, more = np.zeros((len(FIELDS), 256)), np.zeros((len(FIELDS), 256))
    by[:4] = np.round(16 * (1 + np.log(np.maximum(np.arange(256), 1))))
    for field in ("pairs", "fours", "quotes"):
        more[PLACE[field]] = np.arange(256)
    by[PLACE["figures"]], more[PLACE["figures"]] = 1, background.STEP
    return by.ravel(), more.ravel()


_BY, _MORE = _factors()


def keys(field: Field, numbers: Terms) -> Keys:
    """The terms of numbers (their upper bits), in a field."""
    found: Keys = (numbers >> np.uint32(32 - BITS)) + _EDGES[PLACE[field]]
    return found


def weights(held: Keys, counts: Counts) -> Array:
    """The weights of terms: rare ones and repeated ones more."""
    kind = (held >> np.uint32(BITS)) << np.uint32(8) | counts
    found: Array = background.rarity(held & _TERM) * _BY.take(kind) + _MORE.take(kind)
    return found


def edges(held: Keys) -> NDArray[np.intp]:
    """Where each field begins among keys in order, and where the last ends."""
    return np.searchsorted(held, _EDGES)


def norms(weight: Array, bounds: NDArray[np.intp]) -> Array:
    """The lengths of the vectors of the fields; 1 for an empty one."""
    sums = np.concatenate([[0.0], np.cumsum(np.square(weight))])
    found: Array = np.sqrt(np.maximum(sums[bounds[1:]] - sums[bounds[:-1]], 1.0))
    return found
