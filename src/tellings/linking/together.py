"""Which figures of two articles are of one thing, as learned: every pair worth weighing, and how likely it is.

Two steps, each a small forest. The first weighs the context alone, whatever the values are. The second knows that, how
the values go together, and who else there is: each figure's best other partner in that article, and its best whose value goes with its own.
What has a better partner is hardly of one thing with this one. Learned by ``training/together.py`` on
stories that were read whole (``bench/gold/README.md``).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tellings.linking.nesting import Places
from tellings.linking.resemblance import CONTEXT, VALUES, context, likeness, may_be_one, values
from tellings.linking.sameness import apart, same
from tellings.linking.stories.forest import Forest, parse
from tellings.linking.surroundings import Rarity, Seen, seen
from tellings.linking.told import Told
from tellings.values import Story

Rows = NDArray[np.float64]

FEATURES = (
    "context", "rival of one", "rival of both", "fitting rival of one", "fitting rival of both", "ahead",
    *VALUES, *CONTEXT,
)  # fmt: skip
"""What the second forest is asked, in this order."""

LEAST = {"equal": 0.5, "allowed": 0.5, "clash": 0.7, "clash by rule": 0.35}
"""How likely two figures must be of one thing to be brought together: of equal value, where some number satisfies both, where none does (and where the plain rules as well take them for one)."""

HARDLY = 0.3
"""A pair that no number satisfies, and that is less likely than this, is of two things."""

_RULED = {False: 0.15, True: 0.05}
"""What the plain rules take for one thing is taken from this probability on: of plain nouns, and of a class of doings (the killed), which the rules know well."""

_NOBODY = -7.0
"""The log odds of a rival where there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The pairs of a story that are worth weighing, as positions, with a row of each kind of feature."""

    pairs: tuple[tuple[int, int], ...]
    articles: tuple[tuple[int, int], ...]
    contexts: Rows
    values: Rows

    @property
    def fitting(self) -> NDArray[np.bool_]:
        """Whether some number satisfies both figures of each pair."""
        return self.values[:, VALUES.index("allowed")] > 0


def candidates(story: Story, told: Sequence[Told], nested: Places) -> Candidates:
    """Every two figures of two articles that may be of one thing at all."""
    figures = seen(story, told)
    rarity = Rarity(figures)
    printed = {one.place[0]: one.printed for one in told}
    alike = {pair: likeness(printed[pair[0]], printed[pair[1]]) for pair in combinations(sorted(printed), 2)}
    pairs, articles, contexts, both = [], [], [], []
    for one, other in _worth_weighing(figures):
        first, second = told[one], told[other]
        sides = (first.place[0], second.place[0])
        place = -1 if nested.parted(first, second) else int(bool(first.where) and first.where == second.where)
        rule = place >= 0 and same(first, second) is not None and not apart(first, second)
        pairs.append((one, other))
        articles.append(sides)
        contexts.append(context(figures[one], figures[other], rarity, alike[min(sides), max(sides)], place))
        both.append(values(figures[one], figures[other], by_rule=rule))
    return Candidates(tuple(pairs), tuple(articles), _table(contexts, len(CONTEXT)), _table(both, len(VALUES)))


def _worth_weighing(figures: Sequence[Seen]) -> list[tuple[int, int]]:
    """The pairs of two articles that have anything in common that few figures of the story have, and may be of one thing."""
    shared: dict[Hashable, list[int]] = {}
    for position, one in enumerate(figures):
        for key in ((one.told.figure.value,), *one.near, *one.phrase):
            shared.setdefault(key, []).append(position)
        if one.told.thing.known:
            shared.setdefault((one.told.thing.kind,), []).append(position)
    common = min(_COMMON, _PAIRS // max(1, len(figures)))
    found = {pair for held in shared.values() if len(held) <= common for pair in combinations(held, 2)}
    return sorted(
        (one, other)
        for one, other in found
        if figures[one].told.place[0] != figures[other].told.place[0] and may_be_one(figures[one], figures[other])
    )


_COMMON = 400
"""Figures of a story beside which a word stands that brings no two of them together: it says too little."""
_PAIRS = 100_000
"""Of a large story fewer, so that the cost does not grow with the square of its figures."""


def _table(rows: Sequence[Sequence[float]], columns: int) -> Rows:
    return np.array(rows, np.float64).reshape(len(rows), columns)


def rows(found: Candidates, chances: Rows, left_out: NDArray[np.bool_] | None = None) -> Rows:
    """The values of ``FEATURES`` for every pair; ``chances`` are those of the context. No pair ``left_out`` is a rival."""
    odds = np.log(np.clip(chances, _SURE, 1 - _SURE) / np.clip(1 - chances, _SURE, 1 - _SURE))
    others = np.ones(len(odds), bool) if left_out is None else ~left_out
    rivals, fitting = _rivals(found, odds, others), _rivals(found, odds, others & found.fitting)
    ahead = odds - rivals.max(axis=1, initial=_NOBODY)
    return np.column_stack([odds, rivals, fitting, ahead, found.values, found.contexts])


_SURE = 1e-4


def _rivals(found: Candidates, odds: Rows, may: NDArray[np.bool_]) -> Rows:
    """For every pair the best odds that each of its figures has with another figure of the other's article, the lower first."""
    best: dict[tuple[int, int], list[tuple[float, int]]] = {}
    keys = [((pair[0], sides[1]), (pair[1], sides[0])) for pair, sides in zip(found.pairs, found.articles, strict=True)]
    for number in np.flatnonzero(may).tolist():
        for key in keys[number]:
            best.setdefault(key, []).append((float(odds[number]), number))
    for key, row in best.items():
        best[key] = sorted(row, reverse=True)[:2]
    return _table(
        [
            sorted(next((value for value, one in best.get(key, ()) if one != number), _NOBODY) for key in both)
            for number, both in enumerate(keys)
        ],
        2,
    )


