"""Bounds: the words beside a number that open it to one side ("more than", "up to", "or so")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.values import Bound

_BEFORE: dict[Bound, str] = {
    "more than": r"more than|(?:well |just |slightly |a little )?over|above|upwards? of|in excess of|exceed(?:s|ed|ing)?|(?:greater|higher|larger|bigger) than|north of|surpass(?:ed|es|ing)|top(?:ped|s|ping)|beyond|slightly more than|>",
    "less than": r"(?:less|fewer|lower|smaller) than|(?:just |well |slightly |a little )?(?:under|below)|short of|sub-|<",
    "at least": r"at least|no (?:fewer|less) than|not (?:less|fewer) than|a minimum of|minimum",
    "at most": r"up to|at most|as (?:many|much|high|long|far) as|(?:no|not) more than|a maximum of|maximum",
    "about": r"about|around|approximately|approx\.?|roughly|some|circa|nearly|almost|close to|(?:an )?estimated|just about|in the region of|near(?:ing)?|virtually|more or less|averag(?:ed|ing|es)|~",
}
_PASSED = r"(?:(?:a total of|an average of|another|an additional|an extra|a further|a record|a staggering|a whopping|just|only|exactly|precisely|about|around|a) )?"
_AFTER: dict[Bound, str] = {
    "at least": r"\+(?![\w])| or more\b| or above\b| plus\b| and counting\b| or over\b",
    "at most": r" or (?:less|fewer|under|below)\b",
    "about": r" or so\b|-odd\b|-plus\b|-ish\b",
    "more than": r"(?!)",
    "less than": r"(?!)",
}
_BOUNDS: tuple[Bound, ...] = tuple(_BEFORE)
_BEFORE_RE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'({words})' for words in _BEFORE.values())}) ?{_PASSED}$", re.IGNORECASE
)
_AFTER_RE = [(bound, re.compile(words, re.IGNORECASE)) for bound, words in _AFTER.items()]
_DENIED = re.compile(r"(?:\bno|\bnot|n't) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A bound and where its words begin (before the number) or end (after it)."""

    bound: Bound
    place: int


def before(text: str, start: int) -> Bounded | None:
    """The bound printed right before a number that begins at ``start``; the widest words win."""
    window = max(0, start - 40)
    match = _BEFORE_RE.search(text, window, start)
    best = Bounded(_BOUNDS[match.lastindex - 1], match.start()) if match and match.lastindex else None
    if best and best.bound in {"more than", "less than"} and (denied := _DENIED.search(text, window, best.place)):
        return Bounded("at most" if best.bound == "more than" else "at least", denied.start())
    return best


def after(text: str, end: int) -> Bounded | None:
    """The bound printed right after a number (and unit) that ends at ``end``."""
    for bound, pattern in _AFTER_RE:
        if match := pattern.match(text, end):
            return Bounded(bound, match.end())
    return None
