"""Figures of the same thing, brought together across and within articles.

Across articles, pairs are taken in the order of how likely they are of one
thing (``together``). Within one, plain rules decide (``sameness``). What is
surely apart is never put together, whatever stands between. Values alone part
nothing: 12 dead and 14 dead are two tellings of one count.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from tellings.linking import together
from tellings.linking.intervals import agree
from tellings.linking.labels import label
from tellings.linking.nesting import Places
from tellings.linking.sameness import apart, common, same
from tellings.linking.told import Told, told_of
from tellings.values import FigureClaim, Story, Telling


def link(story: Story) -> tuple[FigureClaim, ...]:
    """Every thing that is counted in two places or more, with the figures for it."""
    told = tuple(told_of(story))
    groups = _Groups(len(told))
    reasons: dict[int, str] = {}
    nested = Places(story)
    likely = together.likely(story, told, nested)
    for one, other in (*likely.pairs, *_within(told, nested)):
        first, second = groups.members(one), groups.members(other)
        across = told[one].place[0] != told[other].place[0]
        if first == second or (across and any(_barred(told, likely, *pair) for pair in product(first, second))):
            continue
        if _one_thing(told, first | second, nested):
            groups.join(one, other)
            for position in {one, other} - reasons.keys():
                reasons[position] = _reason(story, told[one], told[other])
    return tuple(_claim(told, group, reasons, story) for group in groups.all() if len(group) > 1)


def _within(told: tuple[Told, ...], nested: Places) -> Iterator[tuple[int, int]]:
    """Pairs of the same thing that one article prints."""
    articles: dict[int, list[int]] = {}
    for position, member in enumerate(told):
        articles.setdefault(member.place[0], []).append(position)
    for own in articles.values():
        for one, other in combinations(own, 2):
            if same(told[one], told[other]) and not nested.parted(told[one], told[other]):
                yield one, other


def _barred(told: tuple[Told, ...], likely: together.Likely, one: int, other: int) -> bool:
    """Whether two figures that no number satisfies are surely not of one thing."""
    first, second = told[one], told[other]
    if agree(first, second):
        return False
    if first.thing.runs and first.thing.kind == second.thing.kind:
        return False  # a count of the dead grows from telling to telling
    return not same(first, second) if first.place[0] == second.place[0] else likely.barred(one, other)


def _reason(story: Story, first: Told, second: Told) -> str:
    """Why two figures are of one thing, as a rule says it, or in the words that both have."""
    said = [one.sentence.of(story.readings[one.place[0]].article.text) for one in (first, second)]
    return same(first, second) or common(first, second, (said[0], said[1]))


def _one_thing(told: tuple[Told, ...], members: frozenset[int], nested: Places) -> bool:
    """Whether no two figures are of places or things apart: a figure that says little must not join two."""
    places = {told[member].where for member in members if told[member].where}
    if not all(nested.one(one | other) for one, other in combinations(places, 2)):
        return False
    return not any(
        apart(told[one], told[other]) or nested.parted(told[one], told[other])
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
