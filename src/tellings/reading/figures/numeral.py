"""A numeral: digits or number words at their place, with the value they stand for; and the words of numbers."""

from __future__ import annotations

import re
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


WORD = "|".join([*ONES, *TENS])
SCALE = "|".join(SCALES)
"""Alternatives of patterns: a number word below a hundred, a word that multiplies."""


def value_of(words: list[str]) -> float:
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


def small(word: str) -> float:
    """The value of a short numeral in digits or words; "a" is one."""
    word = word.lower()
    if word in {"a", "an"}:
        return 1.0
    return float(word.replace(",", "")) if word[0].isdigit() else value_of(re.split(r"[ -]+", word))
