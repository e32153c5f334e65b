"""Bytes to text without a change: ``text.encode(encoding)`` is the bytes again.

UTF-8 first, then what a byte order mark says (the mark stays in the text, as
U+FEFF), then the Windows and ISO encodings in which news is found.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from tellings.errors import IntakeError

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with the other's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19]")
"""Controls that stand in no text, unless one strayed in; others are found in old news (tabs, page breaks, end of file)."""
_LEGACY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "koi8_r",
    "shift_jis",
    "euc_kr",
    "gb18030",
    "big5",
]
_SIGNATURES = (
    (b"%PDF-", "a PDF", "extract its text first, e.g. with pdftotext"),
    (b"PK\x03\x04", "an archive or office document", "save it as plain text first"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of ``data`` and its encoding. Raises ``IntakeError`` where the bytes are no text."""
    if encoding is not None:
        return _as_told(data, encoding), encoding
    for candidate in _candidates(data):
        text = _exact(data, candidate)
        if text is not None and not _is_binary(text):
            return text, candidate
    raise IntakeError(_not_text(data))


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROL.findall(text)) > 0.02 * len(text)


def _as_told(data: bytes, encoding: str) -> str:
    try:
        text = _exact(data, encoding)
    except LookupError as error:
        raise IntakeError(f"there is no encoding {encoding!r}; write e.g. utf-8 or cp1252") from error
    if text is None:
        raise IntakeError(f"these bytes are not {encoding}; leave the encoding out to have it detected")
    return text


def _exact(data: bytes, encoding: str) -> str | None:
    """The text, if the way back gives the same bytes."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except UnicodeError:
        return None


def _candidates(data: bytes) -> Iterator[str]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        yield marked
        return
    yield "utf-8"
    if b"\x00" in data:
        yield from _wide(data)
        return
    if any(data.startswith(signature) for signature, _, _ in _SIGNATURES):
        return
    if _mostly_ascii(data):
        # An English page with a few curly marks is far too little for a detector to go by.
        yield "cp1252"
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is not None:
        yield best.encoding


def _wide(data: bytes) -> Iterator[str]:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    half = len(data) // 2
    if half < 8:
        return
    if data[1::2].count(0) > 0.8 * half and not data[::2].count(0):
        yield "utf-16-le"
    elif data[::2].count(0) > 0.8 * half and not data[1::2].count(0):
        yield "utf-16-be"


def _mostly_ascii(data: bytes) -> bool:
    high = sum(byte > 0x7F for byte in data)
    control = sum(byte < 0x20 and byte not in b"\t\n\r\f\v\x1a\x1b" for byte in data)
    return high <= 0.12 * len(data) and not control


def _not_text(data: bytes) -> str:
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            return f"not text but {what}; {remedy}"
    if b"\x00" in data:
        return "not text: it holds zero bytes; give plain text, HTML or JSON lines"
    return "not text in any encoding that is tried; name it with --encoding"
