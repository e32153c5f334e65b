"""``tellings export``: an archive's results in bulk, as Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tellings.cli import say
from tellings.cli.add import Folder
from tellings.cli.status import OK


def export(
    output: Annotated[Path, Parameter(help="The folder to write into.")],
    /,
    *,
    archive: Folder,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Write all of an archive as Parquet: a file for each view, and the readings themselves.

    articles, revisions, quotes, figures and stories are for analysts (DuckDB, pandas,
    Polars, R); **tellings add --readings readings.parquet** keeps the readings in
    another archive without reading the articles again. Needs tellings[parquet].

    Exit status: 0 it is written, 2 it cannot be.

    **Examples**

    ```
    tellings export tables/ --archive news
    duckdb -c "SELECT outlet, count(*) FROM 'tables/quotes.parquet' GROUP BY 1"
    ```
    """
    from tellings.archive import SqliteArchive  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.run import bulk  # noqa: PLC0415

    with SqliteArchive(archive) as opened:
        written = bulk.export(opened, output)
    if not quiet:
        say.line(f"{output}: " + ", ".join(f"{name} {rows:,}" for name, rows in written.items()))
    return OK
