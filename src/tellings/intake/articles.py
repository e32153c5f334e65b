"""From text and its source to an ``Article``: the blocks are marked, and what is known is put together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tellings.intake import blocks, facts, languages, metadata
from tellings.intake.blocks import Hint
from tellings.intake.blocks.lines import key
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
    read = metadata.read(source.text, marked, url=told.url, outlet=told.outlet is None)
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
    return facts.put(article, facts.merge([_shown(told, read), read, Facts(language=language)]))


def _shown(told: Facts, read: Facts) -> Facts:
    """A headline that is known from elsewhere, with the words of the text that print it too."""
    if told.title is None or read.title is None or key(told.title.value) != key(read.title.value):
        return told
    return replace(told, title=replace(told.title, evidence=read.title.evidence))


def digest(data: bytes) -> str:
    """The SHA-256 of the source's bytes."""
    return hashlib.sha256(data).hexdigest()
