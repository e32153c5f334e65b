"""``tellings check``: whether a quotation is printed as it is quoted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say
from tellings.cli.status import FAILED, LACKING, OK


def check(
    quote: Annotated[str, Parameter(help="The quotation; with --draft or --headlines, the first of the articles.")],
    articles: Annotated[
        list[str] | None,
        Parameter(negative="", help="Files, folders, a story.json, an archive, or an index made with --save."),
    ] = None,
    /,
    *,
    archive: Annotated[Path | None, Parameter(help="Against all that an archive holds.")] = None,
    speaker: Annotated[str | None, Parameter(help="Who is said to have said it.")] = None,
    draft: Annotated[Path | None, Parameter(help="Check every quotation of this text.")] = None,
    headlines: Annotated[
        bool, Parameter(negative="", help="Check the articles' own headlines and captions against their bodies.")
    ] = False,
    format: Annotated[Literal["text", "json"], Parameter(help="What to print.")] = "text",  # noqa: A002
    save: Annotated[Path | None, Parameter(help="Keep the index of the articles in this file.")] = None,
    marks_only: Annotated[
        bool, Parameter(negative="", help="Look at quotation marks alone: quick, no speakers.")
    ] = False,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Check a quotation, or all of a draft, against what articles print.

    Each is **exact**, **altered** (with each difference and its kind), a **paraphrase**
    (the same speaker says so in other words), **said by another**, or **not found**,
    with its sources. A part of what is printed, in one run, is exact. **--headlines**
    checks the articles themselves: what a headline, subheading or caption quotes
    against the body below it. Articles are read as **tellings read** reads them, to know who
    speaks; **--marks-only** looks at the quotation marks alone. **--save** keeps what
    was found for the next check, which then starts at once.

    Exit status: 0 all are exact, 1 one is not or an article could not be read,
    2 nothing could be checked.

    **Examples**

    ```
    tellings check "The gates are old" --speaker "Nora Feld" articles/
    tellings check "The gates are old" story.json
    tellings check "The gates are old" --archive news
    tellings check --draft draft.md articles/ && publish draft.md
    tellings check --headlines draft.md
    tellings check --draft answer.txt crawl.jsonl --marks-only --save crawl.quotes
    tellings check --draft answer.txt crawl.quotes --format json
    ```
    """
    from tellings import checking  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.cli import checked as shown  # noqa: PLC0415
    from tellings.errors import CheckError  # noqa: PLC0415

    sources = [quote, *(articles or [])] if draft or headlines else list(articles or [])
    sources += [str(archive)] if archive else []
    if not sources:
        raise CheckError("there is nothing to check against; name articles, a story.json, an archive or an index")
    if speaker and (draft or headlines):
        raise CheckError("--speaker goes with one quotation; a draft names its speakers itself")
    if headlines:
        if draft or save:
            raise CheckError("--headlines goes with articles alone; it asks each of them, and keeps nothing")
        return _headlines(sources, json=format == "json", marks_only=marks_only, workers=workers, quiet=quiet)
    with ExitStack() as stack:
        index, failed = _index(sources, save=save, marks_only=marks_only, workers=workers, quiet=quiet, stack=stack)
        if index is None:
            say.line("no article could be read")
            return FAILED
        quotes = _of_draft(draft, marks_only=marks_only) if draft else [checking.Quoted(_line(quote), speaker)]
        places = [_standing(quoted.wording) if draft else "" for quoted in quotes]
        found = [checking.check(quoted.wording, index, speaker=quoted.speaker) for quoted in quotes]
    if draft and not found:
        say.line(f"{draft}: there is no quotation in it")
    text = (f"{say.visible(line)}\n" for line in shown.lines(found, places))
    sys.stdout.write(shown.json_of(found, draft) if format == "json" else "".join(text))
    return LACKING if failed or any(checked.outcome != "exact" for checked in found) else OK


def _standing(wording: Any) -> str:  # noqa: ANN401
    """In which line of the draft a quotation begins."""
    return f"line {wording.text.count(chr(10), 0, wording.pieces[0].start) + 1}"


def _line(quote: str) -> Any:  # noqa: ANN401  # a Wording, which is not imported for --help
    """The quotation of the command line, with or without marks around it."""
    from tellings.errors import CheckError  # noqa: PLC0415
    from tellings.linking.utterances.words import Wording  # noqa: PLC0415
    from tellings.reading.attribution import marks  # noqa: PLC0415
    from tellings.values import Span  # noqa: PLC0415

    text = quote.strip()
    found = marks.find(text)
    whole = len(found) == 1 and found[0].closed and (found[0].start, found[0].end) == (0, len(text))
    span = Span(found[0].inner_start, found[0].inner_end) if whole else Span(0, max(1, len(text)))
    wording = Wording.of(text or " ", (span,))
    if not wording.words:
        raise CheckError("the quotation holds no word; give it in one argument, in quotation marks of the shell")
    return wording


