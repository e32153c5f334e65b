"""The utterances of a story: every printing of one thing said, and what each did to the words.

The fullest printing leads. Each other one is described by its edits, and by
warnings where a word that turns the meaning was lost, gained or changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tellings.linking.lookup import entity_of
from tellings.linking.utterances.alignment import align
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.grouping import Situation, grouped
from tellings.linking.utterances.groups import Group, Held, Index
from tellings.linking.utterances.printings import Marked, joined, printings
from tellings.linking.utterances.restated import Restatements, as_paraphrase, restated
from tellings.linking.utterances.splices import Place, Splice, as_spliced, named, spliced
from tellings.linking.utterances.warnings import warnings
from tellings.reading.coreference.names import words_of
from tellings.values import Edit, MeaningWarning, Printing, Reading, Span, Story, Telling, Utterance

_ATTRIBUTION = 160  # characters; more than that between two stretches is another place in the article
_LISTED = 4  # words; a shorter phrase that only one prints is no utterance of its own


@dataclass(frozen=True, slots=True)
class _Known:
    """All groups, and which printings are put together of two or say the same in other words."""

    index: Index
    splices: Mapping[Place, Splice]
    restatements: Restatements


def link(story: Story) -> tuple[Utterance, ...]:
    """The utterances of a story: those with most printings first, then in the order of the articles."""
    found = _ordered(printings(story.readings, entity_of(story)), story.readings)
    splices = spliced(found)
    linked = grouped(
        found,
        situation=Situation(
            lambda speaker, speakers: _one_body(speaker, speakers, story), lambda marked: _everyday(marked, story)
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
    """Whether a word or two in marks is a term that the articles also use without marks, and so nobody's in particular."""
    own = re.escape(" ".join(word.folded for word in marked.words)).replace("\\ ", r"\s+")
    plain = re.compile(rf"(?<![“\"‘'`«\w]){own}(?![”\"’'`»\w]|[,.?!][”\"’'»])")
    return any(plain.search(reading.article.text.casefold()) for reading in story.readings)


def _one_body(speaker: int, speakers: frozenset[int], story: Story) -> bool:
    """Whether two speakers may be one body and its voice ("the ministry", "a ministry spokesman")."""
    own = set(words_of(story.entities[speaker].name))
    return any(
        story.entities[speaker].kind != "person" or story.entities[s].kind != "person"
        for s in speakers
        if own & set(words_of(story.entities[s].name))
    )


def _utterance(group: Held, known: _Known, readings: Sequence[Reading]) -> Utterance:
    lead, members = _whole(group)
    found: list[Printing] = []
    place = 0
    for marked, reason in members:
        if marked is lead:
            place = len(found)
        found += _parts(marked, reason, Held(lead, group.members, group.speakers), known, len(found))
    return Utterance(speaker=_speaker(group), printings=tuple(found), lead=place, first=_first(found, readings))


def _whole(group: Held) -> tuple[Marked, list[tuple[Marked, str]]]:
    """The printings of a group in the order of the articles, neighbours in one article put together.

    '"We must go," she said. "We must go now."' is one printing where another article prints both at once, or
    where the second goes on from the first.
    """
    lead = group.lead
    found: list[tuple[Marked, str]] = []
    for marked, reason in sorted((m for m in group.members if not _nested(m[0], group)), key=lambda item: item[0].key):
        if found and _beside(found[-1][0], marked) and _in_order(found[-1][0], marked, group.lead):
            before, why = found[-1]
            whole = joined(before, marked)
            lead = whole if lead in (before, marked) else lead
            found[-1] = whole, why if lead is whole else f"{why}; {reason}" if why != reason else why
        else:
            found.append((marked, reason))
    return lead, found


def _beside(one: Marked, other: Marked) -> bool:
    """Whether two printings are parts of one quotation: in one article, with no more than an attribution between them."""
    if other.article != one.article or {one.headline, other.headline, one.reported, other.reported} != {False}:
        return False
    return 0 <= other.span.start - one.span.end <= _ATTRIBUTION


def _in_order(one: Marked, other: Marked, lead: Marked) -> bool:
    """Whether two printings stand one behind the other in the leading words, each with words of its own."""
    if lead in (one, other):
        return False
    places = [_place_in(lead, marked) for marked in (one, other)]
    return places[0] is not None and places[1] is not None and places[0][1] <= places[1][0] + 1


def _place_in(lead: Marked, marked: Marked) -> tuple[int, int] | None:
    """From the first to the last leading word that a printing shares in a run."""
    codes = Indel.opcodes([w.folded for w in lead.words], [w.folded for w in marked.words])
    runs = [code for code in codes if code.tag == "equal" and code.src_end - code.src_start > 1]
    return (runs[0].src_start, runs[-1].src_end) if runs else None


def _changed(marked: Marked, group: Group, known: _Known) -> tuple[Sequence[Edit], Sequence[MeaningWarning]]:
    """What a printing did to the leading words, and what that turned."""
    lead = group.lead
    if marked is lead:
        return (), ()
    if marked.key in known.restatements:
        return as_paraphrase(lead.wording, known.restatements[marked.key])
    columns = align(lead.wording, marked.wording)
    found = edits(lead.wording, marked.wording, columns)
    cautions = warnings(lead.wording, marked.wording, columns)
    if marked.key in known.splices:
        return as_spliced(found, columns, marked, lead, known.splices[marked.key]), cautions
    return [named(edit, marked, group, known.index) for edit in found], cautions


def _parts(marked: Marked, reason: str, group: Held, known: _Known, number: int) -> Iterator[Printing]:
    """A row for each stretch of a printing, with the edits that fall into it."""
    changes, cautions = _changed(marked, group, known)
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


def _nested(marked: Marked, group: Held) -> bool:
    """Whether words stand inside another printing of the same article: a quotation in a quotation is no second printing."""
    return any(
        other is not marked and other.article == marked.article and any(p.covers(marked.span) for p in other.pieces)
        for other, _ in group.members
    )


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
