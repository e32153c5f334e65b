"""Quantities: numerals put together with their unit, range and bound.

Everything that is counted or measured is here, durations and ages too; which
of them are figures is the part's choice (``tellings.reading.figures``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from tellings.reading.figures import bounds, units
from tellings.reading.figures.equivalents import bounded_alike
from tellings.reading.figures.implied import in_context, taking_units
from tellings.reading.figures.numerals import Numeral, numerals
from tellings.reading.figures.quantity import Quantity, Sort
from tellings.reading.figures.ranges import ranges
from tellings.values import Bound

_OLD = re.compile(r"[ -]olds?\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|ages|turn(?:s|ed|ing)|over the age of|under the age of|under-|over-|the age of) ?$", re.IGNORECASE
)
_APPOSED = re.compile(r"(?:[A-Z][\w'-]+|[a-z]{3,}), $")
_PERSON_IS = re.compile(r"\b(?:he|she|who) (?:is|was|will be|would be|turned|turns) $", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<![\w.)%/])-|\bminus[- ])$", re.IGNORECASE)


def quantities(text: str) -> list[Quantity]:
    """All quantities of a paragraph's plain text, in order."""
    found: list[Quantity] = []
    for numeral in numerals(text):
        quantity = _measured(text, numeral)
        if quantity is not None and not (found and numeral.start < found[-1].end):
            found.append(quantity)
    bounded = [_bounded(text, quantity) for quantity in ranges(text, found)]
    return bounded_alike(text, [in_context(text, quantity) for quantity in taking_units(text, bounded)])


def _measured(text: str, numeral: Numeral) -> Quantity | None:
    """A numeral with the unit beside it; none where the characters beside it make it part of a name or date."""
    money = units.currency_before(text, numeral.start) if numeral.form in {"digits", "words"} else None
    if numeral.form == "digits" and not _free_before(text, numeral.start, money):
        return None
    if numeral.form == "digits" and _in_code(text, numeral):
        return None
    end, value = _metres(text, numeral) if money is None else (numeral.end, numeral.value)
    unit = _unit(text, numeral, end, money)
    if unit is None and not _free_after(text, end):
        return None
    name, place = (unit.name, unit.place) if unit else (None, end)
    sort = _sort(text, numeral, name, place)
    if sort == "age" and (old := _OLD.match(text, place)):
        place = old.end()
    start, number, negative = _front(text, numeral.start, money)
    value = -value if negative else value
    name = {"share": "share", "fold": "times"}.get(numeral.form, name)
    return Quantity(
        start, place, number, end, value, numeral.low, numeral.high, name, "exact", sort, numeral.form, numeral.scaled
    )


def _front(text: str, start: int, money: units.Unit | None) -> tuple[int, int, bool]:
    """Where a quantity begins and where its number does, sign included, and whether a minus stands before it."""
    if money:
        before = (
            text[money.place - 1 : money.place] == "-" and not text[max(0, money.place - 2) : money.place - 1].isalnum()
        )
        return money.place - before, start, before or "-" in text[money.place : start]
    minus = _MINUS.search(text, max(0, start - 6), start)
    if minus and not _BETWEEN_NUMBERS.search(text, max(0, start - 12), start):
        return minus.start(), minus.start(), True
    return start, start, False


def _in_code(text: str, numeral: Numeral) -> bool:
    """Whether the digits are part of three groups or more: a telephone number, an ISO date."""
    return any(
        code.start() <= numeral.start < code.end()
        for code in _CODE.finditer(text, max(0, numeral.start - 24), numeral.end + 24)
    )


_CODE = re.compile(r"\d+(?:-\d+){2,}|\d+-to-\d+(?!\d*[ -][a-z])")
_BETWEEN_NUMBERS = re.compile(r"[\d%] ?-$")
_NAMING = re.compile(r"[A-Za-z.]*[A-Za-z.]-$")
_PREFIXES = frozenset({"sub-", "minus-", "to-", "plus-", "non-", "near-"})


def _free_before(text: str, start: int, money: units.Unit | None) -> bool:
    """Whether digits begin a word: not "G7", "Covid-19", "3.2.1", "10:45"."""
    if money and money.place < start:
        return True
    before, further = text[start - 1 : start], text[max(0, start - 2) : start - 1]
    if before.isalnum() or before in {"#", "_", "/"} or (before in {".", ":", "/", ","} and further.isdigit()):
        return False
    if before != "-" or start < 2:
        return True
    named = _NAMING.search(text, max(0, start - 14), start)
    return named is None or named[0].lower() in _PREFIXES


