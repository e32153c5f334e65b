"""The noun that a percentage, a sum of money or a measure is told of, by the parse.

Behind the amount ("12 percent of voters", "a $5 fee"), else before it ("a fine
of $5,000"), else the object or subject of its verb. Who pays, raises or grants
an amount is not measured by it: "the council approved $3 million" tells of no noun.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tellings.reading.figures.befallen import SUBJECTS

MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "poss", "dep"})
TOTALS = frozenset("number toll total count tally figure rate level share price cost value amount sum average".split())
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUMS = frozenset("total average maximum minimum record combined".split())
"""Nouns that only say how an amount was made up: "a total of $5 million"."""

_VALUED = frozenset("worth value price cost total estimate number average".split())
_VALUING = frozenset("put set value estimate price fix cap".split())
_MEASURING = frozenset(
    "be cost total reach hit exceed top average include comprise surpass approach near equal amount stand remain rise fall grow climb "
    "drop increase decrease decline jump sink soar surge double triple gain lose weigh measure span stretch hold fetch yield gross number become".split()
)
"""Verbs whose object, where it is an amount, measures their subject."""

_DEALING = frozenset("sell buy purchase acquire auction trade swap rent lease".split())
"""Verbs of which the price is told with "for"."""

_SIZES = frozenset("long wide deep high tall thick across away".split())
_PLACED = frozenset(
    "from inside away north south east west northeast northwest southeast southwest off above below".split()
)


def measured(tokens: TokenSpan) -> Token | None:
    """The noun that a percentage, a sum or a measure is told of."""
    noun = behind(tokens) or _valued_noun(tokens) or _sized(tokens) or _modified(tokens) or _following(tokens)
    noun = noun if noun is not None else governor(tokens.root)
    return noun if noun is not None else _among(tokens)


_HARMED = frozenset("dead injured wounded missing".split())


def behind(tokens: TokenSpan) -> Token | None:
    """The noun in "of ...", "out of ...", "worth of ..." or "in aid" right after the quantity."""
    doc, place = tokens.doc, tokens.end
    if place < len(doc) and doc[place].lower_ in {"worth", "out"}:
        place += 1
        if place == len(doc) or doc[place].lower_ != "of":
            return None
    if place + 1 < len(doc) and doc[place].lower_ in {"more", "less", "fewer"} and doc[place + 1].pos_ in _NOUNS:
        return doc[place + 1] if doc[place + 1].dep_ not in {"compound", "nmod"} else None
    if place < len(doc) and doc[place].lower_ in {"of", "in"}:
        for child in doc[place].children:
            named = child.pos_ in {"NOUN", "PROPN", "PRON"} or child.lower_ in _HARMED
            if child.dep_ == "pobj" and named:
                if doc[place].lower_ == "in" and (
                    child.ent_type_ or child.pos_ != "NOUN" or any(c.dep_ in {"det", "poss"} for c in child.children)
                ):
                    return None
                return child
    return None


_FILLING = frozenset(
    "up to at about around more than nearly some over roughly almost approximately an estimated $ £ € a".split()
)


def _valued_noun(tokens: TokenSpan) -> Token | None:
    """The noun in "a car valued at $900", "a credit worth up to $3 million"."""
    doc, place = tokens.doc, tokens.start - 1
    while place > 0 and doc[place].lower_ in _FILLING:
        place -= 1
    if place < 1 or doc[place].lemma_.lower() not in _VALUED or doc[place].tag_ in {"VBD", "VBZ", "VBP", "VB", "MD"}:
        return None
    place -= 1
    if doc[place].text == "," and place:
        place -= 1
    return doc[place] if doc[place].pos_ in _NOUNS and doc[place].ent_type_ != "PERSON" else None


def _sized(tokens: TokenSpan) -> Token | None:
    """The noun in "a gash four metres long", "a village 5 km from the coast": it stands right before the measure."""
    doc, before = tokens.doc, tokens.start - 1
    while before > 0 and doc[before].lower_ in _FILLING:
        before -= 1
    if before < 0 or tokens.end >= len(doc) or doc[tokens.end].lower_ not in _SIZES | _PLACED | {"("}:
        return None
    near = before == tokens.start - 1 or doc[tokens.end].lower_ in _PLACED
    return doc[before] if near and doc[before].pos_ == "NOUN" and doc[before].dep_ != "npadvmod" else None


def _modified(tokens: TokenSpan) -> Token | None:
    """The noun that the amount stands before: "a $5 fee"."""
    root = tokens.root
    while root.dep_ in MODIFIERS and root.head.i >= tokens.end and root.head.pos_ in _NOUNS:
        root = root.head
        if root.dep_ not in {"compound", "nmod", "nummod"}:
            return None if _DIRECTION.fullmatch(root.lower_) else root
    return root if root.i >= tokens.end and root.pos_ in _NOUNS and not _DIRECTION.fullmatch(root.lower_) else None


def _following(tokens: TokenSpan) -> Token | None:
    """Where the parse gives no head: the noun right behind, over adjectives alone ("a 25 percent punitive tariff")."""
    doc, place = tokens.doc, tokens.end
    while place < len(doc) and doc[place].tag_ in {"JJ", "VBN"} and place - tokens.end < 3:
        place += 1
    if place == tokens.end or place >= len(doc) or doc[place].tag_ not in {"NN", "NNS"} or doc[place].ent_type_:
        return None
    return doc[place] if place + 1 == len(doc) or doc[place + 1].pos_ not in _NOUNS else None


_DIRECTION = re.compile(r"(?:north|south|east|west|-)+(?:ward|wards|bound)?|inland|offshore|downstream|upstream")


def governor(word: Token) -> Token | None:
    """Up the tree: the noun before the preposition ("a fine of"), else the object or subject of the verb ("sales rose")."""
    for _ in range(5):
        head = word.head
        if head.i == word.i:
            return None
        if head.pos_ in _NOUNS and word.dep_ in {"prep", "appos", "acl"} and head.i < word.i:
            if head.ent_type_ == "PERSON" or (word.dep_ == "appos" and _listed(word)):
                return None
            return head if head.lemma_.lower() not in _SUMS else governor(head)
        if head.pos_ in {"VERB", "AUX"}:
            return _of_verb(head, word)
        word = head
    return None


def _listed(amount: Token) -> bool:
    """Whether an amount set beside a noun is rather the next of a list: "$2 from fines, $3 from fees"."""
    return any(child.dep_ == "prep" and child.lower_ in {"from", "at", "on", "for"} for child in amount.children)


def _of_verb(verb: Token, amount: Token) -> Token | None:
    """What a verb's amount measures: the object that it sets ("cut the tax to 5 percent"), else a subject that has it."""
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.pos_ in _NOUNS and child.i < amount.i]
    if amount.dep_ == "prep" and amount.lower_ == "for" and objects:
        return objects[0] if verb.lemma_.lower() in _DEALING else None  # "sued the yard for $3 million"
    if amount.dep_ == "prep" and amount.lower_ in {"to", "at", "from", "by"}:
        for child in objects:
            if not any(below.dep_ == "nummod" for below in child.children):  # "lost 40 points to 2,600"
                return child
    subject = _subject(verb)
    if subject is None or subject.i == amount.i or subject.ent_type_ == "PERSON":
        return None
    if verb.lemma_.lower() == "include" and verb.dep_ == "relcl":
        return None  # "funding for the pier, which includes $2 million": of what is not sure
    gives = amount.dep_ in {"dobj", "prep", "oprd"} and verb.lemma_.lower() not in _MEASURING
    money = any(token.text in _SIGNS or token.lower_ in {"dollars", "pounds", "euros"} for token in amount.subtree)
    return None if gives and money and amount.dep_ != "prep" else subject


