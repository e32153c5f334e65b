"""Warnings: a negation, a hedge, a condition, a number or a name that a printing lost, gained or changed.

Quoting less is no alteration by itself. A negation or a hedge is lost where a
part of its own clause is printed without it; a condition where a whole clause of
its sentence is; a number or a name where the words on both sides of it are.
Closed lists of words; what they do not hold is not seen.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.linking.utterances.alignment import Column, align
from tellings.linking.utterances.likeness import likeness
from tellings.linking.utterances.words import Wording
from tellings.reading.figures.numerals import numerals
from tellings.reading.lexicon import table
from tellings.reading.lexicon import words as lexicon
from tellings.values import MeaningWarning, Sense, Span

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
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_PRONOUNS = frozenset("i me my we us our you he him his she her they them their it its that this these those".split())
_CLAUSE = re.compile(
    r"[,;:—–?!]\s|\.\s|\s-\s|(?=\s(?:but|because|which|who|although|though|while|whereas|so|and|if|unless|until)\s)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)"
    r"(?<=[\w\])”\"’'][\w\])”\"’'])[.?!]+[”\"’']*\s+(?=[“\"‘']?[A-Z0-9\[])"
)
_REACH = 8  # words; what stands farther off in a clause is governed by something else
_WHOLE = 0.7  # share of a clause's words that must be printed for it to stand by itself


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word that turns the meaning: which sense, what it is in plain, and its place among the words."""

    sense: Sense
    plain: str
    first: int
    last: int


def warnings(lead: Wording, printing: Wording, columns: Sequence[Column] | None = None) -> tuple[MeaningWarning, ...]:
    """What a printing changed in what the leading words say, in the order of the words."""
    columns = align(lead, printing) if columns is None else columns
    kept = {column.lead for column in columns if column.relation != "other" and column.lead is not None}
    stayed = {column.here for column in columns if column.relation != "other" and column.here is not None}
    lost = [sign for sign in _signs(lead) if not _within(sign, kept)]
    gained = [sign for sign in _signs(printing) if not _within(sign, stayed)]
    lost, gained = _uncancelled(lost, gained)
    lost = [sign for sign in lost if sign.sense != "name" or _times(printing, sign) < _times(lead, sign)]
    gained = [sign for sign in gained if sign.sense != "name" or _times(lead, sign) < _times(printing, sign)]
    lost = [sign for sign in lost if not lead.words[sign.first].bracketed and not _said_again(lead, sign, kept)]
    gained = [sign for sign in gained if not _named_by_editor(lead, printing, sign, columns)]
    pairs = _pairs(lost, gained, columns)
    lost = [sign for sign in lost if sign in pairs or _missed(lead, sign, kept)]
    gained = [sign for sign in gained if sign in pairs.values() or _missed(printing, sign, stayed)]
    return tuple(_told(lead, printing, lost, gained, pairs))


def _within(sign: _Sign, places: set[int]) -> bool:
    return all(index in places for index in range(sign.first, sign.last + 1))


def _signs(wording: Wording) -> list[_Sign]:
    """All words of a line that turn the meaning."""
    found = [sign for index in range(len(wording.words)) for sign in _sign(wording, index)]
    return sorted([*found, *_numbers(wording)], key=lambda sign: (sign.first, sign.sense))


