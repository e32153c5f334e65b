"""``tellings verify``: the proof that every line of an export is where it says, in sources that are as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tellings.cli import say
from tellings.cli.status import LACKING, OK


def verify(
    story: Annotated[Path, Parameter(help="A story.json that tellings wrote.")],
    /,
) -> int:
    """Read the sources of a story.json again and prove every span, text and digest.

    Prints what was proved, or names each line that no longer is.

    Exit status: 0 all is proved, 1 something is not, 2 the file is no export.

    **Examples**

    ```
    tellings verify story.json
    tellings verify out/story.json && echo all is as printed
    ```
    """
    from tellings.export import verify as export_verify  # noqa: PLC0415  # imported when called

    report = export_verify.verify(story)
    for problem in report.problems:
        say.out(str(problem))
    if report.problems:
        count = len(report.problems)
        say.line(f"{story}: {count:,} {'line is' if count == 1 else 'lines are'} not proved")
        return LACKING
    say.out(str(report))
    return OK
