"""Near-copies: articles that print one text, so that five printings of a wire copy count as one origin.

The measure is containment, not resemblance: a brief that takes its sentences
from a long piece is a copy of it, however much it left out (Broder 1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import Indel

from tellings.values import Origin, Reading, Span, Telling

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_COPY = 0.5  # share of the shorter article's shingles that stand in the longer one
_LEAST = 20  # shingles; less proves nothing


def link(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The groups of two or more articles that print one text."""
    shingles = [_shingles(reading) for reading in readings]
    home = list(range(len(readings)))
    shares: dict[tuple[int, int], float] = {}
    for a, b in combinations(range(len(readings)), 2):
        share = _containment(shingles[a], shingles[b])
        if share >= _COPY:
            shares[a, b] = share
            home = [home[a] if h == home[b] else h for h in home]
    groups: dict[int, list[int]] = {}
    for article, leader in enumerate(home):
        groups.setdefault(leader, []).append(article)
    return tuple(_origin(tuple(group), shares, readings) for group in groups.values() if len(group) > 1)


def _body(reading: Reading) -> list[Span]:
    return [block.span for block in reading.article.blocks if block.kind == "body" and not block.repeat]


def _words(reading: Reading) -> list[tuple[str, Span]]:
    text = reading.article.text
    return [
        (m[0].casefold(), Span(m.start(), m.end()))
        for span in _body(reading)
        for m in _WORD.finditer(text, span.start, span.end)
    ]


def _shingles(reading: Reading) -> frozenset[tuple[str, ...]]:
    words = [word for word, _ in _words(reading)]
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _containment(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    least = min(len(a), len(b))
    return len(a & b) / least if least >= _LEAST else 0.0


def _origin(group: tuple[int, ...], shares: dict[tuple[int, int], float], readings: Sequence[Reading]) -> Origin:
    least = min(share for pair, share in shares.items() if set(pair) <= set(group))
    pair = max((pair for pair in shares if set(pair) <= set(group)), key=lambda pair: (shares[pair], pair))
    return Origin(
        articles=group,
        reason=f"at least {least:.0%} of the five-word runs of the shorter article stand in the longer one",
        shared=_longest_run(pair, readings),
    )


def _longest_run(pair: tuple[int, int], readings: Sequence[Reading]) -> tuple[Telling, ...]:
    """The longest run of words that both print, as it stands in each."""
    one, other = _words(readings[pair[0]]), _words(readings[pair[1]])
    blocks = Indel.opcodes([w for w, _ in one], [w for w, _ in other])
    best = max((code for code in blocks if code.tag == "equal"), key=lambda code: code.src_end - code.src_start)
    return (
        Telling(pair[0], Span(one[best.src_start][1].start, one[best.src_end - 1][1].end), "the longest run in common"),
        Telling(
            pair[1], Span(other[best.dest_start][1].start, other[best.dest_end - 1][1].end), "the longest run in common"
        ),
    )
