"""Settling: what hangs together with what has changed, and the groups that average linkage makes of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from tellings.linking.stories import likeness, linkage
from tellings.linking.stories.graph import UNIT, Graph
from tellings.linking.stories.orders import Orders

_LINKED = UNIT // 20  # a settled likeness of less counts for nothing


def touched(changed: Collection[int], graph: Graph, beside: Callable[[int], Iterable[int]]) -> list[int]:
    """All that hangs together with what has changed, in order of age; ``beside`` tells whom a story or an order binds to one."""
    bears_on = set(changed).union(*(graph.links[place] for place in changed))
    found = bears_on.union(*(graph.links[place] for place in bears_on))
    waiting = sorted(found)
    while waiting:
        place = waiting.pop()
        near = {other for other, alike in graph.settled(place).items() if alike >= _LINKED}
        near.update(beside(place))
        waiting.extend(near - found)
        found |= near
    return sorted(found, key=graph.age)


def grouped(places: Sequence[int], graph: Graph, orders: Orders, *, threshold: float) -> list[list[int]]:
    """The groups of articles given in order of age, as places in that order; ``threshold`` is a mean likeness."""
    item = {graph.nodes[place].key: number for number, place in enumerate(places)}
    number = {place: number for number, place in enumerate(places)}
    links: dict[int, dict[int, int]] = {}
    for place in places:
        near = graph.settled(place).items()
        links[number[place]] = {number[other]: alike for other, alike in near if alike >= _LINKED}
    for one, other in orders.apart(item):
        links[item[one]][item[other]] = links[item[other]][item[one]] = linkage.NEVER
    days = [graph.nodes[place].day for place in places]
    groups = linkage.Linkage(days, links, window=likeness.WINDOW)
    groups.put_together([[item[key] for key in group] for group in orders.together(item)])
    return groups.run(round(threshold * UNIT))
