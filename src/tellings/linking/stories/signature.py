"""What the grouping keeps of an article: its terms by where they stand, its day, its outlet, and some words to show.

A signature is all that is ever compared, so an archive keeps signatures and
need not read an article twice. It is a value that goes to bytes and back.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.linking import lookup
from tellings.linking.stories import background, terms
from tellings.linking.stories.terms import Terms
from tellings.linking.stories.weights import FIELDS, Array, Counted, norm, weights
from tellings.values import Article

VERSION = 2
"""Of the form in bytes; another version is not read."""

_LEAD = 500  # characters of the body that open a story
_BODY = 6_000  # characters that are read; what comes later seldom tells which story it is
_HEAVIEST = 90  # words by which an article is found
_SHOWN = 40  # words and names kept as printed, to say why two articles belong together
_PLAIN = 24  # the rarity (sixteenths) up to which a word says nothing beside another
_TELLING = 96  # the rarity (sixteenths) of four words together from which a run of them is kept
_HEAD = struct.Struct("<BiIBHB8H8d")


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """The terms of an article by field, as in ``FIELDS``.

    ``day`` is the ordinal of the day of print (none: 0), ``outlet`` a term (none: 0), ``weekdays`` the first that
    the text names, as bits, ``length`` in words. ``shown`` are its rarest names and words as printed; names are
    marked with a star. ``norms`` are the lengths of the vectors of the fields, ``heavy`` the places of the heaviest words.
    """

    fields: tuple[Counted, ...]
    day: int
    outlet: int
    weekdays: int
    length: int
    shown: tuple[str, ...]
    norms: Array
    heavy: NDArray[np.uint16]

    def heaviest(self) -> list[tuple[int, int]]:
        """The heaviest words, as terms, with their weight."""
        found, counts = self.fields[0]
        weight = weights(0, (found[self.heavy], counts[self.heavy]))
        return list(zip(found[self.heavy].tolist(), weight.astype(int).tolist(), strict=True))

    def to_bytes(self) -> bytes:
        """The whole signature, some five kilobytes."""
        sizes = [len(found) for found, _ in self.fields]
        facts = (self.day, self.outlet, self.weekdays, self.length, len(self.heavy))
        head = _HEAD.pack(VERSION, *facts, *sizes, *self.norms)
        body = b"".join(found.astype("<u4").tobytes() + counts.tobytes() for found, counts in self.fields)
        return head + body + self.heavy.astype("<u2").tobytes() + "\n".join(self.shown).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Signature:
        """Raises ``ValueError`` for the bytes of another version."""
        version, day, outlet, weekdays, length, heaviest, *rest = _HEAD.unpack_from(data)
        if version != VERSION:
            raise ValueError(f"a signature of version {version}, not {VERSION}; add the article again")
        place, fields = _HEAD.size, []
        for size in rest[: len(FIELDS)]:
            found = np.frombuffer(data, "<u4", size, place).astype(np.uint32)
            fields.append((found, np.frombuffer(data, np.uint8, size, place + 4 * size)))
            place += 5 * size
        heavy = np.frombuffer(data, "<u2", heaviest, place).astype(np.uint16)
        shown = data[place + 2 * heaviest :].decode()
        words, norms = tuple(shown.split("\n")) if shown else (), np.array(rest[len(FIELDS) :])
        return cls(tuple(fields), day, outlet, weekdays, length, words, norms, heavy)


def of(article: Article, names: Iterable[str] | None = None) -> Signature:
    """The signature of an article: the title and the body, without captions, bylines and furniture.

    ``names`` as printed, where a reading has found them; else they are told by their capitals.
    """
    kept = (block for block in article.blocks if block.kind in {"deck", "body"} and not block.repeat)
    printed = lookup.as_date(lookup.day(article))
    return make(
        article.title.value if article.title else "",
        "\n\n".join(block.span.of(article.text) for block in kept),
        day=printed.toordinal() if printed else 0,
        outlet=article.outlet.value if article.outlet else "",
        names=names,
    )


def make(title: str, body: str, *, day: int = 0, outlet: str = "", names: Iterable[str] | None = None) -> Signature:
    """The signature of a title and a body; ``names`` as printed, where a reading has found them."""
    body = body[:_BODY]
    heading, words = terms.tokens(title), terms.tokens(body)
    named = terms.names(body) if names is None else {token for name in names for token in terms.tokens(name)}
    top, text = terms.numbers(heading), terms.numbers(words)
    every = np.concatenate([top, text])
    own = _among(every, terms.numbers(sorted(named)))
    quotes = [terms.runs(terms.numbers(terms.tokens(quote)), 3) for quote in terms.quoted(body)]
    fields = (
        terms.counted(every),
        terms.counted(every[own]),
        terms.counted(top),
        terms.counted(text[: len(terms.tokens(body[:_LEAD]))]),
        _pairs((top, text)),
        terms.counted(terms.numbers(terms.figures(f"{title}\n{body}"))),
        _once(_fours(text)),
        _once(np.concatenate(quotes) if quotes else text[:0]),
    )
    source = zlib.crc32(outlet.casefold().encode()) if outlet else 0
    shown = _shown(heading + words, every, own)
    weight = [weights(place, field) for place, field in enumerate(fields)]
    heavy = np.lexsort((fields[0][0], -weight[0]))[:_HEAVIEST].astype(np.uint16)
    norms = np.array([norm(each) for each in weight])
    return Signature(fields, day, source, terms.weekdays(body), min(len(words), 65_535), shown, norms, heavy)


def _among(every: Terms, known: Terms) -> NDArray[np.bool_]:
    """Which terms are known ones: as ``np.isin``, several times as quick where few are known."""
    if not len(known):
        return np.zeros(len(every), dtype=np.bool_)
    known = np.sort(known)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, every), len(known) - 1)] == every
    return found


def _once(found: Terms) -> Counted:
    found = np.unique(found & terms.KEPT)[:65_535]
    return found, np.ones(len(found), dtype=np.uint8)


def _pairs(parts: tuple[Terms, ...]) -> Counted:
    """Every two words of some weight that follow one another, with their rarity in eighths for a count."""
    found, weight = [], []
    for part in parts:
        rare = background.rarity(part)
        heavy = (rare[:-1] > _PLAIN) & (rare[1:] > _PLAIN)
        found.append(terms.runs(part, 2)[heavy])
        weight.append((rare[:-1] + rare[1:])[heavy])
    every, first = np.unique(np.concatenate(found) & terms.KEPT, return_index=True)
    return every, np.minimum(np.concatenate(weight)[first] / 2, 255).astype(np.uint8)


def _fours(text: Terms) -> Terms:
    """The runs of four words that are not all of the commonest."""
    found = terms.runs(text, 4)
    rare = background.rarity(text)
    return found[rare[:-3] + rare[1:-2] + rare[2:-1] + rare[3:] > _TELLING] if len(found) else found


def _shown(words: list[str], every: Terms, own: NDArray[np.bool_]) -> tuple[str, ...]:
    """The words that weigh most, as first printed; a name is marked with a star."""
    found, first, counts = np.unique(every, return_index=True, return_counts=True)
    weight = background.rarity(found) * (1 + np.log(counts)) * np.where(own[first], 1.5, 1.0)
    best = np.lexsort((found, -weight))[:_SHOWN]
    return tuple(("*" if own[first[place]] else "") + words[first[place]] for place in best)
