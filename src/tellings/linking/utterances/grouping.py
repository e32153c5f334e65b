"""Which printings are of one utterance.

Candidates come from an index of word runs, never from all pairs: each printing
looks up its own runs, the rarest first, and only those few that share them are
compared. It joins the utterance whose leading words it shares enough of; short
phrases join only where the speaker agrees, or where one text's speaker is named
beside the other's words. Two people who say the same common words stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tellings.linking.utterances.alignment import Overlap, overlap, telling
from tellings.linking.utterances.likeness import likeness
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.words import Word

_SHORT = 5  # words; below, a phrase
_TERM = 2  # words; so short a phrase must be said by nobody else
_RUN = 8  # words in one run that nobody says twice by chance
_KEPT = 0.75  # share of a printing's words that must stand in the leading one
_REPORTED = 0.8  # the same for words reported without marks, person and tense aside
_FREQUENT = 64  # leading printings under one key; beyond, the key says nothing
_COMPARED = 24  # candidates compared word by word

Key = tuple[str, ...]


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

    groups: list[Group] = field(default_factory=list)
    places: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, group: Group) -> None:
        """Let a group be found."""
        self.groups.append(group)
        for key in keys(group.lead.words):
            self.places[key].append(len(self.groups) - 1)

    def near(self, words: Sequence[Word]) -> list[Group]:
        """The groups that share most with some words, each shared key weighed by how few share it; best first."""
        weights: dict[int, float] = defaultdict(float)
        frequent: list[Sequence[int]] = []
        for key in sorted(keys(words)):
            found = self.places.get(key, ())
            if len(found) > _FREQUENT:
                frequent.append(found)
                continue
            for number in found:
                weights[number] += 1 / len(found)
        if not weights and frequent:
            # only common words: the groups that come first in order, so that the answer never depends on chance
            for number in min(frequent, key=len)[: 4 * _FREQUENT]:
                weights[number] += 1.0
        best = sorted(weights, key=lambda number: (-weights[number], number))[:_COMPARED]
        return [self.groups[number] for number in best]


def keys(words: Sequence[Word]) -> set[Key]:
    """The keys under which words are found: runs of three, and each word that carries meaning."""
    folded = [word.folded for word in words]
    return {tuple(folded[i : i + 3]) for i in range(len(folded) - 2)} | {(word,) for word in folded if telling(word)}


def grouped(
    found: Iterable[Marked], *, situation: Situation | None = None, last: Callable[[Marked], bool] = lambda _: False
) -> Index:
    """All printings in groups. What is ``last`` (reported speech, spliced printings) joins when the others stand and leads none.

    ``found`` must come in an order that does not depend on the order of arrival.
    """
    situation = situation or Situation()
    index = Index()
    waiting: list[Marked] = []
    for marked in sorted(found, key=lambda m: -len(m.words)):
        if last(marked):
            waiting.append(marked)
            continue
        group, reason = best(marked, index.near(marked.words), situation)
        if group is None:
            group, reason = Group(marked), "the fullest printing"
            index.add(group)
        group.members.append((marked, reason))
    for marked in waiting:
        group, reason = best(marked, index.near(marked.words), situation)
        if group is not None:
            group.members.append((marked, reason))
        elif not marked.reported:
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
    if marked.reported:
        return _reported(own, group) if agree else (0.0, "")
    shared = overlap(group.lead.words, own)
    differ = marked.speaker is not None and bool(speakers) and not agree
    differ = differ and not situation.one_body(marked.speaker or 0, speakers)
    if size >= _SHORT:
        return _sentence(size, shared, differ=differ)
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


def _sentence(size: int, shared: Overlap, *, differ: bool) -> tuple[float, str]:
    enough = shared.common >= _KEPT * size and shared.run >= min(4, size - 1)
    if not (enough or shared.run >= _RUN):
        return 0.0, ""
    if differ and (shared.run < _RUN or shared.common < 0.9 * size):
        return 0.0, ""
    reason = f"{shared.common} of its {size} words stand in the fullest printing in this order"
    return shared.common / size + shared.run / 100, reason


def _reported(own: Sequence[Word], group: Group) -> tuple[float, str]:
    """Words reported without marks: the same but for person and tense."""
    stem = {word.folded: _stem(word.folded) for word in (*own, *group.lead.words)}
    lead = [Word(stem[w.folded], w.span, w.bracketed) for w in group.lead.words]
    here = [Word(stem[w.folded], w.span, w.bracketed) for w in own]
    shared = overlap(lead, here)
    if shared.common < _REPORTED * len(own) or shared.run < 4:
        return 0.0, ""
    reason = f"{shared.common} of its {len(own)} words, person and tense aside, stand in the fullest printing"
    return shared.common / len(own) + shared.run / 100 - 0.5, reason


_PLAIN = ("i", "me", "my", "mine", "is", "will", "can", "may", "has", "do", "this", "here", "today")


def _stem(word: str) -> str:
    """A word without person and tense, as far as closed lists and endings tell."""
    for plain in _PLAIN:
        if word == plain or likeness(plain, word) == "shift":
            return plain
    for ending in ("ied", "ies", "ed", "es", "ing", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")
