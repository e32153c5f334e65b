"""Stories as articles arrive: each is placed at once, and a settling later splits and merges.

The likeness of two articles depends on the two alone, so the settled stories are
the same in whatever order the articles came. A story is called after its
earliest article: of the earliest day, and the first key of that day.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from tellings.linking.stories import changes, likeness, linkage, signature
from tellings.linking.stories.index import Index
from tellings.linking.stories.results import Change, Placement, Reasons, Row
from tellings.linking.stories.signature import Signature
from tellings.values import Article

THRESHOLD = 0.2
"""The mean likeness of the articles of one story."""

_KEPT = 0.05  # a lesser likeness is taken for none
_LINK = struct.Struct("<If")


class StoryGrouping:
    """The stories of an archive. Not safe for several threads at once; deterministic."""

    def __init__(self, *, threshold: float = THRESHOLD) -> None:
        self._threshold = threshold
        self._index = Index()
        self._comparer = likeness.Comparer()
        self._keys: list[str] = []
        self._positions: dict[str, int] = {}
        self._links: list[dict[int, float]] = []
        self._story: list[str] = []
        self._members: dict[str, list[int]] = {}
        self._dirty: set[int] = set()
        self._together: list[tuple[str, str]] = []
        self._apart: list[tuple[str, str]] = []

    def add(self, key: str, article: Article, *, names: Iterable[str] | None = None) -> Placement:
        """Place an article in the story that it belongs to, or in a new one. A key known already stays where it is."""
        return self.add_signature(key, signature.of(article, names))

    def add_signature(self, key: str, sign: Signature) -> Placement:
        """As ``add``, for an article whose signature has been made before."""
        if key in self._positions:
            return self._placement(self._positions[key])
        links = self._compared(sign)
        position = self._enter(key, sign, links)
        story, score = self._best(position)
        self._put(position, story or name(key, self._members))
        return Placement(self._story[position], score, self.why(key))

    def settle(self) -> tuple[Change, ...]:
        """Group anew all that arrivals have touched; what was split, merged, moved or renamed."""
        touched = self._touched()
        before = {position: self._story[position] for position in touched}
        groups = linkage.link(touched, self._bound(touched), self._threshold, self._forced(touched))
        for position in touched:
            self._members.pop(self._story[position], None)
        for group in sorted(groups, key=lambda group: self._age(group[0])):
            first = min(group, key=self._age)
            story = name(self._keys[first], self._members)
            for position in group:
                self._put(position, story)
        self._dirty.clear()
        return changes.between(
            {self._keys[place]: story for place, story in before.items()},
            {self._keys[place]: self._story[place] for place in touched},
        )

    def stories(self) -> dict[str, tuple[str, ...]]:
        """The keys of every story, earliest first."""
        return {
            story: tuple(self._keys[place] for place in sorted(members, key=self._age))
            for story, members in sorted(self._members.items())
        }

    def story(self, key: str) -> str:
        """The story that an article is in. Raises ``KeyError`` for a key that is not known."""
        return self._story[self._positions[key]]

    def why(self, key: str) -> Reasons:
        """What makes an article belong to its story."""
        place = self._positions[key]
        near = [
            (-alike, other) for other, alike in self._links[place].items() if self._story[other] == self._story[place]
        ]
        if not near:
            return Reasons(placed_by_user=len(self._members[self._story[place]]) > 1)
        alike, other = min(near)
        return changes.shared(self._index.signatures[place], self._index.signatures[other], self._keys[other], -alike)

    def nearest(self, article: Article | Signature, k: int = 10) -> tuple[tuple[str, float], ...]:
        """The k articles most likely to tell the same story, best first, with their likeness."""
        sign = article if isinstance(article, Signature) else signature.of(article)
        found = self._compared(sign, near=False)
        best = sorted(found.items(), key=lambda entry: (-entry[1], self._keys[entry[0]]))[:k]
        return tuple((self._keys[place], alike) for place, alike in best)

    def join(self, one: str, other: str) -> None:
        """From now on the two articles are in one story, as a user says. Takes effect at the next settling."""
        self._together.append((one, other))
        self._dirty.update({self._positions[one], self._positions[other]})

    def part(self, one: str, other: str) -> None:
        """From now on the two articles are in two stories, as a user says. Takes effect at the next settling."""
        self._apart.append((one, other))
        self._dirty.update({self._positions[one], self._positions[other]})

    def rows(self, since: int = 0) -> Iterable[Row]:
        """All that must be kept, from a position on. ``settle`` may have changed the story of earlier ones."""
        for place in range(since, len(self._keys)):
            links = b"".join(
                _LINK.pack(other, alike) for other, alike in sorted(self._links[place].items()) if other < place
            )
            sign = self._index.signatures[place].to_bytes()
            yield Row(place, self._keys[place], self._story[place], sign, links)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take up what ``rows`` gave, in order. Orders of a user (``join``, ``part``) are given again after it."""
        for row in rows:
            links = dict(_LINK.iter_unpack(row.links))
            self._put(self._enter(row.key, Signature.from_bytes(row.signature), links), row.story)
        self._dirty.clear()

    def _compared(self, sign: Signature, *, near: bool = True) -> dict[int, float]:
        """The articles known that are alike, with the likeness."""
        places = self._index.candidates(sign, window=likeness.WINDOW if near else None)
        if not len(places):
            return {}
        others = [self._index.signatures[place] for place in places]
        cosines = self._comparer.cosines(sign, others, np.array([self._index.lengths[place] for place in places]))
        alike = likeness.likeness(cosines, self._index.apart(sign, places) if near else np.zeros(len(places), np.int32))
        return {
            int(place): float(value) for place, value in zip(places, alike, strict=True) if not near or value >= _KEPT
        }

    def _enter(self, key: str, sign: Signature, links: Mapping[int, float]) -> int:
        position = self._index.add(sign)
        self._keys.append(key)
        self._positions[key] = position
        self._links.append(dict(links))
        self._story.append("")
        for other, alike in links.items():
            self._links[other][position] = alike
        self._dirty.add(position)
        return position

    def _put(self, position: int, story: str) -> None:
        self._story[position] = story
        self._members.setdefault(story, []).append(position)

    def _best(self, position: int) -> tuple[str | None, float]:
        """The story of the highest mean likeness to an article, where it is high enough."""
        sums: dict[str, float] = {}
        for other, alike in sorted(self._links[position].items()):
            sums[self._story[other]] = sums.get(self._story[other], 0.0) + alike
        means = [(-total / len(self._members[story]), story) for story, total in sums.items()]
        best = min(means, default=(0.0, ""))
        return (best[1], -best[0]) if -best[0] >= self._threshold else (None, 0.0)

    def _placement(self, position: int) -> Placement:
        reasons = self.why(self._keys[position])
        return Placement(self._story[position], reasons.likeness, reasons)

    def _touched(self) -> list[int]:
        """All that hangs together with what has changed since the last settling."""
        orders = self._orders()
        found, waiting = set(self._dirty), sorted(self._dirty)
        while waiting:
            place = waiting.pop()
            beside = {*self._links[place], *orders.get(place, ()), *self._members[self._story[place]]} - found
            found |= beside
            waiting.extend(beside)
        return sorted(found)

    def _orders(self) -> dict[int, set[int]]:
        orders: dict[int, set[int]] = {}
        for one, other in (*self._together, *self._apart):
            orders.setdefault(self._positions[one], set()).add(self._positions[other])
            orders.setdefault(self._positions[other], set()).add(self._positions[one])
        return orders

    def _bound(self, touched: Sequence[int]) -> linkage.Links:
        """The links, with those that a user forbids."""
        links = {place: self._links[place] for place in touched}
        for one, other in self._apart:
            for here, there in ((self._positions[one], self._positions[other]),) * (self._positions[one] in links):
                links[here] = {**links[here], there: linkage.NEVER}
                links[there] = {**links[there], here: linkage.NEVER}
        return links

    def _forced(self, touched: Sequence[int]) -> list[list[int]]:
        """The groups that a user has put together."""
        held = set(touched)
        groups: dict[int, list[int]] = {}
        for one, other in self._together:
            here, there = self._positions[one], self._positions[other]
            if here in held:
                joined = sorted({*groups.get(here, [here]), *groups.get(there, [there])})
                groups.update(dict.fromkeys(joined, joined))
        return [list(group) for group in sorted({tuple(group) for group in groups.values()})]

    def _age(self, position: int) -> tuple[int, str]:
        """What orders the articles of a story: day of print (unknown last), then key."""
        return self._index.signatures[position].day or date.max.toordinal(), self._keys[position]


def name(key: str, taken: Mapping[str, object]) -> str:
    """The id of a story called after an article; ``taken`` are ids in use."""
    story = "story-" + hashlib.sha256(key.encode()).hexdigest()[:10]
    return story if story not in taken else name(key + "'", taken)
