"""Measures the archive as it grows: what adding costs, how large it gets, and how quickly it finds.

    python bench/archive.py add ARTICLES.jsonl.gz ... --archive DIR [--reading light|full] [--processes N] [--limit N] [--log FILE]
    python bench/archive.py search --archive DIR [--queries 500]
    python bench/archive.py report FILE

``add`` writes a line for each 96 articles (processor seconds of intake, reading and keeping; memory; size) and
goes on where it was stopped. The light reading finds quotation marks, names by their capitals and numbers by their
digits: about as many lines as the full one, without the cost of intake and reading, so that the store is measured and not the reading.
With ``--processes`` that many others read, as for ``tellings add``; their processor time is counted as reading, their largest memory told.
Times are of the processor unless they are called wall: other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TextIO

from archive_search import search
from tellings import intake
from tellings.archive import SqliteArchive
from tellings.intake.articles import digest
from tellings.reading.attribution import marks
from tellings.reading.paragraphs import paragraphs
from tellings.run.adding import keep
from tellings.run.local import BATCH, read_batch, unread
from tellings.run.placing import Placing
from tellings.run.stage import run_stage
from tellings.run.workers import Here, Processes
from tellings.values import Article, Block, Chain, Figure, Known, Mention, Published, Quotation, Reading, Span

AT_ONCE = 96
"""Articles in a transaction: six batches of the reading, as ``tellings add`` keeps them."""
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_LINE = re.compile(r"\S[^\n]*")
_NUMBER = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d+)(?= ([a-z]{3,}))")


def articles(paths: Iterable[Path], *, light: bool) -> Iterator[Article]:
    """The records of all files as articles, in order; light: every line of a text is a paragraph of its body."""
    if not light:
        found = intake.read([str(path) for path in paths])
        yield from (article for article in found if not isinstance(article, intake.Failure))
        return
    for path in paths:
        with gzip.open(path, "rb") as lines:
            for number, line in enumerate(lines, 1):
                yield _plain(path.name, number, line)


def _plain(file: str, record: int, line: bytes) -> Article:
    row = json.loads(line)
    blocks = [Block("body", Span(m.start(), m.end())) for m in _LINE.finditer(row["text"])]
    return Article(
        file=file,
        text=row["text"],
        digest=digest(line),
        blocks=tuple(blocks),
        record=record,
        outlet=Known(row["outlet"], "given"),
        title=Known(row["title"], "given"),
        url=row["url"] or None,
        published=Published(row["date"], row["date"], "given") if row["date"] else None,
    )


def light(batch: Sequence[Article]) -> list[Reading]:
    """Readings for measuring the store alone: as many lines as the full ones, roughly; nobody should believe them."""
    return [_light(article) for article in batch]


def _light(article: Article) -> Reading:
    text = article.text
    mentions = [Mention(Span(m.start(), m.end()), "person", "name") for m in _NAME.finditer(text)]
    places: dict[str, list[int]] = {}
    for number, mention in enumerate(mentions):
        places.setdefault(mention.span.of(text), []).append(number)
    figures = [
        Figure(Span(m.start(), m.end(2)), Span(m.start(1), m.end(1)), float(m[1].replace(",", "")), head=m[2])
        for m in _NUMBER.finditer(text)
    ]
    return Reading(
        article,
        mentions=tuple(mentions),
        chains=tuple(Chain(name, "person", tuple(numbers)) for name, numbers in places.items()),
        quotations=tuple(_quotations(article, mentions)),
        figures=tuple(figures),
        parts=("light.v1",),
    )


def _quotations(article: Article, mentions: Sequence[Mention]) -> Iterator[Quotation]:
    for paragraph in paragraphs(article):
        for marked in marks.find(paragraph.text):
            if marked.words(paragraph.text) >= 3:
                span = paragraph.span_of(marked.start, marked.end)
                speaker = min(
                    range(len(mentions)), key=lambda number: abs(mentions[number].span.start - span.end), default=None
                )
                yield Quotation((span,), (), (), "direct", speaker, "inferred", "the nearest name")


@dataclass(frozen=True, slots=True)
class Timed:
    """A reading, its share of its batch's processor seconds, and the largest memory of the process that made it, MB."""

    reading: Reading
    seconds: float
    peak_mb: float


def timed(batch: Sequence[Article], read: Callable[[Sequence[Article]], list[Reading]]) -> list[Timed]:
    """What ``read`` makes of a batch, with what it took: in whichever process that is."""
    began = time.process_time()
    readings = read(batch)
    share = (time.process_time() - began) / len(batch)
    return [Timed(reading, share, _peak()) for reading in readings]


