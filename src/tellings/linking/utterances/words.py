"""The words of a printing, with the place of each: what alignment works on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.values import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.-][^\W_]+)*|[$£€%&]")
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_BRACKET = re.compile(r"\[[^\]]*\]")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded for comparing, and where it stands. ``bracketed`` words are the editor's, not the speaker's."""

    folded: str
    span: Span
    bracketed: bool


def words(text: str, span: Span) -> tuple[Word, ...]:
    """The words of ``text`` in ``span``, in order."""
    brackets = [Span(m.start(), m.end()) for m in _BRACKET.finditer(text, span.start, span.end)]
    found: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        place, folded = Span(match.start(), match.end()), fold(match[0])
        if found and folded in _SCALES and found[-1].folded[-1].isdigit():
            folded = _SCALES[folded]
        found.append(Word(folded, place, any(bracket.covers(place) for bracket in brackets)))
    return tuple(found)


def fold(word: str) -> str:
    """A word without the differences of typography: case, curly marks, the space in a contraction."""
    return word.replace("’", "'").casefold()


def has_ellipsis(text: str, start: int, end: int) -> bool:
    """Whether an ellipsis stands in ``text[start:end]``."""
    return _ELLIPSIS.search(text, start, end) is not None
