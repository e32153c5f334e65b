"""Learns the weights of event coreference from ECB+ and writes them where the linking reads them.

    python training/event_coreference.py ECBPLUS_TRAIN.jsonl.gz [--out FILE] [--thresholds]

Logistic regression with a small ridge, by Newton's method. ``--thresholds`` learns on each half of the topics, scores
the other half at several thresholds and prints the CoNLL score: how the threshold in the code was chosen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

import ecbplus  # noqa: E402  # stands in bench/, beside the program that measures
from tellings.linking import clustering, coreference  # noqa: E402  # after the path is set

OUT = ROOT / "src" / "tellings" / "linking" / "coreference.json"
RIDGE = 1.0
ROUNDS = 25

Array = NDArray[np.float64]


def table(corpus: ecbplus.Corpus) -> tuple[list[clustering.Pair], Array, Array]:
    """All pairs with their features, and whether they are one event."""
    known = coreference.background(corpus.documents, corpus.told)
    places, rows = [], []
    for pair, values in coreference.pairs(corpus.told, known):
        places.append(pair)
        rows.append(np.array(values, dtype=np.float32))
    gold = [corpus.chains[one] == corpus.chains[other] for one, other in places]
    return places, np.array(rows, dtype=np.float64), np.array(gold, dtype=np.float64)


def learn(values: Array, gold: Array) -> tuple[float, list[float]]:
    """Bias and weights."""
    rows = np.hstack([np.ones((len(values), 1)), values])
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([0.0] + [RIDGE] * values.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - gold) + ridge @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return float(weights[0]), [float(weight) for weight in weights[1:]]


def half(corpus: ecbplus.Corpus, odd: int) -> ecbplus.Corpus:
    """Every second topic, with its documents numbered anew."""
    topics = sorted({topic for topic, _ in corpus.topics})
    mine = {topic for number, topic in enumerate(topics) if number % 2 == odd}
    kept = [number for number, (topic, _) in enumerate(corpus.topics) if topic in mine]
    anew = {number: place for place, number in enumerate(kept)}
    told = [(one, chain) for one, chain in zip(corpus.told, corpus.chains, strict=True) if one.document in anew]
    return ecbplus.Corpus(
        [corpus.documents[number] for number in kept],
        [one.moved(anew[one.document]) for one, _ in told],
        [chain for _, chain in told],
        [corpus.topics[number] for number in kept],
    )


def thresholds(corpus: ecbplus.Corpus) -> None:
    """The CoNLL score of each half, learned on the other, by threshold."""
    halves = [half(corpus, odd) for odd in (0, 1)]
    tables = [table(each) for each in halves]
    for own, other in ((0, 1), (1, 0)):
        bias, weights = learn(*tables[own][1:])
        places, values, _ = tables[other]
        chances = 1 / (1 + np.exp(-(values @ np.array(weights) + bias)))
        likely = {pair: float(chance) for pair, chance in zip(places, chances, strict=True) if chance >= 0.02}
        gold = ecbplus.grouped(halves[other].chains)
        for threshold in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
            found = clustering.average_link(len(halves[other].told), likely, threshold)
            print(f"learned on {own}: {threshold:.2f} {ecbplus.scores(gold, found)['CoNLL']:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--thresholds", action="store_true")
    args = parser.parse_args()
    corpus = ecbplus.load(args.data)
    if args.thresholds:
        thresholds(corpus)
        return
    bias, weights = learn(*table(corpus)[1:])
    learned = {
        "data": f"ECB+ training part, sha256 {hashlib.sha256(args.data.read_bytes()).hexdigest()}",
        "bias": round(bias, 4),
        "weights": {name: round(weight, 4) for name, weight in zip(coreference.FEATURES, weights, strict=True)},
    }
    args.out.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
