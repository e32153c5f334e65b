"""Counts whose noun stands elsewhere in the clause: a label before a colon, the subject of a level.

"Ferries cancelled: 18", "cases climbed past 480", "attendance was 3,200".
"""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tellings.reading.figures.adjacent import limited
from tellings.reading.figures.befallen import SUBJECTS
from tellings.reading.figures.governors import measured
from tellings.reading.figures.verbs import TOTALS, of_verb, subject

GATHERED = frozenset(
    "crowd group crew staff team panel force fleet audience population membership workforce squad mob gathering delegation turnout attendance "
    "capacity circulation enrollment enrolment headcount readership following".split()
)
"""Nouns of many at once: "a crowd of 300", "attendance was 3,200"."""

_CAPS = frozenset("cap limit quota ceiling maximum minimum threshold".split())
_NUMBERING = frozenset("include number total average reach".split())
_MOVING = frozenset(
    "close finish end rise fall grow climb drop increase decrease decline jump soar surge swell shrink dwindle edge inch slip slide dip tick shoot balloon plunge "
    "plummet stand double triple raise revise lower lift".split()
)
_TOPPING = frozenset("top exceed surpass near approach hit".split())
_TO_LEVEL = frozenset("to past above below over by from at beyond under".split())
_LABEL = 6
"""Words of a label before a colon, at most."""


def by_level(tokens: TokenSpan) -> Token | None:
    """As in "The death toll rose to 45", "the number of arrests stands at 20": the subject is what is counted."""
    root = _placed(tokens.root)
    if root.dep_ in {"dobj", "nummod"} and root.head.pos_ == "VERB" and root.head.lemma_.lower() in _NUMBERING:
        return subject(root.head)
    if root.dep_ in {"pobj", "attr", "dobj"} or (
        root.dep_ in {"nummod", "npadvmod", "prep"} and root.head.pos_ == "VERB"
    ):
        noun = measured(tokens)
        total = TOTALS | GATHERED if root.dep_ == "attr" or root.head.lower_ in {"at", "to"} else TOTALS
        if noun is not None and (noun.lemma_.lower() in total or _under_total(noun)):
            return noun
    around = tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ == "around"
    return _moved(root) or _set_to(root) or (_beside(tokens) if around else limited(tokens))


def _beside(tokens: TokenSpan) -> Token | None:
    """The population of "a population around 43,000"."""
    doc, place = tokens.doc, tokens.start - 1
    while place > 0 and doc[place].lower_ == "around":
        place -= 1
    return doc[place] if doc[place].lemma_.lower() in GATHERED | TOTALS and doc[place].pos_ == "NOUN" else None


def _placed(root: Token) -> Token:
    """The last number of "from 900 to 400", on which the parse hangs the first."""
    while root.dep_ == "quantmod" and root.head.like_num and root.head.i > root.i:
        root = root.head
    return root


def _set_to(root: Token) -> Token | None:
    """The cap of "cut the cap on berths from 900 to 400": the object that a bare number is set to."""
    if root.dep_ != "pobj" or root.head.lower_ not in {"from", "to", "at"}:
        return None
    verb = root.head.head
    while verb.pos_ != "VERB":
        if verb.head.i == verb.i:
            return None
        if verb.pos_ == "NOUN" and verb.lemma_.lower() in TOTALS | _CAPS:
            return verb
        verb = verb.head
    for child in verb.children:
        if child.dep_ in {"dobj", *SUBJECTS} and child.i < root.i and child.lemma_.lower() in TOTALS | _CAPS:
            return child
    noun = of_verb(verb, root.head) if verb.i == root.head.head.i else None
    own = noun is not None and noun.dep_ == "dobj" and noun.head.i == verb.i and noun.tag_ in {"NN", "NNS"}
    return noun if own else None


def _under_total(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in TOTALS


def _moved(root: Token) -> Token | None:
    """The cases of "Confirmed cases climbed past 480"."""
    if root.dep_ == "pobj" and root.head.lower_ in _TO_LEVEL and root.head.head.lemma_.lower() in _MOVING:
        noun = subject(root.head.head)
    elif root.dep_ == "dobj" and root.head.lemma_.lower() in _TOPPING:
        noun = subject(root.head)
    else:
        return None
    return noun if noun is not None and noun.pos_ == "NOUN" else None


def labelled(tokens: TokenSpan) -> Token | None:
    """The ferries of "Ferries cancelled: 18"."""
    doc, colon = tokens.doc, tokens.start - 1
    if colon < 1 or doc[colon].text != ":" or (tokens.end < len(doc) and not doc[tokens.end].is_punct):
        return None
    first = colon
    while first and not doc[first - 1].is_punct and colon - first <= _LABEL:
        first -= 1
    if colon - first > _LABEL:
        return None
    nouns = (
        word for word in doc[first:colon] if word.pos_ in {"NOUN", "PROPN"} and word.dep_ not in {"compound", "nmod"}
    )
    return next(nouns, None)
