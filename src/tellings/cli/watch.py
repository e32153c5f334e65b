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
    output: Annotated[
        Path | None, Parameter(name=["--output", "-o"], help="The folder to keep everything in (watched).")
    ] = None,
    archive: Annotated[Path | None, Parameter(help="Put what is new into this archive.")] = None,
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
    With **--archive** articles go into an archive instead of **articles.jsonl**, read and
    sorted into stories as by **tellings add**.

    Exit status: 0 all went well, 1 something could not be fetched or read.

    **Examples**

    ```
    tellings watch feeds.opml -o news
    tellings watch feeds.opml --archive news --every 900
    tellings watch https://news.example/rss.xml -o news
    tellings read news/articles.jsonl
    ```
    """
    from tellings.cli import given  # noqa: PLC0415  # imported when called, so that --help is quick

    keep = output or (archive / "watched" if archive is not None else Path("watched"))
    while True:
        with given.options(max_bytes=max_bytes, keep=keep, allow_private=allow_private) as options:
            if archive is not None:
                status = _into(archive, feeds, keep, options, quiet=quiet)
            else:
                status = _round(feeds, keep, options, quiet=quiet)
        if every is None:
            return status
        time.sleep(every)


def _round(feeds: list[str], keep: Path, options: IntakeOptions, *, quiet: bool) -> int:
    """One look at all feeds; what is new becomes lines of JSON."""
    from tellings.cli.intake import Counts, map_lines  # noqa: PLC0415
    from tellings.intake.watching import Items, watch  # noqa: PLC0415

    counts = Counts()
    keep.mkdir(parents=True, exist_ok=True)
    found = watch(feeds, Items(keep / "items.jsonl"), options)
    with (keep / "articles.jsonl").open("a", encoding="utf-8", newline="") as file:
        for line in map_lines(counts.articles(found)):
            file.write(line)
            file.flush()
    if not quiet:
        say.line(f"{keep}: {counts} new" if counts.read or counts.failed else f"{keep}: nothing new")
    return 1 if counts.failed else 0


def _into(archive: Path, feeds: list[str], keep: Path, options: IntakeOptions, *, quiet: bool) -> int:
    """One look at all feeds; what is new goes into an archive."""
    from tellings.archive import SqliteArchive  # noqa: PLC0415
    from tellings.cli.add import told  # noqa: PLC0415
    from tellings.intake.watching import Items, watch  # noqa: PLC0415
    from tellings.run import adding  # noqa: PLC0415

    # An item is noted when its article is in the archive, which takes a hundred at once.
    items = Items(keep / "items.jsonl", held=True)
    with SqliteArchive(archive, create=True) as kept:
        added = adding.add(watch(feeds, items, options), kept, report=say.line)
    items.settle()
    if not quiet:
        say.line(told(added, archive))
    return 1 if added.failed or added.faults else 0
