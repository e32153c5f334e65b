"""A saved web page: one file, one article. What is done with its markup is ``tellings.intake.html``'s matter."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.intake.formats import markup
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Record

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml")
UNIT = "page"


def looks(head: bytes) -> bool:
    """A page declares itself as one, or begins with its outermost element."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower()
    return start.startswith((b"<!doctype html", b"<html")) or markup.outermost(head).lower() == "html"


def records(source: Input, options: IntakeOptions) -> Iterator[Record]:
    """The one page."""
    data = source.data(options.max_bytes)
    yield Record(data, page=data)
