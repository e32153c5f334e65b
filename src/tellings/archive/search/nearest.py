"""Which articles are nearest to some words in meaning: sign bits first, then the vectors themselves.

The vectors are in the archive. Beside it lies one bit for each number of each
vector (48 bytes an article), from which the nearest few hundred are taken; those
alone are measured with their full vectors. The bits can be thrown away at any
time: what is not in them is put there by the next search.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDER = "vectors"
"""Where the bits lie, in an archive's folder."""

_RESCORED = 500  # of 31,000 real vectors 1.6 % rescored gave 97 % of the nearest ten

Rows = Iterable[tuple[int, bytes]]
"""Revisions and their vectors: float32, little-endian, of length 1."""


class Nearest:
    """The sign bits of all vectors of one method."""

    def __init__(self, folder: Path, method: str) -> None:
        self.method = method
        self._path = folder / FOLDER / f"{method}.npy"
        self._revisions = np.empty(0, np.int64)
        self._bits = np.empty((0, 0), np.uint8)
        with contextlib.suppress(OSError, EOFError, ValueError, KeyError):  # not there, or broken: it is made anew
            stored = np.load(self._path, allow_pickle=False)
            self._revisions, self._bits = stored["revision"].copy(), stored["bits"].copy()

    @property
    def last(self) -> int:
        """The last revision whose bits are here."""
        return int(self._revisions[-1]) if len(self._revisions) else 0

    def extend(self, rows: Rows) -> None:
        """Take in the vectors of later revisions, and keep the bits where that is possible."""
        new = list(rows)
        if not new:
            return
        revisions = np.array([revision for revision, _ in new], np.int64)
        bits = np.packbits(np.stack([_vector(data) for _, data in new]) > 0, axis=1)
        self._revisions = np.concatenate([self._revisions, revisions])
        self._bits = np.concatenate([self._bits, bits]) if len(self._bits) else bits
        self._keep()

    def near(self, vector: bytes, full: Callable[[list[int]], Rows], *, limit: int) -> list[tuple[int, float]]:
        """The revisions nearest to a vector with their cosine, best first; ``full`` gives the vectors of some."""
        if not len(self._revisions):
            return []
        wanted = _vector(vector)
        apart = np.bitwise_count(self._bits ^ np.packbits(wanted > 0)).sum(axis=1, dtype=np.uint16)
        few = min(_RESCORED, len(apart))
        candidates = self._revisions[np.argpartition(apart, few - 1)[:few]]
        found = [(revision, float(_vector(data) @ wanted)) for revision, data in full(sorted(candidates.tolist()))]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _keep(self) -> None:
        """Write the bits beside the archive, in one step. A folder that cannot be written only costs time."""
        rows = np.empty(len(self._revisions), [("revision", np.int64), ("bits", np.uint8, self._bits.shape[1:])])
        rows["revision"], rows["bits"] = self._revisions, self._bits
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
            with os.fdopen(descriptor, "wb") as file:
                np.save(file, rows, allow_pickle=False)
            Path(name).replace(self._path)


def _vector(data: bytes) -> NDArray[Any]:
    return np.frombuffer(data, "<f4")
