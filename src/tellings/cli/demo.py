"""``tellings demo``: the invented story that ships with the package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter


def demo(
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The folder to write into.")] = Path(
        "tellings-demo"
    ),
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Read the small invented story that ships with the package, and show what comes of it.

    Prints a summary and writes story.html and story.json.

    **Examples**

    ```
    tellings demo
    tellings demo -o /tmp/first-look
    ```
    """
    from tellings import intake  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.cli.read import run  # noqa: PLC0415
    from tellings.demo import ARTICLES, METADATA  # noqa: PLC0415

    options = intake.IntakeOptions(metadata=intake.load(METADATA))
    return run([str(ARTICLES)], options=options, output=output, quiet=quiet)
