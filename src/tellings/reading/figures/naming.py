"""Numbers that count nothing, by the parse: parts of a name, "one of them", "the two", the hour in "called at three"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from tellings.reading.figures.quantity import Quantity
from tellings.reading.moments import words

_STANDING = frozenset(
    "stand stay remain put set estimate value price hover hold cap level stop peak start open close end leave be keep".split()
)
"""Verbs after which "at three" is a level."""


def is_hour(doc: Doc, quantity: Quantity) -> bool:
    """The hour in "called at three", where nothing is counted and no level is told."""
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    if tokens is None or quantity.bound != "exact" or quantity.low is not None or quantity.value not in range(1, 13):
        return False
    at = doc[tokens.start - 1] if tokens.start else None
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if at is None or at.lower_ != "at" or tokens.root.dep_ != "pobj":
        return False
    counts = after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"}
    return not counts and (after is None or after.lower_ != "of") and at.head.lemma_.lower() not in _STANDING


def in_name(doc: Doc, quantity: Quantity) -> str | None:
    """The number in "Kestrel 747", "Kestrel 14 Plus", "one of the best": by the parse and the capitals beside it."""
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    if tokens is None:
        return None
    if tokens.text.lower() == "one" and _pronoun(tokens[-1]):
        return "one as pronoun"
    if quantity.form == "words" and _stands_for(tokens):
        return "a number as pronoun"
    if quantity.bound != "exact" or quantity.low is not None or tokens[0].i == 0:
        return None
    before, word = doc[tokens[0].i - 1], tokens[-1]
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    if after is not None and after.lower_ == "index" and quantity.form == "digits":
        return "part of a name"
    digits = quantity.form == "digits" and _named_by(before, tokens[0], word, after)
    titled = quantity.form == "words" and _titled(before, word, after)
    return "part of a name" if digits or titled or _one_entity(word, before, after) else None


def _named_by(before: Token, first: Token, last: Token, after: Token | None) -> bool:
    """Whether a capitalised word right before the digits takes them into its name; not where a plural follows."""
    counts = after is not None and after.tag_ == "NNS" and last.whitespace_ == " "
    return not counts and before.i + 1 == first.i and _is_name(before)


def _titled(before: Token, word: Token, after: Token | None) -> bool:
    """Whether a number in words has a capital within a sentence and stands beside a name, as in "the Big Seven"."""
    if not word.text[0].isupper() or word.is_sent_start or set_in_capitals(word):
        return False
    return (after is not None and after.pos_ == "PROPN") or (before.pos_ == "PROPN" and before.text[0].isupper())


_THE = frozenset("the these those both".split())


def _stands_for(tokens: Span) -> bool:
    """As in "the two met", "the nine": those told of before, who are not counted here."""
    first, last = tokens[0], tokens[-1]
    before = first.doc[first.i - 1] if first.i else None
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if before is None or before.lower_ not in _THE or len(tokens) > 1:
        return False
    return last.dep_ != "nummod" and (
        after is None or (after.lower_ not in _TELLS_WHICH and after.pos_ in _NOT_COUNTED)
    )


_TELLS_WHICH = frozenset("of who that which where whose".split())
_NOT_COUNTED = frozenset({"VERB", "AUX", "PUNCT", "ADP", "CCONJ", "ADV", "SCONJ", "PART"})

_PRODUCTS = frozenset({"PRODUCT", "LAW", "WORK_OF_ART", "FAC"})


def _one_entity(word: Token, before: Token, after: Token | None) -> bool:
    return word.ent_type_ in _PRODUCTS and word.ent_type_ in {
        before.ent_type_,
        after.ent_type_ if after is not None else "",
    }


_NO_NAMES = frozenset({"VERB", "AUX", "ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV", "PUNCT"})


_CALENDAR = frozenset([*words.MONTHS, *words.WEEKDAYS])


def _is_name(word: Token) -> bool:
    """Whether a word with a capital is a name: not where the whole line is set in capitals."""
    if word.lower_.rstrip(".") in _CALENDAR or word.pos_ in _NO_NAMES:
        return False
    capital = any(letter.isupper() for letter in word.text) and (word.pos_ == "PROPN" or not word.is_sent_start)
    return capital and not set_in_capitals(word)


def set_in_capitals(word: Token) -> bool:
    """Whether most long words of the sentence begin with a capital, as in a headline."""
    long = [token.text for token in word.sent if token.is_alpha and len(token) > 3]
    return len(long) > 2 and sum(text[0].isupper() for text in long) > 0.7 * len(long)


_VAGUE_HEADS = frozenset(
    "mind accord voice breath day way thing time point side hand end example moment reason another night morning week case sense kind part more step year month evening afternoon".split()
)
_SPEAKING = frozenset(
    "say tell add note ask claim argue write recall explain insist warn suggest call describe admit joke".split()
)


def _pronoun(word: Token) -> bool:
    """Whether "one" counts nothing: "one of them", "no one", "one day", "the one who", "one official said"."""
    head = word.head
    if word.dep_ != "nummod" or head.i <= word.i or head.pos_ not in {"NOUN", "PROPN"}:
        return True
    if head.lemma_.lower() in _VAGUE_HEADS:
        return True
    return head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING
