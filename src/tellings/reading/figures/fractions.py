"""Shares, ratios and folds: "two-thirds", "one in four", "1/3 of", "doubled", "three times as many"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tellings.reading.figures.numeral import WORD, Numeral, small

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
"""Names of parts and what they divide by."""

FOLDS = {
    "double": 2,
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "triple": 3,
    "tripled": 3,
    "tripling": 3,
    "triples": 3,
    "quadrupled": 4,
    "twice": 2,
    "thrice": 3,
    "halved": 0.5,
    "halving": 0.5,
    "half": 0.5,
}
"""Words that multiply."""

Read = Callable[[str], Iterator[Numeral]]
_SHARES = frozenset([*PARTS, *(f"{part}s" for part in PARTS)])


_PART = "|".join(f"{part}s?" for part in PARTS if part != "half")
_TIMES = r"(?:the |this |last |next )?(?:year|season|game|match|century|decade|month|[12]\d{3})\b"
_NO_HALF = "".join(
    rf"(?<!\b{word} )"
    for word in "first second third fourth opening closing early late latter top bottom back better and a other one".split()
)
"""Words before which "half of the" is the name of a part: "the first half of the match"."""

_SHARE = re.compile(
    rf"\b(?:(?P<count>an?|{WORD}|\d{{1,2}})[ -])(?P<part>{_PART})\b(?=[ -](?:of|the|all|as)\b)"
    rf"|(?<=\bby )(?:(?P<count3>an?|{WORD})[ -])(?P<part3>{_PART})\b(?=[.,;)]| (?:in|on|to|since|from|over|this|last|next|after|and|or|as|at|by)\b|$)"
    rf"|\b(?P<count2>{WORD})-(?P<part2>{_PART})\b|\bthree quarters\b"
    rf"|{_NO_HALF}\b(?P<half>half)(?= (?:of(?! (?:{_TIMES}))|the|all|its|his|her|their|our|those|these)\b)"
    r"|(?<![\w./])(?P<over>[1-9])/(?P<under>[2-9]|10)(?= of (?:the|all|its|their|his|her|[a-z]+s)\b)",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?P<a>{WORD}|\d{{1,3}}) (?:in|out of)(?: every)? (?P<b>{WORD}|an? (?:hundred|thousand|million)|\d[\d,]*)\b(?![.,:/-]?\d)(?! (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b)",
    re.IGNORECASE,
)
_FOLDED = "|".join(word for word in FOLDS if word not in {"double", "triple", "twice", "thrice", "half"})
_FOLD = re.compile(
    rf"\b(?P<word>{_FOLDED})\b(?! down\b)|\b(?P<times>double|triple|twice|thrice|half(?= as\b))(?= (?:as|the|that|its|his|her|their|our|what|to|in|by|from|since|over|within)\b)|(?:(?<=will )|(?<=would )|(?<=could )|(?<=may )|(?<=might )|(?<= to ))(?P<verb>double|triple)\b|\b(?P<count>{WORD}|\d+)-?fold\b",
    re.IGNORECASE,
)


def readers(words: frozenset[str] | set[str], text: str, *, numbers: bool) -> Iterator[Read]:
    """The readers of this module that can find anything in a text of these words; ``numbers`` stand in it or not."""
    if numbers and ("in" in words or "out" in words):
        yield _ratios
    if not words.isdisjoint(_SHARES) or "/" in text:
        yield _shares


def folders(words: frozenset[str] | set[str], text: str) -> Iterator[Read]:
    """The reader of folds, where the text can hold any."""
    if not words.isdisjoint(FOLDS) or "fold" in text.lower():
        yield _folds


def _shares(text: str) -> Iterator[Numeral]:
    for match in _SHARE.finditer(text):
        if match["half"]:
            value = 0.5
        elif match["over"]:
            value = int(match["over"]) / int(match["under"])
            if value >= 1:
                continue
        elif match[0].lower() == "three quarters":
            value = 0.75
        else:
            count, part = (
                small(match["count"] or match["count2"] or match["count3"]),
                (match["part"] or match["part2"] or match["part3"]).lower(),
            )
            if count >= 20 or part.endswith("s") != (count > 1):  # "twenty-seventh" is an ordinal
                continue
            value = count / PARTS[part.removesuffix("s")]
        yield Numeral(match.start(), match.end(), value, "share", bare=match.end())


def _ratios(text: str) -> Iterator[Numeral]:
    for match in _RATIO.finditer(text):
        low, high = small(match["a"]), small(match["b"])
        whole = (
            high <= 20 or high in {50, 100} or (high >= 1000 and high % 1000 == 0 and not match["b"].startswith("20"))
        )
        if low < high and whole and low <= 100:
            yield Numeral(match.start(), match.end(), low / high, "share", bare=match.end())


def _folds(text: str) -> Iterator[Numeral]:
    for match in _FOLD.finditer(text):
        word = match["word"] or match["times"] or match["verb"]
        value = float(FOLDS[word.lower()]) if word else small(match["count"])
        yield Numeral(match.start(), match.end(), value, "fold", bare=match.end())
