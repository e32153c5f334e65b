"""What a packed WARC is made of: gzip members or Zstandard frames, one a record, unpacked one by one.

A damaged member is passed over; the next is sought by its mark from the damaged one's *start*,
since damage is often noticed late, in the middle of what follows. A member is given once its
checksum is right, unless it is larger than a record may be: then it is one pack around all
records, and comes piece by piece.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Generator, Iterator
from typing import Any, BinaryIO, TypeAlias

from tellings.errors import IntakeError
from tellings.intake.formats.extra import wanted

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = tuple(bytes([0x50 + number]) + b"\x2a\x4d\x18" for number in range(16))
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_MARGIN = 1 << 16
"""A record is a header longer than what it holds."""

Pieces: TypeAlias = Generator[bytes, None, int]
"""The unpacked bytes of a member, piece by piece; returns where the next member begins."""


class DamagedError(Exception):
    """A member that cannot be unpacked."""


def unpacked(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The stream without its packing. Empty bytes stand between members, none where one is damaged."""
    mark = stream.read(4)
    stream.seek(0)
    if mark.startswith(_GZIP[:2]):
        yield from _members(stream, most, _gzip, _GZIP)
    elif mark == _ZSTD or mark in _SKIPPABLE:
        yield from _members(stream, most, _Frames(stream).pieces, _ZSTD)
    else:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _members(stream: BinaryIO, most: int, pieces: Callable[[BinaryIO], Pieces], mark: bytes) -> Iterator[bytes | None]:
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        if not stream.read(1):
            return
        stream.seek(start)
        try:
            start = yield from _whole(pieces(stream), most)
            yield b""
        except DamagedError:
            found = _find(stream, start + 1, mark)
            if found is not None or not _blank(stream, start):
                yield None
            start = found


def _whole(pieces: Pieces, most: int) -> Pieces:
    """A member once it is right; at once where it is larger than a record and begins as one."""
    held: list[bytes] = []
    size = 0
    while True:
        try:
            piece = next(pieces)
        except StopIteration as end:
            yield from filter(None, held)
            return int(end.value)
        held.append(piece)
        size += len(piece)
        if size > most + _MARGIN:
            if held and not held[0].startswith(b"WARC/") and size - len(piece) <= most + _MARGIN:
                raise DamagedError
            yield from filter(None, held)
            held = []


def _gzip(stream: BinaryIO) -> Pieces:
    engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        while not engine.eof:
            data = engine.unconsumed_tail or stream.read(_CHUNK)
            if not data:
                raise DamagedError
            yield engine.decompress(data, 1 << 20)
    except zlib.error as error:
        raise DamagedError from error
    return stream.tell() - len(engine.unused_data)


class _Frames:
    """Zstandard, block by block: no block unpacks to more than 128 KB. A first frame may hold a dictionary."""

    def __init__(self, stream: BinaryIO) -> None:
        self._zstd = wanted("zstandard", "warc", "WARC files packed with Zstandard")
        self._dictionary: Any = None
        if (data := self._skipped(stream)) is not None:
            if data.startswith(_ZSTD):
                data = self._zstd.ZstdDecompressor(max_window_size=1 << 27).decompress(data, max_output_size=1 << 24)
            self._dictionary = self._zstd.ZstdCompressionDict(data)
        stream.seek(0)

    def pieces(self, stream: BinaryIO) -> Pieces:
        """One frame, or nothing for one that is to be skipped."""
        start = stream.tell()
        if stream.read(4) in _SKIPPABLE:
            stream.seek(start)
            self._skipped(stream, any_kind=True)
            return stream.tell()
        stream.seek(start)
        options = {"dict_data": self._dictionary} if self._dictionary is not None else {}
        engine = self._zstd.ZstdDecompressor(max_window_size=1 << 27, **options).decompressobj()
        try:
            for block in _blocks(stream):
                yield engine.decompress(block)
        except self._zstd.ZstdError as error:
            raise DamagedError from error
        return stream.tell()

    @staticmethod
    def _skipped(stream: BinaryIO, *, any_kind: bool = False) -> bytes | None:
        """What a skippable frame holds; none where there is no such frame here."""
        mark, length = stream.read(4), stream.read(4)
        if len(length) < 4 or (mark not in _SKIPPABLE if any_kind else mark != _DICTIONARY):
            return None
        (size,) = struct.unpack("<I", length)
        if size > 1 << 24:
            raise IntakeError("a dictionary of more than 16 MB; pack the WARC again")
        return stream.read(size)


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    """A frame's header, its blocks and its checksum, as they stand (RFC 8878, 3.1.1)."""
    head = _exactly(stream, 5)
    if not head.startswith(_ZSTD):
        raise DamagedError
    descriptor = head[4]
    single, checksum = descriptor >> 5 & 1, descriptor >> 2 & 1
    size = (0 if single else 1) + (0, 1, 2, 4)[descriptor & 3] + ((1 if single else 0), 2, 4, 8)[descriptor >> 6]
    yield head + _exactly(stream, size)
    last = False
    while not last:
        header = _exactly(stream, 3)
        value = int.from_bytes(header, "little")
        last, kind, size = bool(value & 1), value >> 1 & 3, value >> 3
        if kind == 3 or size > 1 << 17:
            raise DamagedError
        yield header + _exactly(stream, 1 if kind == 1 else size)
    if checksum:
        yield _exactly(stream, 4)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise DamagedError
    return data


def _find(stream: BinaryIO, start: int, mark: bytes) -> int | None:
    """Where a mark stands next."""
    stream.seek(start)
    tail = b""
    while chunk := stream.read(_CHUNK):
        place = (tail + chunk).find(mark)
        if place >= 0:
            return start - len(tail) + place
        tail = (tail + chunk)[-len(mark) + 1 :]
        start += len(chunk)
    return None


def _blank(stream: BinaryIO, start: int) -> bool:
    """Whether nothing but zeros stands from here: what some writers fill a file up with."""
    stream.seek(start)
    return not stream.read(_CHUNK).strip(b"\x00\r\n")
