"""Blocks: an alignment cut into stretches of one relation, and what each is called.

Words taken out in one place and put in at another are a change of order; words
left out at an ellipsis are the ellipsis; a plural is another word, but beside a
shifted word a verb's ending is a shift.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tellings.linking.utterances.alignment import Column, Relation
from tellings.linking.utterances.likeness import number
from tellings.linking.utterances.overlap import overlap, telling
from tellings.linking.utterances.words import Word, Wording, ellipsis_in
from tellings.values import EditKind, Span

Kind = EditKind | Literal["typography"]


@dataclass(frozen=True, slots=True)
class Block:
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


def blocks(columns: Sequence[Column], lead: Wording, printing: Wording) -> list[Block]:
    """The stretches of one relation of an alignment, in order."""
    found: list[Block] = []
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
            found.append(Block(relation, a, b, c, d))
        a, c = b, d
    return [part for block in found for part in _by_ellipsis(block, printing)]


def _by_ellipsis(block: Block, printing: Wording) -> list[Block]:
    """Words left out at an ellipsis, and other words beside it: two differences."""
    if block.relation != "other" or not all(block.sides) or block.b - block.a <= block.d - block.c:
        return [block]
    if gap_ellipsis(printing, block.c) is not None:
        cut = block.b - (block.d - block.c)
        return [replace(block, b=cut, d=block.c), replace(block, a=cut)]
    if gap_ellipsis(printing, block.d) is not None:
        cut = block.a + (block.d - block.c)
        return [replace(block, b=cut), replace(block, a=cut, c=block.d)]
    return [block]


def gap_ellipsis(wording: Wording, index: int) -> Span | None:
    """The ellipsis before the word ``index`` (behind the last, for their number)."""
    start = wording.words[index - 1].span.end if index else 0
    end = wording.words[index].span.start if index < len(wording.words) else len(wording.line)
    return ellipsis_in(wording.line, start, end)


@dataclass(frozen=True, slots=True)
class Named:
    """A block and what it is called."""

    block: Block
    kind: Kind


def named(lead: Wording, printing: Wording, found: Sequence[Block]) -> list[Named]:
    """Each block with its kind; words taken out in one place and put in at another are a change of order."""
    moved: set[int] = set()
    for i, taken in enumerate(found):
        for j, put in enumerate(found):
            if i == j or {i, j} & moved or {taken.relation, put.relation} != {"other"}:
                continue
            if _moved(lead.words[taken.a : taken.b], printing.words[put.c : put.d]):
                moved |= {i, j}
    return [
        Named(block, "order changed" if index in moved else _kind(lead, printing, block))
        for index, block in enumerate(found)
    ]


_MOVED = 0.6  # share of both passages that one run of the same words makes up; a joining "and" may stay behind


def _moved(taken: Sequence[Word], put: Sequence[Word]) -> bool:
    """Whether words put in are those taken out elsewhere, and do not stand there by chance."""
    run = overlap([w.folded for w in taken], [w.folded for w in put]).run if taken and put else 0
    return (
        bool(run)
        and run >= _MOVED * max(len(taken), len(put))
        and _worth({w.folded for w in taken} & {w.folded for w in put})
    )


def _worth(words: Collection[str]) -> bool:
    return any(telling(word) for word in words) or len(words) > 2


def _kind(lead: Wording, printing: Wording, block: Block) -> Kind:
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
    if gap_ellipsis(printing, block.c) is not None and gap_ellipsis(lead, block.b) is None:
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