READINGS: dict[str, Callable[[Sequence[Article]], list[Timed]]] = {
    "light": partial(timed, read=light),
    "full": partial(timed, read=read_batch),
}


def add(paths: Sequence[Path], folder: Path, *, reading: str, processes: int, limit: int | None, log: Path) -> None:
    """Add what is not there, ``AT_ONCE`` at a time."""
    with SqliteArchive(folder, create=True) as archive, log.open("a", encoding="utf-8") as lines:
        placing = Placing(archive)
        intake = Clock(
            article
            for article in islice(articles(paths, light=reading == "light"), limit)
            if archive.find(article) is None
        )
        stream = iter(intake)
        batches = iter(lambda: tuple(islice(stream, BATCH)), ())
        workers = Processes(processes) if processes > 1 else Here()
        read = run_stage(READINGS[reading], batches, workers, lost=lambda article: Timed(unread(article), 0, 0))
        wall = time.monotonic()
        while done := [one for batch in islice(read, AT_ONCE // BATCH) for one in batch]:
            began = time.process_time()
            numbers = keep([one.reading for one in done], archive, placing)
            row = {
                "articles": archive.counts().articles,
                "new": numbers["new"],
                "revised": numbers["revised"],
                "added": len(done),
                "intake": intake.taken(),
                "read": sum(one.seconds for one in done),
                "keep": time.process_time() - began,
                "wall": time.monotonic() - wall,
                "reader_peak_mb": max(one.peak_mb for one in done),
                **_size(folder),
            }
            wall = time.monotonic()
            lines.write(json.dumps(row) + "\n")
            lines.flush()
        _settle(archive, placing, lines)


class Clock:
    """Articles as they come, and the processor seconds that they took to come."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = iter(articles)
        self._seconds = 0.0

    def __iter__(self) -> Iterator[Article]:
        return self

    def __next__(self) -> Article:
        began = time.process_time()
        try:
            return next(self._articles)
        finally:
            self._seconds += time.process_time() - began

    def taken(self) -> float:
        """The seconds since this was asked last."""
        seconds, self._seconds = self._seconds, 0.0
        return seconds


def _settle(archive: SqliteArchive, placing: Placing, lines: TextIO) -> None:
    began = time.process_time()
    with archive.writing():
        placing.catch_up()
        loaded = time.process_time()
        changes = placing.settle()
    row = {"load": loaded - began, "settle": time.process_time() - loaded, "changes": len(changes)}
    counts = archive.counts()
    more = {"articles": counts.articles, "stories": counts.stories, "quotes": counts.quotes, "figures": counts.figures}
    lines.write(json.dumps({"settled": True, **row, **more, **_size(archive.folder)}) + "\n")


def _size(folder: Path) -> dict[str, float]:
    used = sum(path.stat().st_size for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))
    return {"disk_mb": used / 1e6, "peak_mb": _peak()}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(log: Path) -> None:
    """The curve: medians of ten lines each, at sixteen places or at all."""
    rows = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    hundreds = [row for row in rows if "settled" not in row]
    print("articles  intake ms  read ms  keep ms an article   disk KB an article   peak MB")
    for start in range(0, len(hundreds), max(10, len(hundreds) // 16)):
        group = hundreds[start : start + 10]
        last = group[-1]
        cells = [
            1e3 * statistics.median(row[key] / row["added"] for row in group) for key in ("intake", "read", "keep")
        ]
        size = 1e3 * last["disk_mb"] / last["articles"]
        print(
            f"{last['articles']:>8,}{cells[0]:>11.2f}{cells[1]:>9.2f}{cells[2]:>9.2f}{size:>22.1f}{last['peak_mb']:>16,.0f}"
        )
    for row in rows:
        if "settled" in row:
            print(json.dumps({key: round(value, 2) for key, value in row.items()}))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    acts = parser.add_subparsers(dest="act", required=True)
    adding = acts.add_parser("add")
    adding.add_argument("articles", type=Path, nargs="+")
    adding.add_argument("--archive", type=Path, required=True)
    adding.add_argument("--reading", choices=READINGS, default="light")
    adding.add_argument("--processes", type=int, default=1)
    adding.add_argument("--limit", type=int)
    adding.add_argument("--log", type=Path, required=True)
    searching = acts.add_parser("search")
    searching.add_argument("--archive", type=Path, required=True)
    searching.add_argument("--queries", type=int, default=500)
    reporting = acts.add_parser("report")
    reporting.add_argument("log", type=Path)
    args = parser.parse_args()
    if args.act == "add":
        add(args.articles, args.archive, reading=args.reading, processes=args.processes, limit=args.limit, log=args.log)
    elif args.act == "search":
        search(args.archive, args.queries)
    else:
        report(args.log)


if __name__ == "__main__":
    main()
