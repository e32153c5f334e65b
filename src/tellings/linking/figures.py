"""Figures of the same thing, brought together across and within articles.

Two figures are of the same thing where what is counted, what befell it, the
unit, the place and the period all may be the same, and something says that
they are: a doing of a known class, the same noun and doing in sentences that
share words, or the same large value of the same noun. Values alone part
nothing: 12 dead and 14 dead are two tellings of one count.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tellings.linking.labels import label
from tellings.linking.nesting import Places
from tellings.linking.sameness import apart, same
from tellings.linking.told import Told, told_of
from tellings.values import FigureClaim, Story, Telling


def link(story: Story) -> tuple[FigureClaim, ...]:
    """Every thing that is counted in two places or more, with the figures for it."""
    told = tuple(told_of(story))
    groups = _Groups(len(told))
    reasons: dict[int, str] = {}
    nested = Places(story)
    for _, one, other, reason in sorted(_pairs(told, nested)):
        if other in groups.members(one):
            continue
        if _one_thing(told, groups.members(one) | groups.members(other), nested):
            groups.join(one, other)
            reasons.setdefault(one, reason)
            reasons.setdefault(other, reason)
    return tuple(_claim(told, group, reasons, story) for group in groups.all() if len(group) > 1)


def parted(first: Told, second: Told, nested: Places) -> bool:
    """Whether two figures are told of different places; a town and its region may be two names of one place."""
    one, other = first.where or first.named, second.where or second.named
    return bool(one and other) and not any(nested.alike(a, b) for a in one for b in other)


def _pairs(told: tuple[Told, ...], nested: Places) -> Iterator[tuple[int, int, int, str]]:
    """Pairs of the same thing, the surest first: (rank, one, other, reason)."""
    alike: dict[tuple[str | None, ...], list[int]] = {}
    for position, member in enumerate(told):
        counted = member.thing.kind if member.thing.known else member.thing.noun
        alike.setdefault((member.change, member.thing.unit, str(member.thing.known), counted), []).append(position)
    for bucket in alike.values():
        for one, other in combinations(bucket, 2):
            first, second = told[one], told[other]
            reason = same(first, second)
            if reason and not parted(first, second, nested) and not apart(first, second):
                yield (0 if first.where and first.where == second.where else 1), one, other, reason


def _one_thing(told: tuple[Told, ...], members: frozenset[int], nested: Places) -> bool:
    """Whether no two figures are of places or things apart: a figure that says little must not join two."""
    places = {told[member].where for member in members if told[member].where}
    if not all(nested.one(one | other) for one, other in combinations(places, 2)):
        return False
    return not any(
        apart(told[one], told[other]) or parted(told[one], told[other], nested)
        for one, other in combinations(sorted(members), 2)
    )


class _Groups:
    """Positions put together step by step."""

    def __init__(self, size: int) -> None:
        self._group = {position: frozenset({position}) for position in range(size)}

    def members(self, position: int) -> frozenset[int]:
        return self._group[position]

    def join(self, one: int, other: int) -> None:
        joined = self._group[one] | self._group[other]
        for position in joined:
            self._group[position] = joined

    def all(self) -> list[tuple[int, ...]]:
        return sorted({tuple(sorted(group)) for group in self._group.values()})


def _claim(told: tuple[Told, ...], group: tuple[int, ...], reasons: dict[int, str], story: Story) -> FigureClaim:
    members = [told[position] for position in group]
    tellings = tuple(
        Telling(member.place[0], member.figure.span, reasons[position])
        for position, member in zip(group, members, strict=True)
    )
    counted = label([(story.readings[member.place[0]], member.figure, member.thing) for member in members])
    return FigureClaim(counted, tellings, tuple(member.place for member in members))
