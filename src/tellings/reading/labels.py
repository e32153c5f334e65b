"""Labels: the words of a clause that a reader can read alone.

A label begins at the subject (or at the words of the time, with their
preposition) and ends where a clause ends; what another time dates is cut off.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

_FINITE = frozenset("VBD VBZ VBP MD".split())
_SUBJECTS = frozenset("nsubj nsubjpass csubj csubjpass expl".split())
_OWN = frozenset("relcl acl conj advcl parataxis".split())
_PHRASES = frozenset("prep npadvmod advmod agent".split())
_CLIMBED = 6  # heads between a doing and the clause that holds it
_EDGES = frozenset(", ; : - -- ( ".split())


def finite(token: Token) -> Token:
    """The nearest verb at or above a token that is finite and has its subject, or takes up a noun."""
    top = token
    for _ in range(_CLIMBED):
        if _clausal(top) or top.head.i == top.i:
            return top
        top = top.head
    return token


def _clausal(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "acl":
        return token.tag_ in ("VBN", "VBG")  # "a report published on Monday"
    subject = any(child.dep_ in _SUBJECTS for child in token.children)
    return subject and _told(token)


def _told(token: Token) -> bool:
    return token.tag_ in _FINITE or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in _FINITE for child in token.children
    )


def readable(top: Token, tokens: Sequence[Token]) -> bool:
    """Whether the tokens hold a verb with its subject, or a noun with what is told of it, and do not start amid a phrase."""
    if not _clausal(top):
        return False
    places = {token.i for token in tokens}
    if sum(token.text == '"' for token in tokens) % 2:
        return False
    if top.dep_ in ("acl", "relcl"):
        return top.head.i in places
    subjects = [child for child in top.children if child.dep_ in _SUBJECTS]
    return all(child.left_edge.i in places for child in subjects)


def opened(tokens: tuple[Token, ...], words: Words) -> tuple[Token, ...]:
    """With the preposition before a time that comes first: "On" of "On April 9, a team reported"."""
    first = tokens[0]
    if not words.start <= first.i < words.end:
        return tokens
    before = first.nbor(-1) if first.i > first.sent.start else None
    return (before, *tokens) if before is not None and before.tag_ == "IN" and before.is_ancestor(first) else tokens


def state(words: Words) -> Token | None:
    """The state of "has been in safe mode since Saturday", which began on that day."""
    for token in reversed(list(words.doc[words.sent.start : words.start])):
        if token.pos_ in ("VERB", "AUX"):
            perfect = any(child.lower_ in ("has", "have", "had", "'s", "'ve", "'d") for child in token.children)
            return token if token.lower_ == "been" and token.dep_ != "auxpass" and perfect else None
    return None


def cut(trigger: Token, tokens: tuple[Token, ...], words: Words, others: Sequence[Words]) -> tuple[Token, ...]:
    """The tokens up to what another time dates, where that stands behind the doing and its own time."""
    kept = max(trigger.i, words.end - 1)
    ends = [end for other in others if other.start > kept and (end := _phrase(other.root, kept, trigger.i)) is not None]
    end = min((end for end in ends if end <= tokens[-1].i), default=None)
    if end is None:
        return tokens
    for token in trigger.children:  # what is told, without its verb, says nothing
        if token.dep_ == "ccomp" and token.left_edge.i < end <= token.i:
            end = token.left_edge.i
    shorter = [token for token in tokens if token.i < end]
    while shorter and shorter[-1].i > kept and (shorter[-1].text in _EDGES or shorter[-1].dep_ == "cc"):
        shorter.pop()
    return tuple(shorter)


def _phrase(word: Token, kept: int, trigger: int) -> int | None:
    """Where the phrase, or the clause of its own, begins that another time stands in."""
    begin, verb = None, False
    while True:
        if word.left_edge.i <= kept:
            return begin
        if word.dep_ in _OWN:
            return word.left_edge.i
        if word.dep_ in _PHRASES and not verb:
            begin = word.left_edge.i
        verb = verb or word.pos_ in ("VERB", "AUX")
        if word.head.i in (word.i, trigger):
            return begin
        word = word.head
