"""JSON lines: one article a line. A bad line is reported by its number; the others go on.

The format is named ``jsonl``, or ``jsonl:KEY`` where the user said that the text stands under
another key than ``text``, so that an export is enough to read the text again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from tellings.errors import IntakeError
from tellings.intake.formats import rows
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found

NAME = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")
UNIT = "line"
MAPPED = True
_MARK = b"\xef\xbb\xbf"


def looks(head: bytes) -> bool:
    """The first line is a JSON object by itself, or one that is broken before another."""
    first, end, rest = head.removeprefix(_MARK).lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        # A first line that is longer than what is looked at is still one line.
        return rest.lstrip().startswith(b'{"') if end else first.startswith(b'{"')


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The articles of a file, and a failure for each line that is none."""
    found = False
    with source.open() as stream:
        for number, line in lines(stream, options.max_bytes):
            found = True
            if line is None:
                limit = f"over the limit of {options.max_bytes:,} bytes for one line"
                yield Failure(source.file, number, limit, "raise it with --max-bytes", UNIT)
                continue
            try:
                yield rows.record(rows.parsed(line), line, number, options, of="field of the record")
            except IntakeError as error:
                yield Failure.of(source.file, number, error, UNIT)
    if not found:
        raise IntakeError("empty: there is not one line; give one JSON object a line")


def lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold something, with their numbers from 1, without line end or byte order mark.

    One of more than ``most`` bytes is none: it is passed over, and never in memory.
    """
    number = 0
    while line := stream.readline(most + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
        whole = line.endswith(b"\n")
        line = line.removesuffix(b"\n").rstrip(b"\r")
        if len(line) > most:
            while not whole and (rest := stream.readline(1 << 16)):
                whole = rest.endswith(b"\n")
            yield number, None
        elif line.strip():
            yield number, line
