"""The words, names and figures of a text as numbers, at a fraction of a millisecond an article.

A term is the upper 21 bits of the CRC-32 of its folded form: the same on every
machine and in every run, and an archive of any size needs no shared dictionary. Names are told by
capitals alone: words that stand capitalised inside a sentence. What stands between two
spaces is taken apart once and remembered, as most of a text has been seen before.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.uint32]
_Records: TypeAlias = NDArray[np.uint64]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

BITS = 21
SHIFT = 32 - BITS
"""The upper bits of a number make a term; the rest only serve to mix runs."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_WEEKDAY = re.compile(r"\b[MTWFS][a-z]{2,5}day\b")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{15,400})[”\"]")
_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_INSIDE = _LOWER | frozenset("0123456789,")  # after one of these a sentence goes on
_NO_NAMES = frozenset(
    [
        *WEEKDAYS,
        *"january february march april may june july august september october november december".split(),
        *"i mr mrs ms dr sen rep gov".split(),
    ]
)
_MIX = (
    np.uint32(2654435761),
    np.uint32(2246822519),
    np.uint32(3266489917),
)  # odd: each place counts for something else
_WEEKDAYS_READ = 3
_KNOWN = (
    1 << 17
)  # pieces of text remembered, and as many of before: of 25,000 articles that leaves half as many to take apart as one such memory
_FOLDED = 1 << 16  # words whose folded form is remembered: fewer than pieces, and reasons fold what they show again

_RECORD = np.dtype("<u8")
"""A token: its number in the lower half, above it what else is known of it. A piece that holds no token has one too."""

_FIGURE, _OPENS, _CLOSES, _GOES_ON, _EMPTY, _ENDS = (1 << bit for bit in range(32, 38))
_WEEKDAY_BIT = 40  # of Monday; the others follow
_BREAK = "\0"  # stands between two texts that are read at once


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words and figures of texts in their order, with a break after each text but the last.

    ``numbers`` of which the upper bits are terms, 0 for a break; ``breaks`` are the places of these. ``records`` hold what
    else is known of each, ``pieces`` what stands between two spaces.
    """

    numbers: Terms
    breaks: NDArray[np.intp]
    _records: _Records
    _before: _Records
    _places: NDArray[np.intp]
    _pieces: Sequence[str]
    _every: _Records

    def figures(self, end: int) -> Terms:
        """The figures of more than one character, up to a place."""
        found: Terms = self.numbers[:end][self._records[:end] & _FIGURE != 0]
        return found

    def names(self, part: slice) -> Terms:
        """What stands capitalised inside a sentence in a part."""
        found: Terms = self.numbers[part][(self._records[part] & _OPENS != 0) & (self._before[part] & _CLOSES != 0)]
        return found

    def weekdays(self, part: slice) -> int:
        """The first that are named in a part, as bits: what happened when, where no date is printed."""
        days = self._records[part] >> np.uint64(_WEEKDAY_BIT)
        return int(np.bitwise_or.reduce(days[days > 0][:_WEEKDAYS_READ], initial=0))

    def printed(self, places: NDArray[np.intp]) -> list[str]:
        """The words at some places, as printed."""
        first = (self._every & _GOES_ON == 0).nonzero()[0]
        records = self._places[places]
        pieces = first.searchsorted(records, side="right") - 1
        inside = (records - first[pieces]).tolist()
        found = [self._pieces[piece] for piece in pieces.tolist()]
        return [piece if piece.isalpha() else tokens(piece)[place] for piece, place in zip(found, inside, strict=True)]


class _TakenApart(dict[str, bytes]):
    """The tokens of a piece of text that stands between two spaces, each a ``_RECORD``; remembers what it was asked for.

    Once full it begins anew, but still takes up what it knew before: the words of every day are never taken apart again.
    """

    def __init__(self) -> None:
        self._before: dict[str, bytes] = {}

    def __missing__(self, piece: str) -> bytes:
        if len(self) >= _KNOWN:
            self._before = dict(self)
            self.clear()
        self[piece] = taken = self._before.get(piece) or _taken_apart(piece)
        return taken


def _taken_apart(piece: str) -> bytes:
    found = [_record(match, piece) for match in _TOKEN.finditer(piece)] or [_ENDS if piece == _BREAK else _EMPTY]
    found[1:] = [record | _GOES_ON for record in found[1:]]
    if piece[-1:] in _INSIDE:
        found[-1] |= _CLOSES
    return b"".join(record.to_bytes(_RECORD.itemsize, "little") for record in found)


def _record(match: re.Match[str], piece: str) -> int:
    token = match[0]
    record = zlib.crc32(folded(token).encode())
    if token[0].isdecimal():
        return record | _FIGURE if len(token) > 1 else record
    if not match.start() and piece[0] not in _LOWER and token.casefold() not in _NO_NAMES:
        record |= _OPENS
    for day in _WEEKDAY.findall(token) if "day" in token else ():
        record |= 1 << _WEEKDAY_BIT + WEEKDAYS.index(day.lower()) if day.lower() in WEEKDAYS else 0
    return record


_known = _TakenApart()


def read(*texts: str) -> Words:
    """The words of texts."""
    pieces = f" {_BREAK} ".join(text.replace(_BREAK, " ") for text in texts).replace("\n", " \n ").split(" ")
    every = np.frombuffer(b"".join(map(_known.__getitem__, pieces)), _RECORD)
    places = (every & _EMPTY == 0).nonzero()[0]
    records, before = every[places], every[places - 1]
    before[:1][places[:1] == 0] = 0  # before the first there is nothing
    return Words(records.astype(np.uint32), (records & _ENDS).nonzero()[0], records, before, places, pieces, every)


@functools.lru_cache(_FOLDED)
def folded(word: str) -> str:
    """A word without case, possessive and plural."""
    word = _POSSESSIVE.sub("", word.casefold().replace("’", "'"))
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]
    return word


def tokens(text: str) -> list[str]:
    """The words and figures of a text, as printed."""
    return _TOKEN.findall(text)


def quoted(text: str) -> list[str]:
    """What stands in quotation marks, of some length."""
    return _QUOTED.findall(text)


def runs(numbers: Terms, length: int) -> Terms:
    """The numbers of every so many words (four at most) that follow one another."""
    if len(numbers) < length:
        return numbers[:0]
    last = len(numbers) - length + 1
    found = numbers[length - 1 :].copy()
    for place in range(length - 1):
        found += numbers[place : place + last] * _MIX[place]
    return found
