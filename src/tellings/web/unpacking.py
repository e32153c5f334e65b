"""Content codings of HTTP (gzip, deflate, Brotli, Zstandard), undone up to a limit.

A page of ten megabytes may come in ten kilobytes, and a bomb of ten gigabytes in ten
megabytes. So no step unpacks more than what is allowed, and at most three codings are undone.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from tellings.errors import WebError

_MOST_CODINGS = 3
_MOST_MEMBERS = 200
"""Members of a gzip file, one behind the other: empty ones by the hundred thousand unpack to nothing and take minutes."""
_PIECE = 1 << 16


def unpacked(data: bytes, codings: str | None, most: int) -> bytes:
    """``data`` without its codings (the value of ``Content-Encoding``).

    Raises ``WebError`` where they are unknown or damaged, or unpack to more than ``most`` bytes.
    """
    names = [
        name.strip().lower() for name in (codings or "").split(",") if name.strip().lower() not in {"", "identity"}
    ]
    if len(names) > _MOST_CODINGS:
        raise WebError(f"packed {len(names)} times; nobody means that well")
    for name in reversed(names):
        step = _STEPS.get(name)
        if step is None:
            raise WebError(f"packed in a way that is not known ({name[:20]!r})")
        try:
            data = step(data, most)
        except _broken() as error:
            raise WebError(f"packed with {name}, and damaged") from error
        if len(data) > most:
            raise WebError(f"unpacks to more than the limit of {most:,} bytes; raise it with --max-bytes")
    return data


def _gunzip(data: bytes, most: int) -> bytes:
    return _inflate(data, most, zlib.MAX_WBITS | 32)


def _deflate(data: bytes, most: int) -> bytes:
    """Deflate as servers send it: with zlib's head, or bare."""
    try:
        return _inflate(data, most, zlib.MAX_WBITS)
    except zlib.error:
        return _inflate(data, most, -zlib.MAX_WBITS)


def _inflate(data: bytes, most: int, bits: int) -> bytes:
    out = bytearray()
    members = 0
    while data and len(out) <= most:
        members += 1
        if members > _MOST_MEMBERS:
            raise WebError(f"packed in more than {_MOST_MEMBERS} pieces; nobody means that well")
        engine = zlib.decompressobj(bits)
        out += engine.decompress(data, most + 1 - len(out))
        if not engine.eof:
            if len(out) <= most:
                raise zlib.error("cut off")
            break
        data = engine.unused_data.lstrip(b"\x00")
        if not data.startswith(b"\x1f\x8b"):
            break  # what stands after the last member is not the page's
    return bytes(out)


def _brotli(data: bytes, most: int) -> bytes:
    import brotli  # noqa: PLC0415  # comes with tellings[warc]; we ask no server for it

    engine = brotli.Decompressor()
    out = bytearray(engine.process(data, output_buffer_limit=_PIECE))
    while not engine.is_finished() and len(out) <= most:
        piece = engine.process(b"", output_buffer_limit=_PIECE)
        if not piece and not engine.is_finished():
            raise ValueError("cut off")
        out += piece
    return bytes(out)


def _zstd(data: bytes, most: int) -> bytes:
    import zstandard  # noqa: PLC0415  # as above

    with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data) as reader:
        return bytes(reader.read(most + 1))


_STEPS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}


def _broken() -> tuple[type[Exception], ...]:
    """What the libraries raise, as far as they are there."""
    found: list[type[Exception]] = [zlib.error, ValueError, ImportError]
    for module, name in (("brotli", "error"), ("zstandard", "ZstdError")):
        try:
            errors: Any = __import__(module)
        except ImportError:
            continue
        found.append(getattr(errors, name))
    return tuple(found)
