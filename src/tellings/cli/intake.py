"""``tellings intake``: what would be read, before anything is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tellings.cli import say
from tellings.cli.given import NOTHING, Given

if TYPE_CHECKING:
    from tellings.intake import Failure
    from tellings.values import Article, Known, Published


def intake(
    articles: Annotated[
        list[str], Parameter(negative="", help="Files, folders, globs, addresses, or - for standard input.")
    ],
    /,
    *,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"], help="The file of JSON lines to write.")] = None,
    given: Given = NOTHING,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Show what would be read: the articles, with what is known of each and how.

    To a terminal a table is printed, to a pipe JSON lines; **-o** writes them into a
    file. **tellings read** reads them again, with the same text, offsets and facts.
    What cannot be read is named in one line each, and the rest goes on.

    Each line holds: schema, file, record, format, encoding, digest, text, language,
    url, outlet, title, byline, published, modified, blocks, headlines.

    Exit status: 0 all were read, 1 some failed, 2 all failed.

    **Examples**

    ```
    tellings intake articles/
    tellings intake crawl.warc.gz -o articles.jsonl
    tellings intake dump.csv --map title=headline,text=body
    tellings intake feed.xml --follow -o articles.jsonl
    tellings intake https://news.example/story.html
    tellings intake export.bin --as parquet --outlet "The Foo Times"
    ```
    """
    from tellings.cli import files  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.intake import read  # noqa: PLC0415

    counts = Counts()
    with given.options() as options:
        found = counts.articles(read(articles, options=options))
        if output is not None:
            files.write_lines(output, json_lines(found))
            if not quiet:
                say.line(f"wrote {output}: {counts}")
        elif sys.stdout.isatty():
            _table(found)
            say.line(str(counts))
        else:
            sys.stdout.writelines(json_lines(found))
    if not counts.read:
        say.line("no article could be read")
    return counts.status


@dataclass(slots=True)
class Counts:
    """How many articles were read, and how many failed."""

    read: int = 0
    failed: int = 0

    def articles(self, found: Iterable[Article | Failure]) -> Iterator[Article]:
        """The articles; each failure is told."""
        from tellings.intake import Failure  # noqa: PLC0415

        for one in found:
            if isinstance(one, Failure):
                self.failed += 1
                say.line(str(one))
            else:
                self.read += 1
                yield one

    def __str__(self) -> str:
        articles = "1 article" if self.read == 1 else f"{self.read:,} articles"
        return f"{articles}, {self.failed:,} failed" if self.failed else articles

    @property
    def status(self) -> int:
        """The exit status: 0 all were read, 1 some failed, 2 all failed."""
        return 2 if not self.read else 1 if self.failed else 0


def json_lines(articles: Iterable[Article]) -> Iterator[str]:
    """The articles as JSON lines."""
    from tellings.intake.formats import own  # noqa: PLC0415

    for article in articles:
        yield json.dumps(own.line(article), ensure_ascii=False) + "\n"


def _table(articles: Iterable[Article]) -> None:
    """The articles as a table, with how what is known is known."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    for name in ("source", "format", "printed", "outlet", "title", "words"):
        table.add_column(name, justify="right" if name == "words" else "left", overflow="fold")
    for article in articles:
        place = article.file if article.record is None else f"{article.file} #{article.record}"
        words = sum(len(block.span.of(article.text).split()) for block in article.blocks if block.kind == "body")
        cells = (
            place,
            article.format,
            _day(article.published),
            _known(article.outlet),
            _known(article.title),
            f"{words:,}",
        )
        table.add_row(*map(Text, cells))
    Console().print(table)


def _known(known: Known | None) -> str:
    return "–" if known is None else f"{known.value} ({known.how})"


def _day(published: Published | None) -> str:
    if published is None:
        return "–"
    day = published.day or f"{published.earliest} to {published.latest}"
    return f"{day} ({published.how})"
