"""Figures from tallies: precision, recall, F1 and shares, with intervals from resampled articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from attribution_measures import ALL, Cell, Side, Tally
from attribution_tokens import ROLES

_Array = npt.NDArray[np.float64]

KINDS = (ALL, "direct", "indirect", "mixed")
F1 = (
    "found",
    "relation",
    "relation_exact",
    "attributed_token",
    *(f"{role}:{measure}" for measure in ("exact", "strict") for role in ROLES),
    *(f"fragment-{role}:{measure}" for measure in ("exact", "begin") for role in ROLES),
)
SHARES = ("source_accuracy", *(f"fragment-{role}:jaccard" for role in ROLES))
CERTAINTIES = ("stated", "resolved", "inferred", "unknown")


@dataclass(frozen=True, slots=True)
class Share:
    """Hits of a total, in per cent, with its 95 % interval where articles were resampled."""

    hits: float
    total: int
    percent: float
    interval: tuple[float, float] | None = None

    def __str__(self) -> str:
        return f"{self.percent:5.1f}" + (f" ({self.interval[0]:.1f}-{self.interval[1]:.1f})" if self.interval else "")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of a measure, in per cent; the interval is that of F1."""

    precision: Share
    recall: Share
    f1: Share

    def __str__(self) -> str:
        return f"{self.precision.percent:5.1f} {self.recall.percent:5.1f} {self.f1}"


class Figures:
    """What tallies add up to. ``samples`` resamplings of the articles give the intervals; 0 gives none."""

    def __init__(self, tallies: Sequence[Tally], *, samples: int = 0, seed: int = 0) -> None:
        cells = sorted({cell for tally in tallies for cell in tally.totals})
        self._column = {cell: number for number, cell in enumerate(cells)}
        self._hits = np.array([[tally.hits.get(cell, 0.0) for cell in cells] for tally in tallies], dtype=float)
        self._totals = np.array([[tally.totals.get(cell, 0) for cell in cells] for tally in tallies], dtype=float)
        size = len(tallies)
        drawn = np.random.default_rng(seed).multinomial(size, [1 / size] * size, size=samples)
        self._weights = np.vstack([np.ones((1, size)), drawn])  # how often each article is there: once, then as drawn

    def share(self, measure: str, kind: str = ALL, side: Side = "predicted") -> Share:
        """Hits of all on one side."""
        hits, totals = self._sums(Cell(measure, kind, side))
        return _share(hits, totals, _ratio(hits, totals))

    def score(self, measure: str, kind: str = ALL) -> Score:
        """Precision, recall and F1."""
        precision, recall = (_ratio(*self._sums(Cell(measure, kind, side))) for side in ("predicted", "gold"))
        both = _ratio(2 * precision * recall, precision + recall)
        hits, totals = self._sums(Cell(measure, kind, "gold"))
        return Score(self.share(measure, kind), self.share(measure, kind, "gold"), _share(hits, totals, both))

    def _sums(self, cell: Cell) -> tuple[_Array, _Array]:
        """Of all articles in row 0, of each resampling in the others."""
        if cell not in self._column:
            return np.zeros(len(self._weights)), np.zeros(len(self._weights))
        column = self._column[cell]
        return self._weights @ self._hits[:, column], self._weights @ self._totals[:, column]


def _ratio(part: _Array, whole: _Array) -> _Array:
    ratio: _Array = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
    return ratio


def _share(hits: _Array, totals: _Array, values: _Array) -> Share:
    percents = 100 * values
    interval = None
    if len(percents) > 1:
        low, high = np.percentile(percents[1:], (2.5, 97.5))
        interval = (float(low), float(high))
    return Share(float(hits[0]), int(totals[0]), float(percents[0]), interval)


def relations(figures: Figures) -> Iterator[str]:
    """The table of attribution: a line a measure."""
    kinds = "".join(f"{kind:>20}" for kind in KINDS[1:])
    yield f"{'':24}   P     R     F1 (95 % interval){kinds}"
    for measure in F1:
        line = f"{measure:24}{figures.score(measure)!s:33}"
        if not measure.startswith("fragment"):
            scores = (figures.score(measure, kind) for kind in KINDS[1:])
            line += "".join(f"   {s.precision.percent:5.1f}{s.recall.percent:6.1f}{s.f1.percent:6.1f}" for s in scores)
        yield line
    relation = [figures.score("relation", kind) for kind in KINDS]
    counts = (f"{kind} {s.precision.total}/{s.recall.total}" for kind, s in zip(KINDS, relation, strict=True))
    yield f"relations, predicted/gold: {', '.join(counts)}"
    for kind in KINDS[:1] if figures.score("relation").f1.interval is None else KINDS:
        if kind != ALL:
            yield f"relation, {kind}: F1 {figures.score('relation', kind).f1}"
    for measure in SHARES:
        yield f"{measure:24}{figures.share(measure)}"


def certainties(figures: Figures) -> Iterator[str]:
    """Of the contents that were found, the share with the right source words in each class of certainty."""
    for certainty in CERTAINTIES:
        share = figures.share(f"certainty:{certainty}")
        if share.total:
            yield f"{certainty:10} source words right {share.hits:4.0f} of {share.total:4} found: {share}"


def pronouns(figures: Figures) -> Iterator[str]:
    """How many pronoun sources have the right person, a wrong one, or none."""
    right, wrong, of_named = (figures.share(f"pronouns:{name}") for name in ("right", "wrong", "right of named"))
    yield (
        f"pronoun sources: {right.hits:.0f} of {right.total} right, {wrong.hits:.0f} wrong, "
        f"{right.total - right.hits - wrong.hits:.0f} open; right {right}, of those named {of_named}"
    )
