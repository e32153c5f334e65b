"""Mentions: the words that name or refer to people, bodies and places.

Names come from ``names``; descriptions ("the mayor", "a spokesman for the
union") from noun phrases whose head is in the lexicon; pronouns from a closed list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from tellings.reading.document import Document
from tellings.reading.language import text_of
from tellings.reading.lexicon import words
from tellings.reading.name_evidence import Name
from tellings.reading.names import names
from tellings.reading.reader import Part
from tellings.values import EntityKind, Form, Mention, Reading

_ARTICLES = frozenset("a an the one".split())
_REST = re.compile(r"(?:-in-law|[ -]in[ -]chief|[ -]at[ -]large)\b")
PRONOUNS = frozenset("he him his himself she her hers herself they them their theirs themselves who".split())


def read(document: Document, _: Reading) -> dict[str, tuple[Mention, ...]]:
    """The mentions of an article, in the order of its text."""
    named = names(document)
    found: set[Mention] = set()
    for index, (paragraph, doc) in enumerate(zip(document.paragraphs, document.docs, strict=True)):
        own = [name for name in named if name.paragraph == index]
        found.update(Mention(paragraph.span_of(name.start, name.end), name.kind, "name") for name in own)
        taken = {mention.span for mention in found}
        for start, end, kind, form in (*_descriptions(doc, own), *_pronouns(doc)):
            span = paragraph.span_of(start, end)
            if span not in taken:
                found.add(Mention(span, kind, form))
    return {"mentions": tuple(sorted(found, key=lambda mention: mention.span))}


def head_kind(lemma: str, *, plural: bool) -> EntityKind | None:
    """The kind of entity that a noun describes, by the lexicon."""
    if lemma in words("people"):
        return "group" if plural else "person"
    if lemma in words("groups"):
        return "group"
    if lemma in words("bodies"):
        return "organisation"
    if lemma in words("documents"):
        return "document"
    return None


def lemma_of(token: Token) -> str:
    """The lemma in lower case, with what a hyphen joins to it where that is a word of the lexicon ("op-ed")."""
    lemma = str(token.lemma_).lower()
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return lemma
    joined = f"{token.nbor(-2).lower_}-{lemma}"
    return joined if head_kind(joined, plural=False) is not None else lemma


def _descriptions(doc: Doc, own: list[Name]) -> Iterator[tuple[int, int, EntityKind, Form]]:
    for chunk in doc.noun_chunks:
        root = chunk.root
        kind = head_kind(lemma_of(root), plural=root.tag_ in {"NNS", "NNPS"})
        if kind is None or root.pos_ not in {"NOUN", "PROPN"} or chunk[0].lower_ in {"no", "any", "every", "each"}:
            continue
        first = _first(chunk)
        if first is None:
            continue
        start, end = first.idx, _with_rest(doc, root, chunk.end_char)
        text = text_of(doc)[start:end]
        start += len(text) - len(text.lstrip("\"'`” "))  # a closing mark that the parse drew in
        if any(name.start < end and start < name.end and name.end >= root.idx + len(root) for name in own):
            continue  # the head is part of a name
        if root.dep_ in {"attr", "appos"}:
            continue  # it says what somebody is, and is no mention of its own
        yield start, end, kind, "description"


def _first(chunk: Span) -> Token | None:
    """Where a noun phrase begins: behind "even", and with the second article of two that the parse took for one; none over a dash."""
    if any(token.tag_ == ":" for token in chunk):
        return None
    first = chunk[1] if chunk[0].lower_ == "even" and len(chunk) > 1 else chunk[0]
    again = (t for t in chunk[1:] if t.lower_ in _ARTICLES and t.nbor(-1).pos_ == "NOUN" and t.i < chunk.root.i)
    return next(again, first)


def _with_rest(doc: Doc, root: Token, end: int) -> int:
    """Where a description ends whose noun goes on behind a hyphen or "in": "brother-in-law", "commander in chief"."""
    match = _REST.match(text_of(doc), end)
    return match.end() if match is not None and root.idx + len(root) == end else end


def _pronouns(doc: Doc) -> Iterator[tuple[int, int, EntityKind, Form]]:
    for token in doc:
        if token.lower_ in PRONOUNS:
            plural = token.lower_.startswith("the")
            yield token.idx, token.idx + len(token), "group" if plural else "person", "pronoun"


PART = Part("mentions.spacy.v1", read, gives=("mentions",))