def _sign(wording: Wording, index: int) -> Iterator[_Sign]:
    words = wording.words
    word = words[index].folded
    before = [w.folded for w in words[max(0, index - 3) : index]]
    after = words[index + 1].folded if index + 1 < len(words) else ""
    if word in _NEGATIONS:
        yield _Sign("negation", word, index, index)
    elif word in _HEDGES and not _capital(wording, index):
        yield _Sign("hedge", "may" if word == "might" else word, index, index)
    elif word in _OPINIONS and {"i", "we"} & set(before):
        yield _Sign("hedge", word, index, index)
    elif word in _ABOUT and (after[:1].isdigit() or after == "$" or bool(numerals(after))):
        yield _Sign("hedge", "about", index, index)
    elif word in {"kind", "sort"} and after == "of" and before[-1:] not in ([], ["any"], ["some"], ["what"], ["every"]):
        yield _Sign("hedge", word, index, index)
    elif (
        word in _CONDITIONS
        or (word in {"provided", "providing"} and after == "that")
        or (word == "long" and before[-1:] in (["as"], ["so"]) and after == "as")
    ):
        yield _Sign("condition", word, index, index)
    elif word in _DAYS and wording.words[index].span.of(wording.line)[:1].isupper():
        yield _Sign("number", word, index, index)
    elif _name(wording, index):
        yield _Sign("name", word.removesuffix("'s"), index, index)


def _numbers(wording: Wording) -> Iterator[_Sign]:
    for numeral in numerals(wording.line):
        inside = [i for i, w in enumerate(wording.words) if numeral.start < w.span.end and w.span.start < numeral.end]
        if inside and wording.line[numeral.start : numeral.end].lower() not in {"one", "double", "half"}:
            yield _Sign("number", f"{numeral.value:g}", inside[0], inside[-1])


def _capital(wording: Wording, index: int) -> bool:
    return wording.words[index].span.of(wording.line)[:1].isupper() and not _opens(wording, index)


def _name(wording: Wording, index: int) -> bool:
    """Whether a word is a part of a name, by its capital inside a sentence; a title is none."""
    word = wording.words[index]
    letters = word.span.of(wording.line).strip("[]")
    return (
        letters[:1].isupper()
        and word.folded not in _PRONOUNS
        and word.folded.rstrip(".") not in _titles()
        and word.folded not in lexicon("offices") | lexicon("titles_plain")
        and not _opens(wording, index)
        and any(c.islower() for c in wording.line)
    )


@functools.cache
def _titles() -> frozenset[str]:
    """Titles before names, folded and without their points."""
    return frozenset(title.casefold().rstrip(".") for title in table("titles"))


def _opens(wording: Wording, index: int) -> bool:
    """Whether a word stands where every word has a capital."""
    word = wording.words[index]
    before = wording.line[: word.span.start].rstrip(" \t\r\n\u00a0“‘\"'([")
    return not before or before[-1] in '.?!:…—–-“"' or any(s < word.span.start <= s + 2 for s in wording.seams)


def _uncancelled(lost: list[_Sign], gained: list[_Sign]) -> tuple[list[_Sign], list[_Sign]]:
    """Without what is only elsewhere, or in another form, on the other side."""
    rest = list(gained)
    missing = []
    for sign in lost:
        same = next((other for other in rest if other.sense == sign.sense and other.plain == sign.plain), None)
        if same is None:
            missing.append(sign)
        else:
            rest.remove(same)
    return missing, rest


def _times(wording: Wording, sign: _Sign) -> int:
    """How often a line has a name, also where its capital says nothing."""
    parts = set(sign.plain.split("-"))
    return sum(
        word.folded.removesuffix("'s") == sign.plain or word.folded in parts or sign.plain in word.folded.split("-")
        for word in wording.words
    )


def _missed(lead: Wording, sign: _Sign, kept: set[int]) -> bool:
    """Whether a lost word is missed: what it governs is printed without it."""
    if sign.sense in {"number", "name"}:
        sentence = kept & _around(lead, sign, _SENTENCE)
        return any(i < sign.first for i in sentence) and any(i > sign.last for i in sentence)
    if sign.sense == "condition":
        sentence = _around(lead, sign, _SENTENCE)
        own = _around(lead, sign, _CLAUSE)
        others = [c for c in _clauses(lead, _CLAUSE) if set(c) <= sentence and not set(c) & own] or [list(own)]
        return (
            any(len(kept & set(c)) >= max(2, _WHOLE * len(c)) for c in others)
            or len(kept & own) >= _WHOLE * len(own) - 1
        )
    near = set(range(sign.first - _REACH, sign.last + _REACH + 1))
    return bool(kept & _around(lead, sign, _CLAUSE) & near)


