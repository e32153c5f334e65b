"""Signs: the words of a line that turn its meaning. A negation, a hedge, a condition, a number or a name.

Closed lists of words, numbers as they are read, and capitals inside a sentence;
what they do not hold is not seen.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.linking.utterances.words import Wording
from tellings.reading.figures.numerals import numerals
from tellings.reading.lexicon import table
from tellings.reading.lexicon import words as lexicon
from tellings.values import Sense

_NEGATIONS = frozenset(
    "not no never none nothing nobody nowhere neither nor without hardly barely scarcely ain't".split()
)
_HEDGES = frozenset(
    """may might could maybe perhaps possibly probably potentially presumably likely unlikely apparently allegedly
    reportedly supposedly seemingly arguably seem seems seemed appear appears appeared suggest suggests suggested
    somewhat largely mostly usually generally sometimes often""".split()
)
_OPINIONS = frozenset("think thought believe believed guess suppose suspect assume feel hope doubt expect".split())
_ABOUT = frozenset("about around nearly almost roughly approximately estimated".split())
_CONDITIONS = frozenset("if unless until assuming except whether depending".split())
_OTHERWISE = frozenset("unless until except whether depending".split())  # all others say "if"
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_PRONOUNS = frozenset("i me my we us our you he him his she her they them their it its that this these those".split())


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that turns the meaning: which sense, what it is in plain, and its place among the words."""

    sense: Sense
    plain: str
    first: int
    last: int


def signs(wording: Wording) -> list[Sign]:
    """All words of a line that turn the meaning."""
    found = [sign for index in range(len(wording.words)) for sign in _sign(wording, index)]
    return sorted([*found, *_numbers(wording)], key=lambda sign: (sign.first, sign.sense))


def _sign(wording: Wording, index: int) -> Iterator[Sign]:
    words = wording.words
    word = words[index].folded
    before = [w.folded for w in words[max(0, index - 3) : index]]
    after = words[index + 1].folded if index + 1 < len(words) else ""
    if word in _NEGATIONS:
        yield Sign("negation", word, index, index)
    elif word in _HEDGES and not _capital(wording, index):
        yield Sign("hedge", "may" if word == "might" else word, index, index)
    elif word in _OPINIONS and {"i", "we"} & set(before):
        yield Sign("hedge", word, index, index)
    elif word in _ABOUT and (after[:1].isdigit() or after == "$" or bool(numerals(after))):
        yield Sign("hedge", "about", index, index)
    elif word in {"kind", "sort"} and after == "of" and before[-1:] not in ([], ["any"], ["some"], ["what"], ["every"]):
        yield Sign("hedge", word, index, index)
    elif word in _CONDITIONS or _supposes(word, before, after):
        yield Sign("condition", word if word in _OTHERWISE else "if", index, index)
    elif word in _DAYS and wording.words[index].span.of(wording.line)[:1].isupper():
        yield Sign("number", word, index, index)
    elif is_name(wording, index):
        yield Sign("name", word.removesuffix("'s"), index, index)


def _supposes(word: str, before: list[str], after: str) -> bool:
    """Whether a word says "if" with others: "provided that", "as long as", "on the assumption that", "in case"."""
    if word in {"provided", "providing"}:
        return after == "that"
    if word == "long":
        return before[-1:] in (["as"], ["so"]) and after == "as"
    if word in {"assumption", "condition", "event", "case"}:
        led = before[-1:] == ["in"] or (before[-1:] in (["the"], ["on"]) and bool({"in", "on"} & set(before)))
        return led and (after in {"that", "of"} or word == "case")
    return False


def _numbers(wording: Wording) -> Iterator[Sign]:
    for numeral in numerals(wording.line):
        inside = [i for i, w in enumerate(wording.words) if numeral.start < w.span.end and w.span.start < numeral.end]
        if inside and wording.line[numeral.start : numeral.end].lower() not in {"one", "double", "half"}:
            yield Sign("number", f"{numeral.value:g}", inside[0], inside[-1])


def _capital(wording: Wording, index: int) -> bool:
    return wording.words[index].span.of(wording.line)[:1].isupper() and not _opens(wording, index)


def is_name(wording: Wording, index: int) -> bool:
    """Whether a word is a part of a name, by its capital inside a sentence; a title is none."""
    word = wording.words[index]
    letters = word.span.of(wording.line).strip("[]")
    return (
        letters[:1].isupper()
        and word.folded not in _PRONOUNS
        and word.folded.rstrip(".") not in _titles()
        and word.folded not in lexicon("offices")
        and not _opens(wording, index)
        and any(c.islower() for c in wording.line)
    )


@functools.cache
def _titles() -> frozenset[str]:
    """Titles before names, folded and without their points."""
    return frozenset(title.casefold().rstrip(".") for title in (*table("titles"), *lexicon("titles_plain")))


def _opens(wording: Wording, index: int) -> bool:
    """Whether a word stands where every word has a capital."""
    word = wording.words[index]
    before = wording.line[: word.span.start].rstrip(" \t\r\n\u00a0“‘\"'([")
    return not before or before[-1] in '.?!:…—–-“"' or any(s < word.span.start <= s + 2 for s in wording.seams)
