"""Ranges: two numbers that print one quantity, told apart from a move from one level to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tellings.reading.figures.quantity import Quantity

_TO = re.compile(r" ?(?:-|--) ?|-? to | or |-to-| to-", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly |an estimated )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |around |just |between )?$", re.IGNORECASE)
_RANGE_OF = re.compile(r"\b(?:range|ranges) of (?:about |around |roughly )?[$£€]?$", re.IGNORECASE)
"""As in "brought rates up to a range of 2 to 3 percent", where nothing moves from the one to the other."""

_MOVES = re.compile(
    r"\b(?:(?<!end )(?<!ends )(?<!ended )(?<!ending )(?<!add )(?<!adds )up|down|rose|rises?|risen|rising|fell|falls?|fallen|falling|dropp?(?:ed|s|ing)?|grew|grows?|grown|growing|increas\w+|decreas\w+|climb\w*|jump\w*|"
    r"doubl\w+|tripl\w+|halv\w+|cut\w*|rais\w+|lower\w*|reduc\w+|declin\w+|plunge\w*|plummet\w*|slump\w*|surg\w+|soar\w*|slid\w*|went|gone|going|improv\w+)\b(?:[^.;]|\.(?=\d)){0,140}$",
    re.IGNORECASE,
)


_NEAR = 10.0
"""How many times larger or smaller the two ends may be: "in 2007 to 36 percent" has a year."""


def ranges(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Two numbers that print one range are one quantity: "5 to 10", "between $41 and $47", "10-15"."""
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        joined = _join(text, first, second) if second else None
        if (
            second
            and not joined
            and not first.unit
            and first.sort == "count"
            and second.unit
            and text[first.end : second.start] == " to "
            and _NEAR * second.value >= first.value >= second.value / _NEAR
        ):
            first = replace(first, unit=second.unit, sort=second.sort)
        yield joined or first
        index += 2 if joined else 1


def _join(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    between = text[first.end : second.start]
    if first.low is not None or second.low is not None or {first.form, second.form} & {"share", "fold"}:
        return None
    window = max(0, first.start - 30)
    named = between.lower() == " and " and _BETWEEN.search(text, window, first.start)
    if not (named or _TO.fullmatch(between)) or (
        first.unit and second.unit and not _same_unit(first.unit, second.unit)
    ):
        return None
    if between in {" to ", " or "} and not _BETWEEN.search(text, window, first.start) and _moves(text, first):
        return None
    if first.unit and not second.unit and first.sort != "money":
        return None
    if _YEAR.search(text, max(0, first.start - 4), first.end):
        return None  # "from 110,000 in 2031 to 45,000"
    low = first.value
    if not first.scaled and second.scaled and first.value < second.value / _scale_of(second):
        low = first.value * _scale_of(second)
    if low >= second.value or (between == " or " and second.value > 2 * low):
        return None
    start = named.start() if named else first.start
    unit, sort = (second.unit, second.sort) if second.unit else (first.unit, first.sort)
    return replace(
        second,
        start=start,
        number=first.number,
        value=(low + second.value) / 2,
        low=low,
        high=second.value,
        unit=unit,
        sort=sort,
    )


_YEAR = re.compile(r"\bin (?:19|20)\d\d$")


def _same_unit(first: str, second: str) -> bool:
    return first == second or second.startswith(f"{first} per ")


def _moves(text: str, first: Quantity) -> bool:
    """Whether "from A to B" tells a change from one level to another: then they are two figures."""
    if _RANGE_OF.search(text, max(0, first.start - 20), first.start):
        return False
    source = _FROM.search(text, max(0, first.start - 20), first.start)
    window = max(0, first.start - (160 if source else 24))
    return bool(_MOVES.search(text, window, source.start() if source else first.start))


def _scale_of(quantity: Quantity) -> float:
    for scale in (1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 100.0, 12.0):
        if quantity.value >= scale and quantity.scaled:
            return scale
    return 1.0
