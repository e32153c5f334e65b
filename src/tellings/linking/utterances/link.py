"""Which printings are of one utterance.

Candidates come from an index of word runs, never from all pairs. A printing
joins the utterance whose leading words it shares enough of; short phrases join
only where the speaker agrees, or where one text's speaker is named beside the
other's words. Two people who say the same common words stay two utterances.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tellings.linking.lookup import entity_of
from tellings.linking.utterances.alignment import edits, overlap, shared
from tellings.linking.utterances.printings import Marked, printings
from tellings.reading.coreference.names import words_of
from tellings.reading.lexicon import words as lexicon
from tellings.values import Edit, Printing, Reading, Span, Story, Telling, Utterance

_SHORT = 5  # words; below, a phrase
_TERM = 2  # words; so short a phrase must be said by nobody else
_RUN = 8  # words in one run that nobody says twice by chance
_KEPT = 0.75  # share of a printing's words that must stand in the leading one
_ATTRIBUTION = 160  # characters; more than that between two printings is another place in the article
_LISTED = 4  # words; a shorter phrase that only one prints is no utterance of its own


@dataclass
class _Group:
    lead: Marked
    members: list[tuple[Marked, str]] = field(default_factory=list)

    @property
    def speakers(self) -> frozenset[int]:
        return frozenset(m.speaker for m, _ in self.members if m.speaker is not None)


def link(story: Story) -> tuple[Utterance, ...]:
    """The utterances of a story: those with most printings first, then in the order of the articles."""
    found = printings(story.readings, entity_of(story))
    groups = _grouped(found, story)
    kept = [g for g in groups if len(g.members) > 1 or len(g.lead.words) >= _LISTED]
    utterances = [_utterance(group, story.readings) for group in kept]
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


def _grouped(found: Sequence[Marked], story: Story) -> list[_Group]:
    groups: list[_Group] = []
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    days = [_day(reading) for reading in story.readings]
    order = sorted(found, key=lambda m: (-len(m.words), days[m.article], m.key))
    for marked in order:
        candidates = sorted({g for run in _runs(marked) for g in index.get(run, ())})
        best, reason = _best(marked, [groups[c] for c in candidates], story)
        if best is None:
            best, reason = _Group(marked), "the fullest printing"
            groups.append(best)
            for run in _runs(marked, lead=True):
                index[run].append(len(groups) - 1)
        best.members.append((marked, reason))
    return groups


def _day(reading: Reading) -> str:
    return reading.article.published.earliest if reading.article.published else "9999"


def _runs(marked: Marked, *, lead: bool = False) -> set[tuple[str, ...]]:
    """The keys under which a printing is found: three-word runs, and for phrases the words that carry meaning."""
    folded = [word.folded for word in marked.words]
    runs = {tuple(folded[i : i + 3]) for i in range(len(folded) - 2)}
    if lead or len(folded) < _SHORT:
        runs |= {(word,) for word in folded if _telling(word)}
    return runs


def _telling(word: str) -> bool:
    """Whether a word says something by itself."""
    return len(word) > 3 and word not in lexicon("common")


def _best(marked: Marked, candidates: Sequence[_Group], story: Story) -> tuple[_Group | None, str]:
    scored = [
        (score, group, reason) for group in candidates for score, reason in [_same(marked, group, story)] if score > 0
    ]
    if not scored:
        return None, ""
    top = max(score for score, _, _ in scored)
    _, group, reason = min((s for s in scored if s[0] == top), key=lambda s: s[1].lead.key)
    return group, reason


def _same(marked: Marked, group: _Group, story: Story) -> tuple[float, str]:
    """How surely a printing is of a group's utterance (0: it is not), and why."""
    shared = overlap(group.lead.words, marked.words)
    size = sum(not word.bracketed for word in marked.words)
    if not size:
        return 0.0, ""
    speakers = group.speakers
    agree = marked.speaker is not None and marked.speaker in speakers
    differ = (
        marked.speaker is not None and bool(speakers) and not agree and not _one_body(marked.speaker, speakers, story)
    )
    if size >= _SHORT:
        enough = shared.common >= _KEPT * size and shared.run >= min(4, size - 1)
        long_run = shared.run >= _RUN
        if not (enough or long_run) or (differ and (shared.run < _RUN or shared.common < 0.9 * size)):
            return 0.0, ""
        return (
            shared.common / size + shared.run / 100,
            f"{shared.common} of its {size} words stand in the fullest printing in this order",
        )
    if shared.run < size or not any(_telling(word.folded) for word in marked.words):
        return 0.0, ""
    if size <= _TERM and _everyday(marked, story):
        return 0.0, ""
    if agree:
        return 0.9, "the same words of the same speaker"
    situation = not differ or (size >= 3 and ((marked.speaker in group.lead.around) or bool(speakers & marked.around)))
    if situation and size >= 3 and (marked.headline or len(group.lead.words) <= 2 * size + 4):
        return 0.5, "the same words, with the same people named beside them"
    return 0.0, ""


