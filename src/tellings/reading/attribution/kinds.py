"""What is attributed: speech, a belief, a plan or a finding, by the words that attribute it.

"She said it will rain", "she thinks it will rain", "she wants to leave", "the survey found
rain": all four are attributed, and only the first tells what somebody said. A reader who
asks for speech alone must be able to tell them apart. The cue's lemma decides, then what the
source is: data "suggest" a finding, a minister who suggests something speaks. Words that
stand in quotation marks were said or written, so a belief or a plan that is partly quoted is
speech; a finding stays one unless all of it is quoted.

``kind`` is a pure function of lemmas, for any reader of attributions; the part applies it to
the quotations of whatever reader came before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span as Words

from tellings.reading.document import Document
from tellings.reading.lexicon import words
from tellings.reading.paragraphs import paragraph_at
from tellings.reading.reader import Part
from tellings.values import EntityKind, Manner, Quotation, QuotationKind, Reading, Span

_HOLDERS: frozenset[EntityKind] = frozenset({"document", "other"})
"""Kinds of sources that cannot speak, so that what they suggest or indicate is a finding."""


def kind(
    cue: Iterable[str],
    *,
    source: EntityKind | None = None,
    head: str | None = None,
    manner: Manner = "indirect",
    infinitive: bool = False,
) -> QuotationKind:
    """What is attributed by a cue of these lemmas (lower case; the last that any list has decides).

    ``source`` is the kind of what is named as the source, ``head`` the lemma of its noun ("survey").
    ``infinitive``: the content is a "to ..." or a "...ing".
    """
    found = _of_cue(list(cue), infinitive=infinitive, silent=source in _HOLDERS)
    if manner == "direct":
        return "speech"
    if head is not None and head.lower() in words("studies"):
        return "finding"
    return "speech" if manner == "mixed" and found != "finding" else found


def _of_cue(lemmas: list[str], *, infinitive: bool, silent: bool) -> QuotationKind:
    for lemma in reversed([lemma.lower() for lemma in lemmas]):
        if infinitive and lemma in words("kind_aim"):
            return "plan"
        if lemma in words("kind_finding") or (silent and lemma in words("kind_shown")):
            return "finding"
        if lemma in words("kind_plan"):
            return "plan"
        if lemma in words("kind_belief"):
            return "belief"
        if lemma in words("cues_speech"):
            return "speech"
    return "speech"


def read(document: Document, reading: Reading) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of an article, each with its kind."""
    return {"quotations": tuple(replace(q, kind=_kind(document, reading, q)) for q in reading.quotations)}


def _kind(document: Document, reading: Reading, quotation: Quotation) -> QuotationKind:
    cue = [token.lemma_ for span in quotation.cue for token in _words(document, span) or ()]
    source = _words(document, quotation.source[0]) if quotation.source else None
    content = _words(document, quotation.content[0])
    speaker = None if quotation.speaker is None else reading.mentions[quotation.speaker].kind
    return kind(
        cue,
        source=_own(source) or speaker,
        head=source.root.lemma_ if source is not None else None,
        manner=quotation.manner,
        infinitive=content is not None and (content[0].lower_ == "to" or content[0].tag_ == "VBG"),
    )


def _own(source: Words | None) -> EntityKind | None:
    """A document as the source's own noun: its speaker may be who issued it."""
    return "document" if source is not None and source.root.lemma_.lower() in words("documents") else None


def _words(document: Document, span: Span) -> Words | None:
    paragraph = paragraph_at(document.paragraphs, span.start)
    if paragraph is None:
        return None
    start, end = paragraph.offset(span.start), paragraph.offset(span.end - 1) + 1
    return document.docs[paragraph.number].char_span(start, end, alignment_mode="expand")


PART = Part("kinds.rules.v1", read, gives=("quotations",), requires=("quotations", "mentions"))
