"""By words and by meaning at once: each ranks for itself, and the ranks are added up.

Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): an article
counts 1 / (60 + rank) in each ranking that has it, so the two need no common scale.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tellings.archive.search import finding
from tellings.archive.search.asked import expression
from tellings.archive.values import Hit, Query
from tellings.errors import ArchiveError

if TYPE_CHECKING:
    from tellings.archive.search.nearest import Nearest  # NumPy is behind this import

_RANKED = 100  # of each ranking
_CONSTANT = 60  # of the paper

By = Literal["words", "meaning"]


def find(database: sqlite3.Connection, query: Query, nearest: Nearest) -> tuple[Hit, ...]:
    """Articles that hold the words or are near in meaning, the best first. Raises ``ArchiveError`` for lines."""
    if query.meaning is None or query.kind != "article":
        raise ArchiveError("by meaning whole articles are found; leave out the kind, the speaker and what it is about")
    method, vector = query.meaning
    nearest.extend(_vectors(database, method, nearest.last))
    if not nearest.last:
        raise ArchiveError("nothing is known of the meaning of these articles; add them once more with: --meaning")
    near = nearest.near(vector, lambda revisions: _of(database, method, revisions), limit=5 * _RANKED)
    allowed = finding.allowed(database, query, [revision for revision, _ in near])
    words = expression(query.words)
    rankings: dict[By, list[int]] = {"meaning": [revision for revision, _ in near if revision in allowed][:_RANKED]}
    if words:
        rankings["words"] = [row[0] for row in finding.articles(database, replace(query, limit=_RANKED), words)]
    scores: defaultdict[int, float] = defaultdict(float)
    by: defaultdict[int, tuple[By, ...]] = defaultdict(tuple)
    for name in ("words", "meaning"):
        for rank, revision in enumerate(rankings.get(name, []), 1):
            scores[revision] += 1 / (_CONSTANT + rank)
            by[revision] += (name,)
    best = sorted(scores, key=lambda revision: (-scores[revision], "words" not in by[revision], revision))[
        : query.limit
    ]
    return tuple(
        replace(
            finding.article(database, (revision, scores[revision]), words if "words" in by[revision] else ""),
            by=by[revision],
        )
        for revision in best
    )


def _vectors(database: sqlite3.Connection, method: str, after: int) -> Iterable[tuple[int, bytes]]:
    return database.execute(
        "SELECT revision, data FROM vector WHERE method = ? AND revision > ? ORDER BY revision", (method, after)
    )


def _of(database: sqlite3.Connection, method: str, revisions: list[int]) -> Iterable[tuple[int, bytes]]:
    marks = ", ".join("?" * len(revisions))
    return database.execute(
        f"SELECT revision, data FROM vector WHERE method = ? AND revision IN ({marks})", (method, *revisions)
    )
