"""Warnings: a negation, a hedge, a condition, a number or a name that a printing lost, gained or changed.

Quoting less is no alteration by itself. A negation or a hedge is lost where a
part of its own clause is printed without it; a condition where a whole clause of
its sentence is; a number or a name where the words on both sides of it are. What
the outlet says itself beside a fragment in marks is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tellings.linking.utterances.alignment import Column, align
from tellings.linking.utterances.likeness import likeness
from tellings.linking.utterances.signs import Sign, is_name, signs
from tellings.linking.utterances.surrounding import own_words
from tellings.linking.utterances.words import Wording
from tellings.values import MeaningWarning, Span

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


def warnings(lead: Wording, printing: Wording, columns: Sequence[Column] | None = None) -> tuple[MeaningWarning, ...]:
    """What a printing changed in what the leading words say, in the order of the words."""
    columns = align(lead, printing) if columns is None else columns
    kept = {column.lead for column in columns if column.relation != "other" and column.lead is not None}
    stayed = {column.here for column in columns if column.relation != "other" and column.here is not None}
    lost = [sign for sign in signs(lead) if not _within(sign, kept)]
    gained = [sign for sign in signs(printing) if not _within(sign, stayed)]
    lost, gained = _uncancelled(lost, gained)
    lost = [sign for sign in lost if sign.sense != "name" or _times(printing, sign) < _times(lead, sign)]
    gained = [sign for sign in gained if sign.sense != "name" or _times(lead, sign) < _times(printing, sign)]
    lost = [sign for sign in lost if not lead.words[sign.first].bracketed and not _said_again(lead, sign, kept)]
    gained = [sign for sign in gained if not _named_by_editor(lead, printing, sign, columns)]
    pairs = _pairs(lost, gained, columns)
    around = own_words(printing) if lost else None
    lost = [sign for sign in lost if sign in pairs or (_missed(lead, sign, kept) and not _kept_beside(around, sign))]
    gained = [sign for sign in gained if sign in pairs.values() or _missed(printing, sign, stayed)]
    return tuple(_told(lead, printing, lost, gained, pairs))


def _kept_beside(around: Wording | None, sign: Sign) -> bool:
    """Whether the outlet says it in its own words beside a fragment: 'they risk being "bystanders" if they do not act'."""
    if around is None:
        return False
    same = [other for other in signs(around) if other.sense == sign.sense]
    return bool(same) if sign.sense in {"negation", "condition"} else any(other.plain == sign.plain for other in same)


def _within(sign: Sign, places: set[int]) -> bool:
    return all(index in places for index in range(sign.first, sign.last + 1))


def _uncancelled(lost: list[Sign], gained: list[Sign]) -> tuple[list[Sign], list[Sign]]:
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


def _times(wording: Wording, sign: Sign) -> int:
    """How often a line has a name, also where its capital says nothing."""
    parts = set(sign.plain.split("-"))
    return sum(
        word.folded.removesuffix("'s") == sign.plain or word.folded in parts or sign.plain in word.folded.split("-")
        for word in wording.words
    )


def _missed(lead: Wording, sign: Sign, kept: set[int]) -> bool:
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


def _said_again(lead: Wording, sign: Sign, kept: set[int]) -> bool:
    """Whether the same word before the same next word is printed: a speaker's repetition was cut; a condition is its whole clause."""
    after = lead.words[sign.last + 1].folded if sign.last + 1 < len(lead.words) else None
    return sign.sense not in {"number", "name", "condition"} and any(
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


def _around(wording: Wording, sign: Sign, border: re.Pattern[str]) -> set[int]:
    return next((set(clause) for clause in _clauses(wording, border) if sign.first in clause), set())


def _named_by_editor(lead: Wording, printing: Wording, sign: Sign, columns: Sequence[Column]) -> bool:
    """Whether a name that was gained is an editor's bracket for a pronoun, or the rest of a name that stands there."""
    if sign.sense != "name":
        return False
    if printing.words[sign.first].bracketed:
        return not any(is_name(lead, i) for i in _over(sign, columns))
    if any(is_name(lead, i) for i in _over(sign, columns)):
        return False  # one name for another
    around = [i for i in (sign.first - 1, sign.last + 1) if 0 <= i < len(printing.words) and is_name(printing, i)]
    stands = {column.here for column in columns if column.relation == "equal"}
    return any(i in stands for i in around)


def _over(sign: Sign, columns: Sequence[Column]) -> list[int]:
    """The leading words in the same difference as a word that was put in."""
    place = next(index for index, column in enumerate(columns) if column.here == sign.first)
    found = []
    for step in (-1, 1):
        at = place
        while 0 <= at < len(columns) and columns[at].relation == "other":
            found += [columns[at].lead] if columns[at].lead is not None else []
            at += step
    return [index for index in found if index is not None]


def _pairs(lost: Sequence[Sign], gained: Sequence[Sign], columns: Sequence[Column]) -> dict[Sign, Sign]:
    """For lost words the gained ones of the same sense in the same difference: one for another."""
    found: dict[Sign, Sign] = {}
    for sign in lost:
        rest = (other for other in gained if other.sense == sign.sense and other not in found.values())
        other = next((o for o in rest if sign.first in _over(o, columns)), None)
        if other is not None:
            found[sign] = other
    return found


def _told(
    lead: Wording, printing: Wording, lost: Sequence[Sign], gained: Sequence[Sign], pairs: Mapping[Sign, Sign]
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


def _same_name(one: Sign, other: Sign) -> bool:
    return one.sense == "name" and likeness(one.plain, other.plain) == "spelling"


def _place(wording: Wording, sign: Sign) -> Span | None:
    places = wording.places(wording.words[sign.first].span.start, wording.words[sign.last].span.end)
    return places[0] if places else None
