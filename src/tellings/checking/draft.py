"""The quotations of a draft: an article in the making, or a language model's answer.

Every stretch of words in quotation marks counts, and every block quotation of
Markdown (``> ...``), with the speaker that the draft names, where it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.linking.utterances.printings import printings_of
from tellings.linking.utterances.words import Wording
from tellings.reading.attribution import marks
from tellings.reading.paragraphs import paragraphs
from tellings.values import Article, Reading, Span

SHORTEST = 3
"""Words; fewer that nobody is named for are a term or a title."""

_BLOCK = re.compile(r"^[ \t]*>[ \t]?(?P<text>[^\n]*\w[^\n]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation of a draft and the name it is given to, if any."""

    wording: Wording
    speaker: str | None = None


def quoted(article: Article, reading: Reading | None = None) -> tuple[Quoted, ...]:
    """The quotations of a draft in the order of its text; without a reading, nobody is named as their speaker."""
    found = [*_read(reading)] if reading else []
    taken = [piece for quote in found for piece in quote.wording.pieces]
    for span in _marked(article):
        wording = Wording.of(article.text, (span,))
        if len(wording.words) >= SHORTEST and not any(piece.overlaps(span) for piece in taken):
            found.append(Quoted(wording))
    return tuple(sorted(found, key=lambda quote: quote.wording.pieces))


def _read(reading: Reading) -> Iterator[Quoted]:
    printed = [marked for marked in printings_of(reading) if not marked.reported]
    for marked in printed:
        inside = any(other is not marked and any(p.covers(marked.span) for p in other.pieces) for other in printed)
        if not inside:
            name = None if marked.speaker is None else reading.chains[marked.speaker].name
            yield Quoted(marked.wording, name)


def _marked(article: Article) -> Iterator[Span]:
    for paragraph in paragraphs(article):
        for marked in marks.find(paragraph.text):
            yield paragraph.span_of(marked.inner_start, marked.inner_end)
    for match in _BLOCK.finditer(article.text):
        if not marks.find(match["text"]):
            yield Span(match.start("text"), match.end("text"))
