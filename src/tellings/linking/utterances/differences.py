"""Differences: what was done to the leading words to get a printing, character for character, and what each is called.

``differences`` leaves nothing out: applied to the leading line they give the
other line exactly. Most of what they hold at the joints is mere typography
(the kind of a mark, a capital at the front, the comma before "she said"); it
is kept apart as ``typography`` and is no alteration.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tellings.linking.utterances.alignment import Column, Relation, align, overlap, telling
from tellings.linking.utterances.likeness import number
from tellings.linking.utterances.words import Word, Wording, ellipsis_in
from tellings.values import EditKind, Span

Kind = EditKind | Literal["typography"]

Range = tuple[int, int]
"""Characters of a line; empty where the two are the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``lead`` characters of the leading line taken out and ``here`` characters of this line put in their place.

    ``lead_words`` and ``here_words`` are the words (or the signs) it is shown by, a part of the same characters.
    """

    kind: Kind
    lead: Range
    here: Range
    lead_words: Range | None = None
    here_words: Range | None = None


@dataclass(frozen=True, slots=True)
class _Block:
    """Columns that belong to one difference: ``lead.words[a:b]`` against ``printing.words[c:d]``."""

    relation: Relation
    a: int
    b: int
    c: int
    d: int

    @property
    def sides(self) -> tuple[bool, bool]:
        """Whether there are leading words, and words here."""
        return self.a < self.b, self.c < self.d


def differences(lead: Wording, printing: Wording, columns: Sequence[Column] | None = None) -> tuple[Difference, ...]:
    """All differences of a printing from the leading one, in the order of their characters, none over another.

    ``columns`` is their alignment, where it is known.
    """
    columns = align(lead, printing) if columns is None else columns
    blocks = _named(lead, printing, _blocks(columns, lead, printing))
    return tuple(_sewn(lead, printing, blocks))


def applied(lead: str, found: Iterable[Difference], here: str) -> str:
    """The leading line with the differences applied: the other line."""
    made, place = [], 0
    for difference in found:
        made += [lead[place : difference.lead[0]], here[difference.here[0] : difference.here[1]]]
        place = difference.lead[1]
    return "".join([*made, lead[place:]])


def _blocks(columns: Sequence[Column], lead: Wording, printing: Wording) -> list[_Block]:
    """Runs of columns of one relation; a plural is another word, but beside a shifted word a verb's ending is a shift."""
    found: list[_Block] = []
    a = c = 0
    for column in columns:
        b, d = a + (column.lead is not None), c + (column.here is not None)
        relation = column.relation
        if relation == "other" and b > a and d > c and found and found[-1].relation == "shift":
            one, other = lead.words[a].folded, printing.words[c].folded
            relation = "shift" if one + "s" == other or other + "s" == one else relation
        last = found[-1] if found else None
        if last is not None and last.relation == relation and relation in {"other", "equal", "shift"}:
            found[-1] = replace(last, b=b, d=d)
        else:
            found.append(_Block(relation, a, b, c, d))
        a, c = b, d
    return [part for block in found for part in _by_ellipsis(block, printing)]


def _by_ellipsis(block: _Block, printing: Wording) -> list[_Block]:
    """Words left out at an ellipsis, and other words beside it: two differences."""
    if block.relation != "other" or not all(block.sides) or block.b - block.a <= block.d - block.c:
        return [block]
    if _gap_ellipsis(printing, block.c) is not None:
        cut = block.b - (block.d - block.c)
        return [replace(block, b=cut, d=block.c), replace(block, a=cut)]
    if _gap_ellipsis(printing, block.d) is not None:
        cut = block.a + (block.d - block.c)
        return [replace(block, b=cut), replace(block, a=cut, c=block.d)]
    return [block]


def _gap_ellipsis(wording: Wording, index: int) -> Span | None:
    """The ellipsis before the word ``index`` (behind the last, for their number)."""
    start = wording.words[index - 1].span.end if index else 0
    end = wording.words[index].span.start if index < len(wording.words) else len(wording.line)
    return ellipsis_in(wording.line, start, end)


@dataclass(frozen=True, slots=True)
class _Named:
    block: _Block
    kind: Kind


