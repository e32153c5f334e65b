"""The noun itself, where the parse names only a word beside it: its owner, the first half of a pair, a word before it.

"Three of Quill's children" counts children, "40 middle school and high school
pupils" pupils, "a 5 percent median wage" the wage.
"""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tellings.reading.figures.quantity import Quantity

_PLURAL = frozenset({"NNS", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "VBN", "HYPH"})
_REACH = 4
"""Words between the two halves of a pair, at most."""


def proper(noun: Token, tokens: TokenSpan, *, several: bool) -> Token:
    """The noun that is meant by one that stands behind the quantity ``tokens``; ``several``: it counts more than one."""
    if noun.i < tokens.end:
        return noun
    noun = owned(_before_dash(noun, tokens))
    if several and noun.tag_ in {"NN", "NNP"}:
        noun = _paired(noun)
    return _chained(noun)


def _before_dash(noun: Token, tokens: TokenSpan) -> Token:
    """The visits of "400 visits - calls and letters": a dash with spaces ends what is counted."""
    doc = noun.doc
    for place in range(tokens.end + 1, noun.i):
        if doc[place].text in {"-", "--"} and doc[place - 1].whitespace_ and doc[place - 1].pos_ in {"NOUN", "PROPN"}:
            return doc[place - 1]
    return noun


def owned(noun: Token) -> Token:
    """The seats of "the Senate's seats"."""
    doc, place = noun.doc, noun.i + 1
    if place >= len(doc) or doc[place].tag_ != "POS":
        return noun
    place += 1
    while place < len(doc) and doc[place].tag_ in _BEFORE_NOUN and (place + 1 < len(doc) and _goes_on(doc[place + 1])):
        place += 1
    return doc[place] if place < len(doc) and doc[place].pos_ in {"NOUN", "PROPN"} else noun


def _goes_on(word: Token) -> bool:
    return word.tag_ in _BEFORE_NOUN | _PLURAL


def _paired(noun: Token) -> Token:
    """The pupils of "middle school and high school pupils"."""
    doc, place = noun.doc, noun.i + 1
    if place >= len(doc) or doc[place].lower_ not in {"and", "or", "/"}:
        return noun
    for word in doc[place + 1 : place + 1 + _REACH]:
        if word.tag_ in _PLURAL:
            return word
        if word.tag_ not in _BEFORE_NOUN:
            break
    return noun


def _chained(noun: Token) -> Token:
    """The wage of "a median wage", where the parse stops at a singular word right before it."""
    doc = noun.doc
    after = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    if after is None or noun.tag_ != "NN" or not noun.whitespace_ or after.tag_ not in {"NN", "NNS"} or after.ent_type_:
        return noun
    return after if after.dep_ not in {"npadvmod", "nsubj", "nsubjpass", "dobj"} or noun.head.i == after.i else noun


_NOTHING = frozenset(
    "approve disapprove oppose agree disagree one ones million billion trillion thousand hundred addition".split()
)
"""What counts as no noun: verbs of polls ("41% approve - 50% disapprove"), "the other ones", "in addition to $3 million"."""

_PERIODS = frozenset("half year month week quarter decade".split())
"""What no amount measures: "3 percent year over year", "half (49 percent)"."""

_ASKING = frozenset("poll survey".split())
"""What gives shares and has none: "a poll found her ahead by 8 points"."""

_SHARES = frozenset({"percent", "percentage points", "points"})


def no_thing(noun: Token, quantity: Quantity) -> bool:
    """Whether a noun is nothing that can be counted or, of an amount, nothing that it can measure."""
    if noun.lower_ in _NOTHING:
        return True
    asks = noun.lemma_.lower() in _ASKING and quantity.unit in _SHARES
    return quantity.sort != "count" and (noun.lower_ in _PERIODS or asks)
