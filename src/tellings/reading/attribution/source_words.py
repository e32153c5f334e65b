"""The words of a source that nobody had marked: what they name or describe, and where the name or description ends."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tellings.reading.lexicon import table
from tellings.reading.mentions import head_kind, lemma_of
from tellings.reading.name_words import plural_people
from tellings.reading.paragraphs import Paragraph
from tellings.values import EntityKind, Form, Mention, Span

_APPOSED = re.compile(r",| who\b| which\b| that\b| \(| [-–—] ")
_DASH = re.compile(r" [-–—] ")
_LEAST = 3  # tokens of a name that begins with a possessive
PARTED = frozenset("of for to with by from at in and or on against".split())
"""Words behind which a name is another's than the head's."""
_LONGEST = 4  # words of a name that nobody had marked


def nature(head: Token) -> tuple[EntityKind, Form]:
    """What kind of entity a source's head stands for, and whether it names, describes or points."""
    plural = head.tag_ in {"NNS", "NNPS"}
    if head.pos_ in {"PRON", "DET", "NUM", "ADJ"}:
        return ("group" if head.pos_ != "PRON" or plural else "other"), (
            "pronoun" if head.pos_ == "PRON" else "description"
        )
    kind = head_kind(lemma_of(head), plural=plural)
    if head.tag_ == "NNPS" and plural_people(head.text):
        return "group", "description"  # "Senators", which the model's lemma leaves as it is
    if head.ent_type_ == "NORP":  # "the Oss Republican", "Republicans": what they are, not what they are called
        return "group" if plural else "person", "description"
    if head.pos_ == "PROPN" and kind != "document" and head.text[:1].isalnum():
        return kind or ("person" if head.dep_ in {"nsubj", "appos"} else "other"), "name"
    return kind or ("group" if plural else "other"), "description"


def unmarked_name(paragraph: Paragraph, head: Token, source: Span) -> Span:
    """The words of a name that nobody had marked: the whole source where it is nothing but proper nouns."""
    start, end = paragraph.offset(source.start), paragraph.offset(source.end - 1) + 1
    whole = head.doc.char_span(start, end)
    if whole is not None and len(whole) <= _LONGEST and all(t.pos_ == "PROPN" and t.is_alpha for t in whole):
        return source
    behind = [t for t in head.doc if start <= t.idx <= head.idx]
    if len(behind) > _LEAST and all(t.pos_ == "PROPN" or t.tag_ == "POS" for t in behind):
        return paragraph.span_of(start, head.idx + len(head))  # "Norland's Bread Bakers"
    first = head
    while first.i > 0 and (left := first.nbor(-1)).pos_ == "PROPN" and left.head == head and left.text[:1].isalnum():
        first = left
    return paragraph.span_of(first.idx, head.idx + len(head))


def plain_words(paragraph: Paragraph, head: Token, source: Span) -> Span:
    """A description without the apposition or relative clause behind its noun."""
    start, end = paragraph.offset(source.start), paragraph.offset(source.end - 1) + 1
    dash = _DASH.search(paragraph.plain, start, head.idx)
    if dash is not None and dash.start() > start:
        return paragraph.span_of(start, dash.start())  # "Ten bakers — mostly members of the guild"
    behind = max(start, min(end, head.idx + len(head)))
    parted = _APPOSED.search(paragraph.plain, behind, end)
    return paragraph.span_of(start, parted.start()) if parted else source


def spoken(paragraph: Paragraph, head: Token, source: Span) -> Token:
    """The head of a source, or its subject where the parse took a label before it for a call ("SHARE The council")."""
    if head.dep_ != "intj":
        return head
    own = (t for t in head.doc if t.dep_ == "nsubj" and source.covers(paragraph.span_of(t.idx, t.idx + len(t))))
    return next(own, head)


def joined(noun: Token) -> Token:
    """The last of the names that are joined to a noun by "and"; the noun itself where there are none."""
    following = next((c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
    return noun if following is None else joined(following)


def may_title(word: str) -> bool:
    """Whether a word before a name may be a part of how the person is called: an office has capitals there."""
    return word[:1].isupper() or word in table("titles") or word.lower() in {"former", "then", "late"}


def names_body(word: str) -> bool:
    """Whether a word before "of" begins a body's name, and says nothing of a person ("Secretary of")."""
    return word[:1].isupper() and head_kind(word.lower(), plural=False) not in {"person", "group"}


def of_another(before: list[str]) -> bool:
    """Whether a name behind a comma may be the office's that a preposition brings in ("an aide to the minister, Jane Doe")."""
    if not before or not before[-1].endswith(",") or not PARTED & {word.lower() for word in before}:
        return False
    return head_kind(before[-1].strip(",").lower(), plural=False) == "person"


def ends_with(mention: Mention, place: Span) -> bool:
    """Whether a token is what a mention is about.

    Any word of a name; of a description only its ends, so that "the mayor's" does not speak for "the
    mayor's office".
    """
    return (
        mention.form != "description"
        or place.end >= mention.span.end
        or place.start == mention.span.start
        or mention.span.end - place.end < 30
    )
