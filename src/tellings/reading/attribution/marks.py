"""Quotation marks: which open, which close, and what stands between them.

Real copy mixes curly and straight marks, forgets to close, uses the apostrophe
for both jobs, and opens each paragraph of a long quotation anew. Marks are
paired paragraph by paragraph; a mark that never closes ends with its paragraph.
Pairs inside another pair belong to the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DOUBLE = re.compile(r"[“”„‟\"«»]|``|''|’’|‘‘")
_OPENING_ONLY = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
_CLOSING_ONLY = frozenset({"”", "»", "’’"})
_BEFORE_OPEN = frozenset(" \t\r\n\u00a0\u2009\u200a\u202f([{—–-/:…\"'“‘„«")
_AFTER_CLOSE = frozenset(" \t\r\n\u00a0\u2009\u200a\u202f)]}—–-/.,;:?!…\"'”’»")
_SINGLE = re.compile(r"[‘’‚‛'`]")
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d{2}s?)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d\s?$")


@dataclass(frozen=True, slots=True)
class Marked:
    """``text[start:end]`` with its marks; ``inner_start`` and ``inner_end`` are without them.

    ``closed`` is false where the closing mark is missing.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False

    def words(self, text: str) -> int:
        """How many words stand inside."""
        return len(text[self.inner_start : self.inner_end].split())


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def find_all(texts: Sequence[str]) -> tuple[tuple[Marked, ...], ...]:
    """The outermost marked stretches of every paragraph of one article.

    Some systems set a straight mark before each paragraph of copy whose quotations have curly ones. Where an
    article has curly marks, a straight one that opens a paragraph and is never closed is no quotation mark.
    """
    curly = sum(text.count("“") + text.count("”") for text in texts) >= 2
    return tuple(find(_without_stray(text) if curly else text) for text in texts)


def _without_stray(text: str) -> str:
    start = len(text) - len(text.lstrip())
    stray = text[start : start + 1] == '"' and text.count('"') == 1
    return f"{text[:start]} {text[start + 1 :]}" if stray else text


def find(text: str) -> tuple[Marked, ...]:
    """The outermost marked stretches of one paragraph, in order.

    American copy has single marks inside double ones, British copy the other way round: whichever pair holds
    the other is the outer one. A single mark that crosses a double pair was an apostrophe.
    """
    doubles = _pair(text, tuple(_doubles(text)))
    singles = [single for single in _singles(text) if _stands(text, single, doubles)]
    found = [*doubles, *singles]
    outer = [m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end for o in found)]
    return tuple(sorted(outer, key=lambda marked: marked.start))


def _stands(text: str, single: Marked, doubles: Sequence[Marked]) -> bool:
    """Whether a single pair lies beside every double one, or is long enough to hold it."""
    for double in doubles:
        if double.end <= single.start or single.end <= double.start:
            continue
        if not (single.start < double.start and double.end < single.end and double.closed and single.words(text) >= 2):
            return False
    return True


def _doubles(text: str) -> Iterator[_Mark]:
    for match in _DOUBLE.finditer(text):
        mark, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if mark == "''" and (before.isspace() or not before) and (after.isspace() or not after):
            continue
        can_open = (not before or before in _BEFORE_OPEN) and bool(after) and not after.isspace()
        can_close = bool(before) and not before.isspace() and (not after or after in _AFTER_CLOSE)
        if mark in "«»" and _points_inwards(mark, before, after):
            yield _Mark(match.start(), match.end(), opens=mark == "»", closes=mark == "«")
        elif mark in _OPENING_ONLY:
            # the low-high style closes with the sign that elsewhere opens
            yield _Mark(match.start(), match.end(), opens=True, closes=mark == "“" and not can_open and can_close)
        elif mark in _CLOSING_ONLY:
            yield _Mark(match.start(), match.end(), opens=mark == "»" and can_open and not can_close, closes=True)
        elif (
            mark == '"'
            and _INCHES.search(text, 0, match.start())
            and not can_open
            and before.isdigit()
            and not _opened(text, match.start())
        ):
            continue  # inches
        elif can_open != can_close:
            yield _Mark(match.start(), match.end(), opens=can_open, closes=can_close)
        else:  # glued on both sides, or free on both: whichever fits
            yield _Mark(match.start(), match.end(), opens=True, closes=True)


