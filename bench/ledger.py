"""Measures the quote ledger and the quote check on real quotations that a seeded editor has altered.

    python bench/ledger.py ARTICLES.jsonl.gz [--seeds 1 2 3] [--part tune|report] [--misses N]

Quotations are read at run time from articles (JSON lines with ``id`` and ``text``); none is stored. Each story holds
originals, printings of them altered in known ways (``bench/editor.py``), unrelated quotations, boilerplate that many
share, and common words that two people say. ``--part`` takes one half of the articles: the ledger is tuned on
``tune`` and told of ``report``. Speakers and outlets are invented.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

import editor
from editor_turns import TURNS
from ledger_score import Score, measure
from ledger_stories import Draw, quotations, read


def show(score: Score, misses: int) -> Iterator[str]:
    """The tables."""
    yield f"{'kind':<30}{'pairs':>7}{'recall':>9}{'precision':>11}"
    for kind in [*editor.KINDS, *TURNS, "combined", "spliced from two utterances"]:
        if score.pairs[kind]:
            precision = score.right[kind] / max(1, score.predicted[kind])
            yield f"{kind:<30}{score.pairs[kind]:>7}{score.found[kind] / score.pairs[kind]:>9.3f}{precision:>11.3f}"
    pairs, found = sum(score.pairs.values()), sum(score.found.values())
    yield f"{'all':<30}{pairs:>7}{found / pairs:>9.3f}{score.right['all'] / max(1, score.predicted['all']):>11.3f}"
    for kind in ("boilerplate", "common words"):
        yield f"{kind + ', wrong pairs':<30}{score.predicted[kind] - score.right[kind]:>7}"
    total = score.named["all"]
    yield f"\nkind named right: {total['right']}/{total.total()} = {total['right'] / total.total():.3f}"
    for kind, told in score.named.items():
        if kind != "all":
            yield f"  {kind:<30}" + ", ".join(f"{name} {count}" for name, count in told.most_common(6))
    expected, warned = score.expected.total(), score.warned.total()
    yield f"\nwarnings: {warned}/{expected} = {warned / max(1, expected):.3f}; false alarms {score.alarms}/{score.quiet} = {score.alarms / score.quiet:.3f}"
    yield "  " + ", ".join(f"{sense} {score.warned[sense]}/{count}" for sense, count in sorted(score.expected.items()))
    yield "\ncheck, outcomes by kind"
    for kind, outcomes in score.outcomes.items():
        yield f"  {kind:<30}" + ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    yield from score.misses[:misses]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--part", choices=("tune", "report"), default="tune")
    parser.add_argument("--pool", type=int, default=12000, help="quotations to draw from (12,000)")
    parser.add_argument("--misses", type=int, default=0, help="mistakes to print; they hold words of the articles")
    args = parser.parse_args()
    pool = quotations(args.articles, args.part, args.pool)
    draw = Draw(pool)
    score = Score()
    for seed in args.seeds:
        placed = draw.story(random.Random(seed))
        measure(placed, read(placed), score)
    print(f"{len(pool)} quotations to draw from, part {args.part}, seeds {' '.join(map(str, args.seeds))}")
    for line in show(score, args.misses):
        print(re.sub(r"\s+$", "", line))


if __name__ == "__main__":
    main()
