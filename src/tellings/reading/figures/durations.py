"""Durations that are amounts: "37 hours of data", "nine days' notice", "lost 340 hours".

How long something took is a moment's to tell ("the talks took three weeks").
Where a length of time is what was lost, granted or given, or where it measures
out something else, it is counted like money, and is a figure.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from tellings.reading.figures.quantity import Quantity
from tellings.reading.language import text_of

_NOTICE = re.compile(r"['’] (?P<noun>[a-z-]+)")
_LENGTHY = frozenset("time standing duration distance experience silence old age".split())
"""Nouns before which the possessive still tells how long: "in two weeks' time"."""

_ALL = re.compile(r"(?<!for )(?<!over )(?<!through )\ball (?:the |of the )?$", re.IGNORECASE)
"""Before an amount that something has: "downloaded all 37 hours"."""

_SPENT = frozenset(
    "lose cost save waste grant award allot allocate log book bill forfeit devote donate reclaim".split()
)
_SET_IN_TIME = frozenset("after before during for in within over since until till throughout following".split())


def is_amount(doc: Doc, quantity: Quantity) -> bool:
    """Whether a duration is a figure: an amount of time, not the time something took."""
    tokens = doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
    if tokens is None or tokens.text.lower() in {"one day", "one night", "one year", "one week", "one month"}:
        return False
    if text_of(doc)[quantity.number_end : quantity.number_end + 1] == "-":
        return False
    after = text_of(doc)[quantity.end :]
    if (owned := _NOTICE.match(after)) is not None:
        return owned["noun"] not in _LENGTHY
    top = _top(tokens.root)
    if _spent(top) or _ALL.search(text_of(doc), 0, quantity.start):
        return True
    return _measures_out(doc, quantity, top) and not _in_time(top)


def _top(word: Token) -> Token:
    """The head of the whole amount: "hours" in "37 hours of data"."""
    while word.dep_ in {"nummod", "compound", "quantmod", "advmod"} and word.head.i > word.i:
        word = word.head
    return word


def _spent(top: Token) -> bool:
    """Whether the time is what was lost or granted."""
    return top.dep_ in {"dobj", "nsubjpass", "attr", "npadvmod", "oprd"} and top.head.lemma_.lower() in _SPENT


def _measures_out(doc: Doc, quantity: Quantity, top: Token) -> bool:
    """As in "37 hours of data": the hours measure something that has a name."""
    rest = re.match(r" of (?!the\b|a\b|each|every)", text_of(doc)[quantity.end :])
    if rest is None:
        return False
    named = [child for of in top.children if of.lower_ == "of" for child in of.children if child.dep_ == "pobj"]
    return bool(named) and named[0].pos_ in {"NOUN", "PROPN"}


def _in_time(top: Token) -> bool:
    """Whether it says when or how long: "after 12 hours of talks"."""
    return (top.dep_ == "pobj" and top.head.lower_ in _SET_IN_TIME) or top.dep_ == "npadvmod"
