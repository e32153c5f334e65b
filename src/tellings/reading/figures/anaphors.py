"""Numbers that point back: "of those, 420,000", "the other two", "five more", "it was $3 billion".

What they count is told by the number before, in the sentence or in the one
before it. None is guessed where nothing points back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Doc, Token

from tellings.reading.figures.implied import SENTENCE_END
from tellings.reading.figures.quantity import Quantity
from tellings.reading.language import text_of


class Told(Protocol):
    """What an earlier number counts."""

    @property
    def phrase(self) -> object | None:
        """The noun phrase; none where it counts nothing."""


_OF_THOSE = re.compile(r"\b(?:[Oo]f|[Aa]mong) (?:those|these|them|the (?:latter|former|total)),? [^.;]{0,60}$")
_OTHER = re.compile(
    r"\b(?:[Tt]he (?:other|remaining)|[Aa]nother|[Aa]n additional|[Aa] further)"
    r" (?:(?:about|nearly|roughly|some|around|almost|more than|at least) )?$"
)
_MORE = re.compile(r" (?:more|others)\b(?! than)(?= (?:\w+ly )?(?:were|was|are|is|have|has|had|will|died|face|remain))")
_SHARES = frozenset({"percent", "share"})


def of_those(doc: Doc, found: Sequence[Quantity], told: Sequence[Told], position: int) -> int | None:
    """The position of the number that says what the one at ``position`` counts, where that one points back."""
    quantity, text = found[position], text_of(doc)
    counts = quantity.sort == "count" or quantity.unit in _SHARES
    if not counts:
        return _of_it(doc, found, told, position)
    fronted = _OF_THOSE.search(text, max(0, quantity.start - 80), quantity.start)
    other = _OTHER.search(text, max(0, quantity.start - 40), quantity.start) or _MORE.match(text, quantity.end)
    who = quantity.unit in _SHARES and text[quantity.end : quantity.end + 5] == " who "
    if not (fronted or other or who or _another_share(doc, quantity)):
        return _of_it(doc, found, told, position)
    for place in range(position - 1, -1, -1):
        if len(SENTENCE_END.findall(text, found[place].end, quantity.start)) > 1:
            return None
        whole = fronted is None or found[place].end <= fronted.start()
        if told[place].phrase is not None and whole and _counts_alike(found[place], quantity):
            return place
    return None


_OPENS = re.compile(
    r"(?:^|[.!?]['\")]* +)(?:(?:Only|Just|About|Nearly|Some|Another|A further|Roughly|Fewer than|Less than|More than|Over) ){0,2}(?:about |nearly )?$"
)


def _another_share(doc: Doc, quantity: Quantity) -> bool:
    """Whether a bare share opens its sentence as the one who does something: "Only 4 percent were closed"."""
    if quantity.unit not in _SHARES or _OPENS.search(text_of(doc), 0, quantity.number) is None:
        return False
    tokens = doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}


def _counts_alike(earlier: Quantity, quantity: Quantity) -> bool:
    return earlier.sort == "count" or earlier.unit in _SHARES or (earlier.unit == quantity.unit)


def _of_it(doc: Doc, found: Sequence[Quantity], told: Sequence[Told], position: int) -> int | None:
    """The number before in the same unit and sentence, of one that "it" is said to be: "it was $3 billion in March"."""
    quantity = found[position]
    if position == 0 or quantity.unit is None or not _is_it(doc, quantity):
        return None
    last = position - 1
    if found[last].unit != quantity.unit or told[last].phrase is None:
        return None
    return None if len(SENTENCE_END.findall(text_of(doc), found[last].end, quantity.start)) > 1 else last


def _is_it(doc: Doc, quantity: Quantity) -> bool:
    tokens = doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
    if tokens is None:
        return False
    verb: Token = tokens.root.head
    if verb.lower_ in {"at", "to"}:
        verb = verb.head
    return verb.pos_ in {"VERB", "AUX"} and any(
        child.dep_ == "nsubj" and child.lower_ == "it" for child in verb.children
    )