def _named(lead: Wording, printing: Wording, blocks: Sequence[_Block]) -> list[_Named]:
    """Each block with its kind; words taken out in one place and put in at another are a change of order."""
    moved: set[int] = set()
    for i, taken in enumerate(blocks):
        for j, put in enumerate(blocks):
            if i == j or {i, j} & moved or {taken.relation, put.relation} != {"other"}:
                continue
            if _moved(lead.words[taken.a : taken.b], printing.words[put.c : put.d]):
                moved |= {i, j}
    return [
        _Named(block, "order changed" if index in moved else _kind(lead, printing, block))
        for index, block in enumerate(blocks)
    ]


_MOVED = 0.6  # share of both passages that one run of the same words makes up; a joining "and" may stay behind


def _moved(taken: Sequence[Word], put: Sequence[Word]) -> bool:
    """Whether words put in are those taken out elsewhere, and do not stand there by chance."""
    run = overlap(taken, put).run if taken and put else 0
    return (
        bool(run)
        and run >= _MOVED * max(len(taken), len(put))
        and _worth({w.folded for w in taken} & {w.folded for w in put})
    )


def _worth(words: Collection[str]) -> bool:
    return any(telling(word) for word in words) or len(words) > 2


def _kind(lead: Wording, printing: Wording, block: _Block) -> Kind:
    ours, theirs = lead.words[block.a : block.b], printing.words[block.c : block.d]
    edited = any(word.bracketed for word in theirs) or (ours and all(word.bracketed for word in ours))
    if (edited or (theirs and any(word.bracketed for word in ours))) and block.relation != "equal":
        return "bracketed word"
    if block.relation == "spelling":
        return "spelling or punctuation"
    if block.relation == "shift":
        return "tense or person shifted"
    if block.relation == "equal":
        return "typography"
    if ours and theirs:
        alike = _letters(ours) == _letters(theirs) or (_number(ours) is not None and _number(ours) == _number(theirs))
        return "spelling or punctuation" if alike else "word replaced"
    if theirs:
        return "words added"
    if _gap_ellipsis(printing, block.c) is not None and _gap_ellipsis(lead, block.b) is None:
        return "ellipsis"
    return (
        "cut at the front"
        if block.c == 0
        else "cut at the end"
        if block.c == len(printing.words)
        else "cut in the middle"
    )


def _number(words: Sequence[Word]) -> float | None:
    """The one number that words are ("two hundred", "200")."""
    return number(" ".join(word.folded for word in words))


def _letters(words: Sequence[Word]) -> str:
    return re.sub(r"\W", "", "".join(word.folded for word in words))


def _sewn(lead: Wording, printing: Wording, named: Sequence[_Named]) -> Iterator[Difference]:
    """The blocks as differences of characters, with the gaps and the words of what is equal looked at as well.

    The signs beside words left out or put in go with them.
    """
    ours = theirs = 0  # characters of both lines that are accounted for
    joint = True
    for item in named:
        block = item.block
        if not all(block.sides):
            end = _end(lead, block.a, block.b, ours), _end(printing, block.c, block.d, theirs)
            sign = _gap_ellipsis(printing, block.c) if item.kind == "ellipsis" else None
            end = end[0], sign.end if sign else end[1]
            shown = (sign.start, sign.end) if sign else _shown_words(printing, block.c, block.d, item.kind)
            lead_words = _words_range(lead.words[block.a : block.b])
            yield Difference(item.kind, (ours, end[0]), (theirs, end[1]), lead_words, shown)
            (ours, theirs), joint = end, True
            continue
        start = lead.words[block.a].span.start, printing.words[block.c].span.start
        yield from _gap(lead, printing, ((ours, start[0]), (theirs, start[1])), joint=joint)
        if block.relation == "equal":
            yield from _equal(lead, printing, block)
        else:
            ends = lead.words[block.b - 1].span.end, printing.words[block.d - 1].span.end
            there, here = (start[0], ends[0]), (start[1], ends[1])
            yield Difference(item.kind, there, here, there, _shown_words(printing, block.c, block.d, item.kind))
        ours, theirs = lead.words[block.b - 1].span.end, printing.words[block.d - 1].span.end
        joint = False
    yield from _gap(lead, printing, ((ours, len(lead.line)), (theirs, len(printing.line))), joint=True)


