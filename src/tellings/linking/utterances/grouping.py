"""Which printings are of one utterance.

Candidates come from an index of word runs, never from all pairs: each printing
looks up its own runs, the rarest first, and only those few that share them are
compared. It joins the utterance whose leading words it shares enough of; short
phrases join only where the speaker agrees, or where one text's speaker is named
beside the other's words. Two people who say the same common words stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tellings.linking.utterances.alignment import align
from tellings.linking.utterances.overlap import Overlap, overlap, reordered, telling
from tellings.linking.utterances.postings import Postings, keys
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.words import Word
from tellings.values import Span

_SHORT = 5  # words; below, a phrase
_TERM = 2  # words; so short a phrase must be said by nobody else
_RUN = 8  # words in one run that nobody says twice by chance
_KEPT = 0.75  # share of a printing's words that must stand in the leading one
_SURE = 0.88  # share of a short printing's words, weighed, where nobody says that the speaker is the same
_TOLD = 3  # words that carry meaning, without which words of nobody named are a saying
_SAYING = 2  # words that carry meaning; a run with fewer is said by many, whoever says it
_HALF = 0.5  # share of the words in order, below which other persons and tenses are not looked for
_ALIKE = 0.8  # share of the words that must be the same, person and tense aside
_FREQUENT = 64  # leading printings under one key; beyond, the key says nothing
_KEPT_UNDER = 4 * _FREQUENT  # of those under such a key, for words that have no other
_COMPARED = 12  # candidates compared word by word


@dataclass(frozen=True)
class Situation:
    """What the story tells of speakers and of terms: who is one body, and which words are nobody's in particular."""

    one_body: Callable[[int, frozenset[int]], bool] = lambda _, __: False
    everyday: Callable[[Marked], bool] = lambda _: False


@dataclass
class Group:
    """One utterance in the making: the fullest printing and all that were found to be of it, each with its reason."""

    lead: Marked
    members: list[tuple[Marked, str]] = field(default_factory=list)

    @property
    def speakers(self) -> frozenset[int]:
        """All whom a printing names as the speaker."""
        return frozenset(m.speaker for m, _ in self.members if m.speaker is not None)


@dataclass
class Index:
    """Groups by the keys of their leading words."""

    postings: Postings
    groups: list[Group] = field(default_factory=list)
    alone: list[Marked] = field(default_factory=list)  # reported words that are of no group

    def add(self, group: Group) -> None:
        """Let a group be found."""
        self.groups.append(group)
        for key in keys(group.lead.wording.folded):
            self.postings.add(key, len(self.groups) - 1)

    def near(self, words: Sequence[Word]) -> list[Group]:
        """The groups that share most with some words, each shared key weighed by how few share it; best first."""
        weights: dict[int, float] = defaultdict(float)
        frequent: list[Sequence[int]] = []
        for key in sorted(keys([word.folded for word in words])):
            found = self.postings.get(key)
            if len(found) > _FREQUENT:
                frequent.append(found)
                continue
            for number in found:
                weights[number] += 1 / len(found)
        if not weights and frequent:
            # only common words: the groups that come first in order, so that the answer never depends on chance
            for number in min(frequent, key=len):
                weights[number] += 1.0
        best = sorted(weights, key=lambda number: (-weights[number], number))[:_COMPARED]
        return [self.groups[number] for number in best]


