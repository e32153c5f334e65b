"""Every signature known, and which of them may tell the same story as another: those that share its weightiest words.

An inverted index over the heaviest terms of each article: a search costs about
the same in a small archive and in a large one, as rare words stay rare.
"""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import likeness
from tellings.linking.stories.likeness import Array
from tellings.linking.stories.signature import Signature

Places = NDArray[np.int64]

_POSTED = 60  # terms by which an article is found
_LEAST = 0.04  # of the cosine, over the posted terms alone
_MOST = 120  # articles compared in full, at most


class Index:
    """Signatures by position, in order of arrival."""

    def __init__(self) -> None:
        self.signatures: list[Signature] = []
        self.lengths: list[Array] = []
        self._days = array("l")
        self._places: dict[int, array[int]] = {}
        self._weights: dict[int, array[float]] = {}

    def add(self, signature: Signature) -> int:
        """The position of a new signature."""
        position = len(self.signatures)
        self.signatures.append(signature)
        self.lengths.append(likeness.norms(signature))
        self._days.append(signature.day)
        for term, weight in zip(*_posted(signature), strict=True):
            self._places.setdefault(term, array("l")).append(position)
            self._weights.setdefault(term, array("f")).append(weight)
        return position

    def candidates(self, signature: Signature, *, window: int | None = None) -> Places:
        """The positions of the articles most alike, best first; with a window, only of days that may be of one story."""
        terms = [(term, weight) for term, weight in zip(*_posted(signature), strict=True) if term in self._places]
        if not terms:
            return np.empty(0, dtype=np.int64)
        places = np.concatenate([np.array(self._places[term]) for term, _ in terms])
        shares = np.concatenate([np.array(self._weights[term]) * weight for term, weight in terms])
        if window is not None:
            near = self.apart(signature, places) <= window
            places, shares = places[near], shares[near]
        found, where = np.unique(places, return_inverse=True)
        total = np.bincount(where, shares, minlength=len(found))
        found, total = found[total >= _LEAST], total[total >= _LEAST]
        return found[np.lexsort((found, -total))[:_MOST]]

    def apart(self, signature: Signature, places: Places) -> NDArray[np.int32]:
        """The days between an article and others; -1 where either day is not known."""
        days = np.array(self._days, dtype=np.int64)[places]
        unknown = (days == 0) | (signature.day == 0)
        return np.where(unknown, -1, np.abs(days - signature.day)).astype(np.int32)

    def __len__(self) -> int:
        return len(self.signatures)


def _posted(signature: Signature) -> tuple[list[int], list[float]]:
    """The heaviest terms of an article with their share of its vector."""
    words = signature.fields[0]
    weight = likeness.weights(0, words)
    weight = weight / (np.linalg.norm(weight) or 1.0)
    best = np.lexsort((words[0], -weight))[:_POSTED]
    return words[0][best].tolist(), weight[best].tolist()
