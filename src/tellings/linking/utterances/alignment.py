"""Alignment: two printings word by word, and each difference named.

The fullest printing leads; every other one is described by what was done to
the leading words to get it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from tellings.linking.utterances.words import Word, has_ellipsis
from tellings.values import Edit, Span

_SPELLING = 84.0  # per cent of letters that two spellings of one word share at least (labor, labour)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two printings have in common: words in order, and the longest run without a gap."""

    common: int
    run: int


def overlap(one: Sequence[Word], other: Sequence[Word]) -> Overlap:
    """The words that two printings share in order."""
    codes = [code for code in Indel.opcodes([w.folded for w in one], [w.folded for w in other]) if code.tag == "equal"]
    sizes = [code.src_end - code.src_start for code in codes]
    return Overlap(sum(sizes), max(sizes, default=0))


def shared(lead: Sequence[Word], printing: Sequence[Word]) -> list[Span]:
    """The places of the leading words that a printing has as well."""
    codes = Indel.opcodes([w.folded for w in lead], [w.folded for w in printing])
    return [word.span for code in codes if code.tag == "equal" for word in lead[code.src_start : code.src_end]]


def edits(lead_text: str, lead: Sequence[Word], text: str, printing: Sequence[Word]) -> tuple[Edit, ...]:
    """What was done to the leading words to get this printing, in the order of the words."""
    return tuple(_edits(lead_text, lead, text, printing))


_Step = tuple[str, int, int, int, int]
"""What is done to ``lead[a:b]`` to get ``printing[c:d]``: (tag, a, b, c, d)."""


def _edits(lead_text: str, lead: Sequence[Word], text: str, printing: Sequence[Word]) -> Iterator[Edit]:
    for tag, a, b, c, d in _steps(lead, text, printing):
        if tag == "equal":
            yield from _surface(lead_text, lead[a:b], text, printing[c:d])
        else:
            yield _change(lead, (a, b), text, printing, (c, d))


