"""The same quantity told again in another unit: "190 points, or 0.6%", "more than 100 km (60 miles)".

What bounds the first bounds the second, and both tell the same rise or fall.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tellings.reading.figures.quantity import Quantity

_AGAIN = re.compile(r" ?\(| ?/ ?|, or |; ?")
_COUNTED = re.compile(r"(?: [a-z][a-z-]+)?(?: ?\(|,? or )")


def told_again(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether ``second`` tells ``first`` again: a measure in another unit, or what is counted as a percentage."""
    if second.unit is None or first.unit == second.unit or (first.unit is None and second.unit != "percent"):
        return False
    parted = _COUNTED if first.unit is None else _AGAIN
    return parted.fullmatch(text, first.end, second.start) is not None


def bounded_alike(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, those told again with the bound of what they tell again."""
    out: list[Quantity] = []
    for quantity in found:
        if out and quantity.bound == "exact" and out[-1].bound != "exact" and told_again(text, out[-1], quantity):
            quantity = replace(quantity, bound=out[-1].bound)
        out.append(quantity)
    return out
