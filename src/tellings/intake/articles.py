"""From text and its source to an ``Article``: the blocks are marked, and what is known is put together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.intake import blocks, facts, languages, metadata
from tellings.intake.blocks import Hint
from tellings.intake.facts import Facts
from tellings.intake.options import IntakeOptions
from tellings.values import Article


@dataclass(frozen=True, slots=True)
class Source:
    """A text and where it came from."""

    file: str
    text: str
    data: bytes
    format: str
    encoding: str
    record: int | None = None


def assemble(
    source: Source,
    *,
    options: IntakeOptions,
    record: Facts | None = None,
    page: Facts | None = None,
    hints: Sequence[Hint] = (),
) -> Article:
    """The article: ``record`` and ``page`` are what a record's fields and a page's markup say."""
    record, page = record or Facts(), page or Facts()
    url = record.url or page.url
    row = options.metadata.of(source.file, source.record, url) if options.metadata else {}
    given = facts.of_row(row, "given in the metadata file")
    told = facts.merge([given, record, facts.of_options(options), page])
    marked = blocks.mark(source.text, title=told.title.value if told.title else None, hints=hints)
    read = metadata.read(source.text, marked, url=told.url)
    language = told.language or languages.guess(source.text)
    article = Article(
        file=source.file,
        text=source.text,
        digest=digest(source.data),
        blocks=marked,
        format=source.format,
        encoding=source.encoding,
        record=source.record,
    )
    return facts.put(article, facts.merge([told, read, Facts(language=language)]))


def digest(data: bytes) -> str:
    """The SHA-256 of the source's bytes."""
    return hashlib.sha256(data).hexdigest()
