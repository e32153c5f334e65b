"""WACZ: WARCs in a zip, as browser-based archiving tools write them. Wants ``tellings[warc]``.

The records of all its WARCs are counted on, in the order of their names.
"""

from __future__ import annotations

import itertools
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from tellings.errors import IntakeError
from tellings.intake.formats import warc
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found

NAME = "wacz"
SUFFIXES = (".wacz",)
UNIT = "record"
_MOST = 4 << 30
"""Bytes of one WARC in it: what it unpacks to stands on the disk while it is read."""


def looks(head: bytes) -> bool:
    """A zip whose first file is one of those that a WACZ has."""
    return head.startswith(b"PK\x03\x04") and head[30:].startswith(
        (b"archive/", b"datapackage", b"pages/", b"indexes/")
    )


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The pages of all archives in it."""
    numbers = itertools.count(1)
    with source.open() as stream:
        try:
            packed = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise IntakeError("no zip that can be read; fetch or copy it again") from error
        entries = sorted(packed.infolist(), key=lambda entry: entry.filename)
        archives = [entry for entry in entries if _is_warc(entry.filename)]
        if not archives:
            raise IntakeError("a zip without a WARC; a WACZ has one under archive/")
        for entry in archives:
            try:
                with _opened(packed, entry) as inner:
                    yield from warc.pages(source.file, inner, options, numbers)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
                yield Failure(
                    source.file, None, f"{entry.filename} in it is damaged or locked", "fetch or copy it again"
                )
            except IntakeError as error:
                yield Failure.of(f"{source.file}, {entry.filename}", None, error)


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.endswith(warc.SUFFIXES)


@contextmanager
def _opened(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    """A WARC in the zip as a file in which one can go back, which zipfile only does by reading from the start."""
    if entry.file_size > _MOST:
        raise IntakeError(f"over the limit of {_MOST >> 30} GiB for one WARC in a zip; unpack it and read the WARC")
    with packed.open(entry) as inner, tempfile.TemporaryFile() as copy:
        while chunk := inner.read(1 << 20):
            copy.write(chunk)
        copy.seek(0)
        yield cast("BinaryIO", copy)
