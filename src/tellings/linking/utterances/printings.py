"""The printings of a story: every stretch of words in quotation marks that is attributed or stands as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.linking.utterances.words import Word, words
from tellings.reading.attribution import marks
from tellings.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from tellings.values import Quotation, Reading, Span


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in quotation marks: where they stand, whose they are, and who else is named around them.

    ``speaker`` and ``around`` are entities. ``quotation`` is the position of the quotation that holds the words.
    """

    article: int
    span: Span
    quotation: int
    speaker: int | None
    around: frozenset[int]
    words: tuple[Word, ...]
    headline: bool = False

    @property
    def key(self) -> tuple[int, Span]:
        """An order that does not depend on the order of arrival."""
        return self.article, self.span


def printings(readings: Sequence[Reading], entity_of: dict[tuple[int, int], int]) -> list[Marked]:
    """The marked words of all readings. ``entity_of`` maps (article, mention) to an entity."""
    return [marked for article, reading in enumerate(readings) for marked in _of(article, reading, entity_of)]


def _of(article: int, reading: Reading, entity_of: dict[tuple[int, int], int]) -> Iterator[Marked]:
    found = paragraphs(reading.article)
    people = {
        position: entity_of[article, position]
        for position, mention in enumerate(reading.mentions)
        if mention.kind in {"person", "organisation"} and (article, position) in entity_of
    }
    seen: set[Span] = set()
    for position, quotation in enumerate(reading.quotations):
        speaker = entity_of.get((article, quotation.speaker)) if quotation.speaker is not None else None
        for span in _marked_spans(quotation, found):
            own = words(reading.article.text, span)
            if span in seen or not own:
                continue
            seen.add(span)
            near = frozenset(people[m] for m in people if _same_sentence(reading, reading.mentions[m].span, span))
            yield Marked(article, span, position, speaker, near, own, quotation.block in {"title", "deck"})


def _marked_spans(quotation: Quotation, found: tuple[Paragraph, ...]) -> Iterator[Span]:
    """The words inside the marks of a quotation's content, the pairs inside a pair as well."""
    if quotation.manner == "indirect":
        return
    paragraph = paragraph_at(found, quotation.content[0].start)
    if paragraph is None:
        return
    found_marks = marks.find(paragraph.text)
    if not any(piece.overlaps(paragraph.span_of(m.start, m.end)) for m in found_marks for piece in quotation.content):
        yield from quotation.content  # a transcript prints speech without marks
    for outer in found_marks:
        span = paragraph.span_of(outer.start, outer.end)
        if any(piece.overlaps(span) for piece in quotation.content):
            yield paragraph.span_of(outer.inner_start, outer.inner_end)
            inner = paragraph.text[outer.inner_start : outer.inner_end]
            for nested in marks.find(inner):
                if nested.closed:
                    yield paragraph.span_of(
                        outer.inner_start + nested.inner_start, outer.inner_start + nested.inner_end
                    )


def _same_sentence(reading: Reading, mention: Span, span: Span) -> bool:
    return any(sentence.span.overlaps(mention) and sentence.span.overlaps(span) for sentence in reading.sentences)
