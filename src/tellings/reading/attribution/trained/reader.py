"""The trained reader: paragraphs in, attributions out, each with how sure the network is.

The network runs under onnxruntime on one thread (a process a core reads
faster than two threads) and on one window at a time, which needs no padding
and stays in the cache.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from tellings.errors import TellingsError
from tellings.meaning import tokenizer
from tellings.reading.attribution.marks import Marked
from tellings.reading.attribution.trained.encoding import Encoded, encode
from tellings.reading.attribution.trained.relations import LINK, Links, Relation, relations
from tellings.reading.attribution.trained.tagging import TAGS, Array, Fragment, best, fragments, marginals, padded
from tellings.reading.attribution.trained.windows import Window, windows
from tellings.reading.paragraphs import Paragraph

NAME: Final = "attribution.minilm+rules.v1"
Run = Callable[[Window], Array]
"""A network: from a window to one row of numbers a word: tags, four link vectors, no source."""


@dataclass(frozen=True, slots=True)
class Place:
    """``text[start:end]`` of the paragraph with this number."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the network found. ``sure`` is the probability of the weakest of: roles of the words, cue of the content, source."""

    source: Place | None
    cue: Place
    content: tuple[Place, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Tables:
    """What the network learned outside its layers: the chain of tags and the biases by distance."""

    transitions: Array
    source_distance: Array
    content_distance: Array


@dataclass(frozen=True)
class TrainedReader:
    """Reads attributions. Holds the network and the tokenizer, no state between articles."""

    tokenizer: Tokenizer
    run: Run
    tables: Tables
    start: int
    part: int

    def read(self, paragraphs: Sequence[Paragraph], marked: Sequence[Sequence[Marked]]) -> tuple[Attribution, ...]:
        """The attributions of an article, in the order of their cues. ``marked`` are each paragraph's quotation marks."""
        encoded = [encode(self.tokenizer, p.text, m) for p, m in zip(paragraphs, marked, strict=True)]
        cut = list(windows(encoded, self.start, self.part))
        if not cut:
            return ()
        rows = [self.run(window) for window in cut]
        tags = padded([row[:, : len(TAGS)] for row in rows], [_signs(window) for window in cut])
        chains, probable = best(tags, self.tables.transitions), marginals(tags, self.tables.transitions)
        found = [
            _attribution(relation, window, encoded)
            for window, row, chain, chances in zip(cut, rows, chains, probable, strict=True)
            for relation in relations(fragments(chain, chances), self._links(row))
        ]
        return tuple(sorted(found, key=lambda a: (a.cue.paragraph, a.cue.start)))

    def _links(self, row: Array) -> Links:
        vectors = [row[:, len(TAGS) + k * LINK : len(TAGS) + (k + 1) * LINK] for k in range(4)]
        scale = np.float32(LINK**-0.5)
        distances = (self.tables.source_distance, self.tables.content_distance)
        return Links(vectors[0] * scale, vectors[1], vectors[2] * scale, vectors[3], row[:, -1], *distances)


def _signs(window: Window) -> list[int]:
    """The places of the signs that start a window and part its paragraphs: no fragment crosses them."""
    return [place for place, (paragraph, _) in enumerate(window.words) if paragraph < 0]


def _attribution(relation: Relation, window: Window, encoded: Sequence[Encoded]) -> Attribution:
    parts = [relation.cue, *relation.content, *([relation.source] if relation.source else [])]
    sure = min(*(part.sure for part in parts), relation.sure_source, relation.sure_content)
    return Attribution(
        _place(relation.source, window, encoded) if relation.source else None,
        _place(relation.cue, window, encoded),
        tuple(_place(fragment, window, encoded) for fragment in relation.content),
        sure,
    )


def _place(fragment: Fragment, window: Window, encoded: Sequence[Encoded]) -> Place:
    paragraph, first = window.words[fragment.first]
    _, last = window.words[fragment.last - 1]
    return Place(paragraph, encoded[paragraph].starts[first], encoded[paragraph].ends[last])


@cache
def load() -> TrainedReader:
    """The reader that ships with the package. Raises ``TellingsError`` if its files are not the released ones."""
    import onnxruntime  # noqa: PLC0415  # a tenth of a second that only reading needs

    folder = resources.files(__package__) / "weights"
    settings = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    weights = (folder / "reader.onnx").read_bytes()
    if sha256(weights).hexdigest() != settings["digest"]:
        raise TellingsError("the attribution reader's weights are not the released ones: install tellings again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        weights,
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # the fused operator is the slower one: a fifth of the whole
    )

    def run(window: Window) -> Array:
        inputs = {"pieces": window.pieces[None], "shapes": window.shapes[None], "marks": window.marks[None]}
        out: Array = session.run(None, inputs)[0][0]
        return out[window.firsts]

    tables = Tables(*(np.array(settings[key], dtype=np.float32) for key in Tables.__dataclass_fields__))
    return TrainedReader(tokenizer(), run, tables, settings["start"], settings["part"])