def grouped(
    found: Iterable[Marked],
    *,
    situation: Situation | None = None,
    homes: Mapping[tuple[int, Span], tuple[int, Span]] | None = None,
) -> Index:
    """All printings in groups. Reported speech and spliced printings join when the others stand, and lead none.

    ``found`` must come in an order that does not depend on the order of arrival. ``homes`` gives, for the keys of
    spliced printings, that of the printing to stand with.
    """
    situation, homes = situation or Situation(), homes or {}
    ordered = sorted(found, key=lambda m: -len(m.wording.folded))
    index = Index(Postings(sum(2 * len(marked.wording.folded) for marked in ordered), _KEPT_UNDER))
    waiting: list[Marked] = []
    home: dict[tuple[int, Span], Group] = {}
    for marked in ordered:
        if marked.reported or marked.key in homes:
            waiting.append(marked)
            continue
        group, reason = best(marked, index.near(marked.words), situation)
        if group is None:
            group, reason = Group(marked), "the fullest printing"
            index.add(group)
        group.members.append((marked, reason))
        home[marked.key] = group
    for marked in waiting:
        if marked.key in homes and homes[marked.key] in home:
            home[homes[marked.key]].members.append((marked, "put together from words of this utterance and another"))
            continue
        group, reason = best(marked, index.near(marked.words), situation)
        if group is not None:
            group.members.append((marked, reason))
        elif marked.reported:
            index.alone.append(marked)
        else:
            index.add(Group(marked, [(marked, "the fullest printing")]))
    return index


def best(marked: Marked, candidates: Sequence[Group], situation: Situation) -> tuple[Group | None, str]:
    """The group that a printing belongs to, and why; none, if it belongs to none."""
    scored = [(*same(marked, group, situation), group) for group in candidates]
    top = max((score for score, _, _ in scored), default=0.0)
    if top <= 0:
        return None, ""
    _, reason, group = min((s for s in scored if s[0] == top), key=lambda s: s[2].lead.key)
    return group, reason


def same(marked: Marked, group: Group, situation: Situation) -> tuple[float, str]:
    """How surely a printing is of a group's utterance (0: it is not), and why."""
    own = [word for word in marked.words if not word.bracketed]
    size = len(own)
    if not size:
        return 0.0, ""
    speakers = group.speakers
    agree = marked.speaker is not None and marked.speaker in speakers
    differ = marked.speaker is not None and bool(speakers) and not agree
    differ = differ and not situation.one_body(marked.speaker or 0, speakers)
    if marked.reported and not agree:
        return 0.0, ""
    shared = overlap(group.lead.wording.folded, [word.folded for word in own])
    if size >= _SHORT or marked.reported:
        return _sentence(marked, group.lead, shared, agree=agree, differ=differ)
    if shared.run < size or not any(telling(word.folded) for word in marked.words):
        return 0.0, ""
    if size <= _TERM and situation.everyday(marked):
        return 0.0, ""
    if agree:
        return 0.9, "the same words of the same speaker"
    beside = marked.speaker in group.lead.around or bool(speakers & marked.around)
    if (not differ or beside) and size >= 3 and (marked.headline or len(group.lead.words) <= 2 * size + 4):
        return 0.5, "the same words, with the same people named beside them"
    return 0.0, ""


def _sentence(marked: Marked, lead: Marked, shared: Overlap, *, agree: bool, differ: bool) -> tuple[float, str]:
    own = [word for word in marked.words if not word.bracketed]
    size = len(own)
    if differ and (shared.run < _RUN or shared.common < 0.9 * size or sum(telling(w.folded) for w in own) < _SAYING):
        return 0.0, ""
    enough = shared.common >= _KEPT * size and shared.run >= min(4, size - 1)
    if not agree:  # without the speaker, nearly all that the words say must be the same
        enough = enough and shared.weight >= (_SURE if size < _RUN + 2 else _KEPT)
        enough = enough and sum(telling(w.folded) for w in own) >= _TOLD
    if (enough or shared.run >= _RUN) and not marked.reported:
        reason = f"{shared.common} of its {size} words stand in the fullest printing in this order"
        return shared.common / size + shared.run / 100, reason
    if not agree:
        return 0.0, ""
    if not marked.reported and reordered(lead.wording.folded, [word.folded for word in own]):
        return 0.7, "its words stand in the fullest printing in another order"
    if shared.common < _HALF * size or shared.run < 3:
        return 0.0, ""
    alike = sum(column.relation != "other" for column in align(lead.wording, marked.wording))
    if alike < _ALIKE * size:
        return 0.0, ""
    return alike / size - 0.5, f"{alike} of its {size} words, person and tense aside, stand in the fullest printing"
