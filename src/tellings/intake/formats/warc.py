"""WARC, as web archives and crawls (CC-NEWS) keep pages: plain, gzip or Zstandard. Wants ``tellings[warc]``.

Every page that was fetched whole is an article; what is no page is passed over. A record's
number counts all records of the file, broken ones too, so that any tool finds it; its own bytes
are those of the page, unpacked, so that the same page saved as a file has the same digest.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tellings.errors import IntakeError, WebError
from tellings.intake.formats import members, webpage
from tellings.intake.formats.extra import wanted
from tellings.intake.formats.splitting import Splitter
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found, Record
from tellings.web.unpacking import unpacked

NAME = "warc"
SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
UNIT = "record"
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
_CHUNK = re.compile(rb"\s*[\da-fA-F]+\s*(?:;[^\r\n]*)?\r?\n")
"""How what is sent in chunks begins (RFC 9112, 7.1): with the length of the first."""
_PAGES = ("text/html", "application/xhtml+xml")
_WHOLE = 200
"""The status of a page that was sent as it was asked for."""
_BEGINNING = 2048
"""Bytes from whose look a page without a type is told."""


def looks(head: bytes) -> bool:
    """A record's first line; or Zstandard, in which nothing else comes."""
    return head.startswith((b"WARC/", *_ZSTD))


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The pages of the archive."""
    with source.open(raw=True) as stream:
        yield from pages(source.file, stream, options, itertools.count(1))


def pages(file: str, stream: BinaryIO, options: IntakeOptions, numbers: Iterator[int]) -> Iterator[Found]:
    """The pages of one WARC, each of whose records takes the next of ``numbers``."""
    empty = True
    for piece in split(stream, options.max_bytes):
        number, empty = next(numbers), False
        if isinstance(piece, str):
            yield Failure.of(file, number, IntakeError(piece), UNIT)
            continue
        try:
            record = page(piece, number, options.max_bytes)
            if record is not None:
                yield record
        except IntakeError as error:
            yield Failure.of(file, number, error, UNIT)
    if empty:
        raise IntakeError("a WARC without a record")


def split(stream: BinaryIO, most: int) -> Iterator[bytes | str]:
    """The bytes of each record; in the place of one that is broken, what is wrong with it."""
    splitter = Splitter(most)
    for piece in members.unpacked(stream, most):
        if piece is None:
            yield from splitter.lost("its packed bytes are damaged or cut off; fetch or copy it again")
        else:
            yield from splitter.feed(piece)
    yield from splitter.end()


def page(data: bytes, number: int, most: int) -> Record | None:
    """The page of a record; none where it is no page. Raises ``IntakeError`` where it is broken."""
    warc = wanted("fastwarc.warc", "warc", "WARC files")
    try:
        record = warc.WarcRecord.from_bytes(data)
        if record.record_type not in (warc.WarcRecordType.response, warc.WarcRecordType.resource):
            return None
        if "WARC-Block-Digest" in record.headers and not record.verify_block_digest(consume=False):
            raise IntakeError("its bytes are not those that its own digest is of; fetch or copy it again")
        record, whole = _opened(warc, record, data)
        told = _is_page(record)
        if told is False:
            return None
        payload = record.reader.read()
        if whole and _CHUNK.match(payload):
            raise IntakeError("the chunks it was sent in are broken; fetch or copy it again")
    except (OSError, ValueError) as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(f"no record that can be read ({' '.join(str(error).split())[:80]})") from error
    codings = record.http_headers.get("Content-Encoding") if record.http_headers is not None else None
    if told is None and not _looks_as_page(payload, codings, most):
        return None
    return _record(record, _body(payload, codings, most), number)


def _opened(warc: Any, record: Any, data: bytes) -> tuple[Any, bool]:  # noqa: ANN401  # of an extra's library
    """A record with its server's head read, and whether it is said to be in chunks that do not part it.

    Archives also keep whole what was sent in chunks, under the head that it was sent with.
    """
    try:
        record.parse_http(auto_decode="transfer")
    except (OSError, ValueError):
        record = warc.WarcRecord.from_bytes(data)
        record.parse_http(auto_decode="none")
        return record, True
    return record, False


def _is_page(record: Any) -> bool | None:  # noqa: ANN401  # a record of an extra's library
    """Whether a record says that it holds a page that was fetched whole; ``None`` where it does not say of what kind it is."""
    head = record.http_headers
    if head is not None and head.status_code is not None and int(head.status_code) != _WHOLE:
        return False
    kind = ((record.headers if head is None else head).get("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _PAGES if kind else None


def _looks_as_page(payload: bytes, codings: str | None, most: int) -> bool:
    """Whether what came without a word of its kind is a page by its beginning, as browsers judge it."""
    try:
        return webpage.looks(_body(payload, codings, most)[:_BEGINNING])
    except IntakeError:
        return False


def _body(payload: bytes, codings: str | None, most: int) -> bytes:
    """The page as it was before it was packed; archives also keep pages unpacked that say that they are not."""
    try:
        body = unpacked(payload, codings, most)
    except WebError as error:
        if payload.lstrip()[:1] != b"<":
            raise IntakeError(str(error)) from error
        body = payload
    if not body.strip():
        raise IntakeError("an empty page")
    return body


def _record(record: Any, body: bytes, number: int) -> Record:  # noqa: ANN401
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    charset = record.http_charset if record.http_headers is not None else None
    return Record(body, number, page=body, encoding=charset, address=url or None)
