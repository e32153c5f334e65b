"""Spliced printings: one pair of marks around words that were said apart.

A printing is spliced where its front stands in one other printing and its back
in another, neither has both, and both go on at the joint with words that this
one lacks. A shortened printing of the whole would stand in one; whole sentences
set side by side cannot be told from a fuller printing, and are not called spliced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import Indel

from tellings.linking.utterances.alignment import Column
from tellings.linking.utterances.groups import Index
from tellings.linking.utterances.overlap import overlap, telling
from tellings.linking.utterances.postings import RUN, Postings, Under, runs
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.signs import is_name
from tellings.linking.utterances.words import Word, Wording, ellipsis_in
from tellings.values import Edit, Span, Spans, Telling

Place = tuple[int, Span]
"""A printing's key."""

FREQUENT = 24
"""Printings under one key; beyond, the key says nothing."""

_PART = 3  # words; less than that is no part of an utterance
_COMMON = 5  # of both parts, where one has no word that carries meaning by itself
_UNNAMED = 8  # the same where no speaker is named for one of them
_LEAST = 8  # words of a printing that can be spliced
_COMPARED = 8  # printings compared word by word
_JOINING = 2  # words put between the two parts, an "and"
_KEPT = 0.8  # share of the words that the two parts make up


@dataclass(frozen=True, slots=True)
class Splice:
    """How a printing is put together: ``home`` is the printing it has more of, its words ``first`` to ``last`` are of ``other``."""

    home: Marked
    other: Marked
    first: int
    last: int


def spliced(found: Sequence[Marked]) -> dict[Place, Splice]:
    """The keys of the printings that are put together from two others, and how."""
    postings = Postings(sum(len(marked.wording.folded) for marked in found), FREQUENT + 1)
    for number, marked in enumerate(found):
        if not marked.reported:
            postings.add(number, sorted(set(runs(marked.wording.folded))))
    splices = ((marked.key, splice(number, found.__getitem__, postings)) for number, marked in enumerate(found))
    return {key: found_so for key, found_so in splices if found_so is not None}


def splice(number: int, printing: Callable[[int], Marked], postings: Under) -> Splice | None:
    """How the printing of a number is put together; none for one that is not. ``printing`` gives each by its number, and ``postings`` has them under their runs."""
    own = printing(number)
    if len(own.wording.folded) < _LEAST or own.reported or len(own.pieces) > 1:
        return None
    near = list(
        islice((other for other in _sharing(number, own, postings) if _may_be(own, printing(other))), _COMPARED)
    )
    covered = {other: _covered(own, printing(other)) for other in near}
    if any(len(places) >= len(own.wording.folded) - _JOINING for places in covered.values()):
        return None  # somebody prints the whole
    near = [other for other in near if len(covered[other]) >= _PART]
    pairs = (
        (one, other)
        for one in near
        for other in near
        if one != other and _makes_up(own, (printing(one), covered[one]), (printing(other), covered[other]))
    )
    pair = next(pairs, None)
    if pair is None:
        return None
    front, back = set(covered[pair[0]]) - set(covered[pair[1]]), set(covered[pair[1]]) - set(covered[pair[0]])
    if len(front) >= len(back):
        return Splice(printing(pair[0]), printing(pair[1]), min(back), len(own.wording.folded) - 1)
    return Splice(printing(pair[1]), printing(pair[0]), 0, max(front))


def _sharing(number: int, own: Marked, postings: Under) -> Sequence[int]:
    """The other printings that share most runs with one; none where too few of its words stand in any of them."""
    shares: dict[int, int] = defaultdict(int)
    elsewhere: set[int] = set()
    for place, under in enumerate(postings.get(runs(own.wording.folded), FREQUENT)):
        if len(under) > 1:
            elsewhere.update(range(place, place + RUN))
        if len(under) <= FREQUENT:
            for other in under:
                shares[other] += 1
    shares.pop(number, None)
    if len(elsewhere) < _KEPT * len(own.wording.folded):
        return ()
    return sorted(shares, key=lambda other: (-shares[other], other))


def _may_be(own: Marked, other: Marked) -> bool:
    """Whether words may be of the same speaker."""
    return own.speaker is None or other.speaker is None or own.speaker == other.speaker


def _covered(own: Marked, other: Marked) -> frozenset[int]:
    """Which words of a printing stand in another, in runs of some length."""
    codes = Indel.opcodes(own.wording.folded, other.wording.folded)
    runs = [code for code in codes if code.tag == "equal" and code.src_end - code.src_start >= _PART]
    return frozenset(place for code in runs for place in range(code.src_start, code.src_end))


