"""How quick the intake is, and how much memory it takes: records a second of each format, and a WARC of ten thousand.

python bench/intake.py [--records 2000] [--articles 200] [--warc 10000]

Everything is made here, of one invented article in as many variants. "cut" is finding the
records and their facts; "articles" is that and marking the blocks, for pages also reading the
markup. Peak memory is of a process of its own that reads the whole archive.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tellings import intake
from tellings.intake import formats, inputs

PARAGRAPH = (
    "The harbour of Marrow was closed on Sunday for the {number}th time this year, its master said, after a crane "
    "fell into the fairway. “We had warned of it in March,” said Ada Quill, who has kept the harbour for nine years."
)
FILLER = '<nav><ul><li><a href="/x">Weather</a></li></ul></nav><div class="promo"><a href="/y">Read on</a></div>' * 120


def text(number: int) -> str:
    """An article of about 400 words that no other is like."""
    return "\n\n".join(PARAGRAPH.format(number=number * 12 + paragraph) for paragraph in range(12))


def page(number: int) -> bytes:
    """A page of about 15 KB with the article in it."""
    body = "".join(f"<p>{line}</p>" for line in text(number).split("\n\n"))
    head = f"<title>Harbour closed, {number}</title><meta property='article:published_time' content='2024-05-14T08:00:00Z'>"
    return f"<!doctype html><html><head>{head}</head><body>{FILLER}<article><h1>Harbour closed</h1>{body}</article></body></html>".encode()


def warc_record(number: int) -> bytes:
    """A record as crawlers write it, packed."""
    payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    return gzip.compress(head.encode() + payload + b"\r\n\r\n", 3)


def _feed(numbers: Iterable[int]) -> bytes:
    items = "".join(
        f"<item><title>Harbour {number}</title><link>https://gazette.example/{number}</link><description>{text(number)}</description></item>"
        for number in numbers
    )
    return f'<rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>'.encode()


def _csv(numbers: Iterable[int]) -> bytes:
    return ("text,title\n" + "".join(f'"{text(number)}",Harbour {number}\n' for number in numbers)).encode()


def _parquet(numbers: Iterable[int]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [text(number) for number in numbers]}), out)
    return out.getvalue()


def _mbox(numbers: Iterable[int]) -> bytes:
    head = "From a@gazette.example Tue May 14 08:00:00 2024\nFrom: Gazette <a@gazette.example>\nSubject: Harbour\nDate: Tue, 14 May 2024 08:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n"
    return "".join(f"{head}{text(number)}\n\n" for number in numbers).encode()


MAKERS: dict[str, tuple[str, Callable[[Iterable[int]], bytes]]] = {
    "jsonl": ("a.jsonl", lambda numbers: b"".join(json.dumps({"text": text(n)}).encode() + b"\n" for n in numbers)),
    "json": ("a.json", lambda numbers: json.dumps([{"text": text(n)} for n in numbers], indent=1).encode()),
    "csv": ("a.csv", _csv),
    "parquet": ("a.parquet", _parquet),
    "feed": ("a.rss", _feed),
    "mbox": ("a.mbox", _mbox),
    "warc": ("a.warc.gz", lambda numbers: b"".join(map(warc_record, numbers))),
}


def speeds(records: int, articles: int) -> None:
    """Records a second of CPU time of one core."""
    print(f"{'format':10} {'records':>8} {'MB':>7} {'cut/s':>9} {'articles/s':>11}")
    options = intake.IntakeOptions(max_bytes=1 << 30)
    for name, (file, make) in MAKERS.items():
        data = make(range(records))
        given = inputs.of_bytes(file, data)
        started = time.process_time()
        cut = sum(1 for _ in formats.get(name).records(given, options))
        seconds = time.process_time() - started
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file
            path.write_bytes(make(range(articles)))
            started = time.process_time()
            read = sum(not isinstance(one, intake.Failure) for one in intake.read([str(path)], options=options))
        reading = time.process_time() - started
        assert (cut, read) == (records, articles), (name, cut, read)
        print(
            f"{name:10} {records:8,} {len(data) / 1e6:7.1f} {records / seconds:9,.0f} {articles / reading:11,.0f}",
            flush=True,
        )


READER = """
import resource, sys
from tellings.intake import IntakeOptions, formats, inputs
given, points = inputs.of_file(sys.argv[1]), []
for count, _ in enumerate(formats.of_input(given).records(given, IntakeOptions()), 1):
    if count in (100, int(sys.argv[2])):
        points.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
print(count, *points)
"""


def memory(records: int) -> None:
    """The peak of a process that reads a WARC, after a hundred records and after all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.warc.gz"
        with path.open("wb") as file:
            file.writelines(map(warc_record, range(records)))
        done = subprocess.run(
            [sys.executable, "-c", READER, str(path), str(records)], capture_output=True, text=True, check=True
        )
        count, first, last = map(int, done.stdout.split())
        size = path.stat().st_size / 1e6
        print(
            f"WARC of {count:,} records, {size:,.0f} MB packed: peak {first} MiB after 100 records, {last} MiB after all"
        )


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=2_000)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--warc", type=int, default=10_000)
    given = parser.parse_args()
    speeds(given.records, given.articles)
    memory(given.warc)


if __name__ == "__main__":
    main()
