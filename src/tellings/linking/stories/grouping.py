"""Stories as articles arrive: each is placed at once, and a settling later splits and merges.

What two articles have in common gives their likeness, the company they keep
corrects it, and average linkage makes groups of it. All three depend on which
articles there are and not on the order in which they came, so the settled stories do
neither. A story is called after its earliest article.
"""

from __future__ import annotations

import functools
import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tellings.linking.stories import changes, graph, likeness, nearness, settling, signature
from tellings.linking.stories.forest import Forest
from tellings.linking.stories.graph import UNIT, Graph, Node
from tellings.linking.stories.index import Index
from tellings.linking.stories.likeness import Weighed
from tellings.linking.stories.orders import Orders
from tellings.linking.stories.results import Change, Placement, Reasons, Row
from tellings.linking.stories.signature import Signature
from tellings.values import Article

_LINK = struct.Struct("<IH")


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
        return len(self._positions)

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

    def revise(self, key: str, article: Article, *, names: Iterable[str] | None = None) -> Placement:
        """Place an article anew whose text was changed. As ``add`` for a new key."""
        return self.revise_signature(key, signature.of(article, names))

    def revise_signature(self, key: str, sign: Signature) -> Placement:
        """As ``revise``; where nothing changed that is compared, the article stays where it is."""
        place = self._positions.get(key)
        if place is not None and self._index.signatures[place].to_bytes() != sign.to_bytes():
            self._remove(place)
        return self.add_signature(key, sign)

    def settle(self) -> tuple[Change, ...]:
        """Group anew all that arrivals and orders have touched; says what was merged, split, moved and renamed."""
        touched = settling.touched(self._dirty, self._graph, self._beside)
        before = {self._graph.nodes[place].key: self._story[place] for place in touched}
        for place in touched:
            self._members.pop(self._story[place], None)
        for group in settling.grouped(touched, self._graph, self._orders, threshold=self._settings.settling):
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

    def beside(self, key: str) -> tuple[str, ...]:
        """The articles that stand or fall with one: those of its story, and those that it is linked with."""
        place = self._positions[key]
        return tuple(sorted(self._graph.nodes[near].key for near in {*self._beside(place), *self._graph.links[place]}))

    def touch(self, keys: Iterable[str]) -> None:
        """Let the next settling look at some articles again; keys that are not known are passed over."""
        self._dirty.update(self._positions[key] for key in keys if key in self._positions)

    def nearest(self, article: Article | Signature, k: int = 10) -> tuple[tuple[str, float], ...]:
        """The k articles most likely to tell the same story, best first, each with a score that falls with time."""
        sign = article if isinstance(article, Signature) else signature.of(article)
        return nearness.ranked(Weighed.of(sign), self._index, self._graph, self._forest, k)

    def join(self, one: str, other: str) -> None:
        """Keep two articles in one story from the next settling on, as a user orders."""
        self._order(one, other, together=True)

    def part(self, one: str, other: str) -> None:
        """Keep two articles in two stories from the next settling on, as a user orders."""
        self._order(one, other, together=False)

    @property
    def end(self) -> int:
        """The position that comes next. An article that is revised gets a new one, and its old one stays empty."""
        return len(self._story)

    def rows(self, since: int = 0) -> Iterator[Row]:
        """All that must be kept, from a position on; a settling may have changed the story of earlier articles."""
        for place in filter(self._index.__contains__, range(since, self.end)):
            node = self._graph.nodes[place]
            earlier = [(other, alike) for other, alike in sorted(self._graph.links[place].items()) if other < place]
            links = b"".join(_LINK.pack(other, alike) for other, alike in earlier)
            data = self._index.signatures[place].to_bytes()
            yield Row(place, node.key, self._story[place], data, links, place in self._dirty)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take up what ``rows`` gave, all of it and in order. Orders (``join``, ``part``) are given again after it.

        A row of a key that is known is that of its revision, which another grouping has placed.
        """
        for row in rows:
            while self.end < row.position:
                self._remove(self._enter("", _nothing(), {}))
            if row.key in self._positions:
                self._remove(self._positions[row.key])
            links = {other: alike for other, alike in _LINK.iter_unpack(row.links) if other in self._index}
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

    def _remove(self, position: int) -> None:
        """Take an article out; those beside it are looked at again by the next settling."""
        del self._positions[self._graph.nodes[position].key]
        self._index.remove(position)
        members = self._members.get(self._story[position], [])
        if position in members:
            members.remove(position)
            if not members:
                del self._members[self._story[position]]
        self._dirty.update(members, self._graph.remove(position))
        self._dirty.discard(position)

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
            ordered = any(self._orders.beside(self._graph.nodes[place].key))
            return Reasons(by_order=ordered and len(self._members[story]) > 1)
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

    def _beside(self, place: int) -> Iterator[int]:
        """Those that the story or an order of a user binds to an article."""
        yield from self._members[self._story[place]]
        yield from (self._positions[key] for key in self._orders.beside(self._graph.nodes[place].key))


@functools.cache
def _nothing() -> Weighed:
    """Stands at a position that is empty."""
    return Weighed.of(signature.make("", ""))


def _name(key: str) -> str:
    """The id of a story called after an article."""
    return "story-" + hashlib.sha256(key.encode()).hexdigest()[:12]
