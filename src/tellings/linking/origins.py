"""Origins: articles of a story that print one text, so that five printings of a wire copy count as one.

Which articles those are is the matter of ``linking.copies``; here they become values: a
group, the stretches that it shares at their characters, and the article that the others
were likely taken from, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tellings.linking.copies import CopyIndex, NearCopy, earlier, families, words_of
from tellings.linking.copies.shared import Side
from tellings.values import Article, Origin, Reading, Span, Telling

_SHOWN = 12  # words of a shared stretch that is worth showing


def link(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The groups of two or more articles that print one text."""
    index = CopyIndex()
    index.add_all((_key(number), reading.article) for number, reading in enumerate(readings))
    copies = index.copies()
    return tuple(_origin(family, copies, readings) for family in families(copies))


def _key(number: int) -> str:
    return f"{number:08d}"


def _origin(family: Sequence[str], copies: Sequence[NearCopy], readings: Sequence[Reading]) -> Origin:
    mine = [copy for copy in copies if copy.shorter in family]
    least = min(copy.share for copy in mine)
    first = _first(mine, readings)
    return Origin(
        articles=tuple(int(key) for key in family),
        reason=f"of each shorter article at least {least:.0%} of the words stand in a longer one",
        shared=tuple(_shared(mine, readings)),
        first=first[0] if first else None,
        first_reason=first[1] if first else "",
    )


def _first(copies: Sequence[NearCopy], readings: Sequence[Reading]) -> tuple[int, str] | None:
    """The article that most of its copies were likely taken from, if one stands out, and why."""
    reasons: dict[int, list[str]] = {}
    later: Counter[int] = Counter()
    for copy in copies:
        found = earlier(copy, readings[int(copy.shorter)].article, readings[int(copy.longer)].article)
        if found:
            pair = (int(copy.shorter), int(copy.longer))
            reasons.setdefault(pair[found.which], []).append(found.reason)
            later[pair[1 - found.which]] += 1
    candidates = [article for article in reasons if not later[article]]
    if len(candidates) != 1:
        return None
    return candidates[0], "; ".join(dict.fromkeys(reasons[candidates[0]]))


def _shared(copies: Sequence[NearCopy], readings: Sequence[Reading]) -> Iterator[Telling]:
    """The stretches in common of each shorter article and the longer one that has most of it, in both."""
    fullest: dict[str, NearCopy] = {}
    for copy in copies:
        known = fullest.get(copy.shorter)
        if known is None or copy.share > known.share:
            fullest[copy.shorter] = copy
    for copy in fullest.values():
        share = f"{copy.share:.0%} of the shorter article's words stand in the longer one"
        sides = ((int(copy.shorter), copy.likeness.shorter), (int(copy.longer), copy.likeness.longer))
        ranked = [item for number, side in sides for item in _ranked(number, side, readings[number].article)]
        yield from (Telling(number, span, share) for _, number, span in sorted(ranked))


def _ranked(number: int, side: Side, article: Article) -> Iterator[tuple[int, int, Span]]:
    """The stretches of one side that are worth showing, each with its rank: the longest first."""
    words = words_of(article)
    ordered = sorted(side.stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch[0]))
    for rank, (first, last) in enumerate(ordered):
        if rank == 0 or last - first >= _SHOWN:
            yield rank, number, words.span(first, last)
