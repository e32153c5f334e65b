"""Measures the speed of the whole reading: articles and words a second, start time, peak memory.

    python bench/reading.py [--generate N] [--articles FILE.jsonl[.gz] [--limit N]] [--only RUN]

Each run is a process of its own, so that its peak memory is its own; the workers' memory is that of the largest.
Intake is done before the clock starts. The generated articles are the same on every machine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tellings.values import Article

Articles = list["Article"]


def reader_only(articles: Articles) -> None:
    """The reading alone, in one process."""
    from tellings.reading import Reader  # noqa: PLC0415  # imports are part of what is timed

    for _ in Reader().read_all(articles):
        pass


def two_readers(articles: Articles) -> None:
    """The reading alone, in two processes."""
    from tellings.run.local import read  # noqa: PLC0415

    for _ in read(articles, workers=2):
        pass


def whole(articles: Articles, *, workers: int = 1) -> None:
    """Reading, linking, comparing and the export."""
    from tellings.run.local import tell  # noqa: PLC0415

    tell(articles, workers=workers).export()


def start(_: Articles) -> None:
    """Imports and the language model."""
    reader_only([])


RUNS: dict[str, Callable[[Articles], None]] = {
    "start": start,
    "reading, 1 process": reader_only,
    "reading, 2 processes": two_readers,
    "whole, 1 process": whole,
    "whole, 2 processes": lambda articles: whole(articles, workers=2),
}


def measure(name: str, path: Path) -> dict[str, float]:
    """One run in this process: its seconds and its peak memory in MB, its own and that of its largest worker."""
    articles = take_in(path)
    begin = time.perf_counter()
    RUNS[name](articles)
    seconds = time.perf_counter() - begin
    own, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    words = sum(len(article.text.split()) for article in articles)
    return {"seconds": seconds, "own": own, "workers": workers, "articles": len(articles), "words": words}


def take_in(path: Path) -> Articles:
    """The articles of a file of JSON lines; what is unreadable is passed over."""
    from tellings import intake  # noqa: PLC0415
    from tellings.values import Article  # noqa: PLC0415

    return [item for item in intake.read([str(path)]) if isinstance(item, Article)]


def lines(source: Path, limit: int) -> list[str]:
    """The first lines of a file, gzipped or not."""
    if source.suffix == ".gz":
        with gzip.open(source, "rt", encoding="utf-8") as file:
            return list(islice(file, limit))
    with source.open(encoding="utf-8") as file:
        return list(islice(file, limit))


def generated(count: int) -> list[str]:
    """Invented articles as JSON lines."""
    import invented  # noqa: PLC0415  # stands beside this program

    return [json.dumps(record) + "\n" for record in invented.articles(count)]


def report(name: str, found: dict[str, float], start_seconds: float) -> str:
    """A row of the table; the start is taken off, so that the speed is that of a long run."""
    if name == "start":
        return f"| {name} | {found['seconds']:.1f} s | | | {found['own']:.0f} MB | |"
    seconds = max(1e-9, found["seconds"] - start_seconds)
    return (
        f"| {name} | {found['seconds']:.1f} s | {found['articles'] / seconds:.1f} | {found['words'] / seconds:,.0f} "
        f"| {found['own']:.0f} MB | {found['workers']:.0f} MB |"
    )


def run(names: Iterable[str], records: list[str]) -> None:
    """Every run over the records in its own process, as a table in Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(records), encoding="utf-8")
        words = sum(len(json.loads(record)["text"].split()) for record in records)
        print(
            f"{len(records)} articles, {words:,} words; Python {platform.python_version()}, {os.cpu_count()} processors\n"
        )
        print("| run | time | articles/s | words/s | peak memory | largest worker |\n|---|---|---|---|---|---|")
        start_seconds = 0.0
        for name in names:
            found = alone(name, path)
            start_seconds = found["seconds"] if name == "start" else start_seconds
            print(report(name, found, start_seconds), flush=True)


def alone(name: str, path: Path) -> dict[str, Any]:
    """One run in a new process."""
    command = [sys.executable, __file__, "--measure", name, str(path)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--generate", type=int, default=500, metavar="N", help="how many invented articles (500)")
    parser.add_argument("--articles", type=Path, metavar="FILE", help="read these JSON lines instead")
    parser.add_argument("--limit", type=int, default=500, metavar="N", help="the first N of them (500)")
    parser.add_argument("--only", action="append", choices=list(RUNS), help="leave out the other runs")
    parser.add_argument("--measure", nargs=2, metavar=("RUN", "FILE"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(args.measure[0], Path(args.measure[1]))))
        return
    records = lines(args.articles, args.limit) if args.articles else generated(args.generate)
    run(["start", *(name for name in RUNS if name != "start" and name in (args.only or RUNS))], records)


if __name__ == "__main__":
    main()
