"""What a number counts or measures, by the parse: the noun phrase, its head, and the doing that befell it.

"212 people have been murdered" counts people, and what was done to them is to
murder; "violent crime rose 5 percent" measures violent crime.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tellings.reading.figures.befallen import SUBJECTS, doing_of
from tellings.reading.figures.quantity import Quantity

_MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "poss", "dep"})
_SETS = frozenset("number total count amount report instance incident".split())
_VALUING = frozenset("put set value estimate price fix cap".split())
_TOTALS = frozenset("number toll total count tally figure rate level share price cost value amount sum average".split())


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
    hyphened = _hyphened(doc, quantity)
    if hyphened is not None:
        return Counted(hyphened, hyphened.root.lemma_.lower(), None)
    noun = _READERS.get(quantity.sort, _measured)(tokens)
    if noun is not None and any(other.start <= noun.idx < other.end for other in (quantity, *others)):
        noun = None
    if noun is None:
        return Counted(None, None, doing_of(tokens.root))
    noun = _whole(noun)
    phrase = _phrase(noun, tokens, [(other.start, other.end) for other in (quantity, *others)])
    thing = _of_total(noun)
    return Counted(phrase, _lemma(thing), doing_of(noun) or doing_of(thing))


def _hyphened(doc: Doc, quantity: Quantity) -> TokenSpan | None:
    """The "seat" of "a 20-seat advantage": what is counted is in the compound."""
    end = quantity.number_end
    if quantity.sort != "count" or doc.text[end : end + 1] != "-" or not doc.text[end + 1 : end + 2].isalpha():
        return None
    tokens = doc.char_span(end + 1, end + 2, alignment_mode="expand")
    return tokens if tokens is not None and tokens.text.isalpha() else None


def _multiplied(tokens: TokenSpan) -> Token | None:
    """As in "Three times as many murders", "twice the price", "sales doubled"."""
    root = tokens.root
    if root.pos_ == "VERB":
        return _subject(root)
    doc = tokens.doc
    for place in range(tokens.end, min(tokens.end + 5, len(doc))):
        if doc[place].pos_ in {"NOUN", "PROPN"} and doc[place].dep_ not in {"compound", "nmod"}:
            return doc[place]
        if (
            doc[place].lower_
            not in {"as", "many", "much", "more", "the", "number", "of", "its", "their", "average", "usual", "normal"}
            and doc[place].pos_ != "ADJ"
        ):
            return None
    return None


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
    return f"{doc[first : noun.i].text}{noun.lemma_}".lower()


def _things(tokens: TokenSpan) -> Token | None:
    """The noun that is counted: what the number modifies, or stands in "of" after it."""
    of = _of(tokens)
    if of is not None:
        return of
    last = tokens[-1]
    for word in (last, tokens.root):
        head = word
        while head.dep_ in _MODIFIERS and head.head.i > head.i and head.head.i - last.i <= 7:
            head = head.head
            if head.pos_ in {"NOUN", "PROPN"} and head.dep_ not in {"compound", "nmod", "nummod"}:
                return head
        if head.i != word.i and head.pos_ in {"NOUN", "PROPN"}:
            return head
    return _next_noun(last) or _measured_by_subject(tokens)


def _measured_by_subject(tokens: TokenSpan) -> Token | None:
    """As in "The death toll rose to 45", "the number of arrests stands at 20": the subject is what is counted."""
    root = tokens.root
    if root.dep_ in {"pobj", "attr", "dobj"} or (
        root.dep_ in {"nummod", "npadvmod", "prep"} and root.head.pos_ == "VERB"
    ):
        noun = _measured(tokens)
        if noun is not None and (noun.lemma_.lower() in _TOTALS or _under_total(noun)):
            return noun
    return None


def _under_total(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _TOTALS


def _next_noun(last: Token) -> Token | None:
    """Where the parse gives no head: the noun that follows, over adjectives and participles alone."""
    doc, place = last.doc, last.i + 1
    while (
        place < len(doc)
        and doc[place].tag_ in {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "HYPH", "CC"}
        and place - last.i <= 5
    ):
        if doc[place].pos_ in {"NOUN", "PROPN"} and (
            place + 1 == len(doc) or doc[place + 1].pos_ not in {"NOUN", "PROPN"}
        ):
            return doc[place]
        place += 1
    return doc[place] if place < len(doc) and doc[place].tag_ in {"NNS", "NNPS"} else None


def _of(tokens: TokenSpan) -> Token | None:
    """The noun in "of ..." (or "in aid", "worth of") right after the quantity."""
    doc, place = tokens.doc, tokens.end
    if place < len(doc) and doc[place].lower_ in {"of", "in"}:
        for child in doc[place].children:
            if child.dep_ == "pobj" and child.pos_ in {"NOUN", "PROPN", "PRON"}:
                if doc[place].lower_ == "in" and (
                    child.ent_type_ or child.pos_ != "NOUN" or any(c.dep_ in {"det", "poss"} for c in child.children)
                ):
                    return None
                return child
    return None


def _measured(tokens: TokenSpan) -> Token | None:
    """The noun that a percentage, a sum or a measure is told of."""
    of = _of(tokens)
    if of is not None:
        return of
    root = tokens.root
    if (sized := _sized(tokens)) is not None:
        return sized
    while root.dep_ in _MODIFIERS and root.head.i >= tokens.end and root.head.pos_ in {"NOUN", "PROPN"}:
        root = root.head
        if root.dep_ not in {"compound", "nmod", "nummod"}:
            return root
    if root.i >= tokens.end and root.pos_ in {"NOUN", "PROPN"}:
        return root
    return _governor(tokens.root)


_SIZES = frozenset("long wide deep high tall thick across away".split())


def _sized(tokens: TokenSpan) -> Token | None:
    """The noun in "a gash four metres long": it stands right before the measure."""
    doc, before = tokens.doc, tokens.start - 1
    if before < 0 or tokens.end >= len(doc) or doc[tokens.end].lower_ not in _SIZES:
        return None
    return doc[before] if doc[before].pos_ == "NOUN" else None


def _governor(word: Token) -> Token | None:
    """Up the tree: the noun before the preposition ("a fine of"), else the subject of the verb ("sales rose")."""
    for _ in range(5):
        head = word.head
        if head.i == word.i:
            return None
        if head.pos_ in {"NOUN", "PROPN"} and word.dep_ in {"prep", "appos", "acl"} and head.i < word.i:
            return head
        if head.pos_ in {"VERB", "AUX"}:
            return _subject(head)
        word = head
    return None


def _subject(verb: Token) -> Token | None:
    """The subject; of "brings the toll to 45" the toll; of a relative clause the noun it belongs to."""
    for child in verb.children:
        if (
            child.dep_ == "dobj"
            and (child.lemma_.lower() in _TOTALS or _valued(verb))
            and child.pos_ in {"NOUN", "PROPN"}
        ):
            return child
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.pos_ in {"NOUN", "PROPN"}:
            return child
        if child.dep_ in SUBJECTS and child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            return verb.head
    if any(child.dep_ in SUBJECTS and child.lower_ not in {"it", "they", "that", "which"} for child in verb.children):
        return None
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    return verb.head if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" else None


def _valued(verb: Token) -> bool:
    """As in "puts the bill at": the object is what the figure measures."""
    return verb.lemma_.lower() in _VALUING and any(
        child.dep_ == "prep" and child.lower_ == "at" for child in verb.children
    )


def _of_total(noun: Token) -> Token:
    """As in "The number of arrests" counts arrests; "the death toll" stays."""
    if noun.lemma_.lower() in _SETS:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((grand for grand in child.children if grand.dep_ == "pobj"), noun)
    return noun


_READERS: dict[str, Callable[[TokenSpan], Token | None]] = {"count": _things, "times": _multiplied}


def _whole(noun: Token) -> Token:
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


def _phrase(noun: Token, tokens: TokenSpan, taken: list[tuple[int, int]]) -> TokenSpan:
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
