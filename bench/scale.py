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


def run(paths: Sequence[Path], size: int, queries: int) -> str:
    """One line of the table."""
    started = time.process_time()
    found = list(printed(islice(rows(paths), size)))
    extracted = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes"
        started = time.process_time()
        with QuoteIndex.create(path) as index:
            index.add(found)
        built = time.process_time() - started
        before_ledger = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        millis = _checks(path, found, queries)
        megabytes = path.stat().st_size / 1e6
    started = time.process_time()
    items = marked(found)
    splices = spliced(items)
    groups = grouped(items, homes={key: splice.home.key for key, splice in splices.items()}).groups
    linked = time.process_time() - started
    several = sum(len({m.article for m, _ in group.members}) > 1 for group in groups)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{size:>7,}{len(found):>9,}{extracted:>8.1f}{linked:>9.1f}{1e3 * linked / max(1, len(found)):>9.2f}{several:>8,}{memory:>8,}"
        f"{built:>9.1f}{megabytes:>9.1f}{before_ledger:>8,}{statistics.median(millis):>8.1f}{millis[int(0.95 * len(millis))]:>7.1f}{millis[-1]:>7.1f}"
    )


def _checks(path: Path, found: Sequence[Printed], queries: int) -> list[float]:
    """How long each check takes, in ms, sorted: of quotations as printed and altered."""
    chance = random.Random(7)
    index = QuoteIndex.load(path)
    wanted = chance.sample([p.line for p in found if 8 <= len(p.line.split()) <= 60], queries)
    kinds = list(editor.KINDS.values())
    millis = []
    for line in wanted:
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
    args = parser.parse_args()
    total = sum(1 for _ in rows(args.articles))
    sizes = sorted({min(size, total) for size in args.sizes})
    print(
        "articles   quotes  marks s ledger s ms/quote several   MB RSS  index s  file MB  MB RSS  check ms: median, 95 %, most"
    )
    context = multiprocessing.get_context("spawn")
    for size in sizes:
        with context.Pool(1) as pool:
            print(pool.apply(run, (args.articles, size, args.queries)), flush=True)


if __name__ == "__main__":
    main()
