"""What a number counts or measures, by the parse: the noun phrase, its head, and the doing that befell it.

"212 people have been murdered" counts people, and what was done to them is to
murder; "violent crime rose 5 percent" measures violent crime. Of several
numbers in a row, one that prints no noun counts what the one before it did
(``carried``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tellings.reading.figures.befallen import doing_of
from tellings.reading.figures.governors import MODIFIERS, behind, measured
from tellings.reading.figures.levels import GATHERED, by_level, labelled
from tellings.reading.figures.nouns import no_thing, proper
from tellings.reading.figures.phrases import phrase, whole
from tellings.reading.figures.quantity import Quantity
from tellings.reading.figures.verbs import subject
from tellings.reading.language import text_of

_SETS = frozenset("number total count amount report instance incident".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase (none where only a doing is told), the lemma of its head and the doing."""

    phrase: TokenSpan | None
    head: str | None
    doing: str | None


def counted(doc: Doc, quantity: Quantity, others: Sequence[Quantity] = ()) -> Counted:
    """What a quantity of a paragraph counts or measures; never a word of the ``others``."""
    tokens = doc.char_span(quantity.number, max(quantity.end, quantity.number_end), alignment_mode="expand")
    if tokens is None:
        return Counted(None, None, None)
    hyphened = _hyphened(doc, quantity) or _attributive(tokens, quantity)
    if hyphened is not None:
        return Counted(hyphened, hyphened.root.lemma_.lower(), None)
    noun = _READERS.get(quantity.sort, measured)(tokens)
    if noun is not None and (noun.pos_ in {"PRON", "AUX"} or noun.like_num or _of_number(noun, (quantity, *others))):
        noun = None
    if noun is not None and no_thing(noun, quantity):
        noun = None
    if noun is not None and noun.tag_ == "NNP" and noun.ent_type_ in {"PERSON", "DATE", "TIME"}:
        noun = None  # "Marr (32 percent)", "147,000 in May"
    if noun is None:
        return Counted(None, None, doing_of(tokens.root))
    noun = whole(proper(noun, tokens, several=_several(quantity, noun)))
    words = phrase(noun, tokens, [(other.start, other.end) for other in (quantity, *others)])
    thing = _of_total(noun)
    return Counted(words, _lemma(thing), doing_of(noun) or doing_of(thing))


def _several(quantity: Quantity, noun: Token) -> bool:
    """Whether a quantity is one of several things, so that a noun in the singular is but half of a pair."""
    if quantity.sort == "count":
        return quantity.value > 1
    return quantity.unit == "percent" and noun.tag_ == "NNP"  # "40 percent of GOP and independent voters"


def _of_number(noun: Token, quantities: Sequence[Quantity]) -> bool:
    return any(quantity.start <= noun.idx < quantity.end for quantity in quantities)


def _hyphened(doc: Doc, quantity: Quantity) -> TokenSpan | None:
    """The "seat" of "a 20-seat advantage": what is counted is in the compound."""
    end = quantity.number_end
    if quantity.sort != "count" or text_of(doc)[end : end + 1] != "-" or not text_of(doc)[end + 1 : end + 2].isalpha():
        return None
    tokens = doc.char_span(end + 1, end + 2, alignment_mode="expand")
    if tokens is None or not tokens.text.isalpha() or tokens[0].lower_ in _HYPHENED:
        return None
    return tokens


_HYPHENED = frozenset("strong plus odd fold for to and on by in".split())
"""What no number counts in "a 40-strong crew", "some 40-odd boats"."""


_MANY = frozenset("staff personnel aircraft cattle police crew people youth livestock".split())


def _attributive(tokens: TokenSpan, quantity: Quantity) -> TokenSpan | None:
    """The "page" of "the full 300 page report": the head is singular, so that the number counts the noun beside it."""
    doc, place = tokens.doc, tokens.end
    if (
        quantity.sort != "count"
        or quantity.value < 2
        or place + 1 >= len(doc)
        or quantity.number_end != doc[place - 1].idx + len(doc[place - 1])
    ):
        return None
    beside, head = doc[place], doc[place + 1]
    measure = beside.tag_ == "NN" and beside.dep_ in {"compound", "nmod"} and beside.head.i == head.i
    one = head.tag_ in {"NN", "NNP"} and head.lower_ not in _MANY and beside.lower_ not in _MANY
    return doc[place : place + 1] if measure and one and any(c.dep_ == "det" for c in head.children) else None


_SCALING = frozenset("as many much more the number of its their average usual normal".split())


