"""A figure with the words around it, ready to be set beside those of another article."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tellings.linking.classes import ANYBODY
from tellings.linking.things import stem, words
from tellings.linking.told import Told
from tellings.values import Reading, Story

_NEAR = 70  # characters to either side
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_NAME = re.compile(r"(?<![.!?] )(?<![“\"])\b[A-Z][\w’'-]+")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_MORE = re.compile(r"\b(?:another|additional|further|extra)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:\w+ )?(?:more(?! than)|additional|further|others?|extra)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with the words around it, ready to be compared.

    ``near``: stems close by; ``pairs``: two of them in a row; ``names``: capitalised words of the sentence; ``numbers``: the other
    figures of the sentence; ``phrase``: stems of what is counted; ``prints``: all figures of the article, as unit and
    value; ``sentence``: which of the article, as a share of its length and by its number; ``claimant``: who is quoted.
    """

    told: Told
    near: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    numbers: frozenset[float]
    phrase: frozenset[str]
    before: str
    behind: str
    prints: Mapping[tuple[str | None, float], int]
    units: Mapping[str | None, int]
    at: float
    number: int
    headed: bool
    claimant: str | None
    neighbours: int
    more: bool
    close: frozenset[str]
    named: tuple[str | None, str | None]
    next: frozenset[str]


def seen(story: Story, told: Sequence[Told]) -> list[Seen]:
    """Every figure with the words around it."""
    prints: dict[int, Counter[tuple[str | None, float]]] = {}
    units: dict[int, Counter[str | None]] = {}
    for one in told:
        prints.setdefault(one.place[0], Counter())[one.thing.unit, one.figure.value] += 1
        units.setdefault(one.place[0], Counter())[one.thing.unit] += 1
    return [_seen(story.readings[one.place[0]], one, prints[one.place[0]], units[one.place[0]]) for one in told]


def _seen(
    reading: Reading,
    one: Told,
    prints: Mapping[tuple[str | None, float], int],
    units: Mapping[str | None, int],
) -> Seen:
    text, number, sentence = reading.article.text, one.figure.number, one.sentence
    left = text[max(sentence.start, number.start - _NEAR) : number.start]
    right = text[number.end : min(sentence.end, number.end + _NEAR)]
    stems = [stem(word) for word in (*words(left), *words(right))]
    said = sentence.of(text)
    place = next((i for i, line in enumerate(reading.sentences) if line.span.overlaps(number)), 0)
    beside = [
        other
        for other in reading.figures
        if sentence.start <= other.number.start < sentence.end and other.number != number
    ]
    counted = one.figure.counted.of(text) if one.figure.counted else ""
    before, after = ([_plain(match[0]) for match in _CAPITAL.finditer(part)] for part in (left, right))
    said_by = [told.speaker for told in reading.quotations[slice(one.figure.quotation, None)][:1]]
    speaker = said_by[0] if said_by and one.figure.quotation is not None else None
    return Seen(
        one,
        frozenset(word for word in stems if len(word) > 1),
        frozenset(pairwise(stems)),
        frozenset(map(_plain, _NAME.findall(said))),
        frozenset(other.value for other in beside),
        frozenset(stem(word) for word in (*words(counted), one.figure.head or "") if word and word not in ANYBODY),
        next(iter(_WORD.findall(left)[-1:]), "").lower(),
        next(iter(_WORD.findall(right)[:1]), "").lower(),
        prints,
        units,
        number.start / max(1, len(text)),
        place,
        any(line.block in {"title", "deck"} and line.span.covers(number) for line in reading.sentences[:3]),
        reading.mentions[speaker].span.of(text).split()[-1].lower() if speaker is not None else None,
        sum(other.unit == one.figure.unit for other in beside),
        _MORE.search(text[max(sentence.start, number.start - 16) : number.start]) is not None
        or _BEHIND.match(text[number.end : number.end + 24]) is not None,
        frozenset([*before, *after]),
        (before[-1] if before else None, after[0] if after else None),
        frozenset(word.lower() for word in (*_WORD.findall(left)[-4:], *_WORD.findall(right)[:4])),
    )


def _plain(name: str) -> str:
    return name.lower().removesuffix("’s").removesuffix("'s")


class Rarity:
    """How much a word says, by how many figures of the story stand beside it: 1 for the rarest."""

    def __init__(self, figures: Sequence[Seen]) -> None:
        self._held = Counter(word for one in figures for word in one.told.said | one.near | one.names)
        self._most = math.log(1 + len(figures)) or 1.0
        self._all = len(figures)

    def of(self, word: str) -> float:
        """From near 0 for a word beside every figure to 1."""
        return math.log((1 + self._all) / max(1, self._held[word])) / self._most

    def most(self, stems: frozenset[str]) -> float:
        """The weight of the rarest of several words."""
        return max(map(self.of, stems), default=0.0)

    def sum(self, stems: frozenset[str]) -> float:
        """The weight of several words."""
        return math.fsum(sorted(map(self.of, stems)))
