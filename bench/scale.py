"""Measures how the ledger and the check grow: from 1,000 articles to all of an archive.

    python bench/scale.py ARTICLES.jsonl.gz ... [--sizes 1000 2000 ...] [--queries 300]

Quotations in marks are taken from the raw texts (nobody is named, the language model stays out). Each size runs in a
process of its own, so that its memory is its own: grouping of all printings into utterances, building of the index
of the check in one file, and one check after another of quotations altered by ``bench/editor.py``. All times are of
the processor, so that other work on the machine does not count.
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
from tellings.checking import Printed, QuoteIndex, check
from tellings.linking.utterances.grouping import grouped
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.splices import spliced
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


def marked(found: Iterable[Printed]) -> list[Marked]:
    """Printings for the ledger, articles numbered in their order; of printings of one length the earliest leads."""
    numbers: dict[str, int] = {}
    made = [
        (
            p.day or "9999",
            Marked(numbers.setdefault(p.file, len(numbers)), p.pieces, (0,), None, frozenset(), p.wording),
        )
        for p in found
    ]
    return [item for _, item in sorted(((day, m) for day, m in made), key=lambda pair: (pair[0], pair[1].key))]


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


def run(paths: Sequence[Path], size: int, queries: int, most: int) -> str:
    """One line of the table."""
    seen = Seen(random.Random(7), queries)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes"
        started = time.process_time()
        with QuoteIndex.create(path) as index:
            index.add(seen.passed(printed(islice(rows(paths), size))))
        built = time.process_time() - started
        before_ledger = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        millis = _checks(path, seen.lines)
        megabytes = path.stat().st_size / 1e6
    head = f"{size:>7,}{seen.count:>9,}"
    tail = (
        f"{built:>9.1f}{megabytes:>9.1f}{before_ledger:>8,}"
        f"{statistics.median(millis):>8.1f}{millis[int(0.95 * len(millis))]:>7.1f}{millis[-1]:>7.1f}"
    )
    if size > most:
        return f"{head}{'-':>9}{'-':>9}{'-':>8}{'-':>8}{tail}"
    started = time.process_time()
    items = marked(printed(islice(rows(paths), size)))
    splices = spliced(items)
    groups = grouped(items, homes={key: splice.home.key for key, splice in splices.items()}).groups
    linked = time.process_time() - started
    several = sum(len({m.article for m, _ in group.members}) > 1 for group in groups)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"{head}{linked:>9.1f}{1e3 * linked / max(1, len(items)):>9.2f}{several:>8,}{memory:>8,}{tail}"


def _checks(path: Path, lines: Sequence[str]) -> list[float]:
    """How long each check takes, in ms, sorted: of quotations as printed and altered."""
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
    return sorted(millis)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 4000, 8000, 16000, 32000])
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--ledger", type=int, default=10**9, metavar="N", help="the largest size that is linked (all)")
    args = parser.parse_args()
    total = sum(1 for _ in rows(args.articles))
    sizes = sorted({min(size, total) for size in args.sizes})
    print("articles quotes ledger s ms/quote several  MB RSS  index s  file MB  MB RSS  check ms: median, 95 %, most")
    context = multiprocessing.get_context("spawn")
    for size in sizes:
        with context.Pool(1) as pool:
            print(pool.apply(run, (args.articles, size, args.queries, args.ledger)), flush=True)


if __name__ == "__main__":
    main()
