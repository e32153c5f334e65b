"""Average-link clustering of what is mostly unlike: only pairs that have something in common are held.

Two groups are joined while the mean likeness over all pairs between them is at
least the threshold; a pair that is not given counts as nothing alike. The
closest groups are joined first, so the order of arrival plays no part.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]


def average_link(size: int, likeness: Mapping[Pair, float], threshold: float) -> list[tuple[int, ...]]:
    """The groups of ``range(size)``, each in order; ``likeness`` of pairs is above 0 and at most 1."""
    members: dict[int, tuple[int, ...]] = {item: (item,) for item in range(size)}
    sums: dict[int, dict[int, float]] = {item: {} for item in range(size)}
    heap: list[tuple[float, int, int]] = []
    for (one, other), alike in sorted(likeness.items()):
        sums[one][other] = sums[other][one] = alike
        if alike >= threshold:
            heap.append((-alike, min(one, other), max(one, other)))
    heapq.heapify(heap)
    following = size
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        joined = tuple(sorted(members.pop(one) + members.pop(other)))
        beside = _joined(sums, one, other)
        members[following], sums[following] = joined, beside
        for third, total in sorted(beside.items()):
            sums[third][following] = total
            mean = total / (len(joined) * len(members[third]))
            if mean >= threshold:
                heapq.heappush(heap, (-mean, third, following))
        following += 1
    return sorted(members.values())


def _joined(sums: dict[int, dict[int, float]], one: int, other: int) -> dict[int, float]:
    """The sums of likeness of two groups to all others, taken together; the two are forgotten."""
    total: dict[int, float] = {}
    for group in (one, other):
        for third, alike in sums.pop(group).items():
            if third not in {one, other}:
                total[third] = total.get(third, 0.0) + alike
                sums[third].pop(group)
    return total
