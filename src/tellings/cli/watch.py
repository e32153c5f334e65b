"""``tellings watch``: a folder from which an archive is fed as files come."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import given, say
from tellings.cli.add import Folder, told


def watch(
    folder: Annotated[Path, Parameter(help="The folder into which articles come.")],
    /,
    *,
    archive: Folder,
    every: Annotated[float, Parameter(help="Seconds between two looks at the folder.", validator=Number(gt=0))] = 30.0,
    metadata: Annotated[Path | None, Parameter(help="JSON lines or CSV: file, date, outlet, title, url.")] = None,
    outlet: Annotated[str | None, Parameter(help="The outlet of all articles.")] = None,
    field: Annotated[
        list[str] | None, Parameter(negative="", help="Where JSON lines hold what: text=body, date=published.")
    ] = None,
    encoding: Annotated[str | None, Parameter(help="The encoding of all files, where detection errs.")] = None,
    max_bytes: Annotated[int | None, Parameter(help="The largest file read (10 MB).", validator=Number(gte=1))] = None,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Add what comes into a folder to an archive, until it is interrupted.

    A file is read when it has not grown between two looks, and again when it was
    changed. What is in the archive already is passed over, so it can be stopped and
    started at any time.

    Exit status: 130 when it is interrupted, 2 where there is no such folder.

    **Examples**

    ```
    tellings watch incoming/ --archive news
    tellings watch incoming/ --archive news --every 5 --outlet "The Foo Times"
    ```
    """
    from tellings import intake  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.archive import SqliteArchive  # noqa: PLC0415
    from tellings.errors import ArchiveError  # noqa: PLC0415
    from tellings.run import adding, watching  # noqa: PLC0415
    from tellings.run.placing import Placing  # noqa: PLC0415
    from tellings.run.workers import workers as made  # noqa: PLC0415

    if not folder.is_dir():
        raise ArchiveError(f"{folder}: there is no such folder to watch")
    options = given.options(
        metadata=metadata, date=None, outlet=outlet, field=field, encoding=encoding, max_bytes=max_bytes
    )
    with SqliteArchive(archive, create=True) as opened:
        placing = Placing(opened)
        for files in watching.settled(folder, every=every):
            if files:
                found = intake.read(files, options=options)
                added = adding.add(found, opened, workers=made(workers), placing=placing, report=say.line)
                if not quiet:
                    say.line(told(added, archive))
    return 0
