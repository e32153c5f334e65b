"""Stories as articles arrive: each is placed at once, and a settling later splits and merges.

What two articles have in common gives their likeness, the company they keep
corrects it, and average linkage makes groups of it. All three depend on which
articles there are and not on the order in which they came, so the settled stories do
neither. A story is called after its earliest article.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tellings.linking.stories import changes, graph, likeness, linkage, nearness, signature
from tellings.linking.stories.forest import Forest
from tellings.linking.stories.graph import UNIT, Graph, Node
from tellings.linking.stories.index import Index
from tellings.linking.stories.likeness import Weighed
from tellings.linking.stories.orders import Orders
from tellings.linking.stories.results import Change, Placement, Reasons, Row
from tellings.linking.stories.signature import Signature
from tellings.values import Article

_LINKED = UNIT // 20  # a settled likeness of less counts for nothing
_LINK = struct.Struct("<IH")
_LOOKED_AT = 200  # articles of any day ranked by likeness: those closest in words


@dataclass(frozen=True, slots=True)
class Settings:
    """The mean likeness from which articles are one story, as they arrive and when they are settled.

    ``forest`` and ``company`` work the likeness out; those that are shipped, where none are given.
    """

    placing: float = 0.35
    settling: float = 0.35
    forest: Forest | None = None
    company: graph.Company | None = None


class StoryGrouping:
    """The stories of an archive. Deterministic; not to be used by several threads at once."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._forest = self._settings.forest or likeness.model()
        self._index = Index()
        self._graph = Graph(self._settings.company or graph.model())
        self._positions: dict[str, int] = {}
        self._story: list[str] = []
        self._members: dict[str, list[int]] = {}
        self._dirty: set[int] = set()
        self._orders = Orders()

    def __len__(self) -> int:
        return len(self._story)

    def __contains__(self, key: str) -> bool:
        return key in self._positions

    def add(self, key: str, article: Article, *, names: Iterable[str] | None = None) -> Placement:
        """Place an article in the story that it belongs to, or in a new one. A key known already stays where it is.

        ``names`` as printed, where a reading has found them; else they are told by their capitals.
        """
        return self.add_signature(key, signature.of(article, names))

    def add_signature(self, key: str, sign: Signature) -> Placement:
        """As ``add``, for an article whose signature has been made before."""
        if key in self._positions:
            return Placement(self.story(key), self.why(key))
        one = Weighed.of(sign)
        position = self._enter(key, one, self._links(one))
        near = self._graph.arriving(position)
        story, mean = self._closest_story(position, near)
        self._put(position, story if mean >= self._settings.placing * UNIT else _name(key))
        return Placement(self._story[position], self._reasons(position, near))

    def settle(self) -> tuple[Change, ...]:
        """Group anew all that arrivals and orders have touched; says what was merged, split, moved and renamed."""
        touched = sorted(self._touched(), key=self._graph.age)
        before = {self._graph.nodes[place].key: self._story[place] for place in touched}
        for place in touched:
            self._members.pop(self._story[place], None)
        for group in self._grouped(touched):
            story = _name(self._graph.nodes[touched[group[0]]].key)
            for item in group:
                self._put(touched[item], story)
        self._dirty.clear()
        return changes.between(before, {key: self.story(key) for key in before})

    def stories(self) -> dict[str, tuple[str, ...]]:
        """The keys of every story, the earliest first."""
        return {story: self.members(story) for story in sorted(self._members)}

    def members(self, story: str) -> tuple[str, ...]:
        """The keys of a story, the earliest first. Raises ``KeyError`` for a story that there is not."""
        return tuple(self._graph.nodes[place].key for place in sorted(self._members[story], key=self._graph.age))

    def story(self, key: str) -> str:
        """The story that an article is in. Raises ``KeyError`` for a key that is not known."""
        return self._story[self._positions[key]]

    def why(self, key: str) -> Reasons:
        """What makes an article belong to its story: what it shares with the one that it is most like."""
        place = self._positions[key]
        return self._reasons(place, self._graph.settled(place))

    def nearest(self, article: Article | Signature, k: int = 10) -> tuple[tuple[str, float], ...]:
        """The k articles most likely to tell the same story, best first, each with a score that falls with time."""
        sign = article if isinstance(article, Signature) else signature.of(article)
        one = Weighed.of(sign)
        places = self._index.closest(one, max(_LOOKED_AT, 3 * k))
        if sign.day:
            places = np.union1d(places, self._index.candidates(one, window=likeness.WINDOW)[0])
        if not len(places):
            return ()
        chances = self._forest.probability(self._index.features(one, places)).tolist()
        scores = nearness.scores(sign.day, [self._graph.day(place) for place in places.tolist()], chances)
        found = sorted(zip(scores, places.tolist(), strict=True), key=lambda each: (-each[0], self._graph.age(each[1])))
        return tuple((self._graph.nodes[place].key, score) for score, place in found[:k])

    def join(self, one: str, other: str) -> None:
        """Keep two articles in one story from the next settling on, as a user orders."""
        self._order(one, other, together=True)

    def part(self, one: str, other: str) -> None:
        """Keep two articles in two stories from the next settling on, as a user orders."""
        self._order(one, other, together=False)

    def rows(self, since: int = 0) -> Iterator[Row]:
        """All that must be kept, from a position on; a settling may have changed the story of earlier articles."""
        for place, node in enumerate(self._graph.nodes[since:], since):
            earlier = [(other, alike) for other, alike in sorted(self._graph.links[place].items()) if other < place]
            links = b"".join(_LINK.pack(other, alike) for other, alike in earlier)
            data = self._index.signatures[place].to_bytes()
            yield Row(place, node.key, self._story[place], data, links, place in self._dirty)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take up what ``rows`` gave, all of it and in order. Orders (``join``, ``part``) are given again after it."""
        for row in rows:
            links = dict(_LINK.iter_unpack(row.links))
            self._put(self._enter(row.key, Weighed.of(Signature.from_bytes(row.signature)), links), row.story)
            if not row.unsettled:
                self._dirty.discard(row.position)

    def _links(self, one: Weighed) -> dict[int, int]:
        """The articles known that are alike, with the likeness."""
        places, features = self._index.candidates(one, window=likeness.WINDOW)
        if not len(places):
            return {}
        chances = self._forest.probability(features).tolist()
        alike = ((place, round(UNIT * chance)) for place, chance in zip(places.tolist(), chances, strict=True))
        return {place: value for place, value in alike if value >= graph.KEPT}

    def _enter(self, key: str, one: Weighed, links: Mapping[int, int]) -> int:
        position = self._index.add(one)
        self._graph.add(Node(key, one.sign.day, one.sign.outlet), links)
        self._positions[key] = position
        self._story.append("")
        self._dirty.add(position)
        return position

    def _put(self, position: int, story: str) -> None:
        self._story[position] = story
        self._members.setdefault(story, []).append(position)

    def _reasons(self, place: int, near: Mapping[int, int]) -> Reasons:
        """What an article shares with the one of its story that it is most like, of those near."""
        story = self._story[place]
        beside = [
            (-alike, self._graph.age(other), other) for other, alike in near.items() if self._story[other] == story
        ]
        if not beside:
            return Reasons(by_order=len(self._members[story]) > 1)
        alike, _, other = min(beside)
        signs = self._index.signatures
        return changes.shared(signs[place], signs[other], self._graph.nodes[other].key, -alike / UNIT)

    def _closest_story(self, position: int, near: Mapping[int, int]) -> tuple[str, float]:
        """The story of the highest mean likeness to an article."""
        best = ("", 0.0)
        for story in sorted({self._story[other] for other in near}):
            members = [place for place in self._members[story] if place in near or self._comparable(position, place)]
            mean = sum(near.get(place, 0) for place in members) / len(members)
            best = max(best, (story, mean), key=lambda found: found[1])
        return best

    def _comparable(self, one: int, other: int) -> bool:
        here, there = self._graph.nodes[one].day, self._graph.nodes[other].day
        return not here or not there or abs(here - there) <= likeness.WINDOW

    def _order(self, one: str, other: str, *, together: bool) -> None:
        self._dirty.update({self._positions[one], self._positions[other]})
        self._orders.add(one, other, together=together)

    def _touched(self) -> set[int]:
        """All that hangs together with what has changed since the last settling."""
        links = self._graph.links
        changed = self._dirty.union(*(links[place] for place in self._dirty))
        found = changed.union(*(links[place] for place in changed))
        waiting = sorted(found)
        while waiting:
            place = waiting.pop()
            beside = {other for other, alike in self._graph.settled(place).items() if alike >= _LINKED}
            beside.update(self._members[self._story[place]])
            beside.update(self._positions[key] for key in self._orders.beside(self._graph.nodes[place].key))
            waiting.extend(beside - found)
            found |= beside
        return found

    def _grouped(self, touched: list[int]) -> list[list[int]]:
        """The groups of articles given in order of age, as places in that order."""
        item = {self._graph.nodes[place].key: number for number, place in enumerate(touched)}
        number = {place: number for number, place in enumerate(touched)}
        links: dict[int, dict[int, int]] = {}
        for place in touched:
            near = self._graph.settled(place).items()
            links[number[place]] = {number[other]: alike for other, alike in near if alike >= _LINKED}
        for one, other in self._orders.apart(item):
            links[item[one]][item[other]] = links[item[other]][item[one]] = linkage.NEVER
        days = [self._graph.nodes[place].day for place in touched]
        groups = linkage.Linkage(days, links, window=likeness.WINDOW)
        groups.put_together([[item[key] for key in group] for group in self._orders.together(item)])
        return groups.run(round(self._settings.settling * UNIT))


def _name(key: str) -> str:
    """The id of a story called after an article."""
    return "story-" + hashlib.sha256(key.encode()).hexdigest()[:12]
