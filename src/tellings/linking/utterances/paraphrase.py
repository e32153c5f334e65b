"""Paraphrase: words that say the same as others, told only where everything that can be held against it agrees.

A sentence vector hardly sees a negation and takes one number for another, so
it is asked last. First the two must be statements, not fragments; polarity and
conditions must be the same; no number, day or name may stand in the one that
the other contradicts; and enough of what the words say must be the same words
in some form. Only what is left is embedded. The thresholds were chosen on real
pairs that were read by eye (``bench/paraphrase.py``), precision first.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tellings.linking.utterances.likeness import likeness
from tellings.linking.utterances.overlap import telling
from tellings.linking.utterances.signs import Sign, signs
from tellings.linking.utterances.words import Wording
from tellings.meaning import vectors
from tellings.values import Span

NEAR = 0.6
"""The cosine of two sentence vectors from which they may mean the same."""

SHARED = 0.5
"""The share of a statement's telling words that must stand in the other in some form."""

_FEWEST = 5  # words; less is a phrase and no statement
_SAME = 2  # telling words in common
_ORDER = 0.6  # share of the words in common that stand in one order: "the dog bit the man" has all words of "the man bit the dog"
_COMPARED = 2  # candidates embedded for one statement, those with most in common
_STEM = 5  # letters that two words of one stem begin with

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|needs|wants|"
    r"think|believe|know|knows|[^\W\d_]{3,}ed)\b|n['’]t\b|['’](?:re|ve|ll|d|m)\b|\b(?:it|he|she|that|there|who)['’]s\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:whether|if|what|who|whom|whose|which|how|why|where|when)\b", re.IGNORECASE)
_BORDER = re.compile(r"(?<=[\w\])”\"’'][\w\])”\"’'])(?P<stop>[.?!]+[”\"’']*)\s+(?=[“\"‘']?[A-Z0-9\[])")
_WEAK = frozenset({"could", "might", "may"})  # "can" and "will" become "could" and "might" where speech is reported


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of somebody's words, ``line[start:end]``, and what of it is compared.

    ``wording`` has ``shift`` characters more at its front: a "that", so that the first capital of reported words is a name's.
    """

    line: str
    start: int
    end: int
    wording: Wording
    shift: int = 0

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.line[self.start : self.end]

    @property
    def whole(self) -> bool:
        """Whether it is all of its line."""
        return self.end - self.start == len(self.line)


@dataclass(frozen=True, slots=True)
class Same:
    """A statement that says the same as another: which one of those asked about, and the cosine."""

    place: int
    statement: Statement
    cosine: float


def statements(line: str, *, reported: bool = False) -> tuple[Statement, ...]:
    """The sentences of a line that state something; ``reported`` words may begin inside a sentence of their article."""
    found = []
    for start, end in _sentences(line):
        text = line[start:end]
        read = f"that {text}" if reported and not text.casefold().startswith("that ") else text
        wording = Wording.of(read, (Span(0, len(read)),))
        if len(wording.words) >= _FEWEST and _FINITE.search(text) and not _ASKED.match(text) and "?" not in text:
            found.append(Statement(line, start, end, wording, len(read) - len(text)))
    return tuple(found)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BORDER.finditer(line):
        yield start, match.end("stop")
        start = match.end()
    yield start, len(line)


def nearest(statement: Statement, others: Sequence[Statement], *, beside: Iterable[str] = ()) -> Same | None:
    """The one of the others that says the same as a statement, if one does.

    ``beside`` are names that need not agree: the speaker's, who is "I" in one of the two.
    """
    own = frozenset(word for name in beside for word in name.casefold().split())
    shares = [(share(statement, other), place) for place, other in enumerate(others) if agree(statement, other, own)]
    near = sorted((item for item in shares if item[0] >= SHARED), key=lambda item: (-item[0], item[1]))[:_COMPARED]
    if not near:
        return None
    found = vectors([statement.text, *(others[place].text for _, place in near)])
    cosines = found[1:] @ found[0]
    best = int(np.argmax(cosines))
    if cosines[best] < NEAR:
        return None
    return Same(near[best][1], others[near[best][1]], float(cosines[best]))


def share(one: Statement, other: Statement) -> float:
    """The smaller of the shares of telling words that stand in the other in some form, 0 where these are too few or in another order."""
    ours, theirs = _telling(one.wording), _telling(other.wording)
    if not ours or not theirs:
        return 0.0
    places = [next((at for at, twin in enumerate(theirs) if _one_stem(word, twin)), None) for word in ours]
    common = [at for at in places if at is not None]
    if len(common) < _SAME or _in_order(common) < _ORDER * len(common):
        return 0.0
    back = sum(any(_one_stem(word, twin) for twin in ours) for word in theirs)
    return min(len(common) / len(ours), 1.5 * back / len(theirs))


def _in_order(places: Sequence[int]) -> int:
    """The length of the longest rising part of some places."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _telling(wording: Wording) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.folded.removesuffix("'s") for word in wording.words if telling(word.folded)))


@functools.lru_cache(maxsize=65536)
def _one_stem(one: str, other: str) -> bool:
    """Whether two words are one, in another form or as another part of speech ("protect", "protection")."""
    if one == other or likeness(one, other) != "other":
        return True
    shared = (
        len(one)
        if other.startswith(one)
        else next(i for i, (a, b) in enumerate(zip(one, other + " ", strict=False)) if a != b)
    )
    return shared >= max(_STEM, min(len(one), len(other)) - 1)


def agree(one: Statement, other: Statement, own: frozenset[str] = frozenset()) -> bool:
    """Whether nothing in two statements speaks against their meaning the same.

    The negations are as many, both or none have a condition; the numbers and days of the first stand in the second; and
    not each of them has a name that the other lacks.
    """
    ours, theirs = _by_sense(one.wording), _by_sense(other.wording)
    if len(ours["negation"]) != len(theirs["negation"]) or bool(ours["condition"]) != bool(theirs["condition"]):
        return False
    if not {sign.plain for sign in ours["number"]} <= {sign.plain for sign in theirs["number"]}:
        return False
    names = _lacking(ours["name"], other.wording, own), _lacking(theirs["name"], one.wording, own)
    return not all(names)


def _lacking(names: Sequence[Sign], wording: Wording, own: frozenset[str]) -> set[str]:
    there = {word.folded.removesuffix("'s") for word in wording.words} | own
    return {sign.plain for sign in names} - there


def _by_sense(wording: Wording) -> dict[str, list[Sign]]:
    found: dict[str, list[Sign]] = {"negation": [], "condition": [], "number": [], "name": [], "hedge": []}
    for sign in signs(wording):
        found[sign.sense].append(sign)
    return found


def hedged(one: Statement, other: Statement) -> tuple[Sign | None, Sign | None]:
    """The hedge of each of two statements that only this one has."""
    ours, theirs = ([sign for sign in signs(s.wording) if sign.sense == "hedge"] for s in (one, other))
    strong = [next((sign for sign in found if sign.plain not in _WEAK), None) for found in (ours, theirs)]
    return (strong[0] if not theirs else None), (strong[1] if not ours else None)
