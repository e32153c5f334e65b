"""Mentions: the words that name or refer to people, bodies and places.

Names come from the language model's entities, mended by what the whole
article tells: a surname that once stood in a full person's name is that
person's everywhere. Descriptions ("the mayor", "a spokesman for the union")
come from noun phrases whose head is in the lexicon; pronouns from a closed list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tellings.reading.document import Document
from tellings.reading.lexicon import table, words
from tellings.reading.reader import Part
from tellings.values import EntityKind, Form, Mention, Reading

KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The model's labels that are kept, and the kind of entity each stands for."""

PRONOUNS = frozenset("he him his himself she her hers herself they them their theirs themselves who".split())

_TITLES = tuple(sorted({*table("titles"), *words("titles_plain")}, key=len, reverse=True))
_TITLE = re.compile(r"(?:" + "|".join(re.escape(title) for title in _TITLES) + r")(?=[\s\u00a0])\s*")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_TITLED_NAME = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(t) for t in _TITLES if t[0].isupper())
    + rf")\s+({_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,3}})"
)
_MASTHEADS = frozenset(
    "inc ltd plc corp llc gmbh ag news times post group gazette herald tribune journal chronicle observer telegraph courier echo mirror ledger "
    "examiner dispatch bulletin globe weekly daily magazine radio tv television network channel inquirer advertiser sentinel register".split()
)
"""Last words of a body's name that the model often takes for a surname."""
_DAYS = frozenset(
    {"Easter", "Christmas", "Ramadan", "Diwali", "Eid", "Hanukkah", "Thanksgiving", "Lent", "Passover", "Halloween"}
)
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME_WORD = re.compile(r"^[A-ZÀ-ÖØ-Þ]")


@dataclass(frozen=True, slots=True, order=True)
class _Name:
    """A name in one paragraph: offsets into the paragraph's text."""

    paragraph: int
    start: int
    end: int
    kind: EntityKind


def read(document: Document, _: Reading) -> dict[str, tuple[Mention, ...]]:
    """The mentions of an article, in the order of its text."""
    names = _names(document)
    found: dict[tuple[int, int], tuple[EntityKind, Form]] = {}
    for index, (paragraph, doc) in enumerate(zip(document.paragraphs, document.docs, strict=True)):
        own = [name for name in names if name.paragraph == index]
        for name in own:
            span = paragraph.span_of(name.start, name.end)
            found[span.start, span.end] = (name.kind, "name")
        for start, end, kind, form in (*_descriptions(doc, own), *_pronouns(doc)):
            span = paragraph.span_of(start, end)
            found.setdefault((span.start, span.end), (kind, form))
    return {"mentions": tuple(mention(*place, *what) for place, what in sorted(found.items()))}


def mention(start: int, end: int, kind: EntityKind, form: Form) -> Mention:
    """A mention from plain offsets."""
    from tellings.values import Span  # noqa: PLC0415  # keeps the name free for spaCy's span above

    return Mention(Span(start, end), kind, form)


def _names(document: Document) -> list[_Name]:
    names = [name for index, doc in enumerate(document.docs) for name in _entities(index, doc)]
    for index, paragraph in enumerate(document.paragraphs):
        names.extend(_titled(index, paragraph.plain, names))
        names.extend(_aged(index, document.docs[index], names))
    surnames = _surnames(names, document)
    names = [mended for name in names if (mended := _mend(name, document, surnames)) is not None]
    names = [_whole(name, document) for name in names]
    for index, paragraph in enumerate(document.paragraphs):
        names.extend(_missed(index, paragraph.plain, names, surnames))
    return sorted(set(names))


def _entities(index: int, doc: Doc) -> Iterator[_Name]:
    for ent in doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        start, end = _trim(doc.text, ent.start_char, ent.end_char, kind)
        if start < end and _NAME_WORD.match(doc.text[start:end]):
            yield _Name(index, start, end, kind)


def _trim(text: str, start: int, end: int, kind: EntityKind) -> tuple[int, int]:
    """An entity without its article, title, possessive ending and stray marks."""
    while start < end and text[start] in "\"'([ @#-":
        start += 1
    for prefix in ("the ", "The "):
        if text.startswith(prefix, start, end):
            start += len(prefix)
    if kind == "person":
        while (match := _TITLE.match(text, start, end)) is not None and match.end() < end:
            start = match.end()
        start = _at_first_name(text, _after_role(text, start, end), end)
        if (cut := re.search(r"\s(?:and|of|in|at|on|says?|said)\b|[,(:;\n|–]|\s-\s", text[start:end])) is not None:
            end = start + cut.start()
    while (
        start < end
        and text[end - 1] in "\"'.,;:!?)]- "
        and not re.search(r"(?:\b[A-Z]|Jr|Sr|Inc|Co|Corp|Ltd|Bros|St)\.$", text[start:end])
    ):
        end -= 1
    if (match := _POSSESSIVE.search(text, start, end)) is not None:
        end = match.start()
    return start, end


