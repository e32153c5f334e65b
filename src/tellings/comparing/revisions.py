"""What an outlet changed in an article after it was printed: headline, quotations, figures.

Two readings of one article are compared, the older and the newer. A quotation
with nearly the same words is one that was changed, otherwise one was dropped or
another added; a figure is the same if it counts the same thing. Only what stands
there is told, never why it was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from tellings.values import Figure, Quotation, Reading, Span, hull

RevisionKind = Literal[
    "headline changed",
    "quotation changed",
    "quotation dropped",
    "quotation added",
    "figure changed",
    "figure dropped",
    "figure added",
    "text changed",
]

_ALIKE = 0.6
"""Share of the words of two quotations that stand in one order in both, from which on one is the other changed."""


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """One change: where the words stood in the older text, and where they stand in the newer; none where they do not.

    A headline that is known from elsewhere has no place.
    """

    kind: RevisionKind
    before: Span | None = None
    after: Span | None = None


def changes(older: Reading, newer: Reading) -> tuple[RevisionChange, ...]:
    """What was changed from one revision to the next: headline first, then in the order of the newer text."""
    found = [*_quotations(older, newer), *_figures(older, newer)]
    found.sort(key=lambda change: (change.after or Span(10**9, 10**9 + 1), change.before or Span(0, 1), change.kind))
    found[:0] = _headline(older, newer)
    if not found and older.article.text != newer.article.text:
        return (RevisionChange("text changed"),)
    return tuple(found)


def _headline(older: Reading, newer: Reading) -> Iterator[RevisionChange]:
    before, after = older.article.title, newer.article.title
    if before and after and _folded(before.value) != _folded(after.value):
        places = [known.evidence[0] if known.evidence else None for known in (before, after)]
        yield RevisionChange("headline changed", *places)


def _quotations(older: Reading, newer: Reading) -> Iterator[RevisionChange]:
    before, after = _without_same(_quoted(older), _quoted(newer))
    pairs = sorted(
        ((alike, old, new) for old in before for new in after if (alike := _alike(old[0], new[0])) >= _ALIKE),
        key=lambda pair: (-pair[0], pair[1][1], pair[2][1]),
    )
    for _, old, new in pairs:
        if old in before and new in after:
            before.remove(old)
            after.remove(new)
            yield RevisionChange("quotation changed", old[1], new[1])
    yield from (RevisionChange("quotation dropped", place, None) for _, place in before)
    yield from (RevisionChange("quotation added", None, place) for _, place in after)


_Words = tuple[Hashable, ...]


def _quoted(reading: Reading) -> list[tuple[_Words, Span]]:
    return [(_words(reading, quotation), hull(quotation.content)) for quotation in reading.quotations]


def _words(reading: Reading, quotation: Quotation) -> _Words:
    return tuple(word for span in quotation.content for word in _folded(span.of(reading.article.text)))


def _folded(text: str) -> tuple[str, ...]:
    """Words without case and without the marks around them: curly or straight is no change."""
    marks = "“”\"'‘’«».,;:!?()[]–—"
    return tuple(word for word in (piece.strip(marks).casefold().replace("’", "'") for piece in text.split()) if word)


def _alike(one: _Words, other: _Words) -> float:
    return Indel.normalized_similarity(one, other)


def _without_same(
    before: Sequence[tuple[_Words, Span]], after: Sequence[tuple[_Words, Span]]
) -> tuple[list[tuple[_Words, Span]], list[tuple[_Words, Span]]]:
    """What stands in one of the two alone; of the same words printed twice, each takes one away."""
    rest = list(after)
    gone = []
    for item in before:
        same = next((other for other in rest if other[0] == item[0]), None)
        if same is None:
            gone.append(item)
        else:
            rest.remove(same)
    return gone, rest


def _figures(older: Reading, newer: Reading) -> Iterator[RevisionChange]:
    before, after = _counted(older), _counted(newer)
    for thing in sorted({*before, *after}, key=repr):
        yield from _of_one_thing(before[thing], after[thing])


def _of_one_thing(before: Iterable[Figure], after: Iterable[Figure]) -> Iterator[RevisionChange]:
    """Of the figures that count one thing, those whose value is gone are paired, in order, with those that are new."""
    old, new = list(before), list(after)
    values = {_value(figure) for figure in old} & {_value(figure) for figure in new}
    gone = [figure for figure in old if _value(figure) not in values]
    come = [figure for figure in new if _value(figure) not in values]
    pairs = min(len(gone), len(come))
    for first, second in zip(gone, come, strict=False):
        yield RevisionChange("figure changed", first.span, second.span)
    yield from (RevisionChange("figure dropped", figure.span, None) for figure in gone[pairs:])
    yield from (RevisionChange("figure added", None, figure.span) for figure in come[pairs:])


def _counted(reading: Reading) -> dict[Hashable, list[Figure]]:
    """Figures by what they count."""
    found: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in reading.figures:
        found[figure.head, figure.unit, figure.doing, figure.change].append(figure)
    return found


def _value(figure: Figure) -> Hashable:
    return figure.value, figure.low, figure.high, figure.bound
