"""Near-copies: how many are found, how many of those found are none, and how often the right one is called the first.

    python bench/copies.py ARTICLES.jsonl.gz ... [--families FAMILIES.json] [--pairs OUT.jsonl]
    python bench/copies.py ARTICLES.jsonl.gz ... --days FIRST LAST --stories

Without families it tells the speed and the memory alone. ARTICLES has an article a line (``id``, ``text``, ``title``, ``outlet``, ``date``); FAMILIES says of each article that is an
original or a copy its ``family`` and its ``level`` ("original", or how much it was edited). A pair is right where both are of one
family; all pairs of a family count, also two cuts that share nothing. ``--pairs`` writes what was found, one pair a
line. All of a text is taken for its body, as the articles come without furniture.
``--stories`` groups the articles into stories (of these days alone, or it takes long) and tells how many near-copies lie in one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from tellings.linking.copies import CopyIndex, NearCopy, earlier, families
from tellings.linking.stories import StoryGrouping
from tellings.values import Article, Block, Known, Published, Span

WEEK = timedelta(days=7)

Pair = tuple[str, str]
Families = Mapping[str, Mapping[str, Any]]


def read(path: Path) -> Iterator[Article]:
    """The articles of a file, each named by its id."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = row.get("date")
            yield Article(
                row["id"],
                row["text"],
                "",
                (Block("body", Span(0, len(row["text"]))),) if row["text"] else (),
                outlet=Known(row["outlet"], "given") if row.get("outlet") else None,
                title=Known(row["title"], "given") if row.get("title") else None,
                published=Published(day, day, "given") if day else None,
            )


def through_one(copies: Sequence[NearCopy]) -> set[Pair]:
    """The pairs of near-copies, and of articles that are near-copies of one longer article."""
    shorter: dict[str, list[str]] = {}
    pairs = set()
    for copy in copies:
        shorter.setdefault(copy.longer, []).append(copy.shorter)
        pairs.add(_pair(copy.shorter, copy.longer))
    for cuts in shorter.values():
        pairs |= {_pair(one, other) for one, other in combinations(cuts, 2)}
    return pairs


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _f1(right: int, found: int, all_: int) -> str:
    precision, recall = right / found if found else 0.0, right / all_ if all_ else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"precision {precision:.2%}, recall {recall:.2%}, F1 {f1:.2%}"


def _right(pair: Pair, gold: Families) -> bool:
    one, other = (gold.get(key, {}).get("family") for key in pair)
    return one is not None and one == other


def report(copies: Sequence[NearCopy], pairs: set[Pair], gold: Families) -> Iterator[str]:
    """Pairs, groups and copies of each level, a line each."""
    sizes = Counter(row["family"] for row in gold.values())
    total = sum(size * (size - 1) // 2 for size in sizes.values())
    yield f"pairs: {_f1(sum(_right(pair, gold) for pair in pairs), len(pairs), total)} ({len(pairs)} of {total})"
    groups = families(copies)
    together = sum(_right(pair, gold) for group in groups for pair in combinations(group, 2))
    grouped = sum(len(group) * (len(group) - 1) // 2 for group in groups)
    yield f"groups: {_f1(together, grouped, total)}"
    originals = {row["family"]: key for key, row in gold.items() if row["level"] == "original"}
    found: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for key, row in gold.items():
        if row["level"] != "original" and row["family"] in originals:
            count[row["level"]] += 1
            found[row["level"]] += _pair(key, originals[row["family"]]) in pairs
    yield "found with their original: " + ", ".join(f"{level} {found[level] / count[level]:.1%}" for level in count)


def directions(copies: Iterable[NearCopy], articles: Mapping[str, Article], gold: Families) -> Iterator[str]:
    """How often the original is called the first of an original and its copy, by level."""
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for copy in copies:
        levels = [gold.get(key, {}).get("level", "") for key in (copy.shorter, copy.longer)]
        if not _right((copy.shorter, copy.longer), gold) or levels.count("original") != 1:
            continue
        which = levels.index("original")
        first = earlier(copy, articles[copy.shorter], articles[copy.longer])
        for level in (levels[1 - which], "all"):
            count[level] += 1
            told[level] += first is not None
            right[level] += first is not None and first.which == which
    for level in sorted(count):
        yield f"direction, {level}: {right[level] / count[level]:.1%} right, {told[level] / count[level]:.1%} told"


def in_stories(copies: Sequence[NearCopy], articles: Mapping[str, Article]) -> Iterator[str]:
    """How many near-copies lie in one story, by whose they are and how far apart they were printed."""
    grouping = StoryGrouping()
    for key, article in articles.items():
        grouping.add(key, article)
    grouping.settle()
    together: dict[str, list[bool]] = {}
    for copy in copies:
        one, other = (articles[key] for key in (copy.shorter, copy.longer))
        kind = "of one outlet" if one.outlet == other.outlet else "of two outlets"
        days = [date.fromisoformat(day) for each in (one, other) if each.published and (day := each.published.day)]
        near = len(days) == 2 and abs(days[0] - days[1]) <= WEEK
        kind += " within a week" if near else " further apart"
        together.setdefault(kind, []).append(grouping.story(copy.shorter) == grouping.story(copy.longer))
    for kind, told in sorted(together.items()):
        yield f"{kind}: {len(told)}, in one story {sum(told)}"


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Read, find, score and print."""
    parser = argparse.ArgumentParser(description="Score near-copies against families of made copies.")
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--families", type=Path)
    parser.add_argument(
        "--days", nargs=2, metavar=("FIRST", "LAST"), help="take articles printed between these days alone"
    )
    parser.add_argument("--stories", action="store_true", help="tell how many near-copies lie in one story")
    parser.add_argument("--pairs", type=Path, help="write the pairs found, with the share of the shorter one's words")
    options = parser.parse_args()
    articles = {article.file: article for path in options.articles for article in read(path)}
    if options.days:
        first, last = options.days
        days = {key: article.published.earliest for key, article in articles.items() if article.published}
        articles = {key: article for key, article in articles.items() if first <= days.get(key, "") <= last}
    before = _megabytes()
    began = time.process_time()
    index = CopyIndex()
    index.add_all(articles.items())
    copies = index.copies()
    took = time.process_time() - began
    pairs = through_one(copies)
    print(f"{len(articles)} articles in {took:.1f} s of CPU: {len(articles) / took:.0f} a second, shingling included")
    print(f"{len(copies)} near-copies; memory peak {_megabytes()} MB, {before} MB before")
    if options.families:
        gold = json.loads(options.families.read_text(encoding="utf-8"))
        for line in (*report(copies, pairs, gold), *directions(copies, articles, gold)):
            print(line)
    if options.stories:
        for line in in_stories(copies, articles):
            print(line)
    if options.pairs:
        share = {_pair(copy.shorter, copy.longer): copy.share for copy in copies}
        rows = [{"a": one, "b": other, "score": share.get((one, other), 0.0)} for one, other in sorted(pairs)]
        options.pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
