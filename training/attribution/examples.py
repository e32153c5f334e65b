"""Annotated articles to training examples.

A row is an article as the corpus has it: ``text``, ``ignore`` and
``attributions`` with ``source``, ``cue`` and ``content`` spans. Words and
windows are made by the package's own code, so that what is trained is what
will be read.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from attribution_reading import Row, article
from tellings.reading.attribution import marks
from tellings.reading.attribution.trained.encoding import Encoded, encode
from tellings.reading.attribution.trained.tagging import ROLES, TAGS
from tellings.reading.attribution.trained.windows import PIECES, Window, windows
from tellings.reading.paragraphs import Paragraph, paragraphs

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article's paragraphs as words, and for each word its tag and the numbers of its relations."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    encoded: tuple[Encoded, ...]
    tags: tuple[tuple[int, ...], ...] = ()
    relations: tuple[tuple[tuple[int, ...], ...], ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step. ``cues`` and ``sources`` are word places, padded with 0; targets are padded with ``IGNORED``.

    ``content_to_cue[b, w]`` is the column of ``cues`` for a word of content, ``cue_to_source[b, c]`` the column of
    ``sources``, or their number for none.
    """

    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    mask: Tensor
    firsts: Tensor
    real: Tensor
    tags: Tensor
    cues: Tensor
    cue_real: Tensor
    sources: Tensor
    source_real: Tensor
    content_to_cue: Tensor
    cue_to_source: Tensor
    weight: Tensor


def prepare(tokenizer: Tokenizer, row: Row, weight: float = 1.0) -> Prepared:
    """The words, tags and relations of a row."""
    found = paragraphs(article(row))
    encoded = tuple(encode(tokenizer, p.text, marks.find(p.text)) for p in found)
    tags = [[0] * len(e) for e in encoded]
    relations: list[list[list[int]]] = [[[] for _ in range(len(e))] for e in encoded]
    for number, attribution in enumerate(row.get("attributions", ())):
        for role, name in enumerate(ROLES):
            for start, end in attribution[name]:
                for p, (paragraph, words) in enumerate(zip(found, encoded, strict=True)):
                    if paragraph.span.start < end and start < paragraph.span.end:
                        first, last = start - paragraph.span.start, end - paragraph.span.start
                        inside = [w for w in range(len(words)) if _mostly(words.starts[w], words.ends[w], first, last)]
                        for place, word in enumerate(inside):
                            relations[p][word].append(number)
                            tags[p][word] = 2 * role + (1 if place == 0 else 2)
    return Prepared(
        row["id"],
        found,
        encoded,
        tuple(map(tuple, tags)),
        tuple(tuple(map(tuple, r)) for r in relations),
        weight,
    )


def _mostly(start: int, end: int, first: int, last: int) -> bool:
    return 2 * (min(end, last) - max(start, first)) > end - start


def epoch(
    articles: Iterable[Prepared], start: int, part: int, *, seed: int, budget: int, longest: int = PIECES
) -> Iterator[Batch]:
    """The batches of one pass: windows cut anew, those of like length together, in a random order."""
    chance = random.Random(seed)
    cut: list[tuple[Window, Prepared]] = []
    for prepared in articles:
        size = chance.randint(longest * 5 // 8, longest)
        cut.extend((window, prepared) for window in windows(prepared.encoded, start, part, size))
    cut.sort(key=lambda pair: len(pair[0].pieces) + chance.random() * 24)
    groups: list[list[tuple[Window, Prepared]]] = [[]]
    for pair in cut:
        if groups[-1] and len(pair[0].pieces) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(pair)
    chance.shuffle(groups)
    yield from map(batch, groups)


def batch(pairs: Sequence[tuple[Window, Prepared]]) -> Batch:
    """Pad windows and their targets to tensors."""
    targets = [_targets(window, prepared) for window, prepared in pairs]
    return Batch(
        pieces=_padded([w.pieces for w, _ in pairs]),
        shapes=_padded([w.shapes for w, _ in pairs]),
        marks=_padded([w.marks for w, _ in pairs]),
        mask=_padded([np.ones(len(w.pieces), dtype=np.int64) for w, _ in pairs]),
        firsts=_padded([w.firsts for w, _ in pairs]),
        real=_padded([np.ones(len(w.firsts), dtype=np.int64) for w, _ in pairs]).bool(),
        tags=_padded([t.tags for t in targets]),
        cues=_padded([t.cues for t in targets]),
        cue_real=_padded([np.ones(len(t.cues), dtype=np.int64) for t in targets]).bool(),
        sources=_padded([t.sources for t in targets]),
        source_real=_padded([np.ones(len(t.sources), dtype=np.int64) for t in targets]).bool(),
        content_to_cue=_padded([t.content_to_cue for t in targets], IGNORED),
        cue_to_source=_none_last(targets),
        weight=torch.tensor([prepared.weight for _, prepared in pairs]),
    )


@dataclass(frozen=True, slots=True)
class _Targets:
    tags: np.ndarray
    cues: np.ndarray
    sources: np.ndarray
    content_to_cue: np.ndarray
    cue_to_source: np.ndarray
    """-1 for none."""


def _targets(window: Window, prepared: Prepared) -> _Targets:
    tags = np.zeros(len(window.words), dtype=np.int64)
    cue_of: dict[int, int] = {}
    cues: list[int] = []
    sources: list[int] = []
    source_of: dict[int, int] = {}
    inside: list[tuple[int, tuple[int, ...]]] = []
    for place, (number, word) in enumerate(window.words):
        if number < 0:
            continue
        tag = prepared.tags[number][word]
        if tag and tag % 2 == 0 and tags[place - 1] not in (tag - 1, tag):
            tag -= 1  # a fragment that the window cuts begins anew
        tags[place] = tag
        mine = prepared.relations[number][word]
        if TAGS[tag] == "B-cue":
            cue_of.update((relation, len(cues)) for relation in mine if relation not in cue_of)
            cues.append(place)
        elif TAGS[tag] == "B-source":
            source_of.update((relation, len(sources)) for relation in mine if relation not in source_of)
            sources.append(place)
        elif tag in (5, 6):
            inside.append((place, mine))
    content = np.full(len(tags), IGNORED, dtype=np.int64)
    for place, mine in inside:
        known = [cue_of[relation] for relation in mine if relation in cue_of]
        if known:
            content[place] = known[0]
    named = {relation for row in prepared.relations for word in row for relation in word}
    has_source = _with_source(prepared) if named else set()
    cue_to_source = np.full(len(cues), IGNORED, dtype=np.int64)
    for relation, column in cue_of.items():
        if relation in source_of:
            cue_to_source[column] = source_of[relation]
        elif relation not in has_source:
            cue_to_source[column] = -1
    return _Targets(tags, np.array(cues, dtype=np.int64), np.array(sources, dtype=np.int64), content, cue_to_source)


def _with_source(prepared: Prepared) -> set[int]:
    return {
        relation
        for tags, rows_ in zip(prepared.tags, prepared.relations, strict=True)
        for tag, mine in zip(tags, rows_, strict=True)
        if tag in (1, 2)
        for relation in mine
    }


def _padded(arrays: Sequence[np.ndarray], value: int = 0) -> Tensor:
    out = np.full((len(arrays), max(1, *(len(a) for a in arrays), 1)), value, dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out)


def _none_last(targets: Sequence[_Targets]) -> Tensor:
    """The sources' columns, with none as the column behind the padded ones."""
    none = max(1, *(len(t.sources) for t in targets), 1)
    return _padded([np.where(t.cue_to_source == -1, none, t.cue_to_source) for t in targets], IGNORED)
