"""The noun that a percentage, a sum of money or a measure is told of, by the parse.

Behind the amount ("12 percent of voters", "a $5 fee"), else before it ("a fine
of $5,000"), else the object or subject of its verb. Who pays, raises or grants
an amount is not measured by it: "the council approved $3 million" tells of no noun.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tellings.reading.figures.adjacent import limited, sized, valued
from tellings.reading.figures.verbs import of_verb

MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "poss", "dep"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUMS = frozenset("total average maximum minimum record combined tune order sum".split())
"""Nouns that only say how an amount was made up: "a total of $5 million"."""


def measured(tokens: TokenSpan) -> Token | None:
    """The noun that a percentage, a sum or a measure is told of."""
    if tokens.start and tokens.doc[tokens.start - 1].lower_ == "within":
        return None  # "within 5 miles of the pier"
    if tokens.start and tokens.doc[tokens.start - 1].lower_ in _RANKED and tokens[-1].lower_ in _PERCENT:
        return behind(tokens)  # "the top 1 percent" is itself who is told of
    noun = behind(tokens) or valued(tokens) or sized(tokens) or _modified(tokens) or _following(tokens)
    noun = noun if noun is not None else limited(tokens)
    noun = noun if noun is not None else governor(tokens.root)
    return noun if noun is not None else _among(tokens)


_PERCENT = frozenset({"%", "percent", "cent"})
_RANKED = frozenset("top bottom upper lower richest poorest wealthiest highest lowest other remaining".split())
_HARMED = frozenset("dead injured wounded missing".split())


def behind(tokens: TokenSpan) -> Token | None:
    """The noun in "of ...", "out of ...", "worth of ..." or "in aid" right after the quantity."""
    doc, place = tokens.doc, tokens.end
    if place < len(doc) and tokens[-1].lower_ == "half" and doc[place].dep_ in {"det", "poss"}:
        return (
            doc[place].head if doc[place].head.pos_ in _NOUNS and doc[place].head.i > place else None
        )  # "half the cost"
    if place < len(doc) and doc[place].lower_ in {"worth", "out"}:
        place += 1
        if place == len(doc) or doc[place].lower_ != "of":
            return None
    if place + 1 < len(doc) and doc[place].lower_ in {"more", "less", "fewer"} and doc[place + 1].pos_ in _NOUNS:
        return doc[place + 1] if doc[place + 1].dep_ not in {"compound", "nmod"} else None
    if place < len(doc) and doc[place].lower_ in {"of", "in"}:
        if doc[place].lower_ == "in" and tokens[-1].lower_ in _PERCENT:
            return None  # "slid 4 percent in early trading"
        if (
            doc[place].lower_ == "of"
            and place + 1 < len(doc)
            and doc[place + 1].tag_ == "NNS"
            and _reports(doc[place + 1])
        ):
            return doc[place + 1]
        for child in doc[place].children:
            named = child.pos_ in {"NOUN", "PROPN", "PRON"} or child.lower_ in _HARMED
            if child.dep_ == "pcomp" and child.tag_ == "VBG" and child.i == place + 1:
                return child  # "$2 million in funding"
            if child.dep_ == "pobj" and named:
                if doc[place].lower_ == "in" and (
                    child.lower_ in {"total", "all", "history"}
                    or child.ent_type_
                    or child.pos_ != "NOUN"
                    or any(c.dep_ in {"det", "poss", "nummod"} for c in child.children)
                ):
                    return None
                return child
    return None


def _reports(noun: Token) -> bool:
    """Whether a noun is taken for the subject of a participle: "98 percent of wards reporting"."""
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.i > noun.i and noun.head.tag_ in {"VBG", "VBN"}


def _modified(tokens: TokenSpan) -> Token | None:
    """The noun that the amount stands before: "a $5 fee"."""
    root = tokens.root
    while (
        root.dep_ in MODIFIERS and root.head.i >= tokens.end and (root.head.pos_ in _NOUNS or _before_noun(root.head))
    ):
        root = root.head
        if root.dep_ not in {"compound", "nmod", "nummod"} and root.pos_ in _NOUNS:
            return None if DIRECTION.fullmatch(root.lower_) or root.ent_type_ == "PERSON" else root
    return root if root.i >= tokens.end and root.pos_ in _NOUNS and not DIRECTION.fullmatch(root.lower_) else None


def _following(tokens: TokenSpan) -> Token | None:
    """Where the parse gives no head: the noun right behind, over adjectives alone ("a 25 percent punitive tariff")."""
    doc, place = tokens.doc, tokens.end
    skipped = {"JJ", "VBN", "NNP"} if _of_several(tokens) else {"JJ", "VBN"}
    while place < len(doc) and doc[place].tag_ in skipped and place - tokens.end < 3:
        place += 1
    if (
        (place == tokens.end and not _of_several(tokens))
        or place >= len(doc)
        or doc[place].tag_ not in {"NN", "NNS"}
        or doc[place].ent_type_
    ):
        return None
    return doc[place] if place + 1 == len(doc) or doc[place + 1].pos_ not in _NOUNS else None


def _before_noun(word: Token) -> bool:
    """The "long" of "a 300-metre-long tunnel"."""
    return word.dep_ == "amod" and word.head.i > word.i and word.head.pos_ in _NOUNS


def _of_several(tokens: TokenSpan) -> bool:
    """Whether it is a share that ends in a number, with its noun right behind: "one in five tenants"."""
    return len(tokens) > 2 and tokens[-1].like_num and tokens[-2].lower_ in {"in", "of"}  # a number, the word, a number


DIRECTION = re.compile(r"(?:north|south|east|west|-)+(?:ward|wards|bound)?|inland|offshore|downstream|upstream")


def governor(word: Token) -> Token | None:
    """Up the tree: the noun before the preposition ("a fine of"), else the object or subject of the verb ("sales rose")."""
    for _ in range(5):
        head = word.head
        if head.i == word.i or word.lower_ == "plus":
            return None
        if head.pos_ in _NOUNS and word.dep_ in {"prep", "appos", "acl"} and head.i < word.i:
            if head.ent_type_ == "PERSON" or (word.dep_ == "appos" and _listed(word)):
                return None
            if head.lemma_.lower() in _SUMS:
                return governor(head)
            if word.lower_ in {"from", "to"} and (thing := _changing(head)) is not None:
                return thing
            if head.tag_ == "NNP" and word.dep_ == "appos" and _in_brackets(word):
                return None  # "Quill (11 percent)"
            return _rate_on(head) or head if word.lower_ == "of" else head
        if head.pos_ in {"VERB", "AUX"}:
            return of_verb(head, word)
        word = head
    return None


_CHANGES = frozenset(
    "slowdown increase decrease rise fall drop decline reduction cut jump doubling tripling raise hike growth".split()
)


def _changing(noun: Token) -> Token | None:
    """The wages of "a drop in wages from $40 to $30"."""
    if noun.lemma_.lower() not in _CHANGES:
        return None
    preps = (child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"in", "of"})
    return next((grand for prep in preps for grand in prep.children if grand.dep_ == "pobj"), None)


def _in_brackets(word: Token) -> bool:
    left = word.left_edge.i
    return (left > 0 and word.doc[left - 1].text == "(") or word.doc[left].text == "("


_RATES = frozenset(
    "tariff tax duty levy fee fine charge surcharge toll rate price cut increase decrease rise reduction raise discount rebate loan grant "
    "payment subsidy budget spending investment stake bid offer".split()
)
"""Nouns of what is set, charged or paid: the amount behind "of" is theirs, whatever stands between."""


def _rate_on(noun: Token) -> Token | None:
    """The tariffs of "tariffs on steel of 25 percent"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "to", "for", "in"}:
        return None
    rate = noun.head.head
    if rate.pos_ == "VERB":  # "paying tariffs to the country of 25 percent"
        rate = next((child for child in rate.children if child.dep_ == "dobj"), rate)
    named = {rate.lemma_.lower(), rate.lower_.removesuffix("s")}  # "Tariffs" is taken for a name
    return rate if rate.pos_ in _NOUNS and named & _RATES else None


def _listed(amount: Token) -> bool:
    """Whether an amount set beside a noun is rather the next of a list: "$2 from fines, $3 from fees"."""
    return any(child.dep_ == "prep" and child.lower_ in {"from", "at", "on", "for"} for child in amount.children)


def _among(tokens: TokenSpan) -> Token | None:
    """The noun in "Among the guests, 12 percent said", "Of the guests, 12 percent": the percentage is one of them."""
    if tokens[-1].lower_ not in _PERCENT:
        return None
    first = tokens.start
    while first and not tokens.doc[first].is_sent_start:
        first -= 1
    if tokens.doc[first].lower_ not in {"among", "of"}:
        return None
    return next((child for child in tokens.doc[first].children if child.dep_ == "pobj" and child.pos_ in _NOUNS), None)