def _after_role(text: str, start: int, end: int) -> int:
    """Past words before a person's name that say what the person is ("Mayor", "Detective Inspector")."""
    pieces = text[start:end].split(" ")
    while len(pieces) > 2 and pieces[0].lower().rstrip(".") in words("people") | words("bodies"):
        start += len(pieces[0]) + 1
        pieces = pieces[1:]
    if (
        len(pieces) == 2
        and pieces[0].lower() in words("people")
        and pieces[0] not in {"King", "Dean", "Marshal", "Major"}
    ):
        start += len(pieces[0]) + 1
    return start


def _at_first_name(text: str, start: int, end: int) -> int:
    """Past capitalised words of an office that the model drew into a name of three words or more."""
    pieces = text[start:end].split(" ")
    known = words("names_he") | words("names_she")
    if len(pieces) < 3 or pieces[0].lower() in known or len(pieces[0].rstrip(".")) == 1:
        return start
    index = next((i for i, piece in enumerate(pieces[:-1]) if piece.lower() in known), 0)
    return start + sum(len(piece) + 1 for piece in pieces[:index])


def _titled(index: int, text: str, names: list[_Name]) -> Iterator[_Name]:
    """Names that the model missed behind a title ("Supt. Ora Quill")."""
    for match in _TITLED_NAME.finditer(text):
        start, end = match.span(1)
        end = start + len(_POSSESSIVE.sub("", text[start:end].rstrip(".,")))
        if end - start > 1 and not any(n.paragraph == index and n.start < end and start < n.end for n in names):
            yield _Name(index, start, end, "person")


_AGED = re.compile(rf"(?<![\w'’-])({_CAPITAL}(?: {_CAPITAL}){{0,3}})(?:,? who\b|, \d{{2}},)")


def _aged(index: int, doc: Doc, names: list[_Name]) -> Iterator[_Name]:
    """Names that the model missed, told by an age or "who" behind them ("Quill, 44, said")."""
    for match in _AGED.finditer(doc.text):
        start, end = match.span(1)
        span = doc.char_span(start, end)
        if (
            span is None
            or any(token.pos_ != "PROPN" for token in span)
            or any(n.paragraph == index and n.start < end and start < n.end for n in names)
        ):
            continue
        yield _Name(index, start, end, "person")


def _surnames(names: list[_Name], document: Document) -> dict[str, EntityKind]:
    """The last words of full names of persons, unless a place or body bears the very same word more often."""
    votes: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for name in names:
        text = document.paragraphs[name.paragraph].plain[name.start : name.end]
        if name.kind == "person" and (len(text.split()) > 1 or _titled_before(document, name)):
            votes[text.split()[-1]] += 1
            if len(text.split()) > 2:  # surnames of two words
                votes[" ".join(text.split()[-2:])] += 1
        elif name.kind == "place" or (name.kind != "person" and len(text.split()) > 1):
            others[text.split()[-1]] += 1
    return {surname: "person" for surname, count in votes.items() if count >= others[surname] and len(surname) > 2}


def _titled_before(document: Document, name: _Name) -> bool:
    text = document.paragraphs[name.paragraph].plain
    before = text[max(0, name.start - 24) : name.start]
    return any(before.endswith(f"{title} ") for title in _TITLES)


def _mend(name: _Name, document: Document, surnames: dict[str, EntityKind]) -> _Name | None:
    """A name with its kind corrected by the whole article; none where it is an office and no name."""
    text = document.paragraphs[name.paragraph].plain
    own = text[name.start : name.end]
    if own.split()[-1].lower().rstrip(".") in words("offices") or own in _DAYS:
        return None
    if (
        name.kind != "person"
        and (own in surnames or _person_by_context(text, name))
        and not _body_follows(text, name.end)
    ):
        return _Name(name.paragraph, name.start, name.end, "person")
    if name.kind == "person" and _looks_like_body(own):
        return _Name(name.paragraph, name.start, name.end, "organisation")
    if name.kind == "person" and _headline_run(name, document):
        return None
    if name.kind != "person" and _first_name(own) and len(own.split()) in {2, 3} and not _looks_like_body(own):
        return _Name(name.paragraph, name.start, name.end, "person")
    return name