def _index(
    sources: Sequence[str], *, save: Path | None, marks_only: bool, workers: int, quiet: bool, stack: ExitStack
) -> tuple[Any, int]:
    """The index of what the sources print, and how many of them failed; no index where all did."""
    from tellings import checking  # noqa: PLC0415

    kept = [path for source in sources for path in [stored(source)] if path]
    if kept and len(sources) == 1 and save is None:
        return checking.QuoteIndex.load(kept[0]), 0
    if kept:
        from tellings.errors import CheckError  # noqa: PLC0415

        raise CheckError(
            f"{kept[0]}: an index or archive is checked against alone; name nothing beside it, and no --save"
        )
    index = stack.enter_context(checking.QuoteIndex.create(save)) if save else checking.QuoteIndex()
    counts = {"read": 0, "failed": 0}
    index.add(_printed(sources, counts, marks_only=marks_only, workers=workers, quiet=quiet))
    return index if counts["read"] else None, counts["failed"]


def stored(source: str) -> Path | None:
    """The file of an index, or of an archive given by its folder or file; none for articles."""
    from tellings.archive.connection import NAME  # noqa: PLC0415

    path = Path(source) / NAME if (Path(source) / NAME).is_file() else Path(source)
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return path if file.read(15) == b"SQLite format 3" else None


def _headlines(sources: Sequence[str], *, json: bool, marks_only: bool, workers: int, quiet: bool) -> int:
    """The check turned inward: what became of the quotations above and beside the articles' bodies."""
    from tellings import checking  # noqa: PLC0415
    from tellings.cli import checked as shown  # noqa: PLC0415
    from tellings.errors import CheckError  # noqa: PLC0415

    for source in sources:
        if source.endswith(".json") or stored(source):
            raise CheckError(f"{source}: --headlines asks articles; a story.json tells the same among its comparisons")
    counts = {"read": 0, "failed": 0}
    found = [
        heading
        for article, reading in _articles(sources, counts, marks_only=marks_only, workers=workers, quiet=quiet)
        for heading in checking.headings(article, reading)
    ]
    if not counts["read"]:
        say.line("no article could be read")
        return FAILED
    if not found:
        say.line("no headline, subheading or caption holds a quotation of three words or more")
    text = (
        f"{say.visible(line)}\n" for line in shown.lines([h.checked for h in found], [shown.standing(h) for h in found])
    )
    sys.stdout.write(shown.json_of_headings(found) if json else "".join(text))
    return LACKING if counts["failed"] or any(heading.checked.outcome != "exact" for heading in found) else OK


def _printed(
    sources: Sequence[str], counts: dict[str, int], *, marks_only: bool, workers: int, quiet: bool
) -> Iterator[Any]:
    """What all sources print of others, an export's first."""
    from tellings import checking  # noqa: PLC0415
    from tellings.export.verify import load  # noqa: PLC0415

    exports = [source for source in sources if source.endswith(".json")]
    for source in exports:
        counts["read"] += 1
        yield from checking.of_export(load(Path(source)))
    rest = [source for source in sources if source not in exports]
    for article, reading in _articles(rest, counts, marks_only=marks_only, workers=workers, quiet=quiet):
        yield from checking.of_reading(reading) if reading else checking.of_article(article)


def _articles(
    sources: Sequence[str], counts: dict[str, int], *, marks_only: bool, workers: int, quiet: bool
) -> Iterator[tuple[Any, Any]]:
    """The articles of the sources, each with its reading; with none where the marks alone are looked at."""
    from tellings import intake  # noqa: PLC0415

    articles = []
    for found in intake.read(sources) if sources else ():
        if isinstance(found, intake.Failure):
            counts["failed"] += 1
            say.line(str(found))
            continue
        counts["read"] += 1
        if marks_only:
            yield found, None
        else:
            articles.append(found)
    if articles:
        from tellings.run.local import read  # noqa: PLC0415  # the language model is behind this import

        with say.progress(quiet=quiet) as bar:
            for reading in read(articles, workers=workers, progress=bar):
                for fault in reading.faults:
                    counts["failed"] += 1
                    say.line(f"{reading.article.file}: a part of the reading broke, its results are missing: {fault}")
                yield reading.article, reading


def _of_draft(draft: Path, *, marks_only: bool) -> Sequence[Any]:
    """The quotations of a draft, with the speakers that it names."""
    from tellings import checking, intake  # noqa: PLC0415
    from tellings.errors import CheckError  # noqa: PLC0415

    found = list(intake.read([str(draft)]))
    if len(found) != 1:
        raise CheckError(f"{draft}: a draft is one text, and this holds {len(found)}; give each by itself")
    article = found[0]
    if isinstance(article, intake.Failure):
        raise CheckError(f"the draft cannot be read: {article}")
    if marks_only:
        return checking.quoted(article)
    from tellings.run.local import read  # noqa: PLC0415

    return checking.quoted(article, next(read([article])))