_SIGNS = frozenset("$ £ € ¥ ₹".split())


def _subject(verb: Token) -> Token | None:
    """The subject; of "brings the toll to 45" the toll; of a relative clause the noun it belongs to."""
    for child in verb.children:
        if child.dep_ == "dobj" and (child.lemma_.lower() in TOTALS or _sets(verb)) and child.pos_ in _NOUNS:
            return child
    for child in verb.children:
        if child.dep_ in SUBJECTS and (child.pos_ in _NOUNS or (child.tag_ == "VBG" and child.dep_ == "nsubj")):
            return child
        if child.dep_ in SUBJECTS and child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            return verb.head
    if any(child.dep_ in SUBJECTS and child.lower_ not in {"it", "they", "that", "which"} for child in verb.children):
        return None
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    return verb.head if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" else None


def subject(verb: Token) -> Token | None:
    """The noun that a verb is told of."""
    return _subject(verb)


def _sets(verb: Token) -> bool:
    """As in "puts the bill at": the object is what the figure measures."""
    return verb.lemma_.lower() in _VALUING and any(
        child.dep_ == "prep" and child.lower_ == "at" for child in verb.children
    )


def _among(tokens: TokenSpan) -> Token | None:
    """The noun in "Among the guests, 12 percent said": the percentage is one of them."""
    if tokens[-1].lower_ not in {"%", "percent", "cent"}:
        return None
    first = tokens.start
    while first and not tokens.doc[first].is_sent_start:
        first -= 1
    if tokens.doc[first].lower_ != "among":
        return None
    return next((child for child in tokens.doc[first].children if child.dep_ == "pobj" and child.pos_ in _NOUNS), None)
