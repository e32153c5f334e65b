"""Decades and centuries: the late 1970s, the sixties, the 19th century."""

from __future__ import annotations

import re

from tellings.reading.moments import words
from tellings.reading.moments.dates import year_of
from tellings.reading.moments.rule import Rule, Scene, Timex
from tellings.reading.moments.words import pattern


def _decade(found: re.Match[str], scene: Scene) -> Timex:
    if found["name"]:
        tens = {
            "twenties": 2,
            "thirties": 3,
            "forties": 4,
            "fifties": 5,
            "sixties": 6,
            "seventies": 7,
            "eighties": 8,
            "nineties": 9,
        }
        return Timex("DATE", f"19{tens[found['name'].lower()]}")
    digits = found["decade"].lstrip("'")
    if len(digits) == 4 and digits < "1900" and digits.endswith("00"):  # "the 1600s"
        return Timex("DATE", digits[:2])
    return Timex("DATE", (digits if len(digits) == 4 else str(year_of(digits, scene)))[:3])


def _is_decade(found: re.Match[str]) -> bool:
    """Somebody's eighties, and temperatures in the eighties, are no decade."""
    before = found.string[max(0, found.start() - 6) : found.start()].lower()
    led = found[0].lower().startswith("the ") or before.endswith(("the ", "early ", "late ", "mid-", "mid "))
    return not found["name"] or led or bool(found["phase"])


def _century(found: re.Match[str], _: Scene) -> Timex:
    ordinal = re.match(r"\d+", found["ordinal"])
    spelled = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    return Timex("DATE", f"{(int(ordinal[0]) if ordinal else spelled[found['ordinal'].lower()]) - 1:02d}")


RULES: tuple[Rule, ...] = (
    Rule(
        "date.decade",
        pattern(
            r"(?:(?i:the) )?(?P<phase>(?i:early|mid|late)(?:-to-late)?[ -])?(?:(?P<decade>(?:1[5-9]|20)\d0|'\d0)'?s|(?P<name>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))"
        ),
        _decade,
        _is_decade,
        needs=words.DIGITS | words.some_of("twenties thirties forties fifties sixties seventies eighties nineties"),
    ),
    Rule(
        "date.century",
        pattern(
            r"(?i:(?:the )?(?:(?:early|mid|late)[ -])?(?P<ordinal>1\dth|20th|21st|eighteenth|nineteenth|twentieth|twenty-first)[ -]century)"
        ),
        _century,
        lambda f: f[0].endswith("century") or not re.match(r"\s+[A-Z]", f.string[f.end() :]),
        needs=words.some_of("century"),
    ),
)
