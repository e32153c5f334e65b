"""Numerals: digits and number words, with the value they stand for.

Works on characters alone, without a parse: what a number means ("half a
million", "1.2bn", "tens of thousands") does not depend on the sentence.
Whether it *counts* something is decided later, with the sentence in view.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
"""Magnitudes written onto the digits ("35m", "1.2bn"); ``m`` may be metres, which the unit decides."""

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
VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125}
VAGUE = {
    "dozens": (24.0, 120.0),
    "scores": (40.0, 200.0),
    "hundreds": (100.0, 1e3),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
    "tens of thousands": (1e4, 1e5),
    "hundreds of thousands": (1e5, 1e6),
    "tens of millions": (1e7, 1e8),
    "hundreds of millions": (1e8, 1e9),
    "tens of billions": (1e10, 1e11),
    "hundreds of billions": (1e11, 1e12),
}
"""The least and the most that a plural leaves open; nobody printed a number, so none is made up."""

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


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: its place, its value, the range it leaves open, and what else its form says.

    ``form`` is "digits", "words", "vague" ("dozens"), "share" ("two-thirds", "one in four") or
    "fold" ("doubled"); ``scaled`` says that a magnitude is printed with it; ``bare`` is the end of the
    digits without a magnitude written onto them.
    """

    start: int
    end: int
    value: float
    form: str
    low: float | None = None
    high: float | None = None
    scaled: bool = False
    bare: int = 0


_WORD = "|".join([*ONES, *TENS])
_SCALE = "|".join(SCALES)
_PART = "|".join(f"{part}s?" for part in PARTS if part != "half")
_WORDS = re.compile(
    rf"\b(?:(?:an?|{_WORD}|half an?|several|a few|a couple of|a quarter of a)[ -])?(?:{_SCALE})(?:[ -](?:and[ -])?(?:{_WORD}|{_SCALE}))*\b"
    rf"|\b(?:{_WORD})(?:(?:[ -](?:and[ -])?(?:{_WORD}|{_SCALE}))+)?(?:[ -]and[ -]a[ -]half)?(?: (?:{_SCALE}))?\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?|\.\d+",
)
_VULGAR = re.compile(rf"(?<!\d)[{''.join(VULGAR)}]")
_MAGNITUDE = re.compile(rf"[ -]?({_SCALE})\b|(bn|mn|mln|tn|[kmb])(?![A-Za-z])", re.IGNORECASE)
_SHARE = re.compile(
    rf"\b(?:(?P<count>an?|{_WORD}|\d{{1,2}})[ -])(?P<part>{_PART})\b(?=[ -](?:of|the|all|as)\b)"
    rf"|(?<=\bby )(?:(?P<count3>an?|{_WORD})[ -])(?P<part3>{_PART})\b(?=[.,;)]| (?:in|on|to|since|from|over|this|last|next|after|and|or|as|at|by)\b|$)"
    rf"|\b(?P<count2>{_WORD})-(?P<part2>{_PART})\b|\bthree quarters\b"
    r"|(?<![\w-] )\b(?P<half>half)(?= (?:of|the|all|its|his|her|their|our|those|these)\b)",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?P<a>{_WORD}|\d{{1,3}}) (?:in|out of)(?: every)? (?P<b>{_WORD}|an? (?:hundred|thousand|million)|\d[\d,]*)\b(?![.,:/-]?\d)(?! (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b)",
    re.IGNORECASE,
)
_FOLDED = "|".join(word for word in FOLDS if word not in {"double", "triple", "twice", "thrice", "half"})
_FOLD = re.compile(
    rf"\b(?P<word>{_FOLDED})\b|\b(?P<times>double|triple|twice|thrice|half(?= as\b))(?= (?:as|the|that|its|his|her|their|our|what|to|in|by|from|since|over|within)\b)|(?:(?<=will )|(?<=would )|(?<=could )|(?<=may )|(?<=might )|(?<= to ))(?P<verb>double|triple)\b|\b(?P<count>{_WORD}|\d+)-?fold\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b(?:{'|'.join(sorted(VAGUE, key=len, reverse=True))})(?= of\b| more\b| [a-z]+ed\b| (?:dead|people)\b)",
    re.IGNORECASE,
)


def numerals(text: str) -> list[Numeral]:
    """The numbers printed in a text, in order, none inside another."""
    found: list[Numeral] = []
    for reader in _readers(text):
        taken = [(numeral.start, numeral.end) for numeral in found]
        found += [n for n in reader(text) if not any(n.start < end and start < n.end for start, end in taken)]
    return sorted(found, key=lambda numeral: numeral.start)


