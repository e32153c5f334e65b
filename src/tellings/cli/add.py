"""``tellings add``: articles into an archive that grows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say
from tellings.cli.given import NOTHING, Given
from tellings.cli.status import FAILED, LACKING, OK

Folder = Annotated[Path, Parameter(env_var="TELLINGS_ARCHIVE", help="The folder of the archive.")]
"""The option that every command on an archive has."""


def add(
    articles: Annotated[list[str], Parameter(negative="", help="Files, folders, globs, or - for standard input.")],
    /,
    *,
    archive: Folder,
    given: Given = NOTHING,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    scheduler: Annotated[
        str | None, Parameter(help="Read on a Dask cluster: the address of its scheduler, tcp://HOST:8786.")
    ] = None,
    readings: Annotated[
        bool, Parameter(negative="", help="The files are readings that tellings export wrote: nothing is read again.")
    ] = False,
    meaning: Annotated[
        bool, Parameter(negative="", help="Make vectors of what articles are about, for search --meaning.")
    ] = False,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Read articles, sort them into stories and keep them in an archive, which is made where there is none.

    What is there already is passed over, so a run that was stopped goes on when it
    is started again. A changed text at the same URL (or in the same file, where
    there is no URL) is kept as a revision of the article. Articles are kept in
    batches of a hundred, each whole or not at all. **TELLINGS_ARCHIVE** in the
    environment stands for **--archive**.

    **--meaning** makes a vector of each article's headline and opening, for
    **tellings search --meaning**; it can be given at any later time as well.

    Exit status: 0 all are kept, 1 some failed, 2 all failed.

    **Examples**

    ```
    tellings add articles/ --archive news
    tellings add crawl.jsonl --map text=body --archive news --workers 4
    tellings add "wire/**/*.html" --outlet "The Foo Times" --archive news
    tellings add tables/readings.parquet --readings --archive news
    tellings add crawl.jsonl --archive news --scheduler tcp://10.0.0.5:8786
    ```
    """
    from tellings.run.workers import workers as made  # noqa: PLC0415  # imported when called, so that --help is quick

    with given.options() as options:
        readers = made(workers, scheduler=scheduler)
        if readings:
            status = _readings([Path(file) for file in articles], archive, quiet=quiet)
        else:
            status = run(articles, folder=archive, options=options, workers=readers, quiet=quiet)
        if meaning:
            _add_vectors(archive, readers, quiet=quiet)
        return status


def run(sources: Iterable[str], *, folder: Path, options: Any, workers: Any, quiet: bool = False) -> int:  # noqa: ANN401  # IntakeOptions and Workers, not imported for --help
    """Add and tell what came of it. Returns the exit status."""
    from tellings import intake  # noqa: PLC0415
    from tellings.archive import SqliteArchive  # noqa: PLC0415
    from tellings.intake import counting  # noqa: PLC0415
    from tellings.run import adding  # noqa: PLC0415

    sources = list(sources)
    with SqliteArchive(folder, create=True) as archive, say.progress(quiet=quiet) as bar:
        total = None if bar is None else counting.count(sources)

        def progress(added: adding.Added) -> None:
            if bar is not None:
                bar(added.seen, total)

        found = intake.read(sources, options=options)
        added = adding.add(found, archive, workers=workers, report=say.line, progress=progress)
    if not quiet:
        say.line(told(added, folder))
    return status_of(added)


def _readings(files: list[Path], folder: Path, *, quiet: bool) -> int:
    """Keep what was read elsewhere. Returns the exit status."""
    from tellings.archive import SqliteArchive  # noqa: PLC0415
    from tellings.run import adding, bulk  # noqa: PLC0415

    with SqliteArchive(folder, create=True) as archive:
        added = adding.add_readings(
            (reading for file in files for reading in bulk.readings(file)), archive, report=say.line
        )
    if not quiet:
        say.line(told(added, folder))
    return status_of(added)


def _add_vectors(folder: Path, workers: Any, *, quiet: bool) -> None:  # noqa: ANN401  # Workers
    from tellings.archive import SqliteArchive  # noqa: PLC0415
    from tellings.run.meaning import add_vectors  # noqa: PLC0415

    with SqliteArchive(folder) as archive, say.progress(quiet=quiet) as bar:
        add_vectors(archive, workers=workers, progress=bar)


def status_of(added: Any) -> int:  # noqa: ANN401  # an Added
    """The exit status: 2 where all failed, 1 where some did."""
    if added.failed and added.failed == added.seen:
        return FAILED
    return LACKING if added.failed or added.faults else OK


def told(added: Any, folder: Path) -> str:  # noqa: ANN401  # an Added
    """What came of it, in one line."""
    from tellings.export.view import count  # noqa: PLC0415

    parts = [f"{count(added.new, 'new article')}"]
    parts += [f"{count(added.revised, 'revision')}"] if added.revised else []
    parts += [f"{added.known:,} there already"] if added.known else []
    parts += [f"{added.failed:,} failed"] if added.failed else []
    return f"{folder}: {', '.join(parts)}; {count(added.stories, 'story', 'stories')} in all"
