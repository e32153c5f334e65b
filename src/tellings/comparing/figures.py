"""Figures side by side: which agree, which are an update of one another, which cannot both be true.

Two figures agree where some number satisfies both: rounding and bounds are
honoured. A running count that is higher as of a later day is an update. What
is left of two figures as of the same day is a conflict, but only where the
count is of one known doing or the sentences leave little doubt: a conflict
missed is better than one made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.comparing.phrasing import joined, tells
from tellings.linking.periods import Period, period
from tellings.linking.things import Thing, thing
from tellings.values import Comparison, Figure, FigureClaim, Story, Telling


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of a claim with its place, period and the interval of numbers that it allows."""

    telling: Telling
    figure: Figure
    thing: Thing
    period: Period
    least: float
    most: float
    headed: bool


def compare(story: Story) -> list[Comparison]:
    """Agreements, updates and conflicts of every claim told by more than one article."""
    found: list[Comparison] = []
    for claim in story.figure_claims:
        told = _members(story, claim)
        if len({member.telling.article for member in told}) > 1:
            found += _agreements(story, claim, told)
            found += _updates(story, claim, told)
            found += _conflicts(story, claim, told)
    return found


def _members(story: Story, claim: FigureClaim) -> list[_Told]:
    told = []
    for telling, (article, position) in zip(claim.tellings, claim.figures, strict=True):
        reading = story.readings[article]
        figure = reading.figures[position]
        least, most = allowed(figure)
        headed = any(
            sentence.block in {"title", "deck"} and sentence.span.covers(figure.number)
            for sentence in reading.sentences
        )
        told.append(_Told(telling, figure, thing(reading, figure), period(reading, figure), least, most, headed))
    return told


def allowed(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure, as worded, can mean."""
    low, high = (
        (figure.low, figure.high)
        if figure.low is not None and figure.high is not None
        else (figure.value, figure.value)
    )
    slack = _slack(low, about=figure.bound == "about")
    if figure.bound in {"more than", "at least"}:
        return low - slack, float("inf")
    if figure.bound in {"less than", "at most"}:
        return float("-inf"), high + slack
    return low - slack, high + slack


def _slack(value: float, *, about: bool) -> float:
    """How far the true number may lie from a printed one: half of the last place that is not a nought.

    Ten is not taken for a round number unless "about" says so; a hundred and more is, where it ends in two noughts.
    """
    if value == 0 or value % 1:
        return abs(value) * 0.05 if about else 0.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    if about:
        return max(place / 2, abs(value) * 0.05)
    return place / 2 if place >= 100 else 0.0


def _agree(first: _Told, second: _Told) -> bool:
    return first.least <= second.most and second.least <= first.most


def _agreements(story: Story, claim: FigureClaim, told: list[_Told]) -> Iterator[Comparison]:
    """Figures that one number satisfies, told by different articles for the same time."""
    left = list(told)
    while left:
        group = [left.pop(0)]
        for member in list(left):
            if all(
                _agree(member, other) and _as_close(member, other) and not _later_count(member, other)
                for other in group
            ):
                group.append(member)
                left.remove(member)
        if len({member.telling.article for member in group}) > 1:
            tellings = tuple(member.telling for member in group)
            why = f"{_of(claim)}the figures can all be true at once: {joined(tells(story, telling) for telling in tellings)}."
            yield Comparison("agree", why, tellings)


def _as_close(first: _Told, second: _Told) -> bool:
    """An open bound agrees with much; only near figures are said to agree ("more than 200" and 212, not 9,000)."""
    low, high = sorted((abs(first.figure.value), abs(second.figure.value)))
    return high <= 2 * low


def _later_count(first: _Told, second: _Told) -> bool:
    """Whether two counts differ and hold as of different days: an update, though a bound would let both stand."""
    return first.figure.value != second.figure.value and _as_of_differs(first, second) and _open(first) != _open(second)


def _open(member: _Told) -> bool:
    return member.figure.bound in {"more than", "at least"}


def _as_of_differs(first: _Told, second: _Told) -> bool:
    return bool(first.period.as_of and second.period.as_of and first.period.as_of != second.period.as_of)


def _updates(story: Story, claim: FigureClaim, told: list[_Told]) -> Iterator[Comparison]:
    """One running count: of a known doing or thing, as of later days never lower (unless such a count may fall)."""
    dated = sorted((member for member in told if member.period.as_of and _counts(member)), key=_order)
    line: list[_Told] = []
    for member in dated:
        if not line or (
            _as_of(member) > _as_of(line[-1])
            and member.figure.value != line[-1].figure.value
            and (member.thing.falls or _grows(line[-1], member))
        ):
            line.append(member)
    if len({member.telling.article for member in line}) > 1:
        tellings = tuple(member.telling for member in line)
        steps = joined(_step(story, member) for member in line)
        yield Comparison("update", f"{_of(claim)}a count at different dates: {steps}.", tellings)


def _step(story: Story, member: _Told) -> str:
    """What one article prints, and as of when where that is another day than its own."""
    told = tells(story, member.telling)
    return told if _as_of(member) == member.period.printed else f"{told}, as of {_as_of(member).isoformat()}"


def _order(member: _Told) -> tuple[dt.date, float, bool, Telling]:
    """By day, then by value; of one value the body before the headline."""
    return _as_of(member), member.figure.value, member.headed, member.telling


def _as_of(member: _Told) -> dt.date:
    assert member.period.as_of is not None
    return member.period.as_of


def _counts(member: _Told) -> bool:
    """Whether the figure is a count that runs on: of things or people, not a rate or a change."""
    return (
        member.figure.unit is None
        and member.figure.change == "level"
        and member.figure.bound not in {"less than", "at most"}
    )


def _grows(earlier: _Told, later: _Told) -> bool:
    return later.figure.value > earlier.figure.value


def _conflicts(story: Story, claim: FigureClaim, told: list[_Told]) -> Iterator[Comparison]:
    """Pairs that no number satisfies, for the same day, in different articles."""
    seen: set[tuple[float, float]] = set()
    for first, second in combinations(told, 2):
        if first.telling.article == second.telling.article or _agree(first, second) or not _one_time(first, second):
            continue
        values = (min(first.figure.value, second.figure.value), max(first.figure.value, second.figure.value))
        if values in seen:
            continue
        seen.add(values)
        tellings = (first.telling, second.telling)
        dated = first.period.as_of.isoformat() if first.period.as_of else "no day that the articles tell"
        why = f"{_of(claim)}{joined(tells(story, telling) for telling in tellings)}; as of {dated} no one number satisfies both."
        yield Comparison("conflict", why, tellings)


def _one_time(first: _Told, second: _Told) -> bool:
    """Whether both figures hold as of one day. Two undated articles count as one only where each dates the figure alike."""
    return first.period.as_of is not None and first.period.as_of == second.period.as_of


def _of(claim: FigureClaim) -> str:
    return f"Of {claim.counted}: " if claim.counted else ""
