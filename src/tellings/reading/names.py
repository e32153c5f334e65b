"""Names: the language model's entities, mended by what the whole article tells.

The model reads a sentence at a time and takes a surname for a firm in one and
for a person in the next. An article says more: who has a title, an age or an
office, who once stood there with a first name, what stands behind "in". Each
name gets the kind that the article as a whole gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from tellings.reading.document import Document
from tellings.reading.lexicon import words
from tellings.reading.name_acronyms import by_initials
from tellings.reading.name_borders import (
    CAPITAL,
    NAME_WORD,
    POSSESSIVE,
    TITLES,
    trimmed,
    within_sentence,
)
from tellings.reading.name_evidence import Evidence, Name, taken
from tellings.reading.name_words import DAYS
from tellings.values import EntityKind

KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The model's labels that are kept, and the kind of entity each stands for."""

_TITLED = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(t) for t in TITLES if t[0].isupper())
    + rf")\s+({CAPITAL}(?:[ \u00a0]{CAPITAL}){{0,3}})"
)
_AGED = re.compile(
    rf"(?<![\w'’-])(?<!\bof )(?<!\bin )(?<!\bat )({CAPITAL}(?: {CAPITAL}){{0,3}})(?:,? who\b|, \d{{2}},)"
)
_OF = re.compile(
    rf"(?<!\w)(?:University|College|Bank|Ministry|Department|Court|Institute|School|Church|Diocese|Port|Office|Board|Chamber) of (?:the )?{CAPITAL}(?:(?: and| of)? {CAPITAL})*"
)


def names(document: Document) -> list[Name]:
    """The names of an article, in the order of its text; none lies in another."""
    texts = [paragraph.plain for paragraph in document.paragraphs]
    found = [name for index, doc in enumerate(document.docs) for name in _found(index, doc, texts[index])]
    evidence = Evidence(document, texts, found)
    mended = [name for item in found if (name := evidence.mended(item)) is not None]
    whole = [evidence.whole(name) for name in mended]
    for index, text in enumerate(texts):
        whole.extend(evidence.missed(index, text, whole))
    titles = frozenset(p.number for p in document.paragraphs if p.block == "title")
    joined = _joined(sorted(set(whole)), texts, titles)
    return _outermost(by_initials(joined, texts))


def _joined(found: list[Name], texts: Sequence[str], titles: frozenset[int]) -> list[Name]:
    """Two names of persons with one space between are one name that the model cut."""
    joined: list[Name] = []
    for name in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and name.paragraph not in titles  # every word of a headline may be capitalised
            and last.paragraph == name.paragraph
            and last.kind == name.kind == "person"
            and texts[name.paragraph][last.end : name.start] == " "
        ):
            joined[-1] = replace(last, end=name.end)
        else:
            joined.append(name)
    return joined


def _outermost(found: list[Name]) -> list[Name]:
    return [
        name
        for name in found
        if not any(
            o is not name
            and o.paragraph == name.paragraph
            and o.start <= name.start
            and name.end <= o.end
            and (o.end - o.start) > (name.end - name.start)
            for o in found
        )
    ]


def _found(index: int, doc: Doc, text: str) -> list[Name]:
    """What the model marks, then what it missed beside a title, an age or "University of"."""
    found = [
        Name(index, _whole_start(doc, m.start()), within_sentence(text, *m.span()), "organisation")
        for m in _OF.finditer(text)
    ]
    for ent in doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None or taken(found, index, ent.start_char, ent.end_char):
            continue
        start, end, kind = trimmed(text, ent.start_char, _before_verb(ent), kind)
        end = _with_ending(doc, end) if kind == "organisation" else end
        if start < end and NAME_WORD.match(text[start:end]):
            found.append(Name(index, start, end, kind))
    for match in _TITLED.finditer(text):
        start, end = match.span(1)
        end = start + len(POSSESSIVE.sub("", text[start:end].rstrip(".,")))
        if end - start > 1 and not taken(found, index, start, end):
            found.append(Name(index, start, end, "person"))
    for match in _AGED.finditer(text):
        span = doc.char_span(*match.span(1))
        if (
            span is not None
            and all(token.pos_ == "PROPN" for token in span)
            and not taken(found, index, *match.span(1))
        ):
            found.append(Name(index, *match.span(1), "person"))
    found.extend(name for name in _in_office(index, doc) if not taken(found, index, name.start, name.end))
    return found


def _before_verb(ent: Span) -> int:
    """Where an entity ends that the model drew over a finite verb ("Council Rejects Plan")."""
    finite = (t.idx for t in ent[1:] if t.pos_ == "VERB" and t.tag_ in {"VBZ", "VBD"} and t.dep_ == "ROOT")
    return next(finite, ent.end_char)


def _whole_start(doc: Doc, start: int) -> int:
    """Where a body's name begins that the model draws further to the left ("National | Institute of Health")."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    ent = next((e for e in doc.ents if e.label_ == "ORG" and e.start_char < start < e.end_char), None)
    if span is None or ent is None:
        return start
    words_of = [token for token in ent if token.idx < start and token.lower_ != "the"]
    return words_of[0].idx if words_of and all(t.text[:1].isupper() for t in words_of) else start


def _with_ending(doc: Doc, end: int) -> int:
    """The end of a firm's name that has an "'s" of its own: a verb follows it, and nothing that could be owned."""
    span = doc.char_span(end, end + 2)
    if span is None or not POSSESSIVE.fullmatch(span.text) or span.end >= len(doc):
        return end
    return end + 2 if doc[span.end].pos_ in {"VERB", "AUX"} and doc[span.end].tag_ != "VBN" else end


def _in_office(index: int, doc: Doc) -> Iterator[Name]:
    """Names behind an office that the model did not mark ("Mayor Ora Quill")."""
    for token in doc:
        if token.pos_ != "PROPN" or not token.text.istitle() or token.lower_ not in words("offices"):
            continue
        last = token.i
        while last + 1 < len(doc) and last - token.i < 3 and _may_be_named(doc[last + 1]):
            last += 1
        if last > token.i:
            yield Name(index, doc[token.i + 1].idx, doc[last].idx + len(doc[last]), "person")


def _may_be_named(token: Token) -> bool:
    """Whether a token may be part of a person's name: capitalised, of no other entity, and itself no office."""
    plain = token.lower_
    known = plain in words("people", "bodies") or token.text in TITLES or token.text in DAYS
    return (
        token.pos_ == "PROPN" and bool(NAME_WORD.match(token.text)) and token.ent_type_ in {"", "PERSON"} and not known
    )
