"""What the grouping keeps of an article: its terms by where they stand, its day, its outlet, and some words to show.

A signature is all that is ever compared, so an archive keeps signatures and
need not read an article twice. It is a value that goes to bytes and back.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tellings.linking import lookup
from tellings.linking.stories import background, terms
from tellings.linking.stories.terms import Terms
from tellings.values import Article

Field = Literal["words", "names", "title", "lead", "pairs", "figures"]
FIELDS: tuple[Field, ...] = ("words", "names", "title", "lead", "pairs", "figures")

Counted = tuple[Terms, NDArray[np.uint8]]
"""Terms in order, each once, and how often each stands there."""

VERSION = 1
"""Of the form in bytes; another version is not read."""

_LEAD = 500  # characters of the body that open a story
_BODY = 6_000  # characters that are read; what comes later seldom tells which story it is
_SHOWN = 40  # words and names kept as printed, to say why two articles belong together
_PLAIN = 1.5  # the rarity up to which a word says nothing beside another
_HEAD = struct.Struct("<BiI6H")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Signature:
    """The terms of an article by field; ``day`` as an ordinal of the calendar (none: 0); ``outlet`` as a term (none: 0).

    ``shown`` are its rarest names and words as printed, names first marked with ``*``.
    """

    fields: tuple[Counted, ...]
    day: int
    outlet: int
    shown: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """The whole signature, some six kilobytes."""
        head = _HEAD.pack(VERSION, self.day, self.outlet, *(len(found) for found, _ in self.fields))
        body = b"".join(found.astype("<u4").tobytes() + counts.tobytes() for found, counts in self.fields)
        return head + body + "\n".join(self.shown).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Signature:
        """Raises ``ValueError`` for the bytes of another version."""
        version, day, outlet, *sizes = _HEAD.unpack_from(data)
        if version != VERSION:
            raise ValueError(f"a signature of version {version}, not {VERSION}; read the article again")
        place, fields = _HEAD.size, []
        for size in sizes:
            found = np.frombuffer(data, "<u4", size, place).astype(np.uint32)
            counts = np.frombuffer(data, np.uint8, size, place + 4 * size)
            fields.append((found, counts))
            place += 5 * size
        shown = data[place:].decode()
        return cls(tuple(fields), day, outlet, tuple(shown.split("\n")) if shown else ())


def of(article: Article, names: Iterable[str] | None = None) -> Signature:
    """The signature of an article: the title and the body, without captions, bylines and furniture.

    ``names`` as printed, where a reading has found them; else they are told by their capitals.
    """
    body = "\n\n".join(
        block.span.of(article.text) for block in article.blocks if block.kind in {"body", "deck"} and not block.repeat
    )
    printed = lookup.as_date(lookup.day(article))
    return make(
        article.title.value if article.title else "",
        body,
        day=printed.toordinal() if printed else 0,
        outlet=article.outlet.value if article.outlet else "",
        names=names,
    )


def make(title: str, body: str, *, day: int = 0, outlet: str = "", names: Iterable[str] | None = None) -> Signature:
    """The signature of a title and a body; ``names`` as printed, where a reading has found them."""
    body = body[:_BODY]
    words = terms.tokens(body)
    heading = terms.tokens(title)
    named = terms.names(body) if names is None else frozenset(token for name in names for token in terms.tokens(name))
    title_terms, body_terms = terms.numbers(heading), terms.numbers(words)
    known = np.unique(terms.numbers(sorted(named)))
    lead = body_terms[: len(terms.tokens(body[:_LEAD]))]
    every = np.concatenate([title_terms, body_terms])
    figures = [word for word in heading + words if _NUMBER.match(word) and len(word) > 1]
    return Signature(
        (
            terms.counted(every),
            terms.counted(every[np.isin(every, known)]),
            terms.counted(title_terms),
            terms.counted(lead),
            _pairs((title_terms, body_terms)),
            terms.counted(terms.numbers(figures)),
        ),
        day,
        zlib.crc32(outlet.casefold().encode()) if outlet else 0,
        _shown(heading + words, every, known),
    )


def _pairs(runs: tuple[Terms, ...]) -> Counted:
    """Every two words that follow one another and are both of some weight, with their rarity in eighths for a count."""
    found, weight = [], []
    for run in runs:
        rare = background.rarity(run)
        heavy = (rare[:-1] > _PLAIN) & (rare[1:] > _PLAIN)
        found.append(terms.pairs(run)[heavy])
        weight.append((rare[:-1] + rare[1:])[heavy])
    every, first = np.unique(np.concatenate(found), return_index=True)
    eighths = np.minimum(np.concatenate(weight)[first] * 8, 255)
    return every, eighths.astype(np.uint8)


def _shown(words: list[str], every: Terms, known: Terms) -> tuple[str, ...]:
    """The words that weigh most, as first printed; a name is marked with a star."""
    found, first, counts = np.unique(every, return_index=True, return_counts=True)
    named = np.isin(found, known)
    weight = background.rarity(found) * (1 + np.log(counts)) * np.where(named, 1.5, 1.0)
    best = np.lexsort((found, -weight))[:_SHOWN]
    return tuple(("*" if named[place] else "") + words[first[place]] for place in best)
