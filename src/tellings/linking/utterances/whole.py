"""Printings as articles have them: parts of one quotation are put together, words inside it left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from tellings.linking.utterances.groups import Held
from tellings.linking.utterances.printings import Marked, joined

_ATTRIBUTION = 160  # characters; more than that between two stretches is another place in the article
_SEAM = 3  # words on either side of an attribution, which another article prints in one run


def at_once(found: Sequence[Marked]) -> list[Marked]:
    """The printings, those put together that an attribution parts in one article and that another prints at once.

    '"We must go," she said. "The pier is shut."' is one printing where another article has "We must go. The pier is
    shut." in one pair of marks, so that both are compared as one run of words.
    """
    runs: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for marked in found:
        own = marked.wording.folded
        for place in range(len(own) - 2 * _SEAM + 1 if not marked.reported else 0):
            runs[own[place : place + 2 * _SEAM]].add(marked.article)
    put: list[Marked] = []
    for marked in sorted(found, key=lambda marked: marked.key):
        last = put[-1] if put else None
        if last is not None and _beside(last, marked) and _one_speaker(last, marked):
            seam = last.wording.folded[-_SEAM:] + marked.wording.folded[:_SEAM]
            if runs.get(seam, set()) - {marked.article}:
                put[-1] = joined(last, marked)
                continue
        put.append(marked)
    return put


def _one_speaker(one: Marked, other: Marked) -> bool:
    return one.speaker is None or other.speaker is None or one.speaker == other.speaker


def whole(group: Held) -> tuple[Marked, list[tuple[Marked, str]]]:
    """The printings of a group in the order of the articles, neighbours in one article put together.

    '"We must go," she said. "We must go now."' is one printing where another article prints both at once, or
    where the second goes on from the first.
    """
    lead = group.lead
    beside: dict[int, list[Marked]] = defaultdict(list)
    for marked, _ in group.members:
        beside[marked.article].append(marked)
    members = [(m, reason) for m, reason in group.members if not _nested(m, beside[m.article])]
    found: list[tuple[Marked, str]] = []
    for marked, reason in sorted(members, key=lambda item: item[0].key):
        if found and _beside(found[-1][0], marked) and _in_order(found[-1][0], marked, group.lead):
            before, why = found[-1]
            both = joined(before, marked)
            lead = both if lead in (before, marked) else lead
            found[-1] = both, why if lead is both else f"{why}; {reason}" if why != reason else why
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


def _nested(marked: Marked, beside: Sequence[Marked]) -> bool:
    """Whether words stand inside another printing of the same article: a quotation in a quotation is no second printing."""
    return any(other is not marked and any(piece.covers(marked.span) for piece in other.pieces) for other in beside)
