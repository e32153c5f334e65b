"""Spliced printings: one pair of marks around words that were said apart.

A printing is spliced where its front stands in one other printing and its back
in another, neither has both, and one of them goes on at the joint with words
that this one lacks. A shortened printing of the whole would stand in one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from rapidfuzz.distance import Indel

from tellings.linking.utterances.grouping import Group, Index, Key, keys
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.words import Wording
from tellings.values import Edit, Span, Telling

Place = tuple[int, Span]
"""A printing's key."""

_PART = 3  # words; less than that is no part of an utterance
_LEAST = 8  # words of a printing that can be spliced
_COMPARED = 8  # printings compared word by word
_FREQUENT = 24  # printings under one key; beyond, the key says nothing
_JOINING = 2  # words put between the two parts, an "and"
_KEPT = 0.8  # share of the words that the two parts make up


def spliced(found: Sequence[Marked]) -> dict[Place, Place]:
    """The keys of the printings that are put together from two others, each with that of the one it has more of."""
    index: dict[Key, list[int]] = defaultdict(list)
    for number, marked in enumerate(found):
        if not marked.reported:
            for key in keys(marked.words):
                index[key].append(number)
    sources = {marked.key: _source(number, found, index) for number, marked in enumerate(found)}
    return {key: source for key, source in sources.items() if source is not None}


def _source(number: int, found: Sequence[Marked], index: Mapping[Key, Sequence[int]]) -> Place | None:
    """The printing that a spliced one has more of; none for one that is not spliced."""
    own = found[number]
    if len(own.words) < _LEAST or own.reported or len(own.pieces) > 1:
        return None
    shares: dict[int, int] = defaultdict(int)
    for key in keys(own.words):
        if len(key) == 3 and len(index[key]) <= _FREQUENT:
            for other in index[key]:
                if other != number and _may_be(own, found[other]):
                    shares[other] += 1
    near = sorted(shares, key=lambda other: (-shares[other], other))[:_COMPARED]
    covered = {other: _covered(own, found[other]) for other in near}
    if any(len(places) >= len(own.words) - _JOINING for places in covered.values()):
        return None  # somebody prints the whole
    near = [other for other in near if len(covered[other]) >= _PART]
    pairs = (
        (one, other)
        for one in near
        for other in near
        if one != other and _makes_up(own, (found[one], covered[one]), (found[other], covered[other]))
    )
    pair = next(pairs, None)
    return None if pair is None else found[max(pair, key=lambda other: len(covered[other]))].key


def _may_be(own: Marked, other: Marked) -> bool:
    """Whether words may be of the same speaker."""
    return own.speaker is None or other.speaker is None or own.speaker == other.speaker


def _covered(own: Marked, other: Marked) -> frozenset[int]:
    """Which words of a printing stand in another, in runs of some length."""
    codes = Indel.opcodes([w.folded for w in own.words], [w.folded for w in other.words])
    runs = [code for code in codes if code.tag == "equal" and code.src_end - code.src_start >= _PART]
    return frozenset(place for code in runs for place in range(code.src_start, code.src_end))


def _makes_up(own: Marked, one: tuple[Marked, Collection[int]], other: tuple[Marked, Collection[int]]) -> bool:
    """Whether the front of a printing is of one and the back of the other, and they were said apart."""
    front, back = set(one[1]) - set(other[1]), set(other[1]) - set(one[1])
    size = len(own.words)
    if min(len(front), len(back)) < _PART or len(front | back) < _KEPT * size or max(front) >= min(back):
        return False
    return _goes_on(own, one[0], max(front), 1) or _goes_on(own, other[0], min(back), -1)


def _goes_on(own: Marked, other: Marked, place: int, step: int) -> bool:
    """Whether another printing has two words more behind (before) the last (first) one it shares."""
    code = next(
        c
        for c in Indel.opcodes([w.folded for w in own.words], [w.folded for w in other.words])
        if c.tag == "equal" and c.src_start <= place < c.src_end
    )
    return len(other.words) - code.dest_end >= 2 if step > 0 else code.dest_start >= 2


def named(edit: Edit, marked: Marked, group: Group, index: Index) -> Edit:
    """An edit that puts in words of another utterance, named as that; any other edit as it is."""
    if edit.here is None or edit.kind not in {"words added", "word replaced"}:
        return edit
    put = Wording.of(marked.wording.text, (edit.here,)).words
    if len(put) < _PART:
        return edit
    for other in index.near(put):
        if other is group or not _may_be(marked, other.lead) or other.lead is marked:
            continue
        codes = Indel.opcodes([w.folded for w in other.lead.words], [w.folded for w in put])
        equal = [code for code in codes if code.tag == "equal"]
        if sum(c.src_end - c.src_start for c in equal) >= max(_PART, _KEPT * len(put)):
            words = other.lead.words
            start, end = words[equal[0].src_start].span.start, words[equal[-1].src_end - 1].span.end
            place = other.lead.wording.places(start, end)[0]
            return Edit("spliced from two utterances", edit.lead, edit.here, Telling(other.lead.article, place))
    return edit
