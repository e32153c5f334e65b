"""The utterances of a story: every printing of one thing said, and what each did to the words.

The fullest printing leads. Each other one is described by its edits, and by
warnings where a word that turns the meaning was lost, gained or changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.linking.lookup import entity_of
from tellings.linking.utterances.changes import changed
from tellings.linking.utterances.grouping import Situation, grouped
from tellings.linking.utterances.groups import Held, Index
from tellings.linking.utterances.printings import Marked, printings
from tellings.linking.utterances.restated import Restatements, restated
from tellings.linking.utterances.splices import Place, Splice, spliced
from tellings.linking.utterances.whole import at_once, whole
from tellings.reading.coreference.names import words_of
from tellings.values import Printing, Reading, Span, Story, Telling, Utterance

_LISTED = 4  # words; a shorter phrase that only one prints is no utterance of its own


@dataclass(frozen=True, slots=True)
class _Known:
    """All groups, and which printings are put together of two or say the same in other words."""

    index: Index
    splices: Mapping[Place, Splice]
    restatements: Restatements


def link(story: Story) -> tuple[Utterance, ...]:
    """The utterances of a story: those with most printings first, then in the order of the articles."""
    found = _ordered(at_once(printings(story.readings, entity_of(story))), story.readings)
    splices = spliced(found)
    linked = grouped(
        found,
        situation=Situation(
            lambda speaker, speakers: _one_body(speaker, speakers, story),
            lambda marked: _everyday(marked, story),
            lambda speaker: not _named(speaker, story),
        ),
        homes={key: splice.home.key for key, splice in splices.items()},
    )
    kept = [g for g in linked.groups if len(g.members) > 1 or len(g.lead.words) >= _LISTED]
    known = _Known(linked.index, splices, restated(linked.alone, kept, [entity.name for entity in story.entities]))
    utterances = [_utterance(group, known, story.readings) for group in kept]
    return tuple(
        sorted(
            utterances,
            key=lambda u: (
                -len({p.telling.article for p in u.printings}),
                -len(u.printings),
                u.printings[u.lead].telling,
            ),
        )
    )


def _ordered(found: Sequence[Marked], readings: Sequence[Reading]) -> list[Marked]:
    """Printings in the order in which those of one length shall lead: the earliest first."""
    days = [reading.article.published.earliest if reading.article.published else "9999" for reading in readings]
    return sorted(found, key=lambda marked: (days[marked.article], marked.key))


def _everyday(marked: Marked, story: Story) -> bool:
    """Whether a few words in marks are a term that the articles also use outside of what is quoted, and so nobody's in particular."""
    own = re.escape(" ".join(word.folded for word in marked.words)).replace("\\ ", r"\s+")
    plain = re.compile(rf"(?i)(?<![“\"‘'`«\w]){own}(?![”\"’'`»\w]|[,.?!][”\"’'»])")
    return any(
        not _quoted(Span(found.start(), found.end()), reading)
        for reading in story.readings
        for found in plain.finditer(reading.article.text)
    )


def _quoted(span: Span, reading: Reading) -> bool:
    """Whether a place stands in words that the article gives as somebody's own."""
    return any(
        piece.covers(span)
        for quotation in reading.quotations
        if quotation.manner != "indirect"
        for piece in quotation.content
    )


def _one_body(speaker: int, speakers: frozenset[int], story: Story) -> bool:
    """Whether two speakers may be one body and its voice ("the ministry", "a ministry spokesman")."""
    own = set(words_of(story.entities[speaker].name))
    return any(
        story.entities[speaker].kind != "person" or story.entities[s].kind != "person"
        for s in speakers
        if own & set(words_of(story.entities[s].name))
    )


def _named(speaker: int, story: Story) -> bool:
    return any(mention.form == "name" for mention in story.entities[speaker].mentions)


def _utterance(group: Held, known: _Known, readings: Sequence[Reading]) -> Utterance:
    lead, members = whole(group)
    found: list[Printing] = []
    place = 0
    for marked, reason in members:
        if marked is lead:
            place = len(found)
        found += _parts(marked, reason, lead, known, len(found))
    return Utterance(speaker=_speaker(group), printings=tuple(found), lead=place, first=_first(found, readings))


def _parts(marked: Marked, reason: str, lead: Marked, known: _Known, number: int) -> Iterator[Printing]:
    """A row for each stretch of a printing, with the edits that fall into it."""
    changes, cautions = changed(
        marked, lead, known.index, splice=known.splices.get(marked.key), same=known.restatements.get(marked.key)
    )
    parts = tuple(range(number, number + len(marked.pieces))) if len(marked.pieces) > 1 else ()
    at = _assigned([edit.here for edit in changes], marked)
    warned = _assigned([warning.here for warning in cautions], marked)
    for position, piece in enumerate(marked.pieces):
        yield Printing(
            telling=Telling(marked.article, piece, reason),
            quotation=marked.quotations[position],
            edits=tuple(edit for edit, part in zip(changes, at, strict=True) if part == position),
            warnings=tuple(w for w, part in zip(cautions, warned, strict=True) if part == position),
            parts=parts,
        )


def _assigned(places: Sequence[Span | None], marked: Marked) -> list[int]:
    """Into which stretch each place falls; what has none goes with the one before it."""
    found: list[int] = []
    for place in places:
        part = next((i for i, piece in enumerate(marked.pieces) if place is not None and piece.overlaps(place)), None)
        found.append(part if part is not None else found[-1] if found else 0)
    return found


def _speaker(group: Held) -> int | None:
    """Whom most printings name; the leading one where they are even."""
    counts: dict[int, int] = defaultdict(int)
    for marked, _ in group.members:
        if marked.speaker is not None:
            counts[marked.speaker] += 2 + (marked is group.lead)
    return max(sorted(counts), key=lambda speaker: counts[speaker]) if counts else None


def _first(found: Sequence[Printing], readings: Sequence[Reading]) -> int | None:
    """The earliest printing, where every article's day is known and one is before the others."""
    days = [readings[p.telling.article].article.published for p in found]
    if len({p.telling.article for p in found}) < 2 or any(day is None or day.day is None for day in days):
        return None
    known = [day.earliest for day in days if day is not None]
    earliest = [index for index, day in enumerate(known) if day == min(known)]
    return earliest[0] if len({found[index].telling.article for index in earliest}) == 1 else None
