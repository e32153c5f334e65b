"""Measures which doings told in several articles are held as one, on ECB+, against the same-lemma baseline.

    python bench/events.py ECBPLUS.jsonl.gz

Prints MUC, B3, CEAF-e and CoNLL F1 of the gold mentions: of the house, of the baseline that takes all doings with one
lemma for one event, and of that baseline when it is told the gold topic, or even the gold event, of every document.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import ecbplus
from tellings.linking import coreference


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    corpus = ecbplus.load(args.data)
    told, gold = corpus.told, ecbplus.grouped(corpus.chains)
    print(f"{len(corpus.documents)} documents, {len(told)} doings told, {len(gold)} events")
    rows = {
        "same lemma": ecbplus.grouped(one.lemma for one in told),
        "same lemma, gold topics known": ecbplus.grouped((corpus.topics[one.document][0], one.lemma) for one in told),
        "same lemma, gold events known": ecbplus.grouped((corpus.topics[one.document], one.lemma) for one in told),
        "tellings": coreference.groups(told, corpus.documents),
    }
    for name, found in rows.items():
        print(f"{name:32}" + "  ".join(f"{kind} {value:.1f}" for kind, value in ecbplus.scores(gold, found).items()))


if __name__ == "__main__":
    main()
