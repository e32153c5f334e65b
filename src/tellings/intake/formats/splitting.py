"""The records of an unpacked WARC, cut at what they say of their length, if that is so.

A record ends where its ``Content-Length`` says, if another record (or the end) stands there;
else its length is wrong, and the next is sought by its first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEAD = 1 << 16
"""No WARC header is longer."""
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FIRST_LINE = re.compile(rb"(?=WARC/\d\.\d\r?\n[A-Za-z-]+:)")
_START = b"WARC/"


class Splitter:
    """Fed with unpacked bytes, gives the bytes of each record; in the place of a broken one, what is wrong with it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._buffer = bytearray()
        self._searching = False

    def feed(self, piece: bytes) -> Iterator[bytes | str]:
        """More bytes; none (empty) where a packed member ends, and a record with it."""
        self._buffer += piece
        yield from self._cut(final=not piece)

    def lost(self, problem: str) -> Iterator[str]:
        """A stretch that could not be unpacked: what was begun is lost with it."""
        self._buffer.clear()
        self._searching = False
        yield problem

    def end(self) -> Iterator[bytes | str]:
        """The end of the stream."""
        yield from self._cut(final=True)

    def _cut(self, *, final: bool) -> Iterator[bytes | str]:
        buffer = self._buffer
        while buffer:
            if buffer[0] in b"\r\n":
                del buffer[: len(buffer) - len(buffer.lstrip(b"\r\n"))]
                continue
            if not buffer.startswith(_START):
                if len(buffer) < len(_START) and not final:
                    return
                if not self._searching:
                    yield "not a WARC record"
                if not self._next(final=final):
                    return
                continue
            self._searching = False
            length = self._length(final=final)
            if length is None:
                return
            if isinstance(length, str):
                yield length
                self._searching = True
                del buffer[: len(_START)]
                continue
            yield bytes(buffer[:length])
            del buffer[:length]

    def _next(self, *, final: bool) -> bool:
        """Drop all up to the first line of a record; whether there is one in what was read."""
        buffer = self._buffer
        found = _FIRST_LINE.search(buffer)
        self._searching = found is None and not final
        if found:
            del buffer[: found.end()]
            return True
        del buffer[: max(0, len(buffer) - 64)]  # the end may be the beginning of a first line
        if final:
            buffer.clear()
        return False

    def _length(self, *, final: bool) -> int | str | None:
        """The length of the record that the buffer begins with; what is wrong with it; none where more must be read."""
        buffer = self._buffer
        head = _HEAD_END.search(buffer, 0, _HEAD)
        if head is None:
            return None if len(buffer) < _HEAD and not final else "a header without an end"
        said = _LENGTH.search(buffer, 0, head.end())
        if said is None:
            return "no Content-Length"
        size = int(said[1])
        if size > self._most:
            return f"a record over the limit of {self._most:,} bytes; raise it with --max-bytes"
        end = head.end() + size
        if len(buffer) < end + 9 and not final:
            return None
        if len(buffer) < end:
            return "it was cut off"
        after = bytes(buffer[end : end + 9])
        ends = after.startswith((b"\r\n\r\n", b"\n\n")) or _START.startswith(after.lstrip(b"\r\n")[:5])
        return end if ends else "its length is wrong"
