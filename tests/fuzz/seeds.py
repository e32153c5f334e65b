"""A small valid file of each format, which fuzzers then damage."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

from tests.intake.formats.invented import PAGE, TEXT, line
from tests.intake.formats.test_feeds import ATOM, JSON_FEED, OPML, RSS, SITEMAP
from tests.intake.formats.test_losses import warc_record
from tests.intake.formats.test_pdf import LINES, pdf
from tests.intake.formats.test_tables import CSV, SHAPES
from tests.intake.formats.test_wires import NITF, XHTML, mail, newsml


def _wacz() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("archive/a.warc.gz", gzip.compress(warc_record(1)) + gzip.compress(warc_record(2)))
    return out.getvalue()


def _parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT, TEXT], "title": ["a", "b"]}), out)
    return out.getvalue()


def seeds() -> dict[str, tuple[str, bytes]]:
    """By the format's name: a file name, and its bytes."""
    return {
        "text": ("a.txt", TEXT.encode()),
        "html": ("a.html", PAGE.encode()),
        "jsonl": ("a.jsonl", f"{line(1)}\n{line(2)}\n".encode()),
        "json": ("a.json", json.dumps([SHAPES["fundus, by its body"], SHAPES["ninjs 3"]], indent=1).encode()),
        "csv": ("a.csv", CSV.replace("body", "text").encode()),
        "parquet": ("a.parquet", _parquet()),
        "feed": ("a.rss", RSS.encode()),
        "atom": ("a.atom", ATOM.encode()),
        "jsonfeed": ("a.json", JSON_FEED.encode()),
        "opml": ("a.opml", OPML.encode()),
        "sitemap": ("a.xml", SITEMAP.encode()),
        "urls": ("a.urls", b"https://gazette.example/bell\n"),
        "newsml": ("a.newsml", newsml(XHTML).encode()),
        "nitf": ("a.nitf", NITF.encode()),
        "eml": ("a.eml", mail(TEXT, PAGE)),
        "mbox": ("a.mbox", b"From a@b.example Tue May 14 08:00:00 2024\n" + mail(TEXT) + b"\n\n"),
        "pdf": ("a.pdf", pdf(LINES)),
        "warc": ("a.warc", warc_record(1) + warc_record(2)),
        "warc.gz": ("a.warc.gz", gzip.compress(warc_record(1)) + gzip.compress(warc_record(2))),
        "wacz": ("a.wacz", _wacz()),
    }
