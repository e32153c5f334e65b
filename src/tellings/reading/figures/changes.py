"""Change or level: "rose 5 percent" and "a 24 percent jump" tell a change, "fell to 3 percent" a level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.reading.figures.equivalents import told_again
from tellings.reading.figures.quantity import Quantity
from tellings.reading.figures.units import DURATIONS
from tellings.values import Change

_RISE = r"rose|rises?|risen|rising|grew|grows?|grown|growing|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|(?<!gave )(?<!give )(?<!made )(?<!make )(?<!ended )(?<!picked )(?<!set )(?<!signed )(?<!come )up|added|adding|advanc(?:e[sd]?|ing)|rall(?:y|ied)|spik(?:e[sd]?|ing)|swell(?:s|ed)?|leap(?:s|t|ed)?|improv(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|(?<!the )(?<!an )(?<!a )higher|hik(?:e[sd]?|ing)|expand(?:s|ed|ing)?|boost(?:s|ed|ing)?|doubl(?:ed?|ing)|tripl(?:ed?|ing)|quadrupled|accelerat(?:e[sd]?|ing)|strengthen(?:s|ed|ing)?"
_FALL = r"fell|falls?|fallen|falling|dropp(?:ed|ing)|drops?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|slid(?:es?)?|sliding|plung(?:e[sd]?|ing)|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|sank|sinks?|sunk|los(?:t|es?|ing)|down|shed(?:s|ding)?|tumbl(?:e[sd]?|ing)|dipp(?:ed|ing)|dips?|cut(?:s|ting)?|shr(?:ank|unk|inks?)|eased?|easing|reduc(?:e[sd]?|ing)|lower(?:ed|s|ing)?|slip(?:s|ped|ping)?|slash(?:ed|es|ing)|halv(?:ed|ing)|weaken(?:s|ed|ing)?|contract(?:s|ed|ing)?|trimm(?:ed|ing)"
_GAP = r"(?:,? (?:by|about|around|some|nearly|almost|just|only|roughly|approximately|an average of|an additional|an extra|a record|an estimated|more than|over|less than|at least|another|well|a further|further|estimated|even|as much as|up to|between|the price|its|their|by as much as|further|back|again))*"
_BEFORE = re.compile(rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL})){_GAP} ?$", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:(?P<rise>increas(?:e[sd]?|ing)|grow|grew|growing|rais(?:e[sd]?|ing)|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|hik(?:e[sd]?|ing)|lift(?:s|ed|ing)?)"
    rf"|(?P<fall>cut(?:s|ting)?|reduc(?:e[sd]?|ing)|lower(?:ed|s|ing)?|decreas(?:e[sd]?|ing)|slash(?:ed|es|ing)?|trim(?:s|med|ming)?|shr(?:ank|unk|inks?)))"
    rf"(?: [\w'-]+){{1,5}} by{_GAP} ?$",
    re.IGNORECASE,
)
"""A verb and what it changes: "grow sales by 35 percent"."""

_AFTER_NOUN = re.compile(
    r"(?:-| )(?:[a-z-]+ )?(?:(?P<rise>increase|rise|jump|surge|gain|growth|hike|spike|climb|boost|leap|uptick|upswing|raise|rebound)|(?P<fall>drop|fall|decline|decrease|cut|reduction|slump|plunge|loss|dip|slide|fall-?off|downturn|contraction))s?\b",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(r" (?:(?P<rise>higher|up|increase)|(?P<fall>lower|down))\b", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:(?P<rise>increase|rise|jump|surge|gain|growth|hike|spike|climb|boost|leap)|(?P<fall>drop|fall|decline|decrease|cut|reduction|slump|plunge|dip|slide)) (?:of|by)(?: (?:about|around|some|nearly|almost|more than|over|at least|just|up to|between))* ?$",
    re.IGNORECASE,
)
_FOLDED = re.compile(r"\b(?:(?P<rise>doubl|tripl|quadrupl)|(?P<fall>halv))(?:ed|es|ing)\b", re.IGNORECASE)
_REACHED = re.compile(r"(?:just |well )?(?:below|under|above)\b", re.IGNORECASE)
"""A bound behind a verb of change that tells the level reached: "fell below 50"."""

_LOST = re.compile(r"\b(?:los|sav|add|cut)", re.IGNORECASE)
"""Verbs that tell a change of a rate, and an amount of time: "shares lost 5 percent", "lost 340 hours"."""

_DONE_TO = re.compile(r"(?:advanc|improv|rais|strengthen|expand|boost|contract|trim)\w*(?! (?:by|to)\b)", re.IGNORECASE)
"""Verbs that tell what is done to the things counted: "advanced 21 bills" is no rise by 21."""

_MEASURED = frozenset(
    {
        "percent",
        "percentage points",
        "basis points",
        "points",
        "cents",
        "pence",
        "sen",
        "degrees",
        "celsius",
        "fahrenheit",
    }
)


def change(text: str, quantity: Quantity, others: Sequence[Quantity] = ()) -> Change:
    """Whether a quantity tells a rise, a fall or a level; what tells one of the ``others`` again tells the same."""
    for other in others:
        if other.start < quantity.start and told_again(text, other, quantity):
            return change(text, other)
    return _change(text, quantity.start, quantity.end, quantity.unit)


def by_noun(text: str, quantity: Quantity, others: Sequence[Quantity] = ()) -> bool:
    """Whether a noun tells the change, as in "a 24 percent jump", "a gain of 24 percent"."""
    for other in others:
        if other.start < quantity.start and told_again(text, other, quantity):
            return by_noun(text, other)
    if _OF.search(text, max(0, quantity.start - 60), quantity.start):
        return True
    return quantity.unit in _MEASURED and _AFTER_NOUN.match(text, quantity.end) is not None


def _change(text: str, start: int, end: int, unit: str | None) -> Change:
    if folded := _FOLDED.search(text, start, end):
        return _said(folded)
    window = max(0, start - 60)
    if match := _OF.search(text, window, start):
        return _said(match)
    if _REACHED.match(text, start):
        return "level"
    if (match := _BEFORE.search(text, window, start)) and not (
        (unit in DURATIONS and _LOST.search(match[0])) or (unit is None and _DONE_TO.match(match[0]))
    ):
        return _said(match)
    if unit and (match := _BY.search(text, window, start)):
        return _said(match)
    if unit == "times" and (match := _AFTER_NOUN.match(text, end)):
        return _said(match)
    if unit in _MEASURED and (match := _AFTER_NOUN.match(text, end) or _AFTER_WORD.match(text, end)):
        return _said(match)
    return "level"


def _said(match: re.Match[str]) -> Change:
    return "rise" if match["rise"] else "fall"
