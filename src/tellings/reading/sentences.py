"""Sentences: where the parse sees one end. A sentence never crosses a paragraph."""

from __future__ import annotations

from tellings.reading.document import Document
from tellings.reading.reader import Part
from tellings.values import Reading, Sentence


def read(document: Document, _: Reading) -> dict[str, tuple[Sentence, ...]]:
    """The sentences of every paragraph that is read."""
    return {
        "sentences": tuple(
            Sentence(document.span(paragraph, sent), paragraph.block, paragraph.number)
            for paragraph, doc in zip(document.paragraphs, document.docs, strict=True)
            for sent in doc.sents
            if sent.text.strip()
        )
    }


PART = Part("sentences.parse.v1", read, gives=("sentences",))
