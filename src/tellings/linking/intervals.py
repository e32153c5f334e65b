"""What numbers a figure allows, as worded: its bound, and how round it is printed; and how two figures lie to one another."""

from __future__ import annotations

import re
from typing import Protocol

from tellings.values import Figure


class Bounded(Protocol):
    """A figure with the least and the most that it allows."""

    @property
    def least(self) -> float:
        """The least number."""

    @property
    def most(self) -> float:
        """The most."""


def agree(first: Bounded, second: Bounded) -> bool:
    """Whether some number satisfies both."""
    return first.least <= second.most and second.least <= first.most


def ratio(first: Figure, second: Figure) -> float:
    """How many times larger the larger of two values is, without their signs; 1 for two noughts, without bounds beside one."""
    low, high = sorted((abs(first.value), abs(second.value)))
    return high / low if low else 1.0 if high == low else float("inf")


def allowed(figure: Figure, text: str = "") -> tuple[float, float]:
    """The least and the most that a figure, as worded, can mean; ``text`` is the article's, for words as "nearly"."""
    low, high = (
        (figure.low, figure.high)
        if figure.low is not None and figure.high is not None
        else (figure.value, figure.value)
    )
    slack = _slack(low, about=figure.bound == "about", least=10.0 if figure.unit in _MEASURED else 100.0)
    if figure.unit == "percent" and low == high and low % 1 == 0:
        slack = max(slack, _WHOLE_PERCENT)
    if text and "dozen" in figure.number.of(text).casefold():
        slack = max(slack, _DOZENS * figure.value)
    if figure.bound in {"more than", "at least"}:
        return low, float("inf")
    if figure.bound in {"less than", "at most"}:
        return float("-inf"), high
    if text and _UNDER.match(text, figure.span.start):
        return low - slack, high
    return low - slack, high + slack


_UNDER = re.compile(r"(?:nearly|almost|just under|not quite|close to|approaching)\b", re.IGNORECASE)
"""Words at the head of a figure that say that the true number is a little lower."""

_DOZENS = 0.125
"""How far off the true number may lie, as a share, where dozens are counted: "two dozen" may be 21."""

_WHOLE_PERCENT = 0.45
"""How far the true share may lie from one printed without decimals: a little less than half, so that 44 and 45 stay two."""

_ABOUT = 0.1
"""How far off a round hundred and more may lie that is "about" right."""


_MEASURED = frozenset("miles km feet m yards acres hectares  tonnes tons pounds kg gallons".split())
"""Units of what is measured, not counted: of a hundred and more, one nought at the end says that it is rounded."""


def _slack(value: float, *, about: bool, least: float = 100.0) -> float:
    """How far the true number may lie from a printed one: half of the last place that is not a nought.

    Ten is not taken for a round number unless "about" says so; a hundred and more is, where it ends in as many noughts as ``least`` has.
    """
    if value == 0 or value % 1:
        return abs(value) * 0.05 if about else 0.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    if about:  # "about 20" may be 24, "about 1,000" is hardly 850
        return max(min(place / 2, abs(value) * _ABOUT) if place >= 100 else place / 2, abs(value) * 0.05)
    return place / 2 if place >= least and abs(value) >= _ROUND else 0.0


_ROUND = 100
