"""Alignment: two printings word by word.

A global alignment with affine gaps (Gotoh, "An improved algorithm for matching
biological sequences", J. Mol. Biol. 162, 1982) over words. A word that carries
meaning binds more than "the"; leaving words out costs little at the ends of a
printing and where an ellipsis or the end of a stretch shows the gap, and more
in the middle: so words cut are one cut, where it can be read so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from tellings.linking.utterances.likeness import likeness, number
from tellings.linking.utterances.overlap import telling
from tellings.linking.utterances.words import Word, Wording, ellipsis_in

Relation = Literal["equal", "spelling", "shift", "other"]

_EQUAL, _EQUAL_COMMON = 3.0, 1.5
_ALIKE: dict[Relation, float] = {"spelling": 1.0, "shift": 0.4, "other": -1.2}
_EDITOR = -0.3  # a word for an editor's bracket, or one number for another
_BRACKETED = 0.2  # the same word, in an editor's brackets on one side
_OPEN, _OPEN_END, _OPEN_SHOWN = -2.2, -0.8, -0.3
_FURTHER = -0.05  # each further word of a gap
_SMALL = 64  # cells; beyond, a long run that is the same is taken as fixed, but for a few words at its ends
_FIXED, _LOOSE = 8, 2  # words
_NONE = -1e9


@dataclass(frozen=True, slots=True)
class Column:
    """A leading word over a printed one; none where one side has nothing there."""

    lead: int | None
    here: int | None
    relation: Relation


def align(lead: Wording, printing: Wording) -> tuple[Column, ...]:
    """Every word of both, in order, each over its like."""
    return tuple(_joined(_aligned(lead, printing, (0, len(lead.words)), (0, len(printing.words))), lead))


def _aligned(lead: Wording, printing: Wording, ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Column]:
    (a, b), (c, d) = ours, theirs
    if (b - a) * (d - c) > _SMALL:
        run = _longest(lead.words[a:b], printing.words[c:d])
        if run is not None:
            i, j, size = a + run[0], c + run[1], run[2]
            yield from _aligned(lead, printing, (a, i), (c, j))
            yield from (Column(i + step, j + step, "equal") for step in range(size))
            yield from _aligned(lead, printing, (i + size, b), (j + size, d))
            return
    yield from _gotoh(lead, printing, ours, theirs)


def _longest(one: Sequence[Word], other: Sequence[Word]) -> tuple[int, int, int] | None:
    """The inner part of the longest run that two sides share: where it begins on each, and its words."""
    codes = Indel.opcodes([w.folded for w in one], [w.folded for w in other])
    sizes = [
        (code.src_end - code.src_start, -code.src_start, -code.dest_start) for code in codes if code.tag == "equal"
    ]
    size, start, there = max(sizes, default=(0, 0, 0))
    start, there = -start, -there
    same = zip(one[start : start + size], other[there : there + size], strict=True)
    if size < _FIXED or any(word.bracketed != twin.bracketed for word, twin in same):
        return None
    front = _LOOSE if (start, there) != (0, 0) else 0
    back = _LOOSE if (start + size, there + size) != (len(one), len(other)) else 0
    return start + front, there + front, size - front - back


def _gotoh(lead: Wording, printing: Wording, ours: tuple[int, int], theirs: tuple[int, int]) -> list[Column]:
    """The best path; at each cell the best score that ends in a pair, in a word left out, in a word put in."""
    (a, b), (c, d) = ours, theirs
    rows, cols = b - a, d - c
    left_out = _openings(printing, c, d)
    put_in = _openings(lead, a, b)
    pair = [[_NONE] * (cols + 1) for _ in range(rows + 1)]
    out = [[_NONE] * (cols + 1) for _ in range(rows + 1)]
    into = [[_NONE] * (cols + 1) for _ in range(rows + 1)]
    pair[0][0] = 0.0
    score = _scores(lead.words[a:b], printing.words[c:d])
    for i in range(rows + 1):
        pairs, outs, ins = pair[i], out[i], into[i]
        for j in range(cols + 1):
            if i and j:
                best = max(pair[i - 1][j - 1], out[i - 1][j - 1], into[i - 1][j - 1])
                pairs[j] = best + score[i - 1][j - 1]
            if i:
                outs[j] = max(max(pair[i - 1][j], into[i - 1][j]) + left_out[j], out[i - 1][j] + _FURTHER)
            if j:
                ins[j] = max(max(pairs[j - 1], outs[j - 1]) + put_in[i], ins[j - 1] + _FURTHER)
    return _path(lead, printing, ours, theirs, (pair, out, into))


def _path(
    lead: Wording,
    printing: Wording,
    ours: tuple[int, int],
    theirs: tuple[int, int],
    scores: tuple[list[list[float]], list[list[float]], list[list[float]]],
) -> list[Column]:
    pair, out, into = scores
    (a, b), (c, d) = ours, theirs
    left_out, put_in = _openings(printing, c, d), _openings(lead, a, b)
    i, j = b - a, d - c
    state = _best(pair[i][j], out[i][j], into[i][j])
    found: list[Column] = []
    while i or j:
        if state == 0:
            one, other = lead.words[a + i - 1], printing.words[c + j - 1]
            found.append(Column(a + i - 1, c + j - 1, _relation(one, other)))
            i, j = i - 1, j - 1
            state = _best(pair[i][j], out[i][j], into[i][j])
        elif state == 1:
            found.append(Column(a + i - 1, None, "other"))
            further = out[i - 1][j] + _FURTHER
            state = _best(pair[i - 1][j] + left_out[j], further, into[i - 1][j] + left_out[j])
            i -= 1
        else:
            found.append(Column(None, c + j - 1, "other"))
            further = into[i][j - 1] + _FURTHER
            state = _best(pair[i][j - 1] + put_in[i], out[i][j - 1] + put_in[i], further)
            j -= 1
    return found[::-1]


def _best(pair: float, out: float, into: float) -> int:
    top = max(pair, out, into)
    return 0 if pair == top else 1 if out == top else 2


def _openings(wording: Wording, first: int, last: int) -> list[float]:
    """What it costs to begin a gap before each word of a side, and behind its last."""
    found = []
    for index in range(first, last + 1):
        start = wording.words[index - 1].span.end if index else 0
        end = wording.words[index].span.start if index < len(wording.words) else len(wording.line)
        if ellipsis_in(wording.line, start, end) is not None:
            found.append(_OPEN_SHOWN)
        elif index in {0, len(wording.words)} or any(start <= seam < end for seam in wording.seams):
            found.append(_OPEN_END)
        else:
            found.append(_OPEN)
    return found


def _scores(lead: Sequence[Word], printing: Sequence[Word]) -> list[list[float]]:
    return [[_score(one, other) for other in printing] for one in lead]


def _score(one: Word, other: Word) -> float:
    if one.folded == other.folded:
        if one.bracketed != other.bracketed and len(one.span) <= len(other.folded) >= len(other.span):
            return _BRACKETED
        return _EQUAL if telling(one.folded) else _EQUAL_COMMON
    relation = _relation(one, other)
    if relation == "other" and (one.bracketed != other.bracketed or _numbers(one, other)):
        return _EDITOR
    return _ALIKE[relation]


def _numbers(one: Word, other: Word) -> bool:
    """Whether two words are two numbers."""
    return number(one.folded) is not None and number(other.folded) is not None


def _relation(one: Word, other: Word) -> Relation:
    return "equal" if one.folded == other.folded else likeness(one.folded, other.folded)


_ISLAND = 2  # common words in one run


def _joined(columns: Iterator[Column], lead: Wording) -> list[Column]:
    """Small common words that stand alike by chance inside a passage put in other words, taken as a part of it."""
    found = list(columns)
    signs = "".join("x" if column.relation == "other" else "c" if _common(column, lead) else "k" for column in found)
    for match in re.finditer(rf"(?<=xx)c{{1,{_ISLAND}}}(?=xx)", signs):
        before = signs[: match.start()]
        flanks = found[len(before.rstrip("x")) : match.start()], found[match.end() : match.end() + 2]
        if all(any(c.lead is not None for c in flank) and any(c.here is not None for c in flank) for flank in flanks):
            for index in range(match.start(), match.end()):
                found[index] = Column(found[index].lead, found[index].here, "other")
    return found


def _common(column: Column, lead: Wording) -> bool:
    return column.relation == "equal" and column.lead is not None and not telling(lead.words[column.lead].folded)
