"""Invented articles, and each format's bytes made of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

WORDS = (
    "The bell of Marrow Point was found on Sunday in a barn, its keeper said.",
    "“We had stopped looking,” said Ada Quill, who has kept the point for nine years.",
    "It weighs 640 kilograms and has a crack as long as a hand.",
)
TEXT = "\n\n".join(WORDS)
TITLE = "Lost bell found in a barn"
URL = "https://gazette.example/bell"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in WORDS)
PAGE = f"<!doctype html><html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body></html>"


def warc(
    pages: Iterable[tuple[str, bytes]], *, packed: bool = True, head: Iterable[tuple[str, str]] = ()
) -> list[bytes]:
    """The records of a WARC, each as it stands in the file: a page each, written by warcio."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    records = []
    for url, page in pages:
        out = io.BytesIO()
        fields = list(head) or [("Content-Type", "text/html; charset=utf-8")]
        told = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
        writer = WARCWriter(out, gzip=packed)
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(page),
            http_headers=told,
            warc_headers_dict={"WARC-Date": "2024-05-14T08:00:00Z"},
        )
        writer.write_record(record)
        records.append(out.getvalue())
    return records


def page(number: int) -> bytes:
    """A page that no other is like."""
    return PAGE.replace("640", str(1000 + number)).encode()


def line(number: int, **more: object) -> str:
    """A JSON line that no other is like."""
    return json.dumps(
        {"text": TEXT.replace("640", str(1000 + number)), "title": f"{TITLE}, {number}", **more}, ensure_ascii=False
    )
