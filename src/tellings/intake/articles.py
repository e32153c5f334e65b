"""From text and its source to an ``Article``: the blocks are marked, and what is known is put together."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from tellings.errors import IntakeError
from tellings.intake import blocks, facts, languages, metadata
from tellings.intake.blocks import Hint
from tellings.intake.blocks.lines import key
from tellings.intake.facts import Facts
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Record
from tellings.values import Article, Block

_MOST_LINES = 20_000
"""A long book has fewer; each costs up to 0.15 ms, and nothing that is read may take ten seconds."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text and where it came from."""

    file: str
    text: str
    data: bytes
    format: str
    encoding: str
    record: int | None = None


def of_record(file: str, record: Record, name: str, options: IntakeOptions) -> Article:
    """The article of a record of a format called ``name``. Raises ``IntakeError`` where it holds none."""
    if record.page is not None:
        return _of_page(file, record, name, options)
    text = record.text or ""
    source = Source(file, text, record.data, name, record.encoding or "utf-8", record.number)
    if record.blocks is None:
        return assemble(source, options=options, record=record.facts, hints=record.hints)
    article = _bare(source, record.blocks)
    return facts.put(article, facts.merge([*_given(file, record, None, options), facts.of_options(options)]))


def text_of(record: Record, encoding: str | None) -> str:
    """The text of a record, as its article has it; ``encoding`` is that of the page it may be."""
    from tellings.intake import html  # noqa: PLC0415  # it imports this module

    if record.page is None:
        return record.text or ""
    return html.reread(record.page, record=None, detail="", encoding=encoding or "utf-8")[0]


def _of_page(file: str, record: Record, name: str, options: IntakeOptions) -> Article:
    """The article of a page in a container: what the record says of it stands above what the page says."""
    page = _page(file, record, options)
    told = facts.merge(_given(file, record, page.url, options))
    article = facts.put(page, _shown(told, _known_of(page)))
    url = article.url or record.address
    if article.outlet is None and url:
        article = replace(article, outlet=metadata.read("", (), url=url).outlet)
    return replace(article, digest=digest(record.data), format=name, record=record.number, url=url)


def _page(file: str, record: Record, options: IntakeOptions) -> Article:
    """The page alone, in the encoding that it is said to have where its bytes are in that."""
    from tellings.intake import html  # noqa: PLC0415

    if options.encoding is None and record.encoding is not None:
        with contextlib.suppress(IntakeError):
            return _page(file, replace(record, encoding=None), replace(options, encoding=record.encoding))
    found = next(html.read(file, record.page or b"", options))
    if isinstance(found, Failure):
        raise IntakeError(f"{found.problem}; {found.remedy}")
    return found


def _given(file: str, record: Record, url: str | None, options: IntakeOptions) -> list[Facts]:
    """What the user's metadata says of the article, then what the record says."""
    row = (
        options.metadata.of(file, record.number, record.facts.url or url or record.address) if options.metadata else {}
    )
    return [facts.of_row(row, "given in the metadata file"), record.facts]


def _known_of(article: Article) -> Facts:
    return Facts(**{field.name: getattr(article, field.name) for field in fields(Facts)})


def _bare(source: Source, marked: tuple[Block, ...]) -> Article:
    return Article(
        file=source.file,
        text=source.text,
        digest=digest(source.data),
        blocks=marked,
        format=source.format,
        encoding=source.encoding,
        record=source.record,
    )


def assemble(
    source: Source,
    *,
    options: IntakeOptions,
    record: Facts | None = None,
    page: Facts | None = None,
    hints: Sequence[Hint] = (),
) -> Article:
    """The article: ``record`` and ``page`` are what a record's fields and a page's markup say.

    Raises ``IntakeError`` for what has more lines than any article.
    """
    lines = source.text.count("\n")
    if lines > _MOST_LINES:
        raise IntakeError(f"{lines:,} lines, over the limit of {_MOST_LINES:,} for one article; split it")
    record, page = record or Facts(), page or Facts()
    url = record.url or page.url
    row = options.metadata.of(source.file, source.record, url) if options.metadata else {}
    given = facts.of_row(row, "given in the metadata file")
    told = facts.merge([given, record, facts.of_options(options), page])
    marked = blocks.mark(source.text, title=told.title.value if told.title else None, hints=hints)
    read = metadata.read(source.text, marked, url=told.url, outlet=told.outlet is None)
    language = told.language or languages.guess(source.text)
    return facts.put(_bare(source, marked), facts.merge([_shown(told, read), read, Facts(language=language)]))


def _shown(told: Facts, read: Facts) -> Facts:
    """A headline that is known from elsewhere, with the words of the text that print it too."""
    if told.title is None or read.title is None or key(told.title.value) != key(read.title.value):
        return told
    return replace(told, title=replace(told.title, evidence=read.title.evidence))


def digest(data: bytes) -> str:
    """The SHA-256 of the source's bytes."""
    return hashlib.sha256(data).hexdigest()
