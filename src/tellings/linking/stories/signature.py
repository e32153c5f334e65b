"""What the grouping keeps of an article: its terms by where they stand, its day, its outlet, and some words to show.

A signature is all that is ever compared, so an archive keeps signatures and
need not read an article twice. It is a value that goes to bytes and back.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.linking import lookup
from tellings.linking.stories import background, terms
from tellings.linking.stories.terms import Terms, Words
from tellings.linking.stories.weights import AS_NAME, PLACE, Array, Counts, Field, Keys, keys, weights
from tellings.values import Article

VERSION = 3
"""Of the form in bytes; another version is not read."""

_LEAD = 500  # characters of the body that open a story
_BODY = 6_000  # characters that are read; what comes later seldom tells which story it is
_SHOWN = 40  # words and names kept as printed, to say why two articles belong together
_PLAIN = 24  # the rarity (sixteenths) up to which a word says nothing beside another
_TELLING = 96  # the rarity (sixteenths) of four words together from which a run of them is kept
_HEAD = struct.Struct("<BiIBHI")
_COUNT_BITS = np.uint32(8)


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """The terms of all fields of an article, as ``keys`` in order, with their ``counts``.

    ``day`` is the ordinal of the day of print (none: 0), ``outlet`` a term (none: 0), ``weekdays`` the first that
    the text names, as bits, ``length`` in words.
    """

    keys: Keys
    counts: Counts
    day: int
    outlet: int
    weekdays: int
    length: int
    text: bytes
    """The rarest names and words as printed, a line each; names are marked with a star."""

    @property
    def words(self) -> int:
        """How many of the keys, the first, are those of words."""
        return int(self.keys.searchsorted(AS_NAME))

    @property
    def shown(self) -> tuple[str, ...]:
        """The rarest names and words as printed; names are marked with a star."""
        return tuple(self.text.decode().split("\n")) if self.text else ()

    def to_bytes(self) -> bytes:
        """The whole signature, some five kilobytes."""
        head = _HEAD.pack(VERSION, self.day, self.outlet, self.weekdays, self.length, len(self.keys))
        return head + self.keys.astype("<u4").tobytes() + self.counts.tobytes() + self.text

    @classmethod
    def from_bytes(cls, data: bytes) -> Signature:
        """Raises ``ValueError`` for the bytes of another version."""
        version, day, outlet, weekdays, length, size = _HEAD.unpack_from(data)
        if version != VERSION:
            raise ValueError(f"a signature of version {version}, not {VERSION}; add the article again")
        held = np.frombuffer(data, "<u4", size, _HEAD.size).astype(np.uint32)
        counts = np.frombuffer(data, np.uint8, size, _HEAD.size + 4 * size).copy()
        return cls(held, counts, day, outlet, weekdays, length, data[_HEAD.size + 5 * size :])


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
    words = terms.read(title, body, body[:_LEAD], *terms.quoted(body))
    begin, end, quotes = [*words.breaks.tolist(), len(words.numbers)][:3]
    body_of, rare = slice(begin + 1, end), background.rarity(words.numbers[:end] >> np.uint32(terms.SHIFT))
    top, text = words.numbers[:begin], words.numbers[body_of]
    pairs, both = _pairs(words.numbers[:end], begin, rare)
    held, counts = _counted(
        {
            "words": np.concatenate([top, text]),
            "title": top,
            "lead": text[: quotes - end - 1],
            "figures": words.figures(end),
            "fours": _fours(text, rare[begin + 1 :]),
            "quotes": _threes(words, quotes),
            "pairs": pairs,
        },
        both,
    )
    size = int(held.searchsorted(AS_NAME))
    named = words.names(body_of) if names is None else terms.read(" ".join(names)).numbers
    own = _known(held[:size], np.sort(keys("words", named)))
    return Signature(
        np.concatenate([held[:size], held[:size][own] + AS_NAME, held[size:]]),
        np.concatenate([counts[:size], counts[:size][own], counts[size:]]),
        day,
        zlib.crc32(outlet.casefold().encode()) if outlet else 0,
        words.weekdays(body_of),
        min(len(text), 65_535),
        _shown(words, end, held[:size], weights(held[:size], counts[:size]) * np.where(own, 1.5, 1.0), own),
    )


def _counted(fields: Mapping[Field, Terms], both: Counts) -> tuple[Keys, Counts]:
    """All keys in order, each once, with how often it is there; of runs 1, and of pairs, which come last, what is given."""
    start = [(PLACE[field] << terms.BITS + 8) + (field in {"fours", "quotes"}) for field in fields]
    packed = np.concatenate(list(fields.values())) >> np.uint32(terms.SHIFT) << _COUNT_BITS
    packed += np.array(start, np.uint32).repeat([len(found) for found in fields.values()])
    packed[len(packed) - len(both) :] += both
    packed.sort()
    held, given = packed >> _COUNT_BITS, packed.astype(np.uint8)
    last = np.append((held[1:] != held[:-1]).nonzero()[0], len(held) - 1)[: len(held)]
    times = last.copy()
    times[1:] -= last[:-1]
    times[:1] += 1
    given = given[last]
    return held[last], np.where(given, given, np.minimum(times, 255)).astype(np.uint8)


def _known(some: Keys, held: Keys) -> NDArray[np.bool_]:
    """Which of some keys are among those held, which are in order: as ``np.isin``, several times as quick."""
    if not len(held):
        return np.zeros(len(some), np.bool_)
    found: NDArray[np.bool_] = held[np.minimum(held.searchsorted(some), len(held) - 1)] == some
    return found


def _pairs(numbers: Terms, cut: int, rare: Array) -> tuple[Terms, Counts]:
    """Every two words of some weight that follow one another, not over the cut; and their rarity in eighths."""
    heavy = rare > _PLAIN
    heavy[cut : cut + 1] = False
    first = (heavy[:-1] & heavy[1:]).nonzero()[0]
    both = np.minimum((rare[first] + rare[first + 1]) / 2, 255)
    return terms.runs(numbers, 2)[first], both.astype(np.uint8)


def _fours(numbers: Terms, rare: Array) -> Terms:
    """The runs of four words that are not all of the commonest."""
    two = rare[:-1] + rare[1:]
    return terms.runs(numbers, 4)[two[:-2] + two[2:] > _TELLING] if len(numbers) > 3 else numbers[:0]


def _threes(words: Words, begin: int) -> Terms:
    """The runs of three words in the quotations, which stand after a break each."""
    found = terms.runs(words.numbers[begin:], 3)
    whole = np.ones(len(found) + 2, np.bool_)
    ends = words.breaks[2:] - begin
    for place in (0, 1, 2):
        whole[np.maximum(ends - place, 0)] = False
    return found[whole[:-2]]


def _shown(words: Words, end: int, held: Keys, weight: Array, own: NDArray[np.bool_]) -> bytes:
    """The words that weigh most, as first printed before the end, a line each; a name is marked with a star."""
    best = np.lexsort((held, -weight))[:_SHOWN]
    order = best[held[best].argsort()]
    wanted, every = held[order], keys("words", words.numbers[:end])
    met = _known(every, wanted)
    met[words.breaks[0]] = False
    places = met.nonzero()[0][::-1]
    first = np.zeros(len(held), np.intp)
    first[order[wanted.searchsorted(every[places])]] = places  # the earliest is written last, and stays
    stars = ["*" if name else "" for name in own[best].tolist()]
    return "\n".join(map("".join, zip(stars, words.printed(first[best]), strict=True))).encode()
