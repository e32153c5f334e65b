"""Which groups of events a doing may belong to: found by what it has in common with them, not by trying all.

Two mentions can only tell one event where their times may meet and they share a
word, the doing's word or a class of doings, or two people. Groups are filed
under each of these within each month they may be of; those of longer or unknown
time under the thing alone. So the cost follows what is alike, not the square
of what there is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from tellings.linking.matches import Told

_FEW = 2
"""Months that a told time may span to be filed under each of them."""

_ANY = "any"


class Candidates:
    """Groups by number, filed under all that a mention must share with one of theirs."""

    def __init__(self) -> None:
        self._filed: dict[tuple[str, Hashable], set[int]] = {}
        self._all: dict[Hashable, set[int]] = {}

    def add(self, group: int, one: Told) -> None:
        """File a group under what one of its mentions tells."""
        for month in _months(one):
            for thing in _things(one):
                self._filed.setdefault((month, thing), set()).add(group)
        for thing in _things(one):
            self._all.setdefault(thing, set()).add(group)

    def of(self, one: Told) -> list[int]:
        """The groups that a mention may belong to, in order."""
        months = _months(one)
        found: set[int] = set()
        for thing in _things(one):
            if months == [_ANY]:
                found |= self._all.get(thing, set())
            else:
                for month in (*months, _ANY):
                    found |= self._filed.get((month, thing), set())
        return sorted(found)


def _months(one: Told) -> list[str]:
    """The months that the time touches, as "2031-05"; "any" where they are many or the day is not known."""
    start, end = one.start or "", one.end or one.start or ""
    if len(start) < len("2031-05") or len(end) < len("2031-05") or "W" in start[:7] + end[:7]:
        return [_ANY]
    try:
        first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (start, end))
    except ValueError:
        return [_ANY]
    if not 0 <= last - first <= _FEW:
        return [_ANY]
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _things(one: Told) -> Iterator[Hashable]:
    """What a mention must share one of with another of its event."""
    yield from one.doing.words
    yield ("lemma", one.doing.lemma)
    yield from (("class", name) for name in one.doing.own | one.doing.classes)
    if one.actor is not None:
        yield ("actor", one.actor)
