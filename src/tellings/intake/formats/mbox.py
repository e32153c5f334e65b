"""A folder of mails in one file (mbox): a newsletter a message, read one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tellings.errors import IntakeError
from tellings.intake.formats import eml
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found

NAME = "mbox"
SUFFIXES = (".mbox",)
UNIT = "message"
_FIRST = re.compile(rb"From \S+[^\n]*\d{4}[^\n]*\r?\n[A-Za-z][\w-]*:")


def looks(head: bytes) -> bool:
    """The line that begins each message, with its year, and a header after it."""
    return bool(_FIRST.match(head))


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The messages, by their number."""
    number = 0
    with source.open() as stream:
        for data in messages(stream, options.max_bytes):
            number += 1
            if data is None:
                limit = f"over the limit of {options.max_bytes:,} bytes for one mail"
                yield Failure(source.file, number, limit, "raise it with --max-bytes", UNIT)
                continue
            try:
                yield eml.record(data, number)
            except IntakeError as error:
                yield Failure.of(source.file, number, error, UNIT)
    if not number:
        raise IntakeError("no mail in it; a mail begins with a line 'From ...'")


def messages(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The bytes of each message, without the line that begins it; none for one of more than ``most``."""
    lines: list[bytes] = []
    size, inside, blank = 0, False, True
    while line := stream.readline(1 << 16):
        if blank and line.startswith(b"From "):
            if inside:
                yield b"".join(lines) if size <= most else None
            lines, size, inside = [], 0, True
        elif inside:
            size += len(line)
            if size <= most:
                lines.append(line)
        blank = not line.strip()
    if inside:
        yield b"".join(lines) if size <= most else None
