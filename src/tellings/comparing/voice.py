"""Share of voice: how much of the words quoted belongs to whom.

A quoted word is a word printed between quotation marks in a body paragraph,
in a quotation whose speaker is known. Every printing counts, since what is
measured is the room the articles give. Reported speech adds to the number of
quotations but to no words: it is the outlet's wording. Words in a headline or
caption repeat the body and are left out. Of a quotation inside another the
words go to the inner speaker alone, so nothing is counted twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.linking.lookup import entity_of
from tellings.values import Quotation, QuotationKind, Reading, Span, Story, hull

# What opens and what closes; a single mark closes only where no letter follows, so "don't" stays whole.
_MARKED = re.compile(
    r"“[^“”]*(?:“[^“”]*”[^“”]*)*”?"
    r'|"[^"]*"?'
    r"|«[^«»]*»?"
    r"|„[^„“”]*[“”]?"
    r"|(?<!\w)[‘'](?!\s).*?(?:[’'](?!\w)|$)",
    re.DOTALL,
)
STATED: frozenset[QuotationKind] = frozenset({"speech", "finding"})
"""What gives somebody a voice: what they said, wrote or found. A belief or plan told without a word in quotation
marks is the outlet's account of them, and no voice of theirs; with marks it is speech."""

_WORD = re.compile(r"\w+(?:['’.,:-]\w+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """How much one entity is quoted. ``share`` is of all quoted words of known speakers."""

    entity: int
    quotations: int
    words: int
    share: float
    articles: tuple[int, ...]


def share_of_voice(story: Story) -> tuple[Voice, ...]:
    """Everybody who is quoted, the most words first."""
    speakers = entity_of(story)
    words: dict[int, int] = {}
    quotations: dict[int, int] = {}
    articles: dict[int, list[int]] = {}
    for index, reading in enumerate(story.readings):
        for quotation in reading.quotations:
            speaker = None if quotation.speaker is None else speakers.get((index, quotation.speaker))
            if speaker is None or quotation.block != "body" or quotation.kind not in STATED:
                continue
            words[speaker] = words.get(speaker, 0) + quoted_words(reading, quotation)
            quotations[speaker] = quotations.get(speaker, 0) + 1
            articles.setdefault(speaker, []).append(index)
    total = sum(words.values())
    found = (
        Voice(
            entity,
            quotations[entity],
            count,
            count / total if total else 0.0,
            tuple(dict.fromkeys(articles[entity])),
        )
        for entity, count in words.items()
    )
    return tuple(sorted(found, key=lambda voice: (-voice.words, -voice.quotations, voice.entity)))


def quoted_words(reading: Reading, quotation: Quotation) -> int:
    """The words of a quotation that are printed between marks, without those of a quotation inside it."""
    if quotation.manner == "indirect":
        return 0
    text = reading.article.text
    inner = _inner(reading, quotation)
    return sum(
        1
        for span in quotation.content
        for start, end in _marked(span.of(text), whole=quotation.manner == "direct")
        for word in _WORD.finditer(text, span.start + start, span.start + end)
        if not any(within.start <= word.start() < within.end for within in inner)
    )


def _marked(content: str, *, whole: bool) -> list[tuple[int, int]]:
    """Where the marked words of a content stand: all of it in a direct quotation."""
    if whole:
        return [(0, len(content))]
    return [match.span() for match in _MARKED.finditer(content)]


def _inner(reading: Reading, quotation: Quotation) -> list[Span]:
    """The stretches of other attributed quotations that lie within this one."""
    outer = hull(quotation.content)
    return [
        span
        for other in reading.quotations
        if other.speaker is not None and other.manner != "indirect"
        for span in other.content
        if outer.covers(span) and len(span) < len(outer) and hull(other.content) != outer
    ]
