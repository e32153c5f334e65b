"""ECB+ for the benches: its documents as occurrences of doings, and the usual scores of coreference.

Mentions are the gold ones of the checked sentences whose tag is an action, as
in the usual evaluation. MUC is Vilain et al. (1995), B3 Bagga and Baldwin
(1998), CEAF-e Luo (2005); the CoNLL score is the mean of their F1.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment
from spacy.tokens import Doc

from tellings.linking.coreference import Occurrence, occurrence, stems
from tellings.reading import language

Groups = list[tuple[int, ...]]


@dataclass(frozen=True)
class Corpus:
    """Documents as stems, the gold doings told in them with the gold chain of each, and where each comes from."""

    documents: list[list[str]]
    told: list[Occurrence]
    chains: list[str]
    topics: list[tuple[str, str]]


def load(path: Path) -> Corpus:
    """The corpus in a file of one JSON document a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    told, chains = [], []
    for number, row in enumerate(rows):
        for found, chain in _occurrences(number, row):
            told.append(found)
            chains.append(chain)
    documents = [[stem for sentence in row["sentences"] for stem in stems(sentence)] for row in rows]
    return Corpus(documents, told, chains, [(row["topic"], row["event"]) for row in rows])


def _occurrences(number: int, row: dict[str, Any]) -> Iterator[tuple[Occurrence, str]]:
    """The gold doings of a document; the head of several words is the one that hangs on none of them."""
    parsed: dict[int, Doc] = {}
    for mention in row["mentions"]:
        sentence, places = mention["sentence"], mention["tokens"]
        if sentence not in row["checked_sentences"] or not mention["tag"].startswith(("ACTION", "NEG_ACTION")):
            continue
        if sentence not in parsed:
            parsed[sentence] = _parse(row["sentences"][sentence])
        doc = parsed[sentence]
        head = next(
            (place for place in places if doc[place].head.i not in places or doc[place].head.i == place), places[0]
        )
        yield occurrence(number, sentence, row["sentences"][sentence], places, doc[head].lemma_), mention["chain"]


def _parse(tokens: Sequence[str]) -> Doc:
    model = language.load()
    doc = Doc(model.vocab, words=list(tokens))
    for _, part in model.pipeline:
        doc = part(doc)
    return doc


def grouped(keys: Iterable[Hashable]) -> Groups:
    """Positions with one key together."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        found[key].append(place)
    return [tuple(members) for members in found.values()]


def scores(gold: Groups, found: Groups) -> dict[str, float]:
    """MUC, B3 and CEAF-e F1 and their mean, in per cent."""
    shared = _ceaf(gold, found)
    each = {
        "MUC": _f1(_muc(found, gold), _muc(gold, found)),
        "B3": _f1(_b3(found, gold), _b3(gold, found)),
        "CEAF-e": _f1(shared / len(found), shared / len(gold)),
    }
    return {name: 100 * value for name, value in (each | {"CoNLL": sum(each.values()) / 3}).items()}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _where(groups: Groups) -> dict[int, tuple[int, ...]]:
    return {member: group for group in groups for member in group}


def _muc(key: Groups, response: Groups) -> float:
    where = _where(response)
    links = sum(len(group) - 1 for group in key)
    kept = sum(len(group) - len({where[member] for member in group}) for group in key)
    return kept / links if links else 0.0


def _b3(key: Groups, response: Groups) -> float:
    where = _where(response)
    total = sum(len({*group} & {*where[member]}) / len(group) for group in key for member in group)
    return total / sum(len(group) for group in key)


def _ceaf(gold: Groups, found: Groups) -> float:
    """The likeness of the best assignment of groups to groups."""
    where = {member: number for number, group in enumerate(found) for member in group}
    alike = np.zeros((len(gold), len(found)), dtype=np.float32)
    for row, group in enumerate(gold):
        for member in group:
            alike[row, where[member]] += 2
        for column in {where[member] for member in group}:
            alike[row, column] /= len(group) + len(found[column])
    rows, columns = linear_sum_assignment(-alike)
    return float(alike[rows, columns].sum())
