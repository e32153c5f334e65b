"""The words of a printing, with the place of each: what alignment works on.

A contraction is two words and a bracketed capital is a part of its word, so
that ``don't`` and ``do not``, ``[T]he`` and ``the`` meet. What is printed is
never changed: each word keeps its characters.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from tellings.values import Span, Spans, stretches

_WORD = re.compile(
    r"\[[^\W\d_]{1,2}\][^\W\d_]+(?:['’.-][^\W_]+)*"  # [T]he: the editor's capital
    r"|[^\W\d_]+\[['’]?[^\W\d_]{1,3}\]"  # say[s]: the editor's ending
    r"|\d+(?:[.,]\d+)*"
    r"|per\s+cent\b"
    r"|[^\W\d_]+(?:['’.-][^\W_]+)*"
    r"|[$£€%&]",
    re.IGNORECASE,
)
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_SAME = {"%": "percent", "&": "and", "okay": "ok"}
_BRACKET = re.compile(r"\[[^\]]*\]")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.(?:\s?\.)?|…")
_SHORTENED = re.compile(r"(?P<stem>.+?)(?P<rest>n['’]t|['’](?:re|ve|ll|m))$", re.IGNORECASE)
_IS = re.compile(r"(?P<stem>it|he|she|that|there|what|who|here|how|where|let)(?P<rest>['’]s)$", re.IGNORECASE)
_FULL = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'s": "is"}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded for comparing, and where it stands. ``bracketed`` words are the editor's, not the speaker's."""

    folded: str
    span: Span
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """What one printing prints of somebody's words: its stretches put together in one line, and the words in it.

    ``pieces`` are the stretches in the article's ``text``: several, where an attribution stands between them. In ``line``
    they are joined by one space. ``folded`` are its words as they are compared.
    """

    text: str
    pieces: Spans
    line: str
    folded: tuple[str, ...]

    @classmethod
    def of(cls, text: str, pieces: Spans) -> Wording:
        """The wording that stands in these stretches of a text (at least one, in their order)."""
        return cls.put_together(text, pieces, " ".join(piece.of(text) for piece in pieces))

    @classmethod
    def put_together(cls, text: str, pieces: Spans, line: str) -> Wording:
        """The wording of a line that was put together from stretches of a text that need not be at hand."""
        return cls(text, pieces, line, folded(line))

    @property
    def words(self) -> tuple[Word, ...]:
        """The words with their places in the line. They are found again when they are asked for: an archive has millions."""
        return _words(self.line)

    @property
    def own(self) -> tuple[str, ...]:
        """The folded words of the speaker, without those in an editor's brackets."""
        return tuple(word.folded for word in self.words if not word.bracketed) if "[" in self.line else self.folded

    @property
    def seams(self) -> tuple[int, ...]:
        """The places in the line where one stretch ends and the next begins: those of the joining spaces."""
        found, place = [], -1
        for piece in self.pieces[:-1]:
            place += len(piece) + 1
            found.append(place)
        return tuple(found)

    def within(self, place: Span) -> tuple[Word, ...]:
        """The words that stand at a place of the article."""
        return tuple(
            word
            for word in self.words
            if all(place.covers(span) for span in self.places(word.span.start, word.span.end))
        )

    def places(self, start: int, end: int) -> Spans:
        """The stretches of the article that ``line[start:end]`` stands in."""
        return stretches(self.pieces, start, end, joint=1)


def folded(line: str) -> tuple[str, ...]:
    """The words of a line, folded, as ``words`` has them: many times quicker, where their places are not asked for."""
    found: list[str] = []
    for match in _WORD.findall(line):
        for _, _, word in _parts(match):
            found.append(_SCALES[word] if word in _SCALES and found and found[-1][-1].isdigit() else word)
    return tuple(found)


def words(text: str, span: Span) -> tuple[Word, ...]:
    """The words of ``text`` in ``span``, in order."""
    brackets = [Span(m.start(), m.end()) for m in _BRACKET.finditer(text, span.start, span.end)]
    found: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        whole = Span(match.start(), match.end())
        edited = "[" in match[0] or any(bracket.covers(whole) for bracket in brackets)
        for start, end, word in _parts(match[0]):
            if found and word in _SCALES and found[-1].folded[-1].isdigit():
                word = _SCALES[word]
            found.append(Word(word, Span(whole.start + start, whole.start + end), edited))
    return tuple(found)


@functools.lru_cache(maxsize=8192)
def _words(line: str) -> tuple[Word, ...]:
    return words(line, Span(0, len(line)))


def fold(word: str) -> str:
    """A word without the differences of typography: case, curly marks, an editor's brackets inside it."""
    plain = " ".join(word.replace("’", "'").replace("[", "").replace("]", "").casefold().split())
    return "percent" if plain == "per cent" else _SAME.get(plain, plain)


@functools.lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[tuple[int, int, str], ...]:
    """A word, or the two words that a contraction is: from where to where in it, and folded."""
    if fold(word) == "cannot":
        return (0, len(word) - 3, "can"), (len(word) - 3, len(word), "not")
    found = None if "[" in word else _SHORTENED.match(word) or _IS.match(word)
    if found is None:
        return ((0, len(word), fold(word)),)
    stem, rest, middle = fold(found["stem"]), fold(found["rest"]), found.end("stem")
    return (0, middle, _STEMS.get(stem, stem)), (middle, len(word), "us" if stem == "let" else _FULL[rest])


def ellipsis_in(text: str, start: int, end: int) -> Span | None:
    """The ellipsis that stands in ``text[start:end]``, if one does."""
    found = _ELLIPSIS.search(text, start, end)
    return Span(found.start(), found.end()) if found else None
