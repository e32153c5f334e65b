"""Measures the grouping of stories: closed, open, stream, search; and one pass over all articles.

    python bench/stories.py closed LABELLED.jsonl.gz STORIES.json
    python bench/stories.py open   LABELLED.jsonl.gz STORIES.json POOL.jsonl.gz [--from DAY --to DAY]
    python bench/stories.py stream LABELLED.jsonl.gz STORIES.json POOL.jsonl.gz [--from DAY --to DAY]
    python bench/stories.py search LABELLED.jsonl.gz STORIES.json POOL.jsonl.gz [--source basil]
    python bench/stories.py pass   LABELLED.jsonl.gz STORIES.json POOL.jsonl.gz

An article is a JSON line with id, date, outlet, title and text, a story one with its articles. ``closed`` groups the
labelled articles, ``open`` them and the pool, of dated articles alone; ``stream`` is as open with no settling;
``search`` ranks all articles by each labelled one. ``--out`` writes the predictions. ``pass`` takes the articles as they stand in the
files or ``--by-day`` (those without a day first), the first ``--limit`` of them. ``--folds DIRECTORY`` takes the
models that training/stories.py learned without a fifth of the stories, and judges each story by the one that
was made without it: the shipped models have seen all labelled articles of the dev part.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import resource
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stories_measures import Gold, Ranking, Tally
from tellings.linking.stories import Settings, Signature, StoryGrouping, forest, graph, signature

FOLDS = 5
FOLD_DAYS = 45  # stories of so many days on end are in one fold
RANKED = 60


@dataclass(frozen=True, slots=True)
class Signed:
    """An article by its key, with its signature."""

    key: str
    sign: Signature


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


def signed(path: Path, first: str = "", last: str = "") -> list[Signed]:
    """The articles of a file, of these days alone where days are given."""
    return [
        Signed(
            row["id"],
            signature.make(row["title"] or "", row["text"], day=ordinal(row["date"]), outlet=row["outlet"] or ""),
        )
        for row in rows(path)
        if not first or (row["date"] and first <= row["date"] <= last)
    ]


def fold_of(gold: Gold, articles: Sequence[Signed]) -> dict[str, int]:
    """The fold of every article: by the first day of its story, or its own."""
    first: dict[str, int] = {}
    for article in articles:
        story, day = gold.story_of.get(article.key, article.key), article.sign.day
        first[story] = min(first.get(story) or day, day) if day else first.get(story, 0)
    number = {s: day // FOLD_DAYS % FOLDS if day else zlib.crc32(s.encode()) % FOLDS for s, day in first.items()}
    return {article.key: number[gold.story_of.get(article.key, article.key)] for article in articles}


def settings(folds: Path | None, without: int, args: argparse.Namespace) -> Settings:
    given = {name: value for name in ("placing", "settling") if (value := getattr(args, name)) is not None}
    if folds is None:
        return Settings(**given)
    learned = {
        name: json.loads((folds / f"{name}-{without}.json").read_text(encoding="utf-8"))
        for name in ("likeness", "company")
    }
    return Settings(**given, forest=forest.parse(learned["likeness"]), company=graph.parse(learned["company"]))


def grouped(articles: Sequence[Signed], chosen: Settings, *, settled: bool) -> StoryGrouping:
    grouping = StoryGrouping(chosen)
    for article in articles:
        grouping.add_signature(article.key, article.sign)
    if settled:
        grouping.settle()
    return grouping


def report(name: str, scores: dict[str, float]) -> None:
    print(f"{name:8}" + "  ".join(f"{key} {value:.1f}" for key, value in scores.items()), flush=True)


def cluster(args: argparse.Namespace, articles: list[Signed]) -> None:
    gold = Gold(args.stories, {article.key for article in articles})
    folds = fold_of(gold, articles)
    tally = Tally()
    written: dict[str, str] = {}
    for without in range(FOLDS if args.folds else 1):
        grouping = grouped(articles, settings(args.folds, without, args), settled=args.task != "stream")
        clusters = {article.key: grouping.story(article.key) for article in articles}
        judged = [
            story for story, members in sorted(gold.members.items()) if not args.folds or folds[min(members)] == without
        ]
        tally.add(gold, clusters, judged)
        written |= {key: f"{without} {clusters[key]}" for key in clusters if not args.folds or folds[key] == without}
    if args.out:
        lines = (json.dumps({"id": key, "cluster": story}) for key, story in written.items())
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    report(args.task, tally.scores())


def search(args: argparse.Namespace, articles: list[Signed]) -> None:
    gold = Gold(args.stories)
    folds = fold_of(gold, articles)
    signs = {article.key: article.sign for article in articles}
    ranking, written, spent = Ranking(), [], []
    for without in range(FOLDS if args.folds else 1):
        grouping = grouped(articles, settings(args.folds, without, args), settled=False)
        for story, members in sorted(gold.members.items()):
            wanted = len(members) > 1 and (not args.source or args.source in gold.source[story])
            if not wanted or (args.folds and folds[min(members)] != without):
                continue
            begun = time.process_time()
            ranked = {key: [found for found, _ in grouping.nearest(signs[key], RANKED)] for key in sorted(members)}
            spent.append((time.process_time() - begun) / len(members))
            ranking.add(gold, story, ranked)
            written += [json.dumps({"id": key, "ranked": found}) for key, found in ranked.items()]
    if args.out:
        args.out.write_text("\n".join(written) + "\n", encoding="utf-8")
    report(args.source or "search", ranking.scores() | {"ms a query": 1000 * sum(spent) / len(spent)})


def one_pass(args: argparse.Namespace) -> None:
    """All articles once, in the order of the files or of their days: signed, placed, and settled at the end."""
    found: Iterable[dict[str, Any]] = (row for path in (args.labelled, args.pool) for row in rows(path))
    if args.by_day:
        found = sorted(found, key=lambda row: (row["date"] or "", row["id"]))
    grouping, clock = StoryGrouping(), time.process_time
    signing = placing = 0.0
    before = (0.0, 0.0)
    for count, row in enumerate(itertools.islice(found, args.limit), 1):
        begun = clock()
        sign = signature.make(row["title"] or "", row["text"], day=ordinal(row["date"]), outlet=row["outlet"] or "")
        made = clock()
        grouping.add_signature(row["id"], sign)
        signing, placing = signing + made - begun, placing + clock() - made
        if count % 1000 == 0:
            print(
                f"{count:6} signature {signing - before[0]:.2f}, placing {placing - before[1]:.2f} ms an article",
                flush=True,
            )
            before = signing, placing
    begun = clock()
    changes, settling = len(grouping.settle()), clock() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{len(grouping)} articles: {signing:.0f} s of CPU for signatures, {placing:.0f} s placing, {settling:.0f} s settling "
        f"({changes} changes); {1000 * (signing + placing + settling) / len(grouping):.2f} ms an article; peak {peak:.2f} GB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("task", choices=["closed", "open", "stream", "search", "pass"])
    parser.add_argument("labelled", type=Path)
    parser.add_argument("stories", type=Path)
    parser.add_argument("pool", type=Path, nargs="?")
    parser.add_argument("--from", dest="first", default="2018-01-01")
    parser.add_argument("--to", dest="last", default="2019-06-30")
    parser.add_argument("--source", choices=["basil", "roundup"])
    parser.add_argument("--placing", type=float)
    parser.add_argument("--settling", type=float)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--by-day", action="store_true")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if args.task != "closed" and args.pool is None:
        sys.exit(f"{args.task}: name the pool as well")
    if args.task == "pass":
        one_pass(args)
    elif args.task == "closed":
        cluster(args, signed(args.labelled))
    elif args.task == "search":
        search(args, signed(args.labelled) + signed(args.pool))
    else:
        articles = [each for path in (args.labelled, args.pool) for each in signed(path, args.first, args.last)]
        cluster(args, sorted(articles, key=lambda article: (article.sign.day, article.key)))


if __name__ == "__main__":
    main()
