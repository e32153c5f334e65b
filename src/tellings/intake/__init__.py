"""Bytes from anywhere to articles. Knows formats; nothing of language.

>>> from tellings import intake
>>> list(intake.read(["no-such-file.txt"]))[0].problem
'no such file or folder'
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from tellings.errors import IntakeError
from tellings.intake import html, jsonl, sources, text
from tellings.intake.articles import digest
from tellings.intake.facts import of_options
from tellings.intake.given import Metadata, load
from tellings.intake.options import FIELDS, MAX_BYTES, Failure, IntakeOptions
from tellings.values import Article

__all__ = ["FIELDS", "MAX_BYTES", "Failure", "IntakeOptions", "Metadata", "load", "read", "reread"]

_READERS: dict[str, ModuleType] = {reader.NAME: reader for reader in (text, jsonl, html)}


def read(
    sources_: Iterable[str], *, options: IntakeOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Failure]:
    """The articles that files, folders, globs and ``-`` hold, in their order.

    What cannot be read comes as a ``Failure`` in its place, and the rest goes on.
    """
    options = options or IntakeOptions()
    _check(options)
    for found in sources.files(sources_):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _read_one(found, options, stdin or sys.stdin.buffer)


def reread(file: str, *, record: int | None, format: str, encoding: str) -> tuple[str, str]:  # noqa: A002  # the name of the field
    """The text of a source as it is now, and its digest. Raises ``IntakeError`` where it cannot be read."""
    if file == sources.STDIN:
        raise IntakeError("it came from standard input, which cannot be read again; save it to a file")
    name, _, detail = format.partition(":")
    if name not in _READERS:
        raise IntakeError(f"this version knows no format {format!r}")
    again, data = _READERS[name].reread(_bytes(file), record=record, detail=detail, encoding=encoding)
    return again, digest(data)


def _check(options: IntakeOptions) -> None:
    """Raise at once for what would fail in every article."""
    of_options(options)
    unknown = sorted(set(options.fields) - set(FIELDS))
    if unknown:
        raise IntakeError(f"there is no field {unknown[0]!r} to map; there are {', '.join(FIELDS)}")


def _read_one(file: str, options: IntakeOptions, stdin: BinaryIO) -> Iterator[Article | Failure]:
    try:
        data = _from_stdin(stdin, options) if file == sources.STDIN else _from_file(file, options)
        yield from _READERS[_format(file, data)].read(file, data, options)
    except IntakeError as error:
        problem, _, remedy = str(error).partition("; ")
        yield Failure(file, None, problem, remedy)


def _from_stdin(stdin: BinaryIO, options: IntakeOptions) -> bytes:
    # Many records may come through one pipe, so that the limit is on each of them.
    data = stdin.read()
    if len(data) > options.max_bytes and _format(sources.STDIN, data) != jsonl.NAME:
        raise IntakeError(_too_large(len(data), options))
    return data


def _from_file(file: str, options: IntakeOptions) -> bytes:
    try:
        size = Path(file).stat().st_size
    except OSError as error:
        raise IntakeError(_why(error)) from error
    if size > options.max_bytes and sources.format_of(file) != jsonl.NAME:
        raise IntakeError(_too_large(size, options))
    return _bytes(file)


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise IntakeError(_why(error)) from error


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "it may not be read; check its permissions"
    if isinstance(error, FileNotFoundError):
        return "no such file; check the spelling"
    return f"it cannot be read ({(error.strerror or 'no reason given').lower()})"


def _too_large(size: int, options: IntakeOptions) -> str:
    return f"{size:,} bytes, over the limit of {options.max_bytes:,}; raise it with --max-bytes"


def _format(file: str, data: bytes) -> str:
    """The format that the file's ending names, else the one its first bytes look like."""
    if not data.strip():
        raise IntakeError("empty; give the text of an article")
    named = sources.format_of(file)
    if named:
        return named
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return html.NAME
    return jsonl.NAME if start.startswith((b'{"', b"{ ")) else text.NAME
