"""CSV and its kin (semicolons, tabs): a row an article, columns named in the first line.

A quotation mark that is never closed would swallow the rest of a file. So a row that comes out
wrong over several lines is blamed on its first line alone, and reading goes on with the next.
A row is known by the line on which it begins; its own bytes are its lines.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tellings.errors import IntakeError
from tellings.intake.decode import decode
from tellings.intake.formats import rows
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found

NAME = "csv"
SUFFIXES = (".csv", ".tsv")
UNIT = "line"
MAPPED = True
_MARK = b"\xef\xbb\xbf"
_DELIMITERS = ",;\t|"
_COLUMN = re.compile(r'"?[A-Za-z_][\w.-]{0,40}"?')
_UNDECODED = re.compile("[\ud800-\udfff]")
_TEXTS = {"text", "body", "content", "article", "maintext"}

csv.field_size_limit(1 << 30)  # a whole article stands in one field; the module's own limit is 128 KB


def looks(head: bytes) -> bool:
    """A first line of plain names, several of them, one of which is that of a text."""
    first, end, _ = head.removeprefix(_MARK).partition(b"\n")
    try:
        line = first.rstrip(b"\r").decode("ascii")
    except UnicodeDecodeError:
        return False
    names = line.split(_delimiter(line))
    return bool(end) and len(names) > 1 and all(map(_COLUMN.fullmatch, names)) and bool(_TEXTS & _plain(names))


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The articles of a table, and a failure for each row that is none."""
    encoding = options.encoding or _encoding(source.head)
    with source.open() as stream:
        lines = _Lines(stream, encoding, options.max_bytes)
        names = _header(lines)
        _check_columns(names, options)
        while (number := lines.begin()) is not None:
            try:
                values = _row(lines, len(names))
                if values is None:
                    continue
                row = dict(zip(names, values, strict=True))
                record = rows.record(row, lines.data, number, options, of="column of the table")
                yield record.in_encoding(encoding)
            except IntakeError as error:
                yield Failure.of(source.file, number, error, UNIT)


def _header(lines: _Lines) -> list[str]:
    if lines.begin() is None:
        raise IntakeError("empty; give a table whose first line names its columns")
    try:
        first = lines.peek()
        lines.delimiter = _delimiter(first)
        return [name.strip() for name in next(csv.reader(lines, delimiter=lines.delimiter))]
    except (csv.Error, StopIteration) as error:
        raise IntakeError("the first line names no columns; write e.g. text,title,date") from error


def _check_columns(names: Sequence[str], options: IntakeOptions) -> None:
    """Raise once for what would fail in every row."""
    wanted = options.key("text")
    if wanted not in names and not ({"maintext", "plaintext"} & set(names)):
        raise IntakeError(
            f"there is no column {wanted!r} (columns: {', '.join(names[:8])}); name the one that holds the text with --map text=NAME"
        )
    missing = [name for name in options.fields.values() if name not in names]
    if missing:
        raise IntakeError(f"there is no column {missing[0]!r} (columns: {', '.join(names[:8])}); look at --map again")


def _row(lines: _Lines, columns: int) -> list[str] | None:
    """The values of the next row; none for an empty line. What is wrong is blamed on the row's first line."""
    try:
        values = next(csv.reader(lines, delimiter=lines.delimiter, strict=True))
        if not values:
            return None
    except csv.Error as error:
        lines.back()
        raise IntakeError(f"no row of a table ({error}); close its quotation marks") from error
    except StopIteration:
        return None
    except IntakeError:
        lines.back()
        raise
    if len(values) != columns:
        if _next_is_a_row(lines, columns):
            lines.back()
        raise IntakeError(f"{len(values)} values for {columns} columns; a mark or a delimiter is missing or too many")
    if any(_UNDECODED.search(value) for value in values):
        raise IntakeError(f"not {lines.encoding}; name the table's encoding with --encoding")
    return values


def _next_is_a_row(lines: _Lines, columns: int) -> bool:
    """Whether the second line of a row that is wrong is a row by itself: then a mark of the first was not closed."""
    if len(lines.used) < 2:
        return False
    try:
        return len(next(csv.reader([lines.text(lines.used[1])], delimiter=lines.delimiter, strict=True))) == columns
    except (csv.Error, StopIteration):
        return False


class _Lines:
    """The lines of a table, as text for the parser; those of a row that is wrong can be given back."""

    def __init__(self, stream: BinaryIO, encoding: str, most: int) -> None:
        self.delimiter = ","
        self.encoding = encoding
        self.used: list[bytes] = []
        self._stream, self._most = stream, most
        self._returned: list[bytes] = []
        self._number = 0
        self._size = 0

    @property
    def data(self) -> bytes:
        """The bytes of the row, without the end of its last line."""
        return b"".join(self.used).rstrip(b"\r\n")

    def begin(self) -> int | None:
        """The number of the line on which the next row begins; none at the end."""
        self.used.clear()
        self._size = 0
        line = self._take()
        if line is None:
            return None
        self._returned.append(line)
        return self._number + 1

    def peek(self) -> str:
        """The line that comes next."""
        return self.text(self._returned[-1])

    def back(self) -> None:
        """Give back all lines of the row but the first."""
        rest = self.used[1:]
        self._returned.extend(reversed(rest))
        self._number -= len(rest)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._take()
        if line is None:
            if self.used:
                raise IntakeError("a quotation mark is opened and never closed; close it")
            raise StopIteration
        self.used.append(line)
        self._number += 1
        self._size += len(line)
        if self._size > self._most:
            raise IntakeError(
                f"a row over the limit of {self._most:,} bytes, or with a mark that is never closed; raise it with --max-bytes"
            )
        return self.text(line)

    def _take(self) -> bytes | None:
        if self._returned:
            return self._returned.pop()
        line = self._stream.readline(self._most + 2)
        if not self._number:
            line = line.removeprefix(_MARK)
        return line or None

    def text(self, line: bytes) -> str:
        """A line as text; bytes that are none in this encoding are kept as halves of characters."""
        try:
            return line.decode(self.encoding, "surrogateescape")
        except (LookupError, UnicodeError) as error:
            raise IntakeError(f"there is no encoding {self.encoding!r} for it; write e.g. utf-8 or cp1252") from error


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=lambda sign: (line.count(sign), sign == ","))


def _plain(names: Sequence[str]) -> set[str]:
    return {name.strip('"').lower() for name in names}


def _encoding(head: bytes) -> str:
    """The encoding of a table, by how it begins."""
    sample = head.removeprefix(_MARK)
    try:
        sample[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(sample) - 4:  # a character that the end of the sample cuts in two
            return "utf-8"
        encoding = decode(sample)[1]
        if encoding.startswith(("utf-16", "utf-32")):
            raise IntakeError(f"a table in {encoding}; save it as UTF-8") from error
        return encoding
    if b"\x00" in sample:
        raise IntakeError("no table: it holds zero bytes; save it as UTF-8")
    return "utf-8"
