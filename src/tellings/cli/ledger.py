"""``tellings ledger``: what several outlets print of one utterance, over a whole archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say
from tellings.cli.check import stored
from tellings.cli.status import LACKING, OK


def ledger(
    *,
    archive: Annotated[
        Path,
        Parameter(env_var="TELLINGS_ARCHIVE", help="The folder of the archive, or an index that check --save made."),
    ],
    outlets: Annotated[int, Parameter(help="What at least so many outlets print.", validator=Number(gte=1))] = 2,
    altered: Annotated[bool, Parameter(negative="", help="Only what some printing alters.")] = False,
    limit: Annotated[int | None, Parameter(help="At most so many.", validator=Number(gte=1))] = None,
    format: Annotated[Literal["text", "jsonl"], Parameter(help="What to print.")] = "text",  # noqa: A002
) -> int:
    """Lay side by side every utterance of an archive that several outlets print.

    Each printing has what it did to the words of the fullest one. The utterances that most outlets print
    come first. With **--altered**, only those in which a printing did more than to quote less, or left out a word that turns
    the meaning. Quotations of less than five words are left out: many say them.

    All of the archive is linked before the first line comes; memory is bounded.
    **--format jsonl** prints an object a line.

    Exit status: 0 there are some, 1 there is none.

    **Examples**

    ```
    tellings ledger --archive news --altered
    tellings ledger --archive news --outlets 5 --limit 20
    tellings ledger --archive news --format jsonl | jq .printings[].outlet
    ```
    """
    from tellings import checking  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.checking.rows import row_of_entry  # noqa: PLC0415
    from tellings.errors import CheckError  # noqa: PLC0415

    path = stored(str(archive))
    if path is None:
        raise CheckError(f"{archive}: there is no archive; make one with 'tellings add ARTICLES --archive DIR'")
    found = checking.ledger(checking.QuoteIndex.load(path), outlets=outlets)
    told = 0
    for entry in islice((entry for entry in found if entry.altered or not altered), limit):
        told += 1
        text = (
            json.dumps(row_of_entry(entry), ensure_ascii=False)
            if format == "jsonl"
            else say.visible("\n".join(_lines(entry)))
        )
        sys.stdout.write(f"{text}\n")
    if not told:
        say.line(f"{archive}: there is no such utterance")
    return OK if told else LACKING


def _lines(entry: Any) -> Iterator[str]:  # noqa: ANN401  # an Entry, which is not imported for --help
    """An utterance for people: the fullest printing, then each with its place and what it did."""
    from tellings.cli.checked import difference, place_of, words_of  # noqa: PLC0415
    from tellings.export.view import count  # noqa: PLC0415

    lead = entry.lines[entry.lead].printed
    yield words_of(lead)
    yield f"  {count(entry.outlets, 'outlet')}, {count(len(entry.lines), 'printing')}"
    for number, line in enumerate(entry.lines):
        marks = [name for name, at in (("the fullest", entry.lead), ("the earliest", entry.first)) if at == number]
        as_printed = "" if number == entry.lead or line.edits else "in the same words"
        told = "; ".join(part for part in (*marks, as_printed) if part)
        yield f"  - {place_of(line.printed)}{f': {told}' if told else ''}"
        for edit in line.edits:
            yield f"    {edit.kind}: {difference(lead, line.printed, edit)}"
        for warning in line.warnings:
            yield f"    {warning.sense} {warning.change}"
