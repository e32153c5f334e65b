"""Measures what is told of two figures that differ, on pairs mined by loose evidence from stories that nobody had read.

    python bench/figure_clashes.py bench/gold/figure_clashes.jsonl ../shared/data/stories [--part blind]

The gold (``gold/README.md``) holds pairs in the form of ``figure_pairs.jsonl``. The articles that the pairs of a story
name are read, linked and compared. A relation told is right where one of the pairs that it sets side by side was read
so, wrong where it sets read pairs side by side and none was, and is not judged where nobody read any of them. Prints
totals alone, so that the part ``blind`` stays so.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from figure_pairs import check, given
from figures import as_article, labelled, rows
from tellings import run
from tellings.run import Told
from tellings.values import Article

Row = dict[str, Any]
Pair = frozenset[tuple[str, int]]
TOLD = ("conflict", "update", "revised")


def of_story(path: Path, part: str | None = None) -> dict[str, list[Row]]:
    """The pairs of every story."""
    found: dict[str, list[Row]] = {}
    for row in rows(path):
        if part in {None, row["part"]}:
            found.setdefault(row["story"], []).append(row)
    return dict(sorted(found.items()))


def articles_of(stories: dict[str, list[Row]], folder: Path) -> dict[str, list[Article]]:
    """The articles that the pairs of every story name. Raises ``SystemExit`` where one has another text."""
    named = {
        story: {side["article"]: side for row in own for side in (row["one"], row["other"])}
        for story, own in stories.items()
    }
    archive = dict(labelled(folder)[0])
    missing = {name for sides in named.values() for name in sides} - archive.keys()
    if missing:
        archive |= {row["id"]: row for row in _pool(folder) if row["id"] in missing}
    for sides in named.values():
        for side in sides.values():
            check(side, archive)
    return {story: [as_article(archive[name]) for name in sorted(sides)] for story, sides in named.items()}


def _pool(folder: Path) -> Iterator[Row]:
    with gzip.open(folder / "dev_pool.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def places(row: Row) -> Pair:
    """The two numbers of a pair, as article and first character."""
    return frozenset((side["article"], side["at"][0]) for side in (row["one"], row["other"]))


def together(told: Told) -> frozenset[Pair]:
    """Every two figures that are brought together."""
    found: set[Pair] = set()
    for claim in told.story.figure_claims:
        numbers = [
            (told.story.readings[article].article.file, told.story.readings[article].figures[figure].number.start)
            for article, figure in claim.figures
        ]
        found.update(frozenset(pair) for pair in combinations(numbers, 2))
    return frozenset(found)


def score(own: Iterable[Row], told: Told, total: Counter[tuple[str, str]]) -> None:
    """Add one story: pairs read, brought together and told, by label; relations told, by whether they are right."""
    labels = {places(row): row["relation"] for row in own}
    joined, said = together(told), given(told)
    for pair, label in labels.items():
        total[label, "pairs"] += 1
        total[label, "together"] += pair in joined
        total[label, "told"] += label in said.get(pair, ())
    for comparison in told.comparisons:
        if comparison.relation in TOLD:
            only = Told(told.story, (comparison,))
            read = [labels[pair] for pair in given(only) if pair in labels]
            verdict = "right" if comparison.relation in read else "wrong" if read else "not judged"
            total[comparison.relation, verdict] += 1


def main() -> None:
    """Read, link and compare every story, and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path, help="the folder of the real stories")
    parser.add_argument("--part", choices=("learn", "blind"))
    args = parser.parse_args()
    stories = of_story(args.gold, args.part)
    articles = articles_of(stories, args.folder)
    total: Counter[tuple[str, str]] = Counter()
    for story, own in stories.items():
        score(own, run.tell(articles[story]), total)
    for label in sorted({label for label, _ in total}):
        print(label, *(f"{name} {count}" for (own, name), count in sorted(total.items()) if own == label), sep=", ")


if __name__ == "__main__":
    main()
