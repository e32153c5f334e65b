"""From fragments to attributions: each content to its cue, each cue to its source.

Every attribution is anchored at its cue. A fragment of content goes to the
cue that the network finds most likely for its words; a cue takes the most
likely source, or none. One source may serve several cues ("he said ... and
added ..."); a content of several fragments is one attribution.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tellings.reading.attribution.trained.tagging import Array, Fragment

LINK: Final = 64
"""Numbers of a link vector."""
_EDGES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192)
_SIDE = len(_EDGES) + 1
BUCKETS: Final = 2 * _SIDE
"""Classes of distance in words, on both sides."""


def buckets(steps: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of a signed distance in words: fine near the cue, coarse far from it."""
    side = np.where(steps < 0, _SIDE, 0)
    return np.asarray(np.searchsorted(_EDGES, np.abs(steps), side="right") + side, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Links:
    """The link vectors of a window's words, each (words, LINK), ``unnamed`` (words,), and the two tables of distances."""

    cue_to_source: Array
    source: Array
    cue_to_content: Array
    content: Array
    unnamed: Array
    source_distance: Array
    content_distance: Array


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution in a window: its cue, its source if one is named, its content; ``sure`` of the source and the content."""

    cue: Fragment
    source: Fragment | None
    content: tuple[Fragment, ...]
    sure_source: float
    sure_content: float


def relations(found: Sequence[Fragment], links: Links) -> tuple[Relation, ...]:
    """The attributions of a window, in the order of their cues. A cue without content is none."""
    cues = [fragment for fragment in found if fragment.role == "cue"]
    sources = [fragment for fragment in found if fragment.role == "source"]
    contents = [fragment for fragment in found if fragment.role == "content"]
    if not cues or not contents:
        return ()
    anchors = np.array([cue.first for cue in cues])
    mine: dict[int, list[tuple[Fragment, float]]] = defaultdict(list)
    for fragment in contents:
        chances = _cue_chances(fragment, anchors, links)
        chosen = int(chances.argmax())
        mine[chosen].append((fragment, float(chances[chosen])))
    rows: list[Relation] = []
    for index, cue in enumerate(cues):
        if index not in mine:
            continue
        source, sure = _source(cue, sources, links)
        words = sum(f.last - f.first for f, _ in mine[index])
        sure_content = sum(chance * (f.last - f.first) for f, chance in mine[index]) / words
        rows.append(Relation(cue, source, tuple(f for f, _ in mine[index]), sure, sure_content))
    return tuple(rows)


def _cue_chances(fragment: Fragment, anchors: NDArray[np.int64], links: Links) -> Array:
    """The probability of each cue for a fragment of content: the mean over its words."""
    words = np.arange(fragment.first, fragment.last)
    scores = links.content[words] @ links.cue_to_content[anchors].T
    scores = scores + links.content_distance[buckets(words[:, None] - anchors[None, :])]
    mean = scores.mean(0)
    powers = np.exp(mean - mean.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def _source(cue: Fragment, sources: Sequence[Fragment], links: Links) -> tuple[Fragment | None, float]:
    places = np.array([fragment.first for fragment in sources], dtype=np.int64)
    scores = links.source[places] @ links.cue_to_source[cue.first] + links.source_distance[buckets(places - cue.first)]
    scores = np.append(scores, links.unnamed[cue.first])
    powers = np.exp(scores - scores.max())
    chances = powers / powers.sum()
    chosen = int(chances.argmax())
    return (sources[chosen] if chosen < len(sources) else None), float(chances[chosen])
