"""Which printings are of one utterance.

Each printing is compared with the few groups that share its runs of words
(``groups``). It joins the utterance whose leading words it shares enough of; short
phrases join only where the speaker agrees, or where one text's speaker is named
beside the other's words. Two people who say the same common words stay two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tellings.linking.utterances.alignment import align
from tellings.linking.utterances.groups import FULLEST, Group, Held, Index, Memory
from tellings.linking.utterances.overlap import Overlap, overlap, reordered, telling
from tellings.linking.utterances.printings import Marked
from tellings.values import Span

_SHORT = 5  # words; below, a phrase
_TERM = 3  # words; so short a phrase must be said by nobody else
_RUN = 8  # words in one run that nobody says twice by chance
_KEPT = 0.75  # share of a printing's words that must stand in the leading one
_SURE = 0.88  # share of a short printing's words, weighed, where nobody says that the speaker is the same
_TOLD = 3  # words that carry meaning, without which words of nobody named are a saying
_SAYING = 2  # words that carry meaning; a run with fewer is said by many, whoever says it
_HALF = 0.5  # share of the words in order, below which other persons and tenses are not looked for
_ALIKE = 0.8  # share of the words that must be the same, person and tense aside
_SPREAD = 2  # times its own length, over which the words of a short printing may lie in the leading one


@dataclass(frozen=True)
class Situation:
    """What the story tells of speakers and of terms: who is one body, which words are nobody's in particular, and who has no name."""

    one_body: Callable[[int, frozenset[int]], bool] = lambda _, __: False
    everyday: Callable[[Marked], bool] = lambda _: False
    described: Callable[[int], bool] = lambda _: False


@dataclass(frozen=True, slots=True)
class Linked:
    """Printings in groups: the groups, how they are found, and the reported words that are of none."""

    groups: Sequence[Held]
    index: Index
    alone: Sequence[Marked]


def grouped(
    found: Iterable[Marked],
    *,
    situation: Situation | None = None,
    homes: Mapping[tuple[int, Span], tuple[int, Span]] | None = None,
) -> Linked:
    """All printings in groups. Reported speech and spliced printings join when the others stand, and lead none.

    ``found`` must come in an order that does not depend on the order of arrival. ``homes`` gives, for the keys of
    spliced printings, that of the printing to stand with.
    """
    given = homes or {}
    ordered = sorted(found, key=lambda m: (-len(m.wording.folded), len(m.pieces)))
    groups = Memory()
    index = Index.of(groups, sum(len(marked.wording.folded) for marked in ordered))
    told = situation or Situation()
    waiting = []
    for marked in ordered:
        if marked.reported or marked.key in given:
            waiting.append(marked)
        else:
            place(marked, index, told)
    home = {m.key: group for group in groups for m, _ in group.members}
    alone = [m for m in waiting if not join(m, home.get(given[m.key]) if m.key in given else None, index, told)]
    return Linked(groups, index, alone)


def place(marked: Marked, index: Index, situation: Situation) -> None:
    """Put a printing into the group that it belongs to; one of its own, if there is none."""
    group, reason = best(marked, index.near(marked.wording.own, speaker=marked.speaker), situation)
    if group is None:
        group, reason = index.make(marked), FULLEST
    group.add(marked, reason)


def join(marked: Marked, home: Group | None, index: Index, situation: Situation) -> bool:
    """Put a reported or spliced printing into a group, when all others stand; false where none takes it and it leads none.

    ``home`` is the group that a splice stands with.
    """
    if home is not None:
        home.add(marked, "put together from words of this utterance and another")
        return True
    if not marked.reported:
        place(marked, index, situation)
        return True
    group, reason = best(marked, index.near(marked.wording.own, speaker=marked.speaker), situation)
    if group is not None:
        group.add(marked, reason)
    return group is not None


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
    own = marked.wording.own
    size = len(own)
    if not size:
        return 0.0, ""
    speakers = group.speakers if marked.speaker is not None or marked.around else frozenset()
    agree = marked.speaker is not None and marked.speaker in speakers
    differ = marked.speaker is not None and bool(speakers) and not agree
    differ = differ and not situation.one_body(marked.speaker or 0, speakers)
    if marked.reported and not agree:
        return 0.0, ""
    shared = overlap(group.lead.wording.folded, own)
    if differ and shared.run >= _RUN and shared.common >= _KEPT * size:  # "an official" may be who another names
        differ = not (situation.described(marked.speaker or 0) or any(map(situation.described, speakers)))
    if size >= _SHORT or marked.reported:
        return _sentence(marked, group.lead, shared, agree=agree, differ=differ)
    if shared.run < size or not any(map(telling, marked.wording.folded)):
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
    own = marked.wording.own
    size = len(own)
    if marked.article == lead.article and shared.run < size:
        return 0.0, ""  # one article alters nothing that it prints itself: "It is no boat. It was a boat."
    if differ and (shared.run < _RUN or shared.common < 0.9 * size or sum(map(telling, own)) < _SAYING):
        return 0.0, ""
    enough = shared.common >= _KEPT * size and shared.run >= min(4, size - 1)
    if not agree:  # without the speaker, nearly all that the words say must be the same
        enough = enough and shared.weight >= (_SURE if size < _RUN + 2 else _KEPT)
        enough = enough and sum(map(telling, own)) >= _TOLD
    if (enough or shared.run >= _RUN) and not marked.reported:
        reason = f"{shared.common} of its {size} words stand in the fullest printing in this order"
        return shared.common / size + shared.run / 100, reason
    if not agree:
        return 0.0, ""
    if not marked.reported and reordered(lead.wording.folded, own):
        return 0.7, "its words stand in the fullest printing in another order"
    if shared.common < _HALF * size or shared.run < 3:
        return 0.0, ""
    paired = [column for column in align(lead.wording, marked.wording) if column.relation != "other"]
    alike, places = len(paired), [column.lead for column in paired if column.lead is not None]
    if alike < _ALIKE * size or (size < _RUN and places[-1] - places[0] >= _SPREAD * size):
        return 0.0, ""
    return alike / size - 0.5, f"{alike} of its {size} words, person and tense aside, stand in the fullest printing"