@functools.cache
def forests() -> tuple[Forest, Forest]:
    """What was learned: of the context, and of the whole."""
    learned = json.loads(resources.files(__package__).joinpath("together.json").read_text(encoding="utf-8"))
    found = parse(learned["context"]), parse(learned["whole"])
    if (found[0].features, found[1].features) != (CONTEXT, FEATURES):
        raise ValueError("together.json was learned for other features; run training/together.py again")
    return found


def chances(found: Candidates) -> Rows:
    """How likely each pair is of one thing."""
    if not found.pairs:
        return np.zeros(0)
    near, whole = forests()
    return whole.probability(rows(found, near.probability(found.contexts)))


@dataclass(frozen=True, slots=True)
class Likely:
    """The pairs likely enough to be of one thing, the likeliest first, and how likely every pair is that was weighed."""

    pairs: tuple[tuple[int, int], ...]
    chances: Mapping[tuple[int, int], float]

    def barred(self, one: int, other: int) -> bool:
        """Whether two figures that no number satisfies can hardly be of one thing: nothing in between may join them."""
        return self.chances.get((min(one, other), max(one, other)), 0.0) < HARDLY


def likely(story: Story, told: Sequence[Told], nested: Places) -> Likely:
    """What was learned, asked of a story; what the plain rules take for one thing is taken."""
    found = candidates(story, told, nested)
    equal, by_rule = (found.values[:, VALUES.index(name)] > 0 for name in ("equal", "by rule"))
    clash = np.where(by_rule, LEAST["clash by rule"], LEAST["clash"])
    least = np.where(equal, LEAST["equal"], np.where(found.fitting, LEAST["allowed"], clash))
    sure = chances(found)
    classed = [told[one].thing.known and told[other].thing.known for one, other in found.pairs]
    ruled = by_rule & (sure >= np.array([_RULED[known] for known in classed]))
    sure = np.where(ruled, np.maximum(sure, LEAST["clash by rule"]), sure)
    order = np.lexsort((np.arange(len(sure)), -sure)).tolist()
    return Likely(
        tuple(found.pairs[number] for number in order if sure[number] >= least[number]),
        dict(zip(found.pairs, sure.tolist(), strict=True)),
    )
