"""Seasons of the year, which are verbs too: "the fall of a wall" is none, "in the fall" is one."""

from __future__ import annotations

import re
from datetime import date

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import SEASON, YEAR, pattern


def _season(found: re.Match[str], scene: Scene) -> Timex:
    code, which = words.SEASONS[found["season"].lower()], (found["which"] or "").lower().split(" ")[-1]
    if found["year"]:
        return Timex("DATE", f"{found['year']}-{code}")

    def known(anchor: date) -> str:
        first = days.SEASONS[code][0]
        if which in ("next", "coming") or (not which and scene.direction == "future"):
            return f"{anchor.year + (first <= anchor.month)}-{code}"
        if which in ("last", "past", "previous"):
            ended = first + 2 < anchor.month
            return f"{anchor.year - (not ended)}-{code}"
        if code == "WI" and anchor.month <= 2:
            return f"{anchor.year - 1}-{code}"
        return f"{anchor.year if which == 'this' or first <= anchor.month else anchor.year - 1}-{code}"

    return relative(scene, f"XXXX-{code}", known)


def _is_season(found: re.Match[str]) -> bool:
    """The names of seasons are verbs too: only after words that make them a time, and not "the fall of a wall"."""
    if found["season"][0].isupper() and re.match(r"\s+[A-Z]", found.string[found.end() :]):
        return False  # "the Winter Games"
    falls = found["season"].lower() == "fall" and re.match(r"\s+(?:of|in)\b", found.string[found.end() :])
    return bool(
        found["year"]
        or found["which"]
        or (found["the"] and (found["led"] or found["the"].strip().lower() != "the") and not falls)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "date.season",
        pattern(
            rf"(?:(?P<led>(?i:in|into|during|since|until|by|over|for|of|through|throughout) )?(?P<the>(?i:the|(?:the )?(?:early|late|mid|end of)(?: the)?)[ -]))?(?:(?P<which>(?i:last|next|this past|this coming|this|the past|the previous|the coming)) )?(?P<season>(?i:{SEASON}))(?: (?:of )?(?P<year>{YEAR}))?"
        ),
        _season,
        _is_season,
        needs=frozenset(words.SEASONS),
    ),
    Rule(
        "date.season",
        pattern(
            rf"(?P<led>)(?i:(?<=in\s)|(?<=by\s)|(?<=during\s)|(?<=since\s)|(?<=until\s))(?P<the>)(?P<which>)(?P<year>)(?P<season>{SEASON})(?=[.,;:!?)]|\s+(?:and|or|but|when|as|he|she|it|they|we|the|a|an)\b|$)"
        ),
        _season,
        needs=frozenset(words.SEASONS),
    ),
)
