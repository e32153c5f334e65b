"""Units: what stands beside a number and says in what it is measured.

A unit has one plain name whatever its spelling ("kms", "kilometres" -> "km").
Money is a currency code where the sign or word says which country's; a bare
``$`` does not, and stays "dollars".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.reading.figures.measures import LENGTHS, SIGNS, SYMBOLS, WORDS

_SPACED = {"%", "‰", "€", "W", "V"}
"""Symbols that may stand apart from the digits; the other letters mean a unit only where they touch them."""

_TOUCHING = {"R", "RM", "Rp", "Sh", "KSh", "S$"}
CURRENCIES = frozenset(SIGNS.values()) | {name for name in WORDS if name.isupper() and len(name) == 3} | {
    "dollars", "shillings", "rupees", "francs", "pesos", "riyals", "kroner", "cents", "pence", "sen"
}  # fmt: skip
DURATIONS = frozenset(LENGTHS)

_RATES = "year|month|week|day|hour|minute|second|night|barrel|gallon|lit(?:er|re)|share|ounce|tonne|ton|kilo|kilogram|kg|mile|kilometer|kilometre|acre|person|head|household|capita|century|mmBTU|ticket|unit|pound|game|annum"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: its plain name and where its words end (or begin, before the number)."""

    name: str
    place: int


_NESTING = re.compile(r"\(\?(?:-i)?:|\(\?=[^)]*\)|\)")


def _letters(forms: str) -> set[str]:
    """The letters that the forms of a unit can begin with (and a few more: every alternative's first)."""
    parts = (form.lstrip("?") for form in _NESTING.sub("|", forms).split("|"))
    return {form[0].lower() for form in parts if form}


def _by_letter(words: dict[str, str]) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """The patterns to try at a letter: a number is followed by words of every kind, and few begin a unit."""
    table: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name, forms in words.items():
        pattern = re.compile(rf"(?:{forms})(?![A-Za-z])", re.IGNORECASE)
        for letter in sorted(_letters(forms)):
            table.setdefault(letter, []).append((name, pattern))
    return table


_FORMS = _by_letter({**WORDS, **LENGTHS})
_RATE = re.compile(rf"(?: per |[ -]an?[ -]|/)({_RATES})\b(?! (?:earlier|ago|before|later|after|from))", re.IGNORECASE)
_LETTER_FREE = r"(?:(?<=[^A-Za-z-])|(?<=[^A-Za-z]-)|^)"


def _sign(sign: str) -> str:
    """A currency sign before a number; one that begins with a letter begins a word."""
    free = _LETTER_FREE if sign[0].isalpha() else ""
    return rf"{free}{re.escape(sign)}{'' if sign in _TOUCHING else ' ?'}-?$"


_SIGN = re.compile("|".join(_sign(sign) for sign in sorted(SIGNS, key=len, reverse=True)))


_LAST = frozenset(sign[-1] for sign in SIGNS)


def unit_after(text: str, end: int) -> Unit | None:
    """The unit whose words follow a number that ends at ``end``; the longest reading wins."""
    place = end + (text[end : end + 1] in {" ", "-"} if end < len(text) else 0)
    best = _symbol(text, end, place)
    for name, pattern in _FORMS.get(text[place : place + 1].lower(), ()):
        match = pattern.match(text, place)
        if match and (best is None or match.end() > best.place):
            best = Unit(name, match.end())
    return best


def _symbol(text: str, end: int, place: int) -> Unit | None:
    sign = text[place : place + 1]
    if sign not in SYMBOLS or (place > end and (sign not in _SPACED or text[end] == "-")):
        return None
    if sign.isalpha() and text[place + 1 : place + 2].isalnum():
        return None
    return Unit(SYMBOLS[sign], place + 1)


def currency_before(text: str, start: int) -> Unit | None:
    """The currency whose sign stands before a number that begins at ``start``."""
    if text[max(0, start - 3) : start].rstrip(" -")[-1:] not in _LAST:
        return None
    match = _SIGN.search(text, max(0, start - 6), start)
    return Unit(SIGNS[match[0].rstrip(" -")], match.start()) if match else None


def rate_after(text: str, end: int) -> Unit | None:
    """Per what: "a week", "per barrel", "/month", after a unit that ends at ``end``."""
    match = _RATE.match(text, end)
    return Unit(match[1].lower(), match.end()) if match else None
