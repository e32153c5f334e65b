"""``tellings read``: articles in, the story laid side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import documents, say
from tellings.cli.given import NOTHING, Given, warn
from tellings.cli.status import FAILED, LACKING, OK
from tellings.run.local import Told

Form = Literal["json", "md", "html", "summary"]
Kind = Literal["speech", "belief", "plan", "finding"]


def read(
    articles: Annotated[list[str], Parameter(negative="", help="Files, folders, globs, or - for standard input.")],
    /,
    *,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"], help="The folder to write into.")] = None,
    format: Annotated[Form | None, Parameter(help="Print this form and nothing else.")] = None,  # noqa: A002
    kinds: Annotated[
        list[Kind] | None,
        Parameter(
            negative="", consume_multiple=True, help="Only these kinds of quotations: speech, belief, plan, finding."
        ),
    ] = None,
    given: Given = NOTHING,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Read articles about one piece of news and lay side by side what they tell.

    Prints a summary and writes story.html and story.json into the folder that
    **-o** names, or into this one. With **--format** one document goes to standard
    output and no file is written; with **-o** as well, it is written there as
    story.json, story.md, story.html or story.summary.

    Text, web pages, JSON, CSV, Parquet, feeds, WARC, NewsML-G2, mail, PDF and more
    are read, each told by its content; **tellings intake** shows what would be read.
    What cannot be read is named in one line each, and the rest goes on.

    Exit status: 0 all were read, 1 some failed, 2 all failed.

    **Examples**

    ```
    tellings read articles/
    tellings read monday.txt tuesday.html -o out
    tellings read "crawl/**/*.html" --metadata dates.csv
    tellings read dump.jsonl --map text=body,date=published_at
    tellings read - --format json < articles.jsonl > story.json
    tellings read articles/ --kinds speech
    tellings read wire/ --outlet "The Foo Times" --date 2024-05-14
    ```
    """
    with given.options() as options:
        return run(
            articles, options=options, output=output, form=format, kinds=kinds or (), workers=workers, quiet=quiet
        )


def run(
    sources: Sequence[str],
    *,
    options: Any,  # noqa: ANN401  # IntakeOptions, which is not imported for --help
    output: Path | None = None,
    form: str | None = None,
    kinds: Collection[Kind] = (),
    workers: int = 1,
    quiet: bool = False,
) -> int:
    """Read, tell, print and write; of quotations only ``kinds``, where any are named. Returns the exit status."""
    articles, failed = gather(sources, options)
    if not articles:
        return FAILED
    told = tell(articles, workers=workers, quiet=quiet)
    broken = faults(told)
    exported = told.export()
    if kinds:
        from tellings.export.kinds import only  # noqa: PLC0415

        exported = only(exported, kinds)
    folder = output if form else output or Path()  # without a form, files are written in any case
    documents.give(exported, form=form, output=folder, quiet=quiet)
    return LACKING if failed or broken else OK


def faults(told: Told) -> int:
    """How many parts of the reading broke; each is told in a line."""
    found = [(reading.article.file, fault) for reading in told.story.readings for fault in reading.faults]
    for file, fault in found:
        say.line(f"{file}: a part of the reading broke, its results are missing: {fault}")
    return len(found)


def gather(sources: Sequence[str], options: Any) -> tuple[list[Any], int]:  # noqa: ANN401
    """The articles that could be read, and how many could not: each failure and warning is told in a line."""
    from tellings import intake  # noqa: PLC0415

    articles = []
    failed = 0
    for found in intake.read(sources, options=options):
        if isinstance(found, intake.Failure):
            failed += 1
            say.line(str(found))
        else:
            articles.append(found)
    if articles:
        warn(articles, options)
    else:
        say.line("no article could be read")
    return articles, failed


def tell(articles: Sequence[Any], *, workers: int, quiet: bool) -> Told:
    """Read, link and compare, with progress on standard error."""
    with say.progress(quiet=quiet) as bar:
        from tellings.run.local import tell  # noqa: PLC0415  # the language model is behind this import

        return tell(articles, workers=workers, progress=bar)