def _readers(text: str) -> Iterator[Callable[[str], Iterator[Numeral]]]:
    """The readers that can find anything: one look at the words of a text spares most searches of their patterns."""
    words = set(_LETTERS.findall(text.lower()))
    digits, counts = _DIGIT.search(text) is not None, not words.isdisjoint(_COUNTS)
    if (digits or counts) and ("in" in words or "out" in words):
        yield _ratios
    if not words.isdisjoint(_SHARES):
        yield _shares
    if not words.isdisjoint(_VAGUELY):
        yield _vague
    if not words.isdisjoint(FOLDS) or "fold" in text.lower():
        yield _folds
    if digits:
        yield _digits
    if counts:
        yield _words


_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(rf"[\d{''.join(VULGAR)}]")
_COUNTS = frozenset([*ONES, *TENS, *SCALES])
_SHARES = frozenset([*PARTS, *(f"{part}s" for part in PARTS)])
_VAGUELY = frozenset(word.split()[-1] for word in VAGUE)


def _digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        value, end, scaled = float(match[0].replace(",", "")), match.end(), False
        if text[end : end + 1] in VULGAR:
            value, end = value + VULGAR[text[end]], end + 1
        bare = end
        if magnitude := _MAGNITUDE.match(text, end):
            value, end, scaled = value * _scale(magnitude), magnitude.end(), True
            value = _clean(value)
        yield Numeral(match.start(), end, value, "digits", scaled=scaled, bare=bare)
    for match in _VULGAR.finditer(text):
        yield Numeral(match.start(), match.end(), VULGAR[match[0]], "share", bare=match.end())


def _scale(magnitude: re.Match[str]) -> float:
    return SCALES[magnitude[1].lower()] if magnitude[1] else SHORT[magnitude[2].lower()]


def _clean(value: float) -> float:
    """2.7 times a million is 2700000, whatever binary fractions make of it."""
    return float(round(value)) if value >= 1000 and abs(value - round(value)) < 1e-3 else value


def _words(text: str) -> Iterator[Numeral]:
    for match in _WORDS.finditer(text):
        words = re.split(r"[ -]+", match[0].lower())
        if words[0] in {"several", "few"} or words[:2] == ["a", "few"]:
            scale = _value(words[1 + (words[0] == "a") :])
            yield Numeral(
                match.start(), match.end(), 2 * scale, "vague", 2 * scale, 10 * scale, scaled=True, bare=match.end()
            )
        else:
            yield Numeral(
                match.start(), match.end(), _value(words), "words", scaled=words[-1] in SCALES, bare=match.end()
            )


def _value(words: list[str]) -> float:
    """The value of number words: ones and tens add up, scales multiply what stands before them."""
    total, current = 0.0, 0.0
    for word in words:
        if word in ONES or word in TENS:
            current += ONES.get(word, TENS.get(word, 0))
        elif word == "half":
            current += 0.5
        elif word == "quarter":
            current += 0.25
        elif word in {"couple", "pair"}:
            current = 2.0
        elif word in SCALES:
            current = (current or 1.0) * SCALES[word]
            if word not in {"hundred", "dozen"}:
                total, current = total + current, 0.0
    return total + current


def _shares(text: str) -> Iterator[Numeral]:
    for match in _SHARE.finditer(text):
        if match["half"]:
            value = 0.5
        elif match[0].lower() == "three quarters":
            value = 0.75
        else:
            count, part = (
                _small(match["count"] or match["count2"] or match["count3"]),
                (match["part"] or match["part2"] or match["part3"]).lower(),
            )
            if count >= 20 or part.endswith("s") != (count > 1):  # "twenty-seventh" is an ordinal
                continue
            value = count / PARTS[part.removesuffix("s")]
        yield Numeral(match.start(), match.end(), value, "share", bare=match.end())


def _ratios(text: str) -> Iterator[Numeral]:
    for match in _RATIO.finditer(text):
        low, high = _small(match["a"]), _small(match["b"])
        whole = (
            high <= 20 or high in {50, 100} or (high >= 1000 and high % 1000 == 0 and not match["b"].startswith("20"))
        )
        if low < high and whole and low <= 100:
            yield Numeral(match.start(), match.end(), low / high, "share", bare=match.end())


def _small(word: str) -> float:
    word = word.lower()
    if word in {"a", "an"}:
        return 1.0
    return float(word.replace(",", "")) if word[0].isdigit() else _value(re.split(r"[ -]+", word))


def _vague(text: str) -> Iterator[Numeral]:
    for match in _VAGUE.finditer(text):
        low, high = VAGUE[match[0].lower()]
        yield Numeral(match.start(), match.end(), low, "vague", low, high, scaled=True, bare=match.end())


def _folds(text: str) -> Iterator[Numeral]:
    for match in _FOLD.finditer(text):
        word = match["word"] or match["times"] or match["verb"]
        value = float(FOLDS[word.lower()]) if word else _small(match["count"])
        yield Numeral(match.start(), match.end(), value, "fold", bare=match.end())