def _makes_up(own: Marked, one: tuple[Marked, Collection[int]], other: tuple[Marked, Collection[int]]) -> bool:
    """Whether the front of a printing is of one and the back of the other, and they were said apart."""
    front, back = set(one[1]) - set(other[1]), set(other[1]) - set(one[1])
    size = len(own.wording.folded)
    if not front or not back or len(front | back) < _KEPT * size or max(front) >= min(back):
        return False
    if ellipsis_in(own.wording.line, own.words[max(front)].span.end, own.words[min(back)].span.start) is not None:
        return False  # the printing itself shows that something stands between
    least = min(len(front), len(back))
    if not all(_worth(own, other, part, least) for other, part in ((one[0], front), (other[0], back))):
        return False
    return _goes_on(own, one[0], max(front), 1) and _goes_on(own, other[0], min(back), -1)


def _worth(own: Marked, other: Marked, part: Collection[int], least: int) -> bool:
    """Whether a part is enough to be of that utterance: more of it is asked for where nobody says whose the words are."""
    said = sum(telling(own.words[place].folded) and not is_name(own.wording, place) for place in part)
    if own.speaker is not None and own.speaker == other.speaker:
        return len(part) >= _PART and (said >= 1 or least >= _COMMON)
    return len(part) >= _UNNAMED and said >= _PART


def _goes_on(own: Marked, other: Marked, place: int, step: int) -> bool:
    """Whether another printing has two words more behind (before) the last (first) one it shares."""
    code = next(
        c
        for c in Indel.opcodes(own.wording.folded, other.wording.folded)
        if c.tag == "equal" and c.src_start <= place < c.src_end
    )
    return len(other.wording.folded) - code.dest_end >= 2 if step > 0 else code.dest_start >= 2


def named(edit: Edit, marked: Marked, index: Index) -> Edit:
    """An edit that puts in words of another utterance, named as that; any other edit as it is."""
    if edit.here is None or edit.kind not in {"words added", "word replaced"}:
        return edit
    put = marked.wording.within(edit.here)
    if len(put) < _PART or not any(telling(word.folded) for word in put):
        return edit
    for other in index.near([word.folded for word in put], every=True):
        if not _may_be(marked, other.lead):
            continue
        sides = (edit.here.start > marked.pieces[0].start + 2, edit.here.end + 2 < marked.pieces[-1].end)
        if edit.lead is None and not all(sides):
            return edit  # the leading words begin or end there: the printing may only be the fuller one on that side
        place = stands_in(put, other.lead.wording, marked.wording, sides)
        if place is not None:
            return Edit("spliced from two utterances", edit.lead, edit.here, Telling(other.lead.article, place))
    return edit


def as_spliced(
    changes: Sequence[Edit], columns: Sequence[Column], marked: Marked, lead: Marked, splice: Splice
) -> list[Edit]:
    """The edits of a spliced printing: all that concerns the words of the other utterance is one."""
    inside = [
        number
        for number, column in enumerate(columns)
        if column.here is not None and splice.first <= column.here <= splice.last
    ]
    first, last = inside[0], inside[-1]
    words = marked.words[splice.first].span.start, marked.words[splice.last].span.end
    here = marked.wording.places(*words)
    ours = [column.lead for column in columns[first : last + 1] if column.lead is not None]
    there = lead.wording.places(lead.words[ours[0]].span.start, lead.words[ours[-1]].span.end) if ours else ()
    kept = [edit for edit in changes if not _touches(edit, there, here)]
    place = stands_in(marked.words[splice.first : splice.last + 1], splice.other.wording, None)
    source = Telling(splice.other.article, place or splice.other.pieces[0])
    edit = Edit("spliced from two utterances", there[0] if there else None, here[0], source)
    before = [e for e in kept if (e.here is not None and e.here < here[0]) or (e.here is None and splice.first > 0)]
    return [*before, edit, *(e for e in kept if e not in before)]


def _touches(edit: Edit, there: Spans, here: Spans) -> bool:
    """Whether an edit is of these leading words or these words here."""
    return any(edit.here is not None and edit.here.overlaps(span) for span in here) or any(
        edit.lead is not None and edit.lead.overlaps(span) for span in there
    )


def stands_in(
    put: Sequence[Word], other: Wording, own: Wording | None, joints: tuple[bool, bool] = (False, False)
) -> Span | None:
    """Where words put in stand in another wording, if that has no more of the printing (``own``) than these words.

    ``joints`` says at which ends other words stand beside them; there the other wording must go on.
    """
    codes = Indel.opcodes([w.folded for w in other.words], [w.folded for w in put])
    equal = [code for code in codes if code.tag == "equal"]
    if sum(c.src_end - c.src_start for c in equal) < max(_PART, _KEPT * len(put)):
        return None
    if own is not None and overlap(other.folded, own.folded).common > len(put) + _JOINING:
        return None
    first, last = equal[0].src_start, equal[-1].src_end
    if (joints[0] and first < _JOINING) or (joints[1] and len(other.folded) - last < _JOINING):
        return None
    return other.places(other.words[first].span.start, other.words[last - 1].span.end)[0]