def _said_again(lead: Wording, sign: _Sign, kept: set[int]) -> bool:
    """Whether the same word before the same next word is printed: a speaker's repetition was cut."""
    after = lead.words[sign.last + 1].folded if sign.last + 1 < len(lead.words) else None
    return sign.sense not in {"number", "name"} and any(
        index in kept
        and lead.words[index].folded == lead.words[sign.first].folded
        and lead.words[index + 1].folded == after
        for index in range(len(lead.words) - 1)
        if index != sign.first
    )


def _clauses(wording: Wording, border: re.Pattern[str]) -> list[list[int]]:
    """The words of each clause or sentence of a line."""
    ends = [match.start() for match in border.finditer(wording.line)] + [len(wording.line)]
    found: list[list[int]] = []
    index = 0
    for end in ends:
        clause = []
        while index < len(wording.words) and wording.words[index].span.start <= end:
            clause.append(index)
            index += 1
        if clause:
            found.append(clause)
    return found


def _around(wording: Wording, sign: _Sign, border: re.Pattern[str]) -> set[int]:
    return next((set(clause) for clause in _clauses(wording, border) if sign.first in clause), set())


def _named_by_editor(lead: Wording, printing: Wording, sign: _Sign, columns: Sequence[Column]) -> bool:
    """Whether a name that was gained is an editor's bracket for a pronoun, or the rest of a name that stands there."""
    if sign.sense != "name":
        return False
    if printing.words[sign.first].bracketed:
        return not any(_name(lead, i) for i in _over(sign, columns))
    if any(_name(lead, i) for i in _over(sign, columns)):
        return False  # one name for another
    around = [i for i in (sign.first - 1, sign.last + 1) if 0 <= i < len(printing.words) and _name(printing, i)]
    stands = {column.here for column in columns if column.relation == "equal"}
    return any(i in stands for i in around)


def _over(sign: _Sign, columns: Sequence[Column]) -> list[int]:
    """The leading words in the same difference as a word that was put in."""
    place = next(index for index, column in enumerate(columns) if column.here == sign.first)
    found = []
    for step in (-1, 1):
        at = place
        while 0 <= at < len(columns) and columns[at].relation == "other":
            found += [columns[at].lead] if columns[at].lead is not None else []
            at += step
    return [index for index in found if index is not None]


def _pairs(lost: Sequence[_Sign], gained: Sequence[_Sign], columns: Sequence[Column]) -> dict[_Sign, _Sign]:
    """For lost words the gained ones of the same sense in the same difference: one for another."""
    found: dict[_Sign, _Sign] = {}
    for sign in lost:
        rest = (other for other in gained if other.sense == sign.sense and other not in found.values())
        other = next((o for o in rest if sign.first in _over(o, columns)), None)
        if other is not None:
            found[sign] = other
    return found


def _told(
    lead: Wording, printing: Wording, lost: Sequence[_Sign], gained: Sequence[_Sign], pairs: Mapping[_Sign, _Sign]
) -> Iterator[MeaningWarning]:
    """What was lost or changed in the order of the leading words, then what was gained."""
    for sign in lost:
        there = _place(lead, sign)
        if sign not in pairs:
            yield MeaningWarning(sign.sense, "lost", there, None)
        elif not _same_name(sign, pairs[sign]):
            yield MeaningWarning(sign.sense, "changed", there, _place(printing, pairs[sign]))
    for sign in gained:
        if sign not in pairs.values():
            yield MeaningWarning(sign.sense, "gained", None, _place(printing, sign))


def _same_name(one: _Sign, other: _Sign) -> bool:
    return one.sense == "name" and likeness(one.plain, other.plain) == "spelling"


def _place(wording: Wording, sign: _Sign) -> Span | None:
    places = wording.places(wording.words[sign.first].span.start, wording.words[sign.last].span.end)
    return places[0] if places else None
