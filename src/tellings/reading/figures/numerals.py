"""Numerals: digits and number words, with the value they stand for.

Works on characters alone, without a parse: what a number means ("half a
million", "1.2bn", "tens of thousands") does not depend on the sentence.
Whether it *counts* something is decided later, with the sentence in view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.reading.figures import fractions
from tellings.reading.figures.numeral import ONES, SCALE, SCALES, TENS, WORD, Numeral, value_of

__all__ = ["ONES", "SCALES", "TENS", "Numeral", "numerals"]

SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
"""Magnitudes written onto the digits ("35m", "1.2bn"); ``m`` may be metres, which the unit decides."""

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

_WORDS = re.compile(
    rf"\b(?:(?:an?|{WORD}|half an?|several|a few|a couple of|a quarter of a)[ -])?(?:{SCALE})(?:[ -](?:and[ -])?(?:{WORD}|{SCALE}))*\b"
    rf"|\b(?:{WORD})(?:(?:[ -](?:and[ -])?(?:{WORD}|{SCALE}))+)?(?:[ -]and[ -]a[ -]half)?(?: (?:{SCALE}))?\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?|\.\d+",
)
_VULGAR = re.compile(rf"(?<!\d)[{''.join(VULGAR)}]")
_MAGNITUDE = re.compile(rf"[ -]?({SCALE})\b|(bn|mn|mln|tn|[kmb])(?![A-Za-z])", re.IGNORECASE)
_VAGUE = re.compile(
    rf"\b(?:{'|'.join(words for words in VAGUE if ' ' in words)})\b"
    rf"|\b(?:{'|'.join(words for words in VAGUE if ' ' not in words)})(?= of\b| more\b| [a-z]+ed\b| (?:dead|people)\b)|(?<=\bin the )(?:{'|'.join(VAGUE)})(?=[.,;:\"]|$| of\b)",
    re.IGNORECASE,
)


def numerals(text: str) -> list[Numeral]:
    """The numbers printed in a text, in order, none inside another."""
    found: list[Numeral] = []
    for reader in _readers(text):
        taken = [(numeral.start, numeral.end) for numeral in found]
        found += [n for n in reader(text) if not any(n.start < end and start < n.end for start, end in taken)]
    return sorted(found, key=lambda numeral: numeral.start)


def _readers(text: str) -> Iterator[fractions.Read]:
    """The readers that can find anything: one look at the words of a text spares most searches of their patterns."""
    words = set(_LETTERS.findall(text.lower()))
    digits, counts = _DIGIT.search(text) is not None, not words.isdisjoint(_COUNTS)
    yield from fractions.readers(words, text, numbers=digits or counts)
    if not words.isdisjoint(_VAGUELY):
        yield _vague
    yield from fractions.folders(words, text)
    if digits:
        yield _digits
    if counts:
        yield _words


_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(rf"[\d{''.join(VULGAR)}]")
_COUNTS = frozenset([*ONES, *TENS, *SCALES])
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
            scale = value_of(words[1 + (words[0] == "a") :])
            yield Numeral(
                match.start(), match.end(), 2 * scale, "vague", 2 * scale, 10 * scale, scaled=True, bare=match.end()
            )
        else:
            yield Numeral(
                match.start(), match.end(), value_of(words), "words", scaled=words[-1] in SCALES, bare=match.end()
            )


def _vague(text: str) -> Iterator[Numeral]:
    for match in _VAGUE.finditer(text):
        low, high = VAGUE[match[0].lower()]
        yield Numeral(match.start(), match.end(), low, "vague", low, high, scaled=True, bare=match.end())
