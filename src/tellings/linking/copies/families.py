"""Families of copies: the articles that print one text, by way of those that hold most of it.

Two cuts of one article may share nothing with each other; they are of one family as both
stand in it. An article that is no copy itself but of which two others took a part each
joins them in the same way, so a family is what copies connect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tellings.linking.copies.index import NearCopy


def families(copies: Iterable[NearCopy]) -> tuple[tuple[str, ...], ...]:
    """The keys of articles that print one text, family by family, each in the order of the keys."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        neighbours[copy.shorter].add(copy.longer)
        neighbours[copy.longer].add(copy.shorter)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for key in sorted(neighbours):
        if key not in seen:
            family = _reached(key, neighbours)
            seen |= family
            found.append(tuple(sorted(family)))
    return tuple(found)


def _reached(key: str, neighbours: dict[str, set[str]]) -> set[str]:
    reached, waiting = {key}, [key]
    while waiting:
        for other in neighbours[waiting.pop()] - reached:
            reached.add(other)
            waiting.append(other)
    return reached
