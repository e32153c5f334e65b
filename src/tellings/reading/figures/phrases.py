"""The words of what is counted: a noun with its modifiers before it and a short "of" behind it."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token


def whole(noun: Token) -> Token:
    """A noun written with a hyphen is one noun: its last part."""
    doc = noun.doc
    while (
        noun.i + 2 < len(doc)
        and doc[noun.i + 1].text == "-"
        and not doc[noun.i].whitespace_
        and doc[noun.i + 2].pos_ in {"NOUN", "PROPN"}
    ):
        noun = doc[noun.i + 2]
    return noun


_SPLIT = frozenset({"det", "poss", "cc", "punct", "relcl", "predet", "mark", "prep", "nsubj", "advcl"})


def phrase(noun: Token, tokens: TokenSpan, taken: list[tuple[int, int]]) -> TokenSpan:
    """The noun with its modifiers before it and a short "of" behind it; no word of a quantity, nothing past a clause."""
    doc = noun.doc
    left = min([noun.i, *(child.left_edge.i for child in noun.lefts if child.dep_ not in _SPLIT)])
    while left < noun.i and (
        left < tokens.end <= noun.i
        or not doc[left].text[0].isalnum()
        or set(doc[left].text) & set("[]()")
        or _inside(doc[left], taken)
    ):
        left += 1
    while (
        left >= 2
        and doc[left - 1].text == "-"
        and not doc[left - 1].whitespace_
        and not doc[left - 2].whitespace_
        and doc[left - 2].is_alpha
    ):
        left -= 2
    right = noun.i
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == noun.i + 1 and child.right_edge.i - noun.i <= 6:
            right = child.right_edge.i
    if any(
        _inside(doc[place], taken) or doc[place].text in {",", ";", "-", "--"} for place in range(noun.i, right + 1)
    ):
        right = noun.i
    while right > noun.i and doc[right].is_punct:
        right -= 1
    return doc[left : right + 1]


def _inside(token: Token, taken: list[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in taken)