def _multiplied(tokens: TokenSpan) -> Token | None:
    """As in "Three times as many murders", "twice the price", "sales doubled"."""
    root = tokens.root
    if root.pos_ == "VERB":
        objects = (child for child in root.children if child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"})
        return next(objects, None) or subject(root)
    doc = tokens.doc
    ends = tokens.end == len(doc) or doc[tokens.end].pos_ in {"PUNCT", "ADP", "SCONJ", "CCONJ"}
    if root.dep_ == "npadvmod" and root.head.pos_ == "VERB" and ends and doc[tokens.end - 1].lower_ == "times":
        return subject(root.head)  # "viewed 4 million times"
    for place in range(tokens.end, min(tokens.end + 5, len(doc))):
        if doc[place].pos_ in {"NOUN", "PROPN"} and doc[place].dep_ not in {"compound", "nmod"}:
            return doc[place]
        if doc[place].lower_ not in _SCALING and doc[place].pos_ != "ADJ":
            return None
    return None


_LEMMAS = {"taxes": "tax"}
"""What the model's own table gets wrong."""


def _lemma(noun: Token) -> str:
    """The lemma, with the part before a hyphen."""
    doc, first = noun.doc, noun.i
    while (
        first >= 2
        and doc[first - 1].text == "-"
        and not doc[first - 2].whitespace_
        and not doc[first - 1].whitespace_
        and doc[first - 2].is_alpha
    ):
        first -= 2
    lemma = noun.lower_ if noun.tag_ in {"VBG", "VBN", "VBD"} else _LEMMAS.get(noun.lower_, noun.lemma_)
    return f"{doc[first : noun.i].text}{lemma}".lower()


def _things(tokens: TokenSpan) -> Token | None:
    """The noun that is counted: what the number modifies, or stands in "of" after it."""
    of = behind(tokens)
    if of is not None:
        return of
    if (noun := _gathered(tokens.root) or _who_were(tokens.root)) is not None:
        return noun
    last = tokens[-1]
    for word in (last, tokens.root):
        head = word
        while head.dep_ in MODIFIERS and head.head.i > head.i and head.head.i - last.i <= 7:
            head = head.head
            if head.pos_ in {"NOUN", "PROPN"} and (
                head.dep_ not in {"compound", "nmod", "nummod"} or _dashed_off(head)
            ):
                return None if _names_time(head) else head
        if head.i != word.i and head.pos_ in {"NOUN", "PROPN"}:
            return head
    return _next_noun(last) or by_level(tokens) or labelled(tokens) or _amounting(tokens.root)


def _dashed_off(noun: Token) -> bool:
    """Whether a dash with spaces around it ends the noun's phrase: "12 pilots - video"."""
    doc = noun.doc
    return noun.i + 1 < len(doc) and doc[noun.i + 1].text in {"-", "--"} and bool(noun.whitespace_)


def _gathered(root: Token) -> Token | None:
    """The crowd of "a crowd of 300"."""
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    return root.head.head if of and root.head.head.lemma_.lower() in GATHERED else None


_MADE_UP = frozenset("average sum worth wealth price cost value income".split())
"""Nouns that only say how a number was made up, or of which a number without a unit has lost its sign of money."""


def _amounting(root: Token) -> Token | None:
    """The gain of "a gain of 400"."""
    of = root.head if root.dep_ == "pobj" and root.head.lower_ == "of" else None
    if of is None or of.head.i != of.i - 1 or of.head.pos_ != "NOUN":
        return None
    return None if of.head.lemma_.lower() in _SETS | _MADE_UP else of.head


def _who_were(root: Token) -> Token | None:
    """The women of "Of those, 40 were women"."""
    if root.dep_ != "nsubj" or root.head.lemma_ != "be":
        return None
    return next((child for child in root.head.children if child.dep_ == "attr" and child.tag_ == "NNS"), None)


def _names_time(noun: Token) -> bool:
    """Whether a noun behind a number says when: "2.1 last year", "at 22,400 Friday"."""
    if noun.tag_ == "NNP" and noun.ent_type_ in {"DATE", "TIME"}:
        return True
    return noun.ent_type_ in {"DATE", "TIME"} and any(child.lower_ in {"last", "this", "next"} for child in noun.lefts)


_QUALIFYING = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "HYPH", "CC"})


def _next_noun(last: Token) -> Token | None:
    """Where the parse gives no head: the noun that follows, over adjectives and participles alone."""
    doc, place = last.doc, last.i + 1
    if place < len(doc) and (doc[place].tag_ == "CC" or (doc[place].pos_ == "VERB" and last.head.i == place)):
        return None  # "a gain of 400 and the harbour", "two suffered burns"
    while place < len(doc) and doc[place].tag_ in _QUALIFYING and place - last.i <= 5:
        ends = place + 1 == len(doc) or doc[place + 1].pos_ not in {"NOUN", "PROPN"}
        if doc[place].pos_ in {"NOUN", "PROPN"} and ends:
            return None if _names_time(doc[place]) else doc[place]
        place += 1
    return doc[place] if place < len(doc) and doc[place].tag_ in {"NNS", "NNPS"} else None


def _of_total(noun: Token) -> Token:
    """As in "The number of arrests" counts arrests; "the death toll" stays."""
    if noun.lemma_.lower() in _SETS and noun.lower_ != "counts":  # "12 counts of fraud"
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((grand for grand in child.children if grand.dep_ == "pobj"), noun)
    return noun


_READERS: dict[str, Callable[[TokenSpan], Token | None]] = {"count": _things, "times": _multiplied}