def _points_inwards(mark: str, before: str, after: str) -> bool:
    """Whether »such marks« are set the way that some countries do: closed up to the words on their blunt side."""
    glued_before = bool(before) and not before.isspace()
    glued_after = bool(after) and (after.isalnum() or after in "[(")
    return (mark == "»" and glued_after and not glued_before) or (mark == "«" and glued_before and not glued_after)


def _opened(text: str, place: int) -> bool:
    """Whether a straight mark before ``place`` waits to be closed."""
    return text.count('"', 0, place) % 2 == 1 or text.rfind("“", 0, place) > text.rfind("”", 0, place)


def _pair(text: str, marks: Sequence[_Mark]) -> list[Marked]:
    found: list[Marked] = []
    opened: _Mark | None = None
    nested = 0
    for mark in marks:
        if opened is None:
            opened = mark if mark.opens else None
        elif mark.opens and not mark.closes:
            # a second opening mark before any closing one is nested, or the first was never closed
            if _closes_left(marks, mark) >= 2:
                nested += 1
            else:
                found.append(_unclosed(text, opened, mark.start))
                opened, nested = mark, 0
        elif mark.closes and nested:
            nested -= 1
        elif mark.closes:
            found.append(Marked(opened.start, mark.end, opened.end, mark.start))
            opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, len(text)))
    return [marked for marked in found if text[marked.inner_start : marked.inner_end].strip()]


def _closes_left(marks: Sequence[_Mark], mark: _Mark) -> int:
    """Closing marks after ``mark`` before the next opening one."""
    count = 0
    for later in marks:
        if later.start <= mark.start:
            continue
        if later.opens and not later.closes:
            break
        count += 1
    return count


def _unclosed(text: str, opened: _Mark, limit: int) -> Marked:
    end = opened.end + len(text[opened.end : limit].rstrip())
    return Marked(opened.start, max(end, opened.end), opened.end, max(end, opened.end), closed=False)


def _singles(text: str) -> Iterator[Marked]:
    """Stretches between single marks; an apostrophe is neither an opening nor a closing mark."""
    marks = [
        m
        for m in _SINGLE.finditer(text)
        if text[m.start() - 1 : m.start()] not in {"'", "’", "‘"} and text[m.end() : m.end() + 1] not in {"'", "’", "‘"}
    ]
    openings = [m.start() for m in marks if _opens_single(text, m.start())]
    position = -1
    for index, start in enumerate(openings):
        if start < position:
            continue
        limit = next((o for o in openings[index + 1 :] if o > start), len(text))
        end = _closing_single(text, start, limit) or _closing_single(text, start, len(text))
        if end is None:
            before = text[:start].rstrip()
            if (not before or before[-1] in ".!?:,") and len(text[start:].split()) > 3 and index == len(openings) - 1:
                yield Marked(start, len(text.rstrip()), start + 1, len(text.rstrip()), closed=False, single=True)
                position = len(text)
            continue
        yield Marked(start, end + 1, start + 1, end, single=True)
        position = end


def _opens_single(text: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if text[place] == "’":
        return False
    if before and before not in _BEFORE_OPEN:
        return False
    if not after or not (after.isalnum() or after in '[(…“"$£€.I'):
        return False
    return not (text[place] == "'" and _ELISION.match(text, place + 1))


def _closing_single(text: str, start: int, limit: int) -> int | None:
    """The mark that closes the one at ``start``: surely after punctuation, else after a word that no possessive explains."""
    doubtful: int | None = None
    for match in re.finditer("['’]", text[start + 1 : limit]):
        place = start + 1 + match.start()
        before, after = text[place - 1], text[place + 1 : place + 2]
        if before.isspace() or (after and after not in _AFTER_CLOSE):
            continue
        if before in '.,?!…)]"”' or not after or after in ".,;:?!)—–":
            return place
        if before in "sS" and after == " " and text[place + 2 : place + 3].islower():
            doubtful = place if doubtful is None else doubtful  # "the victims' families"
            continue
        return place
    return doubtful
