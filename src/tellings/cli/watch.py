"""``tellings watch``: feeds and folders followed, what is new in them kept, and put into an archive."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say
from tellings.cli.given import Given

if TYPE_CHECKING:
    from tellings.intake import IntakeOptions

_POLITE = 60
"""Seconds between two looks at a feed, at least."""


def watch(
    feeds: Annotated[
        list[str],
        Parameter(negative="", help="OPML files, lists (.urls) or addresses of feeds; with --archive, folders."),
    ],
    /,
    *,
    archive: Annotated[Path | None, Parameter(help="Add what is new to the archive in this folder.")] = None,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The folder to keep everything in.")] = Path(
        "watched"
    ),
    every: Annotated[
        int | None, Parameter(help="Look again after so many seconds, until interrupted.", validator=Number(gte=1))
    ] = None,
    max_bytes: Annotated[
        int | None, Parameter(help="The largest page fetched (10 MB).", validator=Number(gte=1))
    ] = None,
    allow_private: Annotated[
        bool, Parameter(negative="", help="Fetch from this machine and private networks too.")
    ] = False,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Follow feeds and folders: keep what is new in them.

    Only the feeds named and the pages of their items are fetched: as robots.txt
    allows, slowly, and nothing twice. The folder holds **articles.jsonl** (to be read
    by **tellings read**), **pages/** (what was fetched, byte for byte), **fetches.jsonl**
    (a line for each fetch, with what the site reserves), **items.jsonl** (what was taken).

    With **--archive** what is new is added to an archive as well, and folders are
    followed too: a file is read when it has not grown between two looks, and again
    when it was changed. It can be stopped and started at any time.

    Exit status: 0 all went well, 1 something could not be fetched or read.

    **Examples**

    ```
    tellings watch feeds.opml -o news
    tellings watch https://news.example/rss.xml -o news --every 900
    tellings read news/articles.jsonl
    tellings watch incoming/ feeds.opml --archive news --every 600
    ```
    """
    folders = [Path(source) for source in feeds if Path(source).is_dir()]
    _check(folders, feeds, archive=archive, every=every)
    feeds = [source for source in feeds if not Path(source).is_dir()]
    with ExitStack() as stack:
        following = _Following(archive, folders, stack, workers=workers, quiet=quiet) if archive else None
        while True:
            status = 0
            with Given(max_bytes=max_bytes, keep=output, allow_private=allow_private).options() as options:
                if feeds:
                    status = _round(feeds, output, options, quiet=quiet)
                if following:
                    written = [output / "articles.jsonl"] if feeds else []
                    status = max(status, following.look(written, options, once=every is None))
            if every is None:
                return status
            time.sleep(every)


def _check(folders: list[Path], feeds: list[str], *, archive: Path | None, every: int | None) -> None:
    """Raise for what cannot be meant."""
    from tellings.errors import ArchiveError  # noqa: PLC0415

    if folders and archive is None:
        raise ArchiveError(f"{folders[0]}: a folder is followed into an archive; name it with --archive")
    if every is not None and every < _POLITE and len(folders) < len(feeds):
        raise ArchiveError(f"feeds are looked at once in {_POLITE} seconds at most; give a larger --every")


class _Following:
    """The archive that is fed, closed at the end of ``stack``, and the folders that feed it."""

    def __init__(self, archive: Path, folders: list[Path], stack: ExitStack, *, workers: int, quiet: bool) -> None:
        from tellings.archive import SqliteArchive  # noqa: PLC0415
        from tellings.run.placing import Placing  # noqa: PLC0415
        from tellings.run.watching import Filling  # noqa: PLC0415
        from tellings.run.workers import workers as made  # noqa: PLC0415

        self._folder = archive
        self._archive = stack.enter_context(SqliteArchive(archive, create=True))
        self._placing = Placing(self._archive)
        self._folders = [Filling(folder) for folder in folders]
        self._kept: dict[Path, int] = {}
        self._workers = made(workers)
        self._quiet = quiet

    def look(self, written: list[Path], options: IntakeOptions, *, once: bool) -> int:
        """Add what has come into the folders, and what was written of the feeds. Returns the exit status."""
        from tellings import intake  # noqa: PLC0415
        from tellings.cli.add import status_of, told  # noqa: PLC0415
        from tellings.run import adding  # noqa: PLC0415

        files = [file for folder in self._folders for file in folder.look(growing=once)]
        for path in written:
            size = path.stat().st_size if path.exists() else 0
            if size != self._kept.get(path, 0):
                files.append(str(path))
                self._kept[path] = size
        if not files:
            return 0
        found = intake.read(files, options=options)
        added = adding.add(found, self._archive, workers=self._workers, placing=self._placing, report=say.line)
        if not self._quiet:
            say.line(told(added, self._folder))
        return 1 if status_of(added) else 0


def _round(feeds: list[str], output: Path, options: IntakeOptions, *, quiet: bool) -> int:
    """One look at all feeds."""
    from tellings.cli.intake import Counts, json_lines  # noqa: PLC0415
    from tellings.intake.watching import Items, watch  # noqa: PLC0415

    counts = Counts()
    output.mkdir(parents=True, exist_ok=True)
    found = watch(feeds, Items(output / "items.jsonl"), options)
    with (output / "articles.jsonl").open("a", encoding="utf-8", newline="") as file:
        for line in json_lines(counts.articles(found)):
            file.write(line)
            file.flush()
    if not quiet:
        say.line(f"{output}: {counts} new" if counts.read or counts.failed else f"{output}: nothing new")
    return 1 if counts.failed else 0
