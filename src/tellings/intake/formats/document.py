"""JSON documents: one object, a list of objects, or objects one after the other, on as many lines as they like.

Each object is an article. The objects are cut out of the stream one by one, by counting
brackets outside of strings, so that a dump of a million need not fit into memory and a broken
one takes no other with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tellings.errors import IntakeError
from tellings.intake.formats import rows
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found

NAME = "json"
SUFFIXES = (".json",)
UNIT = "object"
MAPPED = True
_CHUNK = 1 << 16
_BETWEEN = b" \t\r\n,[]\xef\xbb\xbf"
_OUTSIDE = re.compile(rb'["{}]')
_INSIDE = re.compile(rb'["\\\n]')
"""What ends a string, or shows that its end is missing: JSON has no line break within one."""
_NEXT = re.compile(rb"\n\s*(?=\{)")


def looks(head: bytes) -> bool:
    """A JSON object, or a list of objects, by how it begins."""
    return bool(re.match(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"', head))


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The articles of a document; their numbers count the objects, from 1."""
    number = 0
    with source.open() as stream:
        for piece in objects(stream, options.max_bytes):
            number += 1
            if isinstance(piece, str):
                yield Failure.of(source.file, number, IntakeError(piece), UNIT)
                continue
            try:
                yield rows.record(rows.parsed(piece), piece, number, options, of="field of the record")
            except IntakeError as error:
                yield Failure.of(source.file, number, error, UNIT)
    if not number:
        raise IntakeError("no JSON object in it; give an object, or a list of objects")


def objects(stream: BinaryIO, most: int) -> Iterator[bytes | str]:
    """The bytes of each outermost object; in the place of one that is broken, what is wrong with it."""
    buffer = _Buffer(stream)
    while buffer.skip(_BETWEEN):
        if not buffer.data.startswith(b"{"):
            buffer.drop(buffer.find(_OUTSIDE_OBJECT, most))
            yield "not a JSON object; give an object, or a list of objects"
            continue
        end = _end(buffer, most)
        if end is not None:
            yield buffer.data[:end]
            buffer.drop(end)
            continue
        over = len(buffer.data) > most
        yield (
            f"an object over the limit of {most:,} bytes, or without an end; raise it with --max-bytes"
            if over
            else "a JSON object without an end; it was cut off, or a quotation mark is missing"
        )
        # The next object most likely begins on a line of its own.
        buffer.drop(buffer.find(_NEXT, most))


_OUTSIDE_OBJECT = re.compile(rb"(?=\{)")


class _Buffer:
    """What was read of a stream and not yet used."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.data = b""

    def more(self) -> bool:
        """Read on; whether there was more."""
        chunk = self._stream.read(_CHUNK)
        self.data += chunk
        return bool(chunk)

    def skip(self, these: bytes) -> bool:
        """Drop what stands between objects; whether anything is left."""
        while True:
            self.data = self.data.lstrip(these)
            if self.data or not self.more():
                return bool(self.data)

    def drop(self, length: int) -> None:
        """Forget what was used."""
        self.data = self.data[length:]

    def find(self, pattern: re.Pattern[bytes], most: int) -> int:
        """Where a pattern stands next after the first byte; the end of what is read where it is not within reach."""
        start = 1
        while True:
            if found := pattern.search(self.data, start):
                return found.end()
            start = max(1, len(self.data) - 64)
            if len(self.data) > most or not self.more():
                return len(self.data)


def _end(buffer: _Buffer, most: int) -> int | None:
    """Where the object that the buffer begins with ends; none where it has no end within reach."""
    depth, quoted, position = 0, False, 0
    while True:
        found = (_INSIDE if quoted else _OUTSIDE).search(buffer.data, position)
        if found is None or (found[0] == b"\\" and found.end() >= len(buffer.data)):
            position = found.start() if found else len(buffer.data)
            if position > most or not buffer.more():
                return None
            continue
        position = found.end()
        if found[0] == b"\n":
            return None
        if found[0] == b"\\":
            position += 1
        elif found[0] == b'"':
            quoted = not quoted
        else:
            depth += 1 if found[0] == b"{" else -1
            if depth == 0:
                return position
