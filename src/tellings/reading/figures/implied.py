"""Units that are not printed beside the number: taken from the number before, or told by what is spoken of.

"Dropped 5.7 percent, and the other 4.7": the second is in percent too. "A
7-point lead" in a poll is one of percentage points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tellings.reading.figures.quantity import Quantity

_TAKING = frozenset({"percent", "percentage points", "points"})
_BEFORE = re.compile(
    r"\b(?:(?P<from>to)|at|from|of|than|versus|vs\.?|and|with|by|lost|fell|rose|dropped|gained|shed|climbed|slid|slipped|added|averag\w+) $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[.,;:)](?!\d)|$| (?:and|in|from|instead|while|but|for|last|with|versus|vs|against|when|as|on|the|a (?:year|month|week))\b"
)
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bCo)(?<!\bInc)[.!?]['\")]* +(?=[A-Z])"
)
_FROM = re.compile(r"\bfrom (?:about |around |just )?$", re.IGNORECASE)
_NEAR = 10.0
"""How many times larger or smaller a number in the same unit may be."""


def taking_units(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """The quantities of a paragraph, a bare number with the unit of the one before where it plainly has it."""
    last: Quantity | None = None
    points: Quantity | None = None
    for quantity in found:
        if points is not None and quantity.sort == "count" and _reaches(text, points, last or points, quantity):
            quantity = replace(quantity, unit="points", sort="measure")
        elif last is not None and quantity.sort == "count" and _takes(text, last, quantity):
            quantity = replace(quantity, unit=last.unit, sort="measure")  # one name for one thing
        yield quantity
        points = quantity if quantity.unit == "points" else points
        if quantity.unit in _TAKING or quantity.sort == "count":
            last = quantity if quantity.unit in _TAKING else last


def _takes(text: str, last: Quantity, quantity: Quantity) -> bool:
    before = _BEFORE.search(text, max(0, quantity.start - 12), quantity.start)
    if quantity.form != "digits" or quantity.scaled or before is None or not _AFTER.match(text, quantity.end):
        return False
    if not 1 / _NEAR <= abs(quantity.value) / max(abs(last.value), 1e-9) <= _NEAR:
        return False
    if (last.unit == "percent" and quantity.value > 100) or SENTENCE_END.search(text, last.end, quantity.start):
        return False
    return not before["from"] or _FROM.search(text, max(0, last.start - 20), last.start) is not None


_TO = re.compile(r",? to (?:close |end |finish )?(?:at |about )?")


def _reaches(text: str, points: Quantity, last: Quantity, quantity: Quantity) -> bool:
    """As in "fell 724 points, or 2.9 percent, to 23,957": where an index told in points has gone to."""
    beside = max(points, last, key=lambda each: each.end)
    return (
        quantity.value > points.value
        and _TO.fullmatch(text, beside.end, quantity.start) is not None
        and _AFTER.match(text, quantity.end) is not None
        and not SENTENCE_END.search(text, points.end, quantity.start)
    )


_POLLED = re.compile(
    r"\b(?:poll(?:s|ing|ster|sters|ed)?|voters?|votes?|voting|elections?|survey|approval|ballots?|primary|candidates?|district|caucus|referendum)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:lead|leads|led|leading|ahead|trail\w*|behind|margins?|won|wins?|winning|advantage|edge|beat|beats|defeated|gap|carried|up|down)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[- ](?:lead|advantage|edge|margin|gap|deficit|win|victory|swing|bump|spread|loss|drop|rise|jump|increase)\b",
    re.IGNORECASE,
)


def in_context(text: str, quantity: Quantity) -> Quantity:
    """Points of a poll or a vote are percentage points."""
    if quantity.unit != "points" or not _POLLED.search(text):
        return quantity
    window = max(0, quantity.start - 60)
    if not (_LEAD.match(text, quantity.end) or _LED.search(text, window, quantity.start)):
        return quantity
    return replace(quantity, unit="percentage points")
