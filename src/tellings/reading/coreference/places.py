"""Where each mention stands: its sentence, its grammar, and whether it is inside quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tellings.reading.attribution import marks
from tellings.reading.document import Document
from tellings.reading.paragraphs import paragraph_at
from tellings.values import Mention, Reading

_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(frozen=True, slots=True)
class Place:
    """One mention in the parse. ``sentence`` counts through the article; ``root`` is its head token."""

    position: int
    mention: Mention
    text: str
    paragraph: int
    sentence: int
    root: Token
    first: Token
    quoted: bool

    @property
    def subject(self) -> bool:
        """Whether the mention is what its clause is about."""
        token = self._head
        return token.dep_ in _SUBJECT or (token.dep_ == "pobj" and token.head.dep_ == "agent")

    @property
    def agent(self) -> bool:
        """Whether something is done by the mention: what it is done to is what the clause is about."""
        return self._head.dep_ == "agent" or (self._head.dep_ == "pobj" and self._head.head.dep_ == "agent")

    @property
    def leads(self) -> bool:
        """Whether the mention is what its sentence's main clause is about."""
        return self.subject and self._head.head.dep_ == "ROOT"

    @property
    def _head(self) -> Token:
        """The first noun of those that a mention is joined to ("Lee and | Feld")."""
        token = self.root
        while token.dep_ in {"conj", "appos"} and token.head is not token:
            token = token.head
        return token

    @property
    def verb(self) -> Token | None:
        """The verb whose subject rules over the mention: "to see her" belongs to who is to see."""
        verb = next((a for a in self.root.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        while (
            verb is not None
            and verb.dep_ in {"xcomp", "ccomp", "advcl", "acl", "conj"}
            and not any(c.dep_ in _SUBJECT or c.dep_ == "expl" for c in verb.children)
        ):
            above = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
            if above is None:
                break
            verb = above
        return verb


def places(document: Document, reading: Reading) -> tuple[Place, ...]:
    """The places of all mentions, in the order of the text."""
    quoted = marks.find_all([paragraph.text for paragraph in document.paragraphs])
    sentence_of = _sentence_numbers(document)
    found: list[Place] = []
    for position, mention in enumerate(reading.mentions):
        paragraph = paragraph_at(document.paragraphs, mention.span.start)
        if paragraph is None:
            continue
        start, end = paragraph.offset(mention.span.start), paragraph.offset(mention.span.end - 1) + 1
        span = document.docs[paragraph.number].char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        inside = any(m.inner_start <= start < m.inner_end for m in quoted[paragraph.number])
        sentence = sentence_of[paragraph.number, span.start]
        found.append(
            Place(
                position,
                mention,
                mention.span.of(document.article.text),
                paragraph.number,
                sentence,
                span.root,
                span[0],
                inside,
            )
        )
    return tuple(sorted(found, key=lambda place: (place.mention.span, place.position)))


def _sentence_numbers(document: Document) -> dict[tuple[int, int], int]:
    numbers: dict[tuple[int, int], int] = {}
    count = -1
    for index, doc in enumerate(document.docs):
        for token in doc:
            if token.is_sent_start or token.i == 0:
                count += 1
            numbers[index, token.i] = count
    return numbers
