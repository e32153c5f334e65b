"""Counts over time: which figure takes the place of which, and which differ for one state of things."""

from __future__ import annotations

from tellings.comparing.claimed import Claimed
from tellings.linking.intervals import agree, ratio
from tellings.linking.periods import later
from tellings.values import Telling


def line_of(told: list[Claimed]) -> list[list[Claimed]]:
    """The steps of a count over time: of each the figures with its value."""
    dated = sorted((member for member in told if member.period.as_of and _goes_on(member)), key=order)
    line: list[list[Claimed]] = []
    for member in dated:
        last = line[-1] if line else None
        if last is None:
            line.append([member])
        elif member.figure.value == last[0].figure.value:
            last.append(member)
        elif _updates_one(last[0], member):
            line.append([member])
    return line


def _updates_one(earlier: Claimed, member: Claimed) -> bool:
    """Whether a figure is one of a later day that takes the place of an earlier one."""
    if member.revises and printed_later(earlier, member):
        return True
    if not later(earlier.period, member.period) or settled(earlier, member) or one_told_twice(earlier, member):
        return False
    grows = member.figure.value > earlier.figure.value
    return grows or member.thing.falls or (member.figure.unit is not None and (member.changes or member.period.told))


def one_told_twice(first: Claimed, second: Claimed) -> bool:
    """Whether two close sums or measures of what does not run on bear one another out: "more than £3 million" and "£3.1 million"."""
    counts = first.figure.unit is None or first.thing.runs or second.thing.runs
    return agree(first, second) and ratio(first.figure, second.figure) <= _CLOSE and not counts


_CLOSE = 1.1
"""How many times larger the one number may be."""


def printed_later(earlier: Claimed, member: Claimed) -> bool:
    """Whether the second surely was printed on a later day."""
    return bool(earlier.period.latest and member.period.printed and earlier.period.latest < member.period.printed)


def settled(first: Claimed, second: Claimed) -> bool:
    """Whether two figures that differ are of one state of things: printed within days, and nothing tells of a change."""
    early, late = sorted((first, second), key=order)
    if not (early.period.as_of and late.period.as_of) or early.thing.runs:
        return False
    if early.period.told and late.period.told and early.period.meets(late.period):
        return True
    if late.changes or (late.period.told and early.period.as_of != late.period.as_of):
        return False
    days = (early.period.latest or early.period.as_of, late.period.latest or late.period.as_of)
    return abs((days[1] - days[0]).days) <= _SETTLED_DAYS


_SETTLED_DAYS = 3
"""Days of print within which a figure that nobody says has changed is taken for the same state of things."""


def order(member: Claimed) -> tuple[str, float, bool, Telling]:
    """By day, then by value; of one value the body before the headline."""
    as_of = member.period.as_of.isoformat() if member.period.as_of else ""
    return as_of, member.figure.value, member.headed, member.telling


def _goes_on(member: Claimed) -> bool:
    """Whether the figure can be one of several over time: a level, and no upper bound."""
    return not member.more and member.figure.change == "level" and member.figure.bound not in {"less than", "at most"}
