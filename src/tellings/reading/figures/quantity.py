"""A quantity: a number with its unit and bound, at its place in a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.values import Bound

Sort = Literal["count", "measure", "money", "share", "times", "duration", "age"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound, at character positions of a paragraph.

    ``start``-``end`` covers bound and unit, ``number``-``number_end`` the number (or range) alone.
    """

    start: int
    end: int
    number: int
    number_end: int
    value: float
    low: float | None
    high: float | None
    unit: str | None
    bound: Bound
    sort: Sort
    form: str
    scaled: bool = False
