"""What a figure is of, in a form that can be compared: "212 people murdered" and "90 homicides" are killings.

The classes hold only general words of counting people and things in the news.
Where nothing general is known, the noun itself and what is told of it decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tellings.linking.classes import (
    ANYBODY,
    CLASS_OF,
    DEALT,
    KNOWN,
    LEVELS,
    LOST,
    NAMED,
    NEUTRAL,
    OWED,
    PARTICIPLES,
    PEOPLE,
    SAME,
    SAME_DOING,
    SETTLED,
    STOP,
    TIMES,
    VANISHING,
    VOTED,
)
from tellings.linking.lookup import sentence_at
from tellings.values import Figure, Reading

Share = Literal["part", "whole"] | None


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: a class of doing or the noun itself, whom it befell, and the words that narrow it.

    ``part`` and ``whole`` are the place of a number in "two of six wheels".
    """

    kind: str | None
    noun: str | None
    narrowing: frozenset[str]
    unit: str | None
    doing: str | None = None
    share: Share = None

    @property
    def known(self) -> bool:
        """Whether the doing is of a class that this module knows."""
        return self.kind in KNOWN

    @property
    def falls(self) -> bool:
        """Whether a later count may be lower."""
        return self.kind in VANISHING

    @property
    def runs(self) -> bool:
        """Whether such a count goes on from day to day: of the dead, the hurt, hours lost."""
        return self.known and self.kind not in SETTLED

    @property
    def dealt(self) -> bool:
        """Whether what is counted is itself taken away or added ("cut 90 jobs"): no change of another number."""
        return self.unit is None and self.doing in DEALT

    @property
    def told(self) -> str | None:
        """In one noun or doing, what is counted."""
        if self.kind in NAMED:
            return NAMED[self.kind]
        people = "people" if self.noun in ANYBODY or self.noun is None else self.noun
        return f"{people} {self.kind}" if self.known else self.noun


def thing(reading: Reading, figure: Figure) -> Thing:
    """What a figure is of."""
    text = reading.article.text
    phrase = words(figure.counted.of(text)) if figure.counted else ()
    head = figure.head
    doing = SAME_DOING.get(figure.doing or "", figure.doing)
    if figure.unit == "percent" and doing in LEVELS:
        doing = None
    kind = _unit_kind(reading, figure) if figure.unit is not None else _kind(reading, figure, phrase)
    noun = (
        None if kind in KNOWN and (figure.unit or head in CLASS_OF or kind == "signed") else SAME.get(head or "", head)
    )
    if doing in OWED and figure.unit is not None:
        noun = "debt"
    narrowing = frozenset(
        word
        for word in phrase
        if not _is_head(word, head) and word not in CLASS_OF and word not in ANYBODY and word not in NEUTRAL
    )
    return Thing(
        kind or doing,
        noun,
        frozenset() if figure.unit and kind else narrowing,
        figure.unit,
        doing,
        _share(reading, figure),
    )


def _kind(reading: Reading, figure: Figure, phrase: tuple[str, ...]) -> str | None:
    """The class of a count without a unit."""
    head, doing = figure.head, figure.doing
    if head == "name" and _LETTER.search(sentence_at(reading, figure.number).of(reading.article.text)):
        return "signed"
    text = reading.article.text
    if head == "case" and not _ILLNESS.search(sentence_at(reading, figure.number).of(text)):
        return None
    if head in _NO_NOUNS:
        return None
    told = next((word for word in phrase if word in PARTICIPLES), None) if befalls(head) else None
    kind = (
        CLASS_OF.get(head or told or "")
        or CLASS_OF.get(told or "")
        or (CLASS_OF.get(doing or "") if befalls(head) or doing == "sign" else None)
    )
    if kind is None and doing in _PUTTING and befalls(head):
        kind = _revised(sentence_at(reading, figure.number).of(text))
    if kind == "killed" and head == "toll" and phrase and not {"death", "dead", "toll"} & set(phrase):
        return None
    return kind


def _revised(said: str) -> str | None:
    """The one class of doing in "revised the number of people killed to 68"; none where there are several."""
    kinds = {CLASS_OF[word] for word in words(said) if word in PARTICIPLES} if _REVISED.search(said) else set()
    return kinds.pop() if len(kinds) == 1 else None


def _unit_kind(reading: Reading, figure: Figure) -> str | None:
    """The class of a measured amount: hours lost, the share that voted for something."""
    if figure.unit in TIMES and figure.doing in LOST:
        return "lost"
    if figure.unit == "percent" and (figure.doing in VOTED or figure.head in VOTED):
        said = sentence_at(reading, figure.number).of(reading.article.text)
        return "in favour" if _FOR.search(said) and not _AGAINST.search(said) else None
    return None


_PUTTING = frozenset({None, "revise", "lower", "raise", "put", "correct"})
_REVISED = re.compile(
    r"\b(?:revis\w+|correct\w+|lower\w*|rais\w+|put) (?:the|its|their|his|her)\b[^.;]*\b(?:to|at)\b", re.IGNORECASE
)

_NO_NOUNS = frozenset({"sack", "charge", "wound"})
"""Words of a class as verbs alone: forty sacks are not forty people sacked."""

_ILLNESS = re.compile(
    r"\b(?:virus|disease|outbreak|infect\w*|epidemic|pandemic|illness|sick\w*|cholera|measles|covid\S*|flu|influenza|ebola|malaria|dengue|salmonella|poisoning)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:letter|petition|appeal|manifesto|statement|signed|signatures?)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:in favou?r|voted? (?:for|in favou?r|to)|backed|voted yes)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|no vote|abstain\w*)\b", re.IGNORECASE)


def _share(reading: Reading, figure: Figure) -> Share:
    """Whether the number is the part or the whole of "two of its six wheels"."""
    if figure.unit is not None:
        return None
    text, number = reading.article.text, figure.number
    if _PART.match(text, number.end):
        return "part"
    return "whole" if _WHOLE.search(text, max(0, number.start - 50), number.start) else None


_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|(?:a )?(?:dozen|hundred|thousand))"
_OF_ALL = r"(?: [a-z-]+)? ?(?:out )?of (?:(?:the|its|their|his|her|our|these|those|all)\b ?)*(?:[\w-]+['’]s? )?"
_PART = re.compile(rf"{_OF_ALL}{_NUMBER}\b", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:{_NUMBER}{_OF_ALL}|(?:^|[.!?”’\"'] )Of (?:the|its|their|all) )$", re.IGNORECASE)


def befalls(head: str | None) -> bool:
    """Whether a noun, or its absence, says that people are counted."""
    return head is None or head in PEOPLE or head.endswith(_WORKERS)


_WORKERS = ("nurse", "worker", "driver", "miner", "doctor", "guard", "officer", "staff", "clerk", "pilot", "farmer")


def _is_head(word: str, head: str | None) -> bool:
    return head is not None and (word == head or stem(word) == stem(head) or head.endswith(word))


def words(text: str) -> tuple[str, ...]:
    """The words that carry meaning, in small letters."""
    return tuple(word for word in re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower().replace("’", "'")) if word not in STOP)


def stem(word: str) -> str:
    """A word without the commonest endings, for comparing alone."""
    word = word.removesuffix("'s")
    for ending in ("ies", "ing", "ed", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def content(text: str) -> frozenset[str]:
    """The stems of the words of a sentence that carry meaning."""
    return frozenset(stem(word) for word in words(text) if len(word) > 3)
