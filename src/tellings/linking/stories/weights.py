"""What each term of a field weighs. Whole numbers, so that sums of their products are the same in any order."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import background
from tellings.linking.stories.terms import Terms

Array = NDArray[np.float64]

Field = Literal["words", "names", "title", "lead", "pairs", "figures", "fours", "quotes"]
FIELDS: tuple[Field, ...] = ("words", "names", "title", "lead", "pairs", "figures", "fours", "quotes")
"""Words of title and body, those of them that are names, words of the title, of the lead, pairs of words that
follow one another, figures, runs of four words, and runs of three words inside quotation marks."""

Counted = tuple[Terms, NDArray[np.uint8]]
"""Terms in order, each once, and how often each stands there; of a pair of words its rarity, of runs 1."""

_LOGS = np.round(16 * (1 + np.log(np.maximum(np.arange(256), 1))))


def weights(field: int, counted: Counted) -> Array:
    """The weights of the terms of a field: rare ones and repeated ones more."""
    terms, counts = counted
    if FIELDS[field] in {"pairs", "fours", "quotes"}:
        return counts.astype(np.float64)
    if FIELDS[field] == "figures":
        return background.rarity(terms) + background.STEP
    return background.rarity(terms) * _LOGS[counts]


def norm(weight: Array) -> float:
    """The length of a vector; 1 for an empty one."""
    return float(np.sqrt(np.square(weight).sum() or 1.0))
