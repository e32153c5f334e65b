"""``tellings why``: the reasons for the speaker of one quotation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tellings.cli import say
from tellings.cli.status import OK


def why(
    story: Annotated[Path, Parameter(help="A story.json that tellings wrote.")],
    quote: Annotated[str, Parameter(help="The id of a quotation in it: q12.")],
    /,
) -> int:
    """Say why a quotation is given to its speaker.

    Prints the cue, the source words and the mentions that lead from them to the name, each with its line, its
    offsets and the printed words.

    Exit status: 0 it was told, 2 the file is no export or has no such quotation.

    **Examples**

    ```
    tellings why story.json q12
    ```
    """
    from tellings.errors import ExportError  # noqa: PLC0415  # imported when called
    from tellings.export import verify  # noqa: PLC0415
    from tellings.export import why as export_why  # noqa: PLC0415

    exported = verify.load(story)
    try:
        found = export_why.why(exported, quote)
    except ExportError as error:
        raise ExportError(f"{story}: {error}") from error
    for line in export_why.lines(exported, found):
        say.out(line)
    return OK
