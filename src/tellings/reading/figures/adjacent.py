"""The noun that stands right before an amount: "wealth above $2 million", "a car valued at $900", "a gash four metres long".

Here the words between decide, whatever the parse hangs the amount on.
"""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tellings.reading.figures.verbs import subject

_NOUNS = frozenset({"NOUN", "PROPN"})
_VALUED = frozenset("worth value price cost total estimate number average".split())


_LIMITS = frozenset("above below between exceeding over under around".split())


def limited(tokens: TokenSpan) -> Token | None:
    """The noun right before "above", "between", "in excess of": "wealth above $2 million", whatever the parse hangs that on."""
    doc, place = tokens.doc, tokens.start - 1
    while place > 0 and doc[place].lower_ in _ROUGHLY:
        place -= 1
    last = [word.lower_ for word in doc[max(0, place - 2) : place + 1]]
    excess = place >= 3 and (last == ["in", "excess", "of"] or (last[0] == last[-1] == "as" and len(last) == 3))
    if last[-2:] == ["close", "to"] and place > 1 and doc[place - 2].tag_ in {"NN", "NNS"}:
        return doc[place - 2]  # "winds close to 150 mph"
    if place < 1 or not (excess or doc[place].lower_ in _LIMITS):
        return None
    noun = doc[place - 3 if excess else place - 1]
    if noun.tag_ not in {"NN", "NNS"} or noun.ent_type_ in {"DATE", "TIME", "PERSON"}:
        return None
    loose = not excess and doc[place].lower_ in {"over", "under"} and doc[place].head.i != noun.i
    return None if loose else noun


_ROUGHLY = frozenset("$ £ € ¥ ₹ about roughly some approximately".split())
_SIZES = frozenset("long wide deep high tall thick across away".split())
_PLACED = frozenset(
    "from inside away north south east west northeast northwest southeast southwest off above below".split()
)


_FILLING = frozenset(
    "up to at about around more than nearly some over roughly almost approximately an estimated $ £ € a".split()
)


def valued(tokens: TokenSpan) -> Token | None:
    """The noun in "a car valued at $900", "a credit worth up to $3 million"."""
    doc, place = tokens.doc, tokens.start - 1
    while place > 0 and doc[place].lower_ in _FILLING:
        place -= 1
    if place < 1 or doc[place].lemma_.lower() not in _VALUED or doc[place].tag_ in {"VBD", "VBZ", "VBP", "VB", "MD"}:
        return None
    place -= 1
    while place and (doc[place].text == "," or doc[place].tag_ == "RB"):
        place -= 1
    noun = doc[place]
    if noun.pos_ == "AUX":
        return subject(noun)  # "the lead is worth 7 points"
    while noun.ent_type_ == "GPE" and noun.dep_ in {"pobj", "appos", "npadvmod"} and noun.head.i < noun.i:
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head  # "a house in Osmere, valued at $2 million"
    return noun if noun.pos_ in _NOUNS and noun.ent_type_ != "PERSON" else None


def sized(tokens: TokenSpan) -> Token | None:
    """The noun in "a gash four metres long", "a village 5 km from the coast": it stands right before the measure."""
    doc, before = tokens.doc, tokens.start - 1
    while before > 0 and doc[before].lower_ in _FILLING:
        before -= 1
    if before < 0 or tokens.end >= len(doc) or doc[tokens.end].lower_ not in _SIZES | _PLACED | {"("}:
        return None
    if doc[before].text == "," and before and doc[tokens.end].lower_ in _SIZES:
        before -= 1  # "The wall, 12 feet high, fell"
    near = before == tokens.start - 1 or doc[tokens.end].lower_ in _SIZES | _PLACED
    return doc[before] if near and doc[before].pos_ == "NOUN" and doc[before].dep_ != "npadvmod" else None
