"""Who is like whom: the links between articles, and what the company of two articles says of their link.

Two articles that are alike are less likely to tell one story where one of them
is drawn more strongly to a rival, an article that the other has little to do
with; more likely where they have friends in common. An article without a day
is taken to be of the day of the dated article that it is most like. A logistic
regression weighs this; it looks at no further than the neighbours of the two.
"""

from __future__ import annotations

import functools
import json
import math
import operator
from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

UNIT = 10_000
"""Likenesses are kept as whole ten-thousandths, so that sums of them are the same in any order."""

KEPT = 200
"""A link of less is not kept."""

FEATURES = (
    "alike", "weaker rival", "stronger rival", "fewer rivals", "more rivals", "friends", "best friend", "same day",
    "next day", "two or three days", "farther days", "day told by", "company", "more company", "undated", "one outlet",
    "undated * alike", "undated * more rivals", "undated * farther days",
)  # fmt: skip
"""What a link is weighed by, in the order of ``Graph.features``."""

Age = tuple[int, str]
"""The day of print and the key of an article."""

_LAST = 9_999_999  # the day of those of which none is known
_RIVAL = 0.5  # a neighbour of one is no rival where the other is at least half as much like it
_MOST = 10  # rivals counted


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the logistic regression."""

    bias: float
    weights: tuple[float, ...]

    def probability(self, features: Iterable[float]) -> float:
        """From the features of a link to a probability."""
        odds = self.bias + sum(map(operator.mul, self.weights, features))
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class Company:
    """The weights for links of an article that has just arrived, whose later company is not there yet, and for all."""

    arriving: Weights
    settled: Weights


@functools.cache
def model() -> Company:
    """The weights that are shipped."""
    text = resources.files("tellings.linking.stories").joinpath("company.json").read_text(encoding="utf-8")
    return parse(json.loads(text))


def parse(learned: Mapping[str, Any]) -> Company:
    """Weights from their JSON."""
    read = {
        name: Weights(learned[name]["bias"], tuple(learned[name]["weights"][feature] for feature in FEATURES))
        for name in ("arriving", "settled")
    }
    return Company(**read)


@dataclass(frozen=True, slots=True)
class Node:
    """What is known of an article here: its key, its day as an ordinal (none: 0) and its outlet as a term."""

    key: str
    day: int
    outlet: int


class Graph:
    """Articles by position, their links, and the settled likeness of linked articles, worked out when asked for."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self.nodes: list[Node] = []
        self.links: list[dict[int, int]] = []
        self._ages: list[Age] = []
        self._totals: list[int] = []
        """The sums of the likenesses of the links."""
        self._ranked: dict[int, list[tuple[int, Age, int]]] = {}
        """The neighbours that were asked for, best first: likeness below nought, age and position."""
        self._settled: dict[int, dict[int, int]] = {}

    def add(self, node: Node, links: Mapping[int, int]) -> int:
        """The position of a new article with links to earlier ones."""
        position = len(self.nodes)
        self.nodes.append(node)
        self.links.append(dict(links))
        self._ages.append((node.day or _LAST, node.key))
        self._totals.append(sum(links.values()))
        for other, alike in links.items():
            self.links[other][position] = alike
            self._totals[other] += alike
            if other in self._ranked:
                insort(self._ranked[other], (-alike, self._ages[position], position))
        if self._settled:
            self._unsettle(position, links)
        return position

    def remove(self, position: int) -> list[int]:
        """Take an article out: it has no links any more. Returns the positions of those that it was linked with."""
        links = self.links[position]
        self._unsettle(position, links)
        for other, alike in links.items():
            del self.links[other][position]
            self._totals[other] -= alike
            self._ranked.pop(other, None)
        self.links[position], self._totals[position] = {}, 0
        self._ranked.pop(position, None)
        return sorted(links)

    def _unsettle(self, position: int, links: Iterable[int]) -> None:
        """Forget the settled likenesses that an article that comes or goes bears on: those of its neighbours."""
        for place in (position, *links):
            for beside in self.links[place]:
                self._settled.get(beside, {}).pop(place, None)
            self._settled.pop(place, None)

    def arriving(self, position: int) -> dict[int, int]:
        """As ``settled``, for an article that has just arrived."""
        return {other: self._corrected(position, other, self._company.arriving) for other in self.links[position]}

    def settled(self, position: int) -> dict[int, int]:
        """The others that an article is linked with, and how likely they tell one story, in ten-thousandths."""
        known = self._settled.setdefault(position, {})
        for other in self.links[position]:
            if other not in known:
                alike = self._corrected(position, other, self._company.settled)
                known[other] = self._settled.setdefault(other, {})[position] = alike
        return known

    def _corrected(self, one: int, other: int, weights: Weights) -> int:
        return round(UNIT * weights.probability(self.features(*sorted((one, other), key=self.age))))

    def age(self, position: int) -> Age:
        """What orders articles whatever their order of arrival: day of print (not known: last), then key."""
        return self._ages[position]

    def day(self, position: int, *, besides: int = -1) -> tuple[int, int]:
        """The day of an article, or of the dated article that it is most like, one apart; and how sure that is."""
        if self.nodes[position].day:
            return self.nodes[position].day, UNIT
        near = ((self.nodes[third].day, -unlike) for unlike, _, third in self._near(position) if third != besides)
        return next(((day, alike) for day, alike in near if day), (0, 0))

    def features(self, one: int, other: int) -> tuple[float, ...]:
        """The features of a link, in the order of ``FEATURES``."""
        alike = self.links[one][other]
        rivals = sorted([self._rivals(one, other, alike), self._rivals(other, one, alike)])
        (weaker, _), (stronger, _) = rivals
        fewer, more = sorted(count for _, count in rivals)
        friends, best = self._friends(one, other)
        company = sorted(self._totals[place] - alike for place in (one, other))
        days, told = self._days(one, other)
        undated = not (self.nodes[one].day and self.nodes[other].day)
        odds, many, far = _odds(alike), math.log1p(more), days > 3
        outlet = self.nodes[one].outlet
        return (
            odds, _odds(weaker), _odds(stronger), math.log1p(fewer), many, friends, best / UNIT, days == 0, days == 1,
            1 < days <= 3, far, told / UNIT, company[0] / UNIT, company[1] / UNIT, undated,
            outlet != 0 and outlet == self.nodes[other].outlet, undated * odds, undated * many, undated * far,
        )  # fmt: skip

    def _near(self, position: int) -> list[tuple[int, Age, int]]:
        """The neighbours of an article, best first, as in ``_ranked``."""
        if position not in self._ranked:
            links = self.links[position].items()
            self._ranked[position] = sorted((-alike, self._ages[other], other) for other, alike in links)
        return self._ranked[position]

    def _rivals(self, one: int, other: int, alike: int) -> tuple[int, int]:
        """The likeness of the closest rival of ``other`` for ``one``, and how many are closer than ``other``."""
        theirs, best, count = self.links[other], 0, 0
        for unlike, _, third in self._near(one):
            closer = -unlike
            if closer <= alike and best:
                break
            if third == other or theirs.get(third, 0) >= _RIVAL * closer:
                continue
            best = best or closer
            if closer <= alike:
                break
            count += 1
            if count == _MOST:
                break
        return best, count

    def _friends(self, one: int, other: int) -> tuple[float, int]:
        """How much the two have in common with the same others: the sum of products, and the best of the lesser."""
        here, there = self.links[one], self.links[other]
        both = here.keys() & there.keys()
        mine, theirs = [here[third] for third in both], [there[third] for third in both]
        return sum(map(operator.mul, mine, theirs)) / UNIT**2, max(map(min, mine, theirs), default=0)

    def _days(self, one: int, other: int) -> tuple[int, int]:
        """The days between the two, -1 where not even a neighbour tells the day, and how sure the day is."""
        (here, sure), (there, certain) = self.day(one, besides=other), self.day(other, besides=one)
        return abs(here - there) if here and there else -1, min(sure, certain)


def _odds(alike: int) -> float:
    """The log odds of a likeness, kept from running to infinity."""
    share = alike / UNIT
    return math.log((share + 0.01) / (1.01 - share))
