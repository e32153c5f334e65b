"""Average linkage of what is mostly unlike, under the orders of a user.

As ``linking.clustering``: two groups are joined while the mean likeness over
all pairs between them is at least the threshold, the closest first, and a pair
that is not given counts as nothing alike, which is what keeps chains from
running through a week of news. Here some are together from the start, and some
are never joined.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Links = Mapping[int, Mapping[int, float]]
"""For every article the others that it is alike, with the likeness; both ways."""

NEVER = -1e9
"""The likeness of two that must be apart: no mean makes up for it."""


def link(
    items: Sequence[int], links: Links, threshold: float, together: Iterable[Sequence[int]] = ()
) -> list[list[int]]:
    """The groups of the items, each in order. ``links`` may hold ``NEVER``."""
    members: dict[int, list[int]] = {item: [item] for item in sorted(items)}
    sums = {
        item: {other: alike for other, alike in links.get(item, {}).items() if other in members} for item in members
    }
    for group in together:
        for other in group[1:]:
            _join(members, sums, group[0], other)
    heap = [
        (-total / (len(members[one]) * len(members[other])), one, other)
        for one, beside in sums.items()
        for other, total in beside.items()
        if one < other
    ]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapq.heapify(heap)
    while heap:
        mean, one, other = heapq.heappop(heap)
        if one not in members or other not in members or mean != _mean(members, sums, one, other):
            continue
        _join(members, sums, one, other)
        for third in sorted(sums[one]):
            mean = _mean(members, sums, one, third)
            if -mean >= threshold:
                heapq.heappush(heap, (mean, min(one, third), max(one, third)))
    return [sorted(group) for group in members.values()]


def _mean(members: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]], one: int, other: int) -> float:
    """The mean likeness of two groups, negative, as a heap wants it."""
    return -sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], one: int, other: int) -> None:
    """Put the second group into the first."""
    members[one] += members.pop(other)
    gone = sums.pop(other)
    sums[one].pop(other, None)
    for third, total in gone.items():
        if third != one:
            sums[third].pop(other)
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
