"""The words' roles: the most likely chain of tags, and the fragments it makes.

The tags of a word depend on the one before it (a linear-chain conditional
random field, Lafferty et al. 2001); the best chain is found by Viterbi's
algorithm, and how sure each fragment is by the forward-backward one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Role = Literal["source", "cue", "content"]
ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""A role's first word is B (begins), the others are I (inside); O is no role."""

FORBIDDEN: Final = tuple(
    tuple(into % 2 == 0 and into > 0 and before not in (into - 1, into) for into in range(len(TAGS)))
    for before in range(len(TAGS))
)
"""``FORBIDDEN[before][into]``: a word inside a role must follow one of the same role."""

Array = NDArray[np.float32]
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words ``first`` to ``last`` (not included) of a window that have one role; ``sure`` is the mean probability of their role."""

    role: Role
    first: int
    last: int
    sure: float


def padded(rows: Sequence[Array], outside: Sequence[Sequence[int]]) -> Array:
    """Windows of several lengths as one array (windows, words, tags).

    Behind a window's end, and at its words that are ``outside``, only O is likely.
    """
    out = np.full((len(rows), max(map(len, rows)), len(TAGS)), _NEVER, dtype=np.float32)
    out[:, :, 0] = 0
    for into, row, signs in zip(out, rows, outside, strict=True):
        into[: len(row)] = row
        into[signs, 1:] = _NEVER
        into[signs, 0] = 0
    return out


def best(tags: Array, transitions: Array) -> NDArray[np.int64]:
    """The most likely tag of each word of each window.

    ``tags`` is (windows, words, tags), ``transitions`` (tags, tags), with what is forbidden far below zero.
    """
    windows, length, count = tags.shape
    score = tags[:, 0].copy()
    score[:, 2::2] = _NEVER
    back = np.zeros((length, windows, count), dtype=np.int64)
    for place in range(1, length):
        ways = score[:, :, None] + transitions
        back[place] = ways.argmax(1)
        score = ways.max(1) + tags[:, place]
    chain = np.zeros((windows, length), dtype=np.int64)
    chain[:, -1] = score.argmax(1)
    every = np.arange(windows)
    for place in range(length - 1, 0, -1):
        chain[:, place - 1] = back[place, every, chain[:, place]]
    return chain


def marginals(tags: Array, transitions: Array) -> Array:
    """The probability of each tag at each word, over all chains; shapes as in ``best``."""
    step = np.exp(transitions)
    emitted = np.exp(tags - tags.max(2, keepdims=True))
    forward = np.empty_like(emitted)
    backward = np.ones_like(emitted)
    row = emitted[:, 0].copy()
    row[:, 2::2] = 0
    forward[:, 0] = row / row.sum(1, keepdims=True)
    for place in range(1, tags.shape[1]):
        row = (forward[:, place - 1] @ step) * emitted[:, place]
        forward[:, place] = row / row.sum(1, keepdims=True)
    for place in range(tags.shape[1] - 2, -1, -1):
        row = (emitted[:, place + 1] * backward[:, place + 1]) @ step.T
        backward[:, place] = row / row.sum(1, keepdims=True)
    both = forward * backward
    return np.asarray(both / both.sum(2, keepdims=True), dtype=np.float32)


def fragments(chain: NDArray[np.int64], probable: Array) -> tuple[Fragment, ...]:
    """The stretches of one role in a chain, in order."""
    found: list[Fragment] = []
    place = 0
    while place < len(chain):
        if chain[place] == 0:
            place += 1
            continue
        role = (int(chain[place]) - 1) // 2
        end = place + 1
        while end < len(chain) and chain[end] == 2 * role + 2:
            end += 1
        inside = probable[place:end, 2 * role + 1] + probable[place:end, 2 * role + 2]
        found.append(Fragment(ROLES[role], place, end, float(inside.mean())))
        place = end
    return tuple(found)
