"""A source of bytes that can be opened more than once: a file, standard input, what was fetched.

What is compressed with gzip is unpacked on the way, so that every format may come so. Only
the first bytes are held here; a format reads on as it needs, so that a large archive does
not stand in memory.
"""

from __future__ import annotations

import gzip
import io
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

from tellings.errors import IntakeError

HEAD = 16_384
"""Bytes at the start by which a format is told."""
STDIN = "-"
_GZIP = b"\x1f\x8b"
_IN_MEMORY = 8_000_000
_BROKEN = (gzip.BadGzipFile, EOFError, zlib.error)


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes and their name. ``head`` is how they begin, unpacked; ``packed`` says that they come in gzip.

    ``url`` is the address that they were fetched from, where they were, and ``charset`` what its server said.
    """

    file: str
    head: bytes
    packed: bool
    opener: Callable[[], BinaryIO] = field(repr=False)
    url: str | None = None
    charset: str | None = None

    @contextmanager
    def open(self, *, raw: bool = False) -> Iterator[BinaryIO]:
        """The bytes from their start, unpacked unless they are asked for as they are (``raw``).

        Raises ``IntakeError`` where they cannot be read, also while they are read.
        """
        try:
            with self.opener() as stream:
                yield cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb")) if self.packed and not raw else stream
        except OSError as error:
            raise IntakeError(_damaged() if isinstance(error, gzip.BadGzipFile) else why(error)) from error
        except _BROKEN as error:
            raise IntakeError(_damaged()) from error

    def data(self, most: int) -> bytes:
        """All bytes. Raises ``IntakeError`` where they are more than ``most``, before they are in memory."""
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise IntakeError(f"over the limit of {most:,} bytes; raise it with --max-bytes")
        return data


def of_file(file: str) -> Input:
    """The input that a file is. Raises ``IntakeError`` where it cannot be read."""
    return _made(file, lambda: Path(file).open("rb"))


def of_bytes(file: str, data: bytes, *, url: str | None = None, charset: str | None = None) -> Input:
    """The input that bytes in memory are."""
    return replace(_made(file, lambda: io.BytesIO(data)), url=url, charset=charset)


@contextmanager
def of_stream(file: str, stream: BinaryIO) -> Iterator[Input]:
    """The input that a pipe is: kept in memory while it is small, else in a temporary file."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        shutil.copyfileobj(stream, kept)

        def again() -> BinaryIO:
            kept.seek(0)
            return cast("BinaryIO", _Kept(kept))

        yield _made(file, again)


class _Kept:
    """A file that is opened again and again, and closed at the very end."""

    def __init__(self, file: tempfile.SpooledTemporaryFile[bytes]) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a file has
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """It stays open."""

    def close(self) -> None:
        """It stays open."""


def why(error: OSError) -> str:
    """What is wrong with a file, and what to do."""
    if isinstance(error, PermissionError):
        return "it may not be read; check its permissions"
    if isinstance(error, FileNotFoundError):
        return "no such file; check the spelling"
    return f"it cannot be read ({(error.strerror or 'no reason given').lower()})"


def _damaged() -> str:
    return "compressed with gzip, and damaged or cut off; fetch or copy it again"


def _made(file: str, opener: Callable[[], BinaryIO]) -> Input:
    try:
        with opener() as stream:
            head = stream.read(HEAD)
    except OSError as error:
        raise IntakeError(why(error)) from error
    packed = head.startswith(_GZIP)
    return Input(file, _unpacked(head) if packed else head, packed, opener)


def _unpacked(head: bytes) -> bytes:
    """How packed bytes begin, as far as they are whole: a WARC may be damaged at its second record."""
    out = b""
    while head.startswith(_GZIP) and len(out) < HEAD:
        engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            out += engine.decompress(head, HEAD)
        except zlib.error:
            break
        head = engine.unused_data
    if not out:
        raise IntakeError(_damaged())
    return out
