"""What numbers a figure allows, as worded: its bound, and how round it is printed."""

from __future__ import annotations

from tellings.values import Figure


def allowed(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure, as worded, can mean."""
    low, high = (
        (figure.low, figure.high)
        if figure.low is not None and figure.high is not None
        else (figure.value, figure.value)
    )
    slack = _slack(low, about=figure.bound == "about")
    if figure.bound in {"more than", "at least"}:
        return low, float("inf")
    if figure.bound in {"less than", "at most"}:
        return float("-inf"), high
    return low - slack, high + slack


_ABOUT = 0.1
"""How far off a round hundred and more may lie that is "about" right."""


def _slack(value: float, *, about: bool) -> float:
    """How far the true number may lie from a printed one: half of the last place that is not a nought.

    Ten is not taken for a round number unless "about" says so; a hundred and more is, where it ends in two noughts.
    """
    if value == 0 or value % 1:
        return abs(value) * 0.05 if about else 0.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    if about:  # "about 20" may be 24, "about 1,000" is hardly 850
        return max(min(place / 2, abs(value) * _ABOUT) if place >= 100 else place / 2, abs(value) * 0.05)
    return place / 2 if place >= 100 else 0.0