def _everyday(marked: Marked, story: Story) -> bool:
    """Whether a word or two in marks is a term that the articles also use without marks, and so nobody's in particular."""
    own = re.escape(" ".join(word.folded for word in marked.words)).replace("\\ ", r"\s+")
    plain = re.compile(rf"(?<![“\"‘'`«\w]){own}(?![”\"’'`»\w]|[,.?!][”\"’'»])")
    return any(plain.search(reading.article.text.casefold()) for reading in story.readings)


def _one_body(speaker: int, speakers: frozenset[int], story: Story) -> bool:
    """Whether two speakers may be one body and its voice ("the ministry", "a ministry spokesman")."""
    own = set(words_of(story.entities[speaker].name))
    return any(
        story.entities[s].kind != "person" or story.entities[speaker].kind != "person"
        for s in speakers
        if own & set(words_of(story.entities[s].name))
    )


def _utterance(group: _Group, readings: Sequence[Reading]) -> Utterance:
    members = sorted((item for item in group.members if not _nested(item[0], group)), key=lambda item: item[0].key)
    lead = next(index for index, (marked, _) in enumerate(members) if marked is group.lead)
    found = tuple(
        Printing(
            telling=Telling(marked.article, marked.span, reason),
            quotation=marked.quotation,
            edits=() if index == lead else _changes(marked, group, [m for m, _ in members], readings),
        )
        for index, (marked, reason) in enumerate(members)
    )
    return Utterance(speaker=_speaker(group), printings=found, lead=lead, first=_first(found, readings))


def _changes(marked: Marked, group: _Group, members: Sequence[Marked], readings: Sequence[Reading]) -> tuple[Edit, ...]:
    """What a printing changed, without what its own article prints beside it: '"We must go," she said, "and soon"' cuts nothing."""
    texts = (readings[group.lead.article].article.text, readings[marked.article].article.text)
    beside = [other for other in members if _beside(marked, other)]
    printed = [span for other in beside for span in shared(group.lead.words, other.words)]
    found = edits(texts[0], group.lead.words, texts[1], marked.words)
    return tuple(edit for edit in found if not _printed_beside(edit, printed, group.lead))


def _beside(marked: Marked, other: Marked) -> bool:
    """Whether two printings are parts of one quotation: in one article, with no more than an attribution between them."""
    if other is marked or other.article != marked.article or marked.headline or other.headline:
        return False
    return max(marked.span.start, other.span.start) - min(marked.span.end, other.span.end) <= _ATTRIBUTION


def _printed_beside(edit: Edit, printed: Sequence[Span], lead: Marked) -> bool:
    """Whether every leading word that an edit cuts stands in another printing of the same article."""
    if edit.lead is None or not edit.kind.startswith("cut"):
        return False
    cut = [word.span for word in lead.words if edit.lead.covers(word.span)]
    return all(any(span == word for span in printed) for word in cut)


def _nested(marked: Marked, group: _Group) -> bool:
    """Whether words stand inside another printing of the same article: a quotation in a quotation is no second printing."""
    return any(
        other is not marked and other.article == marked.article and other.span.covers(marked.span)
        for other, _ in group.members
    )


def _speaker(group: _Group) -> int | None:
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