def _metres(text: str, numeral: Numeral) -> tuple[int, float]:
    """The end and value of a number: "35m of" something are millions, in "a 100m race" and "50m deep" m is the unit."""
    written_on = numeral.form == "digits" and text[numeral.bare : numeral.end] == "m"
    if written_on and not _counts_things(text, numeral.end):
        return numeral.bare, numeral.value / 1e6
    return numeral.end, numeral.value


def _unit(text: str, numeral: Numeral, end: int, money: units.Unit | None) -> units.Unit | None:
    """The unit with its rate ("$ per week"), and where its words end."""
    if numeral.form in {"share", "fold"}:
        return None
    filler = _FILLER.match(text, end)
    after = units.unit_after(text, end) or (_behind(text, numeral, filler) if filler else None)
    if money:
        said = after if after and after.name in units.CURRENCIES else None
        unit = units.Unit(
            said.name if said and money.name in {"dollars", "¥"} else money.name, said.place if said else end
        )
    elif after:
        unit = after
    else:
        return None
    rate = None if unit.name in {"percent", "times"} else units.rate_after(text, unit.place)
    if rate and (unit.name not in units.DURATIONS or _HOURS.match(text, unit.place)):
        return units.Unit(f"{unit.name} per {rate.name}", rate.place)
    return unit


_FILLER = re.compile(r" of(?= )| (?:more|additional|consecutive|straight|extra|full|solid)(?= )")


def _behind(text: str, numeral: Numeral, filler: re.Match[str]) -> units.Unit | None:
    """The unit behind a word: "hundreds of miles", "four more years"."""
    unit = units.unit_after(text, filler.end())
    if unit is None or (filler[0] == " of") != (numeral.form == "vague"):
        return None
    return unit if filler[0] == " of" or unit.name in units.DURATIONS else None


_HOURS = re.compile(r" (?:per|a) (?:week|day)\b")
_NEXT = re.compile(r"(?: ([a-z]+))")


def _counts_things(text: str, end: int) -> bool:
    following = _NEXT.match(text, end)
    word = following[1] if following else ""
    return (
        word == "of"
        or (word.endswith("s") and len(word) > 3)
        or word in {"people", "children", "men", "women", "combined", "more", "other"}
    )


def _free_after(text: str, end: int) -> bool:
    """Whether the number ends as a word does: not "1st", "5G", "10:45", "1990s", "3/4"."""
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if (
        after.isalnum()
        or after in {"/", "_", "@"}
        or re.match(r"\([a-z]\)|-(?:time|way|sided|piece|part|step|pronged|fold)\b", text[end : end + 9])
    ):
        return False
    return not (after in {":", "."} and beyond.isdigit()) and not (
        after == "'" and beyond == "s" and text[end - 1].isdigit()
    )


def _sort(text: str, numeral: Numeral, name: str | None, place: int) -> Sort:
    if numeral.form in {"share", "fold"}:
        return "share" if numeral.form == "share" else "times"
    if name in units.DURATIONS:
        return "age" if _OLD.match(text, place) else "duration"
    if name is None:
        return "age" if numeral.value < 120 and _is_age(text, numeral) else "count"
    if name == "times":
        return "times"
    return "money" if name.split(" per ")[0] in units.CURRENCIES else "measure"


def _is_age(text: str, numeral: Numeral) -> bool:
    """As in "aged 45", "Jane Roe, 45, said", "he was 45"."""
    start, end = numeral.start, numeral.end
    if _AGED.search(text, max(0, start - 20), start):
        return True
    if numeral.form != "digits" or numeral.value % 1 or numeral.value < 1:
        return False
    apposed = _APPOSED.search(text, max(0, start - 30), start) and re.match(r", | \(|[.)]", text[end : end + 2])
    return bool(apposed) or bool(
        _PERSON_IS.search(text, max(0, start - 20), start)
        and re.match(r"[.,;:)]|$| (?:when|at|by|and|but)\b", text[end : end + 6])
    )


def _bounded(text: str, quantity: Quantity) -> Quantity:
    """The quantity with its bound; a form that leaves a range open ("dozens") is "about" unless more is said."""
    bound: Bound = "about" if quantity.form == "vague" else "exact"
    start, end = quantity.start, quantity.end
    if found := bounds.before(text, start):
        bound, start = found.bound, found.place
    elif found := bounds.after(text, end):
        bound, end = found.bound, found.place
    return replace(quantity, bound=bound, start=start, end=end)