def _steps(lead: Sequence[Word], text: str, printing: Sequence[Word]) -> Iterator[_Step]:
    """The steps of the alignment, deletions and insertions side by side taken as replacements."""
    codes = Indel.opcodes([w.folded for w in lead], [w.folded for w in printing])
    steps = [(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes]
    steps = _at_ellipses(lead, text, printing, steps)
    index = 0
    while index < len(steps):
        tag, a, b, c, d = steps[index]
        index += 1
        if tag != "equal" and index < len(steps) and steps[index][0] not in {"equal", tag}:
            _, a2, b2, c2, d2 = steps[index]
            index += 1
            yield from _parted(lead, printing, (min(a, a2), max(b, b2), min(c, c2), max(d, d2)))
        else:
            yield tag, a, b, c, d


def _at_ellipses(lead: Sequence[Word], text: str, printing: Sequence[Word], steps: list[_Step]) -> list[_Step]:
    """A gap moved to the ellipsis that marks it, where the words around allow it to lie there as well."""
    moved = list(steps)
    for index, (tag, a, b, c, _) in enumerate(steps):
        if (
            tag != "delete"
            or not 0 < index < len(steps) - 1
            or steps[index - 1][0] != "equal"
            or steps[index + 1][0] != "equal"
        ):
            continue
        for back in range(1, min(b - a, steps[index - 1][2] - steps[index - 1][1] - 1, 4) + 1):
            if lead[b - back].folded != lead[a - back].folded:
                break
            if has_ellipsis(text, printing[c - back - 1].span.end, printing[c - back].span.start):
                before, after = moved[index - 1], moved[index + 1]
                moved[index - 1] = ("equal", before[1], before[2] - back, before[3], before[4] - back)
                moved[index] = ("delete", a - back, b - back, c - back, c - back)
                moved[index + 1] = ("equal", after[1] - back, after[2], after[3] - back, after[4])
                break
    return moved


def _parted(lead: Sequence[Word], printing: Sequence[Word], block: tuple[int, int, int, int]) -> Iterator[_Step]:
    """A replacement with the words at its edges that are two spellings of one split off."""
    a, b, c, d = block
    if b - a != d - c and a < b and c < d:
        if _spelt_alike(lead[a].folded, printing[c].folded):
            yield "replace", a, a + 1, c, c + 1
            yield from _rest(a + 1, b, c + 1, d)
            return
        if _spelt_alike(lead[b - 1].folded, printing[d - 1].folded):
            yield from _rest(a, b - 1, c, d - 1)
            yield "replace", b - 1, b, d - 1, d
            return
    yield "replace", a, b, c, d


def _rest(a: int, b: int, c: int, d: int) -> Iterator[_Step]:
    if a < b or c < d:
        yield ("replace" if a < b and c < d else "delete" if a < b else "insert"), a, b, c, d


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two words are one in two spellings (labor, labour)."""
    return len(one) > 3 and one[0] == other[0] and fuzz.ratio(one, other) >= _SPELLING


def _change(
    lead: Sequence[Word], taken: tuple[int, int], text: str, printing: Sequence[Word], put: tuple[int, int]
) -> Edit:
    (a, b), (c, d) = taken, put
    there = Span(lead[a].span.start, lead[b - 1].span.end) if a < b else None
    here = Span(printing[c].span.start, printing[d - 1].span.end) if c < d else None
    if here is not None and any(word.bracketed for word in printing[c:d]):
        return Edit("bracketed word", there, _with_brackets(text, here))
    if there is not None and here is not None:
        one, other = "".join(w.folded for w in lead[a:b]), "".join(w.folded for w in printing[c:d])
        alike = re.sub(r"\W", "", one) == re.sub(r"\W", "", other) or (b - a == d - c == 1 and _spelt_alike(one, other))
        return Edit("spelling or punctuation" if alike else "word replaced", there, here)
    if here is not None:
        return Edit("words added", None, here)
    if c == 0:
        return Edit("cut at the front", there, None)
    if c == len(printing):
        return Edit("cut at the end", there, None)
    ellipsis = has_ellipsis(text, printing[c - 1].span.end, printing[c].span.start)
    return Edit(
        "ellipsis" if ellipsis else "cut in the middle",
        there,
        Span(printing[c - 1].span.end, printing[c].span.start) if ellipsis else None,
    )


def _with_brackets(text: str, span: Span) -> Span:
    start = text.rfind("[", 0, span.start + 1)
    end = text.find("]", span.end - 1)
    near = start >= 0 and span.start - start <= 2
    return Span(start if near else span.start, end + 1 if 0 <= end <= span.end + 2 else span.end)


def _surface(lead_text: str, lead: Sequence[Word], text: str, printing: Sequence[Word]) -> Iterator[Edit]:
    """Case inside a run, and the signs between its words: what was printed otherwise though the words are the same."""
    for index, (one, other) in enumerate(zip(lead, printing, strict=True)):
        if index and _plain(one.span.of(lead_text)) != _plain(other.span.of(text)):
            yield Edit("spelling or punctuation", one.span, other.span)
        if index + 1 < len(lead):
            gap, other_gap = (
                (one.span.end, lead[index + 1].span.start),
                (other.span.end, printing[index + 1].span.start),
            )
            if _signs(lead_text[gap[0] : gap[1]]) != _signs(text[other_gap[0] : other_gap[1]]):
                yield Edit("spelling or punctuation", _shown(lead_text, gap), _shown(text, other_gap))


def _shown(text: str, gap: tuple[int, int]) -> Span | None:
    """The signs of a gap without the white space around; none where there are none."""
    start, end = gap
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _signs(gap: str) -> str:
    """The signs between two words without what is mere typography: spaces, kinds of dash and of quotation mark."""
    plain = re.sub(r"[‘’“”\"'`«»]", "'", gap)
    return re.sub(r"\s", "", re.sub(r"-{2,}|[—–─-]", "-", plain))
