"""Plain text: one file, one article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.errors import IntakeError
from tellings.intake.decode import decode
from tellings.intake.formats import markup
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Record

NAME = "text"
SUFFIXES = (".txt", ".text", ".md")
UNIT = "line"
_ADDRESS = re.compile(r"https?://\S+")


def looks(head: bytes) -> bool:  # noqa: ARG001  # one shape for all formats
    """Never: it is what remains where no other format is told."""
    return False


def records(source: Input, options: IntakeOptions) -> Iterator[Record]:
    """The one article."""
    data = source.data(options.max_bytes)
    text, encoding = decode(data, options.encoding)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise IntakeError("empty: there is nothing but white space; give the text of an article")
    if all(_ADDRESS.fullmatch(word) for word in text.lstrip("\ufeff").split()):
        raise IntakeError("nothing but addresses; add --as urls to have them fetched")
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        named = markup.outermost(data) or "none that can be read"
        raise IntakeError(
            f"XML in no form that is known (its outermost element: {named}); have it delivered as NewsML or NITF, or give its text"
        )
    yield Record(data, text=text, encoding=encoding)
