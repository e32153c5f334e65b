"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.errors import IntakeError
from tellings.intake.articles import Source, assemble
from tellings.intake.decode import decode
from tellings.intake.options import Failure, IntakeOptions
from tellings.values import Article

NAME = "text"


def read(file: str, data: bytes, options: IntakeOptions) -> Iterator[Article | Failure]:
    """The article that the bytes of ``file`` hold."""
    text, encoding = decode(data, options.encoding)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise IntakeError("empty: there is nothing but white space; give the text of an article")
    yield assemble(Source(file, text, data, NAME, encoding), options=options)


def reread(data: bytes, *, record: int | None, detail: str, encoding: str) -> tuple[str, bytes]:  # noqa: ARG001  # one shape for all formats
    """The text again, and the bytes that the digest is of."""
    return decode(data, encoding)[0], data
