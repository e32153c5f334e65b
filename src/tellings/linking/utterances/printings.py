"""The printings of a story: every stretch of words in quotation marks that is attributed or stands as a sentence.

A sentence that an attribution parts ('"We must go," she said, "and soon"') is
one printing of two stretches. Words reported without marks are kept apart: they
can be a printing of something quoted elsewhere, with person and tense shifted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tellings.linking.utterances.words import Word, Wording
from tellings.reading.attribution import marks
from tellings.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from tellings.values import Quotation, Reading, Span, Spans, hull

_PARTED = 160  # characters; more than that between two stretches is no attribution inside a sentence
_REPORTED = 6  # words; shorter reports have too little of the words said


@dataclass(frozen=True, slots=True)
class Marked:
    """Somebody's words as one article prints them: where they stand, whose they are, who else is named around them.

    ``speaker`` and ``around`` are entities. ``quotations`` are the positions of the quotations that hold the stretches,
    one for each. ``reported`` words stand without marks.
    """

    article: int
    pieces: Spans
    quotations: tuple[int, ...]
    speaker: int | None
    around: frozenset[int]
    wording: Wording
    headline: bool = False
    reported: bool = False
    denied: bool = False  # reported as what somebody denies, doubts or did not say

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of all stretches."""
        return self.wording.words

    @property
    def span(self) -> Span:
        """From the first to the last character, an attribution between included."""
        return hull(self.pieces)

    @property
    def key(self) -> tuple[int, Span]:
        """An order that does not depend on the order of arrival."""
        return self.article, self.span


def printings(readings: Sequence[Reading], entity_of: dict[tuple[int, int], int]) -> list[Marked]:
    """The words of others that all readings print. ``entity_of`` maps (article, mention) to an entity."""
    return [marked for article, reading in enumerate(readings) for marked in _of(article, reading, entity_of)]


def joined(one: Marked, other: Marked) -> Marked:
    """Two printings of one article as one, in the order of the text."""
    first, last = sorted((one, other), key=lambda marked: marked.key)
    pieces = (*first.pieces, *last.pieces)
    return replace(
        first,
        pieces=pieces,
        quotations=(*first.quotations, *last.quotations),
        speaker=first.speaker if first.speaker is not None else last.speaker,
        around=first.around | last.around,
        wording=Wording.put_together(first.wording.text, pieces, f"{first.wording.line} {last.wording.line}"),
    )


def printings_of(
    reading: Reading, entity_of: dict[tuple[int, int], int] | None = None, *, article: int = 0
) -> tuple[Marked, ...]:
    """The words of others that one reading prints. Without entities, the speakers are its chains."""
    if entity_of is None:
        entity_of = {(article, m): number for number, chain in enumerate(reading.chains) for m in chain.mentions}
    return tuple(_of(article, reading, entity_of))


def _of(article: int, reading: Reading, entity_of: dict[tuple[int, int], int]) -> Iterator[Marked]:
    found = paragraphs(reading.article)
    people = {
        position: entity_of[article, position]
        for position, mention in enumerate(reading.mentions)
        if mention.kind in {"person", "organisation"} and (article, position) in entity_of
    }
    seen: set[Span] = set()
    outer: list[Marked] = []
    rest: list[Marked] = []
    for position, quotation in enumerate(reading.quotations):
        speaker = entity_of.get((article, quotation.speaker)) if quotation.speaker is not None else None
        for span, nested in _stretches(quotation, found):
            wording = Wording.of(reading.article.text, (span,))
            if span in seen or not wording.words:
                continue
            seen.add(span)
            near = frozenset(people[m] for m in people if _same_sentence(reading, reading.mentions[m].span, span))
            reported = quotation.manner == "indirect"
            if reported and (speaker is None or len(wording.words) < _REPORTED):
                continue
            marked = Marked(
                article, (span,), (position,), speaker, near, wording, quotation.block in {"title", "deck"}, reported,
                denied=reported and denied(piece.of(reading.article.text) for piece in quotation.cue),
            )  # fmt: skip
            (rest if nested or reported else outer).append(marked)
    yield from _whole_sentences(reading.article.text, sorted(outer, key=lambda marked: marked.key))
    yield from rest


_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput|reject|refut|dismiss|contest|doubt|question|declin|refus|disagree|not|never|nor|no)|n['’]t\b",
    re.IGNORECASE,
)


def denied(cue: Iterable[str]) -> bool:
    """Whether the words of attribution turn what is reported into what the speaker does not say."""
    return any(_DENYING.search(words) for words in cue)


def _whole_sentences(text: str, stretches: Sequence[Marked]) -> Iterator[Marked]:
    """Stretches that an attribution parts inside one sentence, put together."""
    last: Marked | None = None
    for marked in stretches:
        if last is not None and _goes_on(text, last, marked):
            last = joined(last, marked)
        else:
            if last is not None:
                yield last
            last = marked
    if last is not None:
        yield last


def _goes_on(text: str, one: Marked, other: Marked) -> bool:
    """Whether '..., she said, ...' stands between two stretches: a comma before and behind it, and no full stop."""
    end, start = one.pieces[-1].end, other.pieces[0].start
    between = text[end:start]
    if len(between) > _PARTED or "\n" in between or one.headline or {one.speaker, other.speaker} - {one.speaker, None}:
        return False
    signs = "“”‘’\"'«»` "
    before = (text[end - 1] + between).strip(signs)
    clause = between.strip(signs)
    return (
        before[:1] in {",", "—", "–", "-"}
        and clause[-1:] in {",", "—", "–", "-"}
        and any(c.isalpha() for c in clause)
        and not any(stop in clause for stop in (". ", "? ", "! ", "”", "“", '"'))
    )


def _stretches(quotation: Quotation, found: tuple[Paragraph, ...]) -> Iterator[tuple[Span, bool]]:
    """The words inside the marks of a quotation's content; those inside a pair within a pair are nested."""
    if quotation.manner == "indirect":
        yield hull(quotation.content), False
        return
    paragraph = paragraph_at(found, quotation.content[0].start)
    if paragraph is None:
        return
    found_marks = marks.find(paragraph.text)
    if not any(piece.overlaps(paragraph.span_of(m.start, m.end)) for m in found_marks for piece in quotation.content):
        yield from ((piece, False) for piece in quotation.content)  # a transcript prints speech without marks
    for outer in found_marks:
        span = paragraph.span_of(outer.start, outer.end)
        if any(piece.overlaps(span) for piece in quotation.content):
            yield paragraph.span_of(outer.inner_start, outer.inner_end), False
            inner = paragraph.text[outer.inner_start : outer.inner_end]
            for nested in marks.find(inner):
                if nested.closed:
                    start, end = outer.inner_start + nested.inner_start, outer.inner_start + nested.inner_end
                    yield paragraph.span_of(start, end), True


def _same_sentence(reading: Reading, mention: Span, span: Span) -> bool:
    return any(sentence.span.overlaps(mention) and sentence.span.overlaps(span) for sentence in reading.sentences)
