"""Figures side by side: which agree, which are an update of one another, which cannot both be true.

Two figures agree where some number satisfies both: rounding and bounds are
honoured. A count that is higher as of a later day is an update. What is left
of two figures as of the same day is a conflict. A count of what is settled
(how many were aboard, the votes cast) is one also where a day or two of print
lie between, unless the text tells that it changed. Copies of one text count
as one teller: they cannot bear one another out. Where a copy has another
number than its text, that is told as of any two articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.comparing.changes import line_of, one_told_twice
from tellings.comparing.claimed import Claimed, members
from tellings.comparing.claims import places, sentence, step_of
from tellings.comparing.conflicts import conflicts
from tellings.comparing.phrasing import capitalised, joined, texts
from tellings.linking.intervals import agree, ratio
from tellings.linking.lookup import entity_of
from tellings.linking.periods import later
from tellings.values import Comparison, FigureClaim, Relation, Story


def compare(story: Story) -> list[Comparison]:
    """Agreements, updates and conflicts of every claim told by more than one article."""
    found: list[Comparison] = []
    tellers, entities = texts(story), entity_of(story)
    for claim in story.figure_claims:
        told = members(story, claim, tellers, entities)
        if len({member.telling.article for member in told}) > 1:
            found += _agreements(story, claim, told)
            found += _updates(story, claim, told)
            found += conflicts(story, claim, told)
    return found


def _agreements(story: Story, claim: FigureClaim, told: list[Claimed]) -> Iterator[Comparison]:
    """Figures that one number satisfies, told by different texts for the same time."""
    left = list(told)
    while left:
        group = [left.pop(0)]
        for member in list(left):
            if all(_bear_out(member, other) for other in group):
                group.append(member)
                left.remove(member)
        if len({member.teller for member in group}) > 1:
            end = (
                "These figures agree."
                if len({m.figure.value for m in group}) == 1
                else "One number can satisfy all of them."
            )
            yield Comparison("agree", f"{sentence(story, claim, group)}. {end}", places(group), _agreement(group))


def _agreement(group: list[Claimed]) -> Relation:
    """How figures agree: in value, within a bound, or as one is rounded."""
    if len({member.figure.value for member in group}) == 1:
        return "same value"
    bounded = any(member.figure.bound not in {"exact", "about"} for member in group)
    return "bound satisfied" if bounded else "rounded"


def _bear_out(first: Claimed, second: Claimed) -> bool:
    """Whether two figures agree, and say much by it: not "more than 200" and 9,000, nor counts of two days that run on."""
    if not agree(first, second) or ratio(first.figure, second.figure) > _SAYS_NOTHING:
        return False
    if first.figure.value == second.figure.value:
        return True
    apart = later(first.period, second.period) or later(second.period, first.period)
    return not (apart and (first.thing.runs or (_open(first) != _open(second) and not one_told_twice(first, second))))


_SAYS_NOTHING = 2.0
"""How many times larger a number is that a bound allows and does not tell of."""


def _open(member: Claimed) -> bool:
    return member.figure.bound in {"more than", "at least"}


def _updates(story: Story, claim: FigureClaim, told: list[Claimed]) -> Iterator[Comparison]:
    """One figure at different dates: as of later days never lower, unless such a count may fall."""
    line = line_of(told)
    if len({member.telling.article for step in line for member in step}) > 1 and len(line) > 1:
        steps = joined(step_of(story, step) for step in line)
        tellings = tuple(member.telling for step in line for member in step)
        label = f"{capitalised(claim.counted)}, at different dates" if claim.counted else "At different dates"
        revised = any(member.revises for step in line[1:] for member in step)
        yield Comparison("update", f"{label}: {steps}.", tellings, "revised" if revised else "update")
