"""``tellings watch``: feeds followed, what is new in them kept."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say

if TYPE_CHECKING:
    from tellings.intake import IntakeOptions


def watch(
    feeds: Annotated[list[str], Parameter(negative="", help="OPML files, lists (.urls) or addresses of feeds.")],
    /,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The folder to keep everything in.")] = Path(
        "watched"
    ),
    every: Annotated[
        int | None, Parameter(help="Look again after so many seconds, until interrupted.", validator=Number(gte=60))
    ] = None,
    max_bytes: Annotated[
        int | None, Parameter(help="The largest page fetched (10 MB).", validator=Number(gte=1))
    ] = None,
    allow_private: Annotated[
        bool, Parameter(negative="", help="Fetch from this machine and private networks too.")
    ] = False,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Follow feeds: fetch what is new in them, and keep it.

    Only the feeds named and the pages of their items are fetched: as robots.txt
    allows, slowly, and nothing twice. The folder holds **articles.jsonl** (to be read
    by **tellings read**), **pages/** (what was fetched, byte for byte), **fetches.jsonl**
    (a line for each fetch, with what the site reserves), **items.jsonl** (what was taken).

    Exit status: 0 all went well, 1 something could not be fetched or read.

    **Examples**

    ```
    tellings watch feeds.opml -o news
    tellings watch https://news.example/rss.xml -o news --every 900
    tellings read news/articles.jsonl
    ```
    """
    from tellings.cli import given  # noqa: PLC0415  # imported when called, so that --help is quick

    while True:
        with given.options(max_bytes=max_bytes, keep=output, allow_private=allow_private) as options:
            status = _round(feeds, output, options, quiet=quiet)
        if every is None:
            return status
        time.sleep(every)


def _round(feeds: list[str], output: Path, options: IntakeOptions, *, quiet: bool) -> int:
    """One look at all feeds."""
    from tellings.cli.intake import Counts, map_lines  # noqa: PLC0415
    from tellings.intake.watching import Items, watch  # noqa: PLC0415

    counts = Counts()
    output.mkdir(parents=True, exist_ok=True)
    found = watch(feeds, Items(output / "items.jsonl"), options)
    with (output / "articles.jsonl").open("a", encoding="utf-8", newline="") as file:
        for line in map_lines(counts.articles(found)):
            file.write(line)
            file.flush()
    if not quiet:
        say.line(f"{output}: {counts} new" if counts.read or counts.failed else f"{output}: nothing new")
    return 1 if counts.failed else 0
