"""What is done by or to what is counted: "212 people were murdered", "injuring 12", "14 dead"."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_LIGHT = frozenset(
    "be have do see say report get make take include there become remain need want stand reach hit come go rise fall bring put total number".split()
)
_LOSSES = frozenset({"life", "death", "killing", "murder", "slaying", "massacre"})
_TAKEN_PART = frozenset("sign attend back support watch visit join endorse".split())
"""What is told of those who stand behind "by": "signed by 90 bakers", but not "killed by two gunmen"."""

_STATES = frozenset(
    "dead injured wounded missing homeless hurt unaccounted ill sick infected displaced stranded jobless unemployed".split()
)


def doing_of(noun: Token) -> str | None:
    """The lemma of what is done by or to what is counted; none for verbs that say nothing ("have", "see")."""
    for child in noun.rights:
        if child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "ADJ"} and child.i - noun.i <= 6:
            return _told(child)
    if state := _state(noun):
        return state
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _LOSSES:
        return "die"
    return _verb(noun.head if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "NUM"} else noun)


def _state(noun: Token) -> str | None:
    """The state printed right beside it: "12 people dead", "the injured passengers"."""
    beside = [*noun.lefts, *noun.doc[noun.i + 1 : noun.i + 2]]
    return next((word.lower_ for word in beside if word.lower_ in _STATES), None)


def _verb(noun: Token) -> str | None:
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in {"NOUN", "NUM"}:
        noun = noun.head.head
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and noun.head.head.lemma_.lower() in _TAKEN_PART:
        return noun.head.head.lemma_.lower()
    verb = noun.head
    if noun.dep_ not in SUBJECTS | {"dobj", "attr", "oprd"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    for child in verb.children:
        if child.dep_ in {"acomp", "oprd", "xcomp", "ccomp"} and child.lower_ in _STATES:
            return child.lower_
    return _told(verb)


def _told(verb: Token) -> str | None:
    lemma = verb.lower_ if verb.lower_ in _STATES else verb.lemma_.lower()
    return None if lemma in _LIGHT else lemma
