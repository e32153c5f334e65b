"""Differences: what was done to the leading words to get a printing, character for character, and what each is called.

``differences`` leaves nothing out: applied to the leading line they give the
other line exactly. Most of what they hold at the joints is mere typography
(the kind of a mark, a capital at the front, the comma before "she said"); it
is kept apart as ``typography`` and is no alteration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellings.linking.utterances.alignment import Column, align
from tellings.linking.utterances.blocks import Block, Kind, Named, blocks, gap_ellipsis, named
from tellings.linking.utterances.words import Word, Wording

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


def differences(lead: Wording, printing: Wording, columns: Sequence[Column] | None = None) -> tuple[Difference, ...]:
    """All differences of a printing from the leading one, in the order of their characters, none over another.

    ``columns`` is their alignment, where it is known.
    """
    columns = align(lead, printing) if columns is None else columns
    found = named(lead, printing, blocks(columns, lead, printing))
    return tuple(_sewn(lead, printing, found))


def applied(lead: str, found: Iterable[Difference], here: str) -> str:
    """The leading line with the differences applied: the other line."""
    made, place = [], 0
    for difference in found:
        made += [lead[place : difference.lead[0]], here[difference.here[0] : difference.here[1]]]
        place = difference.lead[1]
    return "".join([*made, lead[place:]])


def _sewn(lead: Wording, printing: Wording, found: Sequence[Named]) -> Iterator[Difference]:
    """The blocks as differences of characters, with the gaps and the words of what is equal looked at as well.

    The signs beside words left out or put in go with them.
    """
    ours = theirs = 0  # characters of both lines that are accounted for
    joint = True
    for item in found:
        block = item.block
        if not all(block.sides):
            end = _end(lead, block.a, block.b, ours), _end(printing, block.c, block.d, theirs)
            sign = gap_ellipsis(printing, block.c) if item.kind == "ellipsis" else None
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


def _equal(lead: Wording, printing: Wording, block: Block) -> Iterator[Difference]:
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
