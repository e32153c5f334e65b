"""A newsletter as a mail file: the plain text where it is one, else the HTML part.

The sender's name is the outlet, the subject the title; both are stated by the mail's head.
"""

from __future__ import annotations

import contextlib
import email
import email.errors
import email.header
import email.utils
import re
from collections.abc import Iterator
from email.message import Message

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import dates, markup
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Record

NAME = "eml"
SUFFIXES = (".eml",)
UNIT = "message"
_HEAD = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_ALWAYS = re.compile(rb"^(?:from|date):", re.IGNORECASE | re.MULTILINE)
_REASON = "stated in the head of the mail"
_STUB = 200
"""A plain part shorter than this only says that there is an HTML part."""


def looks(head: bytes) -> bool:
    """At least three header lines, From and Date among them."""
    found = _HEAD.match(head.replace(b"\r\n", b"\n"))
    return found is not None and len({name.lower() for name in _ALWAYS.findall(found[0])}) == 2


def records(source: Input, options: IntakeOptions) -> Iterator[Record]:
    """The one message."""
    yield record(source.data(options.max_bytes), None)


def record(data: bytes, number: int | None) -> Record:
    """The newsletter that the bytes of a message are. Raises ``IntakeError`` where it holds no text."""
    try:
        message = email.message_from_bytes(data)
        parts = _parts(message)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise IntakeError("no mail that can be read") from error
    told = _facts(message)
    plain, html = parts.get("text/plain"), parts.get("text/html")
    if plain is not None and html is not None and len(plain[0].strip()) < _STUB:
        plain = None
    if plain is not None:
        text = _decoded(*plain)
        if text.strip():
            return Record(data, number, text=text, facts=told)
    if html is None:
        raise IntakeError("a mail without a text")
    return Record(data, number, page=html[0], encoding=html[1], facts=told)


def _parts(message: Message) -> dict[str, tuple[bytes, str | None]]:
    """The first part of each type, with its charset; what is attached is no part of the text."""
    found: dict[str, tuple[bytes, str | None]] = {}
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() or part.get_content_disposition() == "attachment" or kind in found:
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            found[kind] = payload, part.get_content_charset()
    return found


def _decoded(data: bytes, charset: str | None) -> str:
    """The text of a part: in its charset, else in the one it turns out to be in."""
    from tellings.intake.decode import decode  # noqa: PLC0415  # only where a mail is read

    with contextlib.suppress(IntakeError):
        return decode(data, charset)[0].replace("\r\n", "\n")
    return decode(data)[0].replace("\r\n", "\n")


def _facts(message: Message) -> Facts:
    name, address = email.utils.parseaddr(_header(message, "From") or "")
    return Facts(
        outlet=markup.known(name or address.rpartition("@")[2], "the sender of the mail"),
        title=markup.known(_header(message, "Subject"), _REASON),
        published=dates.published(_header(message, "Date"), _REASON),
        language=(_header(message, "Content-Language") or "").split("-")[0].strip().lower() or None,
    )


def _header(message: Message, name: str) -> str | None:
    raw = message.get(name)
    if raw is None:
        return None
    try:
        words = str(email.header.make_header(email.header.decode_header(str(raw))))
        words.encode("utf-8")
    except (ValueError, LookupError, TypeError, email.errors.MessageError):
        return None
    return " ".join(words.split())
