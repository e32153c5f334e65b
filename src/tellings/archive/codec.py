"""Readings as bytes: JSON of the values themselves, packed; the text stands apart.

``data`` holds all of a reading but its article's text, which the archive keeps
once and plain. (SQL ends a text at a zero character: a text that holds one is
packed with its reading, and the plain one has another sign in its place.) The form has a name with a version. A field that a later
release adds with a default is filled in when an older reading is opened; a
changed meaning is a new name, with a reader of its own here.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace

import msgspec

from tellings.errors import ArchiveError
from tellings.values import Reading

FORMAT = "tellings.reading.v1"
"""How readings are written now: JSON of the dataclasses by field name, UTF-8, zlib."""

_JSON = msgspec.json.Decoder(Reading)
_LEVEL = 6  # zlib; 9 is a hundredth smaller and twice as slow


def encode(reading: Reading) -> bytes:
    """A reading without its article's text; the same reading gives the same bytes."""
    text = reading.article.text
    bare = replace(reading, article=replace(reading.article, text=text if "\0" in text else ""))
    return zlib.compress(msgspec.json.encode(bare), _LEVEL)


def decode(data: bytes, *, text: str, format: str = FORMAT) -> Reading:  # noqa: A002  # the name of the column
    """The reading again. Raises ``ArchiveError`` for bytes that are none, or of a form this release does not know."""
    if format not in _READERS:
        raise ArchiveError(f"a reading is kept as {format!r}, which this release does not know; install a newer one")
    try:
        bare = _READERS[format](data)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ArchiveError(f"a reading in the archive is damaged ({error}); add its article again") from error
    return replace(bare, article=replace(bare.article, text=bare.article.text or text))


def plain(text: str) -> str:
    """A text as SQL can hold it: of the same length."""
    return text.replace("\0", "\ufffd")


def _v1(data: bytes) -> Reading:
    return _JSON.decode(zlib.decompress(data))


_READERS: Mapping[str, Callable[[bytes], Reading]] = {FORMAT: _v1}
