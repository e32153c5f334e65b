"""Which places lie in which, as the texts print it: "Osmere, Northland", "Osmere in Northland"."""

from __future__ import annotations

import re
from itertools import permutations

from tellings.linking.told import Told
from tellings.values import Story


class Places:
    """Which places lie in which, as the texts print it: "Osmere, Northland", "Osmere in Northland"."""

    def __init__(self, story: Story) -> None:
        self._names = tuple(entity.name for entity in story.entities)
        self._texts = tuple(reading.article.text for reading in story.readings)
        self._folded = tuple(text.lower() for text in self._texts)
        self._known: dict[frozenset[str | int], bool] = {}

    def alike(self, one: str | int, other: str | int) -> bool:
        """Whether two places have one name, or may be two names of one."""
        return one == other or self._name(one) == self._name(other) or self.one(frozenset({one, other}))

    def parted(self, first: Told, second: Told) -> bool:
        """Whether two figures are told of different places; a town and its region may be two names of one place."""
        one, other = first.where or first.named, second.where or second.named
        return bool(one and other) and not any(self.alike(a, b) for a in one for b in other)

    def _name(self, key: str | int) -> str:
        name = self._names[key] if isinstance(key, int) else key
        return name.lower().removeprefix("the ")

    def one(self, keys: frozenset[str | int]) -> bool:
        """Whether two places may be two names of one: a town and its region."""
        if keys not in self._known:
            self._known[keys] = len(keys) == 2 and any(self._lies(town, region) for town, region in permutations(keys))
        return self._known[keys]

    def _lies(self, town: str | int, region: str | int) -> bool:
        inner, outer = (self._names[key] if isinstance(key, int) else key for key in (town, region))
        return any(
            inner.lower() in folded and outer.lower() in folded and _lies_in(inner, outer, text)
            for text, folded in zip(self._texts, self._folded, strict=True)
        )


def _lies_in(town: str, region: str, text: str) -> bool:
    """Whether the text prints the town and then its region, and not the two in a list."""
    within = rf"\b{re.escape(town)}(?:,? in|,)(?: the)?(?: \w+ern| north| south| east| west)? {re.escape(region)}\b(?!,? (?:and|or)\b)"
    return re.search(within, text, re.IGNORECASE) is not None