def _person_by_context(text: str, name: _Name) -> bool:
    """Whether the words around a name tell that it is a person's: an age or "who" behind it, an office before it."""
    if _looks_like_body(text[name.start : name.end]) or len(text[name.start : name.end].split()) > 3:
        return False
    if re.match(r",? who\b|, \d{2}[,.]| \(\d{2}\)", text[name.end : name.end + 8]):
        return True
    before = re.search(rf"({_CAPITAL})\s$", text[: name.start])
    return before is not None and before[1].lower().rstrip(".") in words("offices") | {
        title.lower().rstrip(".") for title in _TITLES
    }


def _headline_run(name: _Name, document: Document) -> bool:
    """Whether a "name" is a run of capitalised words of a headline that the body never prints."""
    paragraph = document.paragraphs[name.paragraph]
    own = paragraph.plain[name.start : name.end]
    if paragraph.block != "title" or len(own.split()) < 2:
        return False
    return not any(own in other.plain for other in document.paragraphs if other.block != "title")


def _whole(name: _Name, document: Document) -> _Name:
    """A person's surname with the first names that the model left outside."""
    if name.kind != "person":
        return name
    doc = document.docs[name.paragraph]
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or len(span.text.split()) > 1:
        return name
    first = span.start
    while first > 0 and _first_name_token(doc[first - 1], doc, span.start):
        first -= 1
    return _Name(name.paragraph, doc[first].idx, name.end, "person")


def _first_name_token(token: Token, doc: Doc, limit: int) -> bool:
    """Whether a token right before a surname is a first name: capitalised, no office, no place, no sentence's first word alone."""
    text = token.text
    if token.pos_ != "PROPN" or not _NAME_WORD.match(text) or token.whitespace_ == "" or limit - token.i > 2:
        return False
    if (
        text.lower().rstrip(".") in words("people") | words("bodies")
        or text in table("titles")
        or text in words("titles_plain")
    ):
        return False
    return token.ent_type_ in {"", "PERSON"} or (
        token.ent_type_ in {"GPE", "ORG"} and doc[token.i + 1].ent_type_ == token.ent_type_ and text.isalpha()
    )


def _looks_like_body(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1].lower().rstrip(".")
    if name.split(maxsplit=1)[0].lower() in words("names_he") | words("names_she"):
        return False
    return (len(name.split()) > 1 and last in words("bodies") | _MASTHEADS) or any(c.isdigit() for c in name)


def _first_name(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in words("names_he") | words("names_she")


def _body_follows(text: str, end: int) -> bool:
    """Whether the word after a name makes a body of it ("the Doe administration")."""
    match = re.match(r"\s+([a-zA-Z-]+)", text[end:])
    return match is not None and match[1].lower() in words("bodies")


def _missed(index: int, text: str, names: list[_Name], surnames: dict[str, EntityKind]) -> Iterator[_Name]:
    for surname, kind in surnames.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
            if any(n.paragraph == index and n.start < match.end() and match.start() < n.end for n in names):
                continue
            if not _body_follows(text, match.end()):
                yield _Name(index, match.start(), match.end(), kind)


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
    """The lemma in lower case."""
    return str(token.lemma_).lower()


def _descriptions(doc: Doc, names: list[_Name]) -> Iterator[tuple[int, int, EntityKind, Form]]:
    for chunk in doc.noun_chunks:
        kind = head_kind(lemma_of(chunk.root), plural=chunk.root.tag_ in {"NNS", "NNPS"})
        if kind is None or chunk.root.pos_ not in {"NOUN", "PROPN"}:
            continue
        start, end = chunk.start_char, chunk.end_char
        if any(
            name.start < end and start < name.end and name.end >= chunk.root.idx + len(chunk.root) for name in names
        ):
            continue  # the head is part of a name
        if _is_predicate(chunk):
            continue
        yield start, end, kind, "description"


def _is_predicate(chunk: TokenSpan) -> bool:
    """Whether a phrase says what somebody is ("is a teacher", ", a teacher,") and so is no mention of its own."""
    return chunk.root.dep_ in {"attr", "appos"}


def _pronouns(doc: Doc) -> Iterator[tuple[int, int, EntityKind, Form]]:
    for token in doc:
        lower = token.lower_
        if lower in PRONOUNS:
            plural = lower.startswith("the")
            yield token.idx, token.idx + len(token), "group" if plural else "person", "pronoun"


PART = Part("mentions.spacy.v1", read, gives=("mentions",))