def _equal(lead: Wording, printing: Wording, block: _Block) -> Iterator[Difference]:
    """What differs though the words are the same: how they are printed, and the signs between them."""
    for step in range(block.b - block.a):
        one, other = lead.words[block.a + step], printing.words[block.c + step]
        if step:
            before = lead.words[block.a + step - 1].span.end, printing.words[block.c + step - 1].span.end
            yield from _gap(lead, printing, ((before[0], one.span.start), (before[1], other.span.start)), joint=False)
        yield from _surface(lead, printing, one, other)


def _end(wording: Wording, first: int, last: int, place: int) -> int:
    return wording.words[last - 1].span.end if first < last else place


def _shown_words(wording: Wording, first: int, last: int, kind: Kind) -> Range | None:
    place = _words_range(wording.words[first:last])
    return _with_brackets(wording.line, place) if place and kind == "bracketed word" else place


def _words_range(words: Sequence[Word]) -> Range | None:
    return (words[0].span.start, words[-1].span.end) if words else None


def _with_brackets(line: str, place: Range) -> Range:
    start, end = line.rfind("[", 0, place[0] + 1), line.find("]", place[1] - 1)
    near = start >= 0 and place[0] - start <= 2
    return start if near else place[0], end + 1 if 0 <= end <= place[1] + 2 else place[1]


def _gap(lead: Wording, printing: Wording, gap: tuple[Range, Range], *, joint: bool) -> Iterator[Difference]:
    """The signs between two words where the two lines differ in them; at a joint they are mere typography."""
    ours, theirs = gap
    one, other = lead.line[slice(*ours)], printing.line[slice(*theirs)]
    if one == other:
        return
    seam = any(ours[0] <= s < ours[1] for s in lead.seams) or any(theirs[0] <= s < theirs[1] for s in printing.seams)
    if joint or seam or _signs(one) == _signs(other):
        yield Difference("typography", ours, theirs)
    else:
        shown = _shown(lead.line, ours), _shown(printing.line, theirs)
        yield Difference("spelling or punctuation", ours, theirs, *shown)


def _surface(lead: Wording, printing: Wording, one: Word, other: Word) -> Iterator[Difference]:
    """One word printed in two ways: a capital where no sentence begins, a contraction written out, an editor's letter."""
    words = one.span.of(lead.line), other.span.of(printing.line)
    if words[0] == words[1]:
        return
    ranges = (one.span.start, one.span.end), (other.span.start, other.span.end)
    if one.bracketed != other.bracketed:
        yield Difference("bracketed word", *ranges, *ranges)
    elif _typed(words[0]) == _typed(words[1]) or (
        _typed(words[0]).casefold() == _typed(words[1]).casefold()
        and (_opens(lead, one) or _opens(printing, other) or _titled(lead) or _titled(printing))
    ):
        yield Difference("typography", *ranges)
    else:
        yield Difference("spelling or punctuation", *ranges, _whole(lead, one), _whole(printing, other))


def _whole(wording: Wording, word: Word) -> Range:
    """A word as it is shown: with the one it is contracted with, written together or not."""
    index = next(i for i, w in enumerate(wording.words) if w.span == word.span)
    contracted = word.folded in {"not", "is", "are", "have", "will", "am", "us"} and index > 0
    return wording.words[index - 1].span.start if contracted else word.span.start, word.span.end


def _typed(word: str) -> str:
    """A word without the differences of typography."""
    return " ".join(word.replace("’", "'").split())


def _opens(wording: Wording, word: Word) -> bool:
    """Whether a word stands where a capital is expected: at the front, behind a full stop, at the front of a stretch."""
    before = wording.line[: word.span.start].rstrip(" \t\r\n\u00a0“‘\"'([—-…")
    return not before or before[-1] in ".?!:" or any(s < word.span.start <= s + 2 for s in wording.seams)


def _titled(wording: Wording) -> bool:
    """Whether a line is set in capitals as a headline is, where they say nothing."""
    long = [word.span.of(wording.line) for word in wording.words if len(word.span) > 3]
    return len(long) >= 3 and sum(word[:1].isupper() for word in long) >= 0.8 * len(long)


def _shown(line: str, gap: Range) -> Range | None:
    """The signs of a gap without the white space around; none where there are none."""
    start, end = gap
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _signs(gap: str) -> str:
    """The signs of a gap without what is mere typography: spaces, kinds of mark and of dash, an editor's brackets."""
    signs = re.sub(r"[‘’“”\"'`«»]", "'", gap)
    return re.sub(r"[\s\[\]]", "", re.sub(r"-{2,}|[—–─-]", "-", signs))
