"""Measures how the ledger and the check grow: from 1,000 articles to all of an archive.

    python bench/scale.py ARTICLES.jsonl.gz ... [--sizes 1000 2000 ...] [--queries 300]

Quotations in marks are taken from the raw texts (nobody is named, the language model stays out). Each size runs in a
process of its own for each of three things, so that its memory is its own: building the index in one file, one check
after another of quotations altered by ``bench/editor.py``, and the ledger, all linked and every utterance of several
outlets told. All times are of the processor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import editor
from tellings.checking import Printed, QuoteIndex, check, ledger
from tellings.linking.utterances.words import Wording
from tellings.reading.attribution import marks
from tellings.values import Span

LEAST = 5  # words


def rows(paths: Sequence[Path]) -> Iterator[dict[str, str]]:
    """The records of all files, in order."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def printed(records: Iterable[dict[str, str]]) -> Iterator[Printed]:
    """The quotations in marks of each record: its ``id`` is the file, ``outlet`` and ``date`` are as given."""
    for row in records:
        offset = 0
        for paragraph in row["text"].split("\n"):
            for marked in marks.find(paragraph):
                if marked.words(paragraph) >= LEAST:
                    piece = Span(offset + marked.inner_start, offset + marked.inner_end)
                    yield Printed(row["id"], None, "", row["outlet"], row["date"], (piece,), piece.of(row["text"]))
            offset += len(paragraph) + 1


@dataclass
class Seen:
    """What went by: how many quotations, and a fair sample of them, without keeping the rest."""

    chance: random.Random
    most: int
    count: int = 0
    fit: int = 0
    lines: list[str] = field(default_factory=list)

    def passed(self, found: Iterable[Printed]) -> Iterator[Printed]:
        """The quotations, one by one."""
        for item in found:
            self.count += 1
            if 8 <= len(item.line.split()) <= 60:
                self.fit += 1
                place = self.chance.randrange(self.fit) if len(self.lines) == self.most else len(self.lines)
                if place < self.most:
                    self.lines[place : place + 1] = [item.line]
            yield item


def build(paths: Sequence[Path], size: int, queries: int, path: Path) -> tuple[int, list[str], float, int]:
    """Make the index of so many articles: its quotations, a sample of them, seconds and MB."""
    seen = Seen(random.Random(7), queries)
    started = time.process_time()
    with QuoteIndex.create(path) as index:
        index.add(seen.passed(printed(islice(rows(paths), size))))
    return seen.count, seen.lines, time.process_time() - started, _memory()


def link(path: Path) -> tuple[int, int, float, int]:
    """Link all of an index: the utterances of several outlets, those that one alters, seconds and MB."""
    started = time.process_time()
    several = altered = 0
    for entry in ledger(QuoteIndex.load(path)):
        several += 1
        altered += entry.altered
    return several, altered, time.process_time() - started, _memory()


def _memory() -> int:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def checks(path: Path, lines: Sequence[str]) -> tuple[list[float], int]:
    """How long each check takes, in ms, sorted, of quotations as printed and altered; and MB."""
    chance = random.Random(7)
    index = QuoteIndex.load(path)
    kinds = list(editor.KINDS.values())
    millis = []
    for line in lines:
        edited = chance.choice(kinds)(line, chance)
        text = edited.text if edited else line
        started = time.process_time()
        check(Wording.of(text, (Span(0, len(text)),)), index)
        millis.append(1e3 * (time.process_time() - started))
    return sorted(millis), _memory()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 4000, 8000, 16000, 32000])
    parser.add_argument("--queries", type=int, default=300)
    args = parser.parse_args()
    total = sum(1 for _ in rows(args.articles))
    sizes = sorted({min(size, total) for size in args.sizes})
    print(
        "articles   quotes index s  file MB  MB RSS check ms: median, 95 %, most  MB RSS ledger s ms/quote several altered  MB RSS"
    )
    context = multiprocessing.get_context("spawn")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, context.Pool(1, maxtasksperchild=1) as pool:
            path = Path(folder) / "quotes"
            count, lines, built, most = pool.apply(build, (args.articles, size, args.queries, path))
            print(f"{size:>8,}{count:>9,}{built:>8.1f}{path.stat().st_size / 1e6:>9.1f}{most:>8,}", end="", flush=True)
            millis, most = pool.apply(checks, (path, lines))
            low, high = statistics.median(millis), millis[int(0.95 * len(millis))]
            print(f"{low:>16.1f}{high:>7.1f}{millis[-1]:>7.1f}{most:>8,}", end="", flush=True)
            several, altered, linked, most = pool.apply(link, (path,))
            print(f"{linked:>9.1f}{1e3 * linked / count:>9.2f}{several:>8,}{altered:>8,}{most:>8,}", flush=True)


if __name__ == "__main__":
    main()
