"""Average linkage of what is mostly unlike, under the orders of a user.

As ``linking.clustering``: two groups are joined while the mean likeness over
the pairs between them is at least the threshold, the closest first, and a pair
that is not given counts as nothing alike, which is what keeps chains from
running through a week of news. Here pairs of days too far apart to compare do
not count, so that a story may run for weeks; some articles are together from the
start, and some never are. Numbers are whole, and items are given in an order of
their own, so the groups do not depend on the order of arrival.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

Links = Mapping[int, Mapping[int, int]]
"""For every item the others that it is alike, with the likeness; both ways."""

NEVER = -(10**12)
"""The likeness of two that must be apart: no mean makes up for it."""


class Linkage:
    """Groups of ``range(len(days))``; ``days`` are ordinals, 0 where not known."""

    def __init__(self, days: Sequence[int], links: Links, *, window: int) -> None:
        self._window = window
        self.members = {item: [item] for item in range(len(days))}
        self._days = {item: [day] if day else [] for item, day in enumerate(days)}
        self._undated = {item: int(not day) for item, day in enumerate(days)}
        self._sums = {item: dict(links.get(item, {})) for item in self.members}

    def put_together(self, groups: Iterable[Sequence[int]]) -> None:
        """Join items whatever their likeness."""
        for group in groups:
            for item in group:
                one, other = sorted((self._home(group[0]), self._home(item)))
                if one != other:
                    self._join(one, other)

    def run(self, threshold: int) -> list[list[int]]:
        """Join the closest groups until none are as close as the threshold; the groups, each in order."""
        heap: list[tuple[float, int, int]] = []
        for one in self.members:
            self._push(heap, one, threshold, above=True)
        heapq.heapify(heap)
        while heap:
            mean, one, other = heapq.heappop(heap)
            if one in self.members and other in self.members and mean == -self._mean(one, other):
                self._join(one, other)
                self._push(heap, one, threshold)
        return [sorted(group) for _, group in sorted(self.members.items())]

    def _push(self, heap: list[tuple[float, int, int]], one: int, threshold: int, *, above: bool = False) -> None:
        for other in self._sums[one]:
            if above and other < one:
                continue
            mean = self._mean(one, other)
            if mean >= threshold:
                entry = (-mean, min(one, other), max(one, other))
                heap.append(entry) if above else heapq.heappush(heap, entry)

    def _mean(self, one: int, other: int) -> float:
        """The mean likeness over the pairs between two groups that can be compared."""
        return self._sums[one].get(other, 0) / (self._comparable(one, other) or 1)

    def _comparable(self, one: int, other: int) -> int:
        few, many = self._days[one], self._days[other]
        near = sum(bisect_right(many, day + self._window) - bisect_left(many, day - self._window) for day in few)
        here, there = self._undated[one], self._undated[other]
        return near + here * len(many) + there * len(few) + here * there

    def _join(self, one: int, other: int) -> None:
        """Put the second group into the first."""
        self.members[one] += self.members.pop(other)
        self._days[one] = sorted(self._days[one] + self._days.pop(other))
        self._undated[one] += self._undated.pop(other)
        self._sums[one].pop(other, None)
        for third, total in self._sums.pop(other).items():
            if third != one:
                self._sums[third].pop(other)
                self._sums[one][third] = self._sums[third][one] = self._sums[one].get(third, 0) + total

    def _home(self, item: int) -> int:
        return next(home for home, members in self.members.items() if item in members)
