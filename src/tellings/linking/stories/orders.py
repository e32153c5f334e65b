"""What a user has ordered: these two articles are in one story, those two are not. A later order undoes an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Orders:
    """Orders between articles, by key."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], bool] = {}

    def add(self, one: str, other: str, *, together: bool) -> None:
        """Put two articles together, or apart, from now on."""
        self._pairs[min(one, other), max(one, other)] = together

    def beside(self, key: str) -> Iterator[str]:
        """The articles that an order binds to one."""
        for pair in self._pairs:
            if key in pair:
                yield pair[1] if pair[0] == key else pair[0]

    def apart(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs that must be apart, both among the keys."""
        held = set(keys)
        return [pair for pair, together in sorted(self._pairs.items()) if not together and held.issuperset(pair)]

    def together(self, keys: Iterable[str]) -> list[tuple[str, ...]]:
        """The groups that must be together, among the keys."""
        held, groups = set(keys), dict[str, tuple[str, ...]]()
        for pair, together in sorted(self._pairs.items()):
            if together and held.issuperset(pair):
                one, other = pair
                joined = tuple(sorted({*groups.get(one, (one,)), *groups.get(other, (other,))}))
                groups.update(dict.fromkeys(joined, joined))
        return sorted(set(groups.values()))
