"""``tellings check``: whether a quotation is printed as it is quoted."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say


def check(
    quote: Annotated[str, Parameter(help="The quotation; with --draft, the first of the articles.")],
    articles: Annotated[
        list[str] | None, Parameter(negative="", help="Files, folders, a story.json, or an index made with --save.")
    ] = None,
    /,
    *,
    speaker: Annotated[str | None, Parameter(help="Who is said to have said it.")] = None,
    draft: Annotated[Path | None, Parameter(help="Check every quotation of this text.")] = None,
    format: Annotated[Literal["text", "json"], Parameter(help="What to print.")] = "text",  # noqa: A002
    save: Annotated[Path | None, Parameter(help="Keep the index of the articles in this file.")] = None,
    marks_only: Annotated[
        bool, Parameter(negative="", help="Look at quotation marks alone: quick, no speakers.")
    ] = False,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Check a quotation, or all of a draft, against what articles print.

    Each is **exact**, **altered** (with each difference and its kind), **said by
    another**, or **not found**, with its sources. A part of what is printed, in one
    run, is exact. Articles are read as **tellings read** reads them, to know who
    speaks; **--marks-only** looks at the quotation marks alone. **--save** keeps what
    was found for the next check, which then starts at once.

    Exit status: 0 all are exact, 1 one is not or an article could not be read,
    2 nothing could be checked.

    **Examples**

    ```
    tellings check "The gates are old" --speaker "Nora Feld" articles/
    tellings check "The gates are old" story.json
    tellings check --draft draft.md articles/ && publish draft.md
    tellings check --draft answer.txt crawl.jsonl --marks-only --save crawl.quotes
    tellings check --draft answer.txt crawl.quotes --format json
    ```
    """
    from tellings import checking  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.errors import CheckError  # noqa: PLC0415

    sources = [quote, *(articles or [])] if draft else list(articles or [])
    if not sources:
        raise CheckError("there is nothing to check against; name articles, a story.json or an index")
    if draft and speaker:
        raise CheckError("--speaker goes with one quotation; a draft names its speakers itself")
    with ExitStack() as stack:
        index, failed = _index(sources, save=save, marks_only=marks_only, workers=workers, quiet=quiet, stack=stack)
        if index is None:
            say.line("no article could be read")
            return 2
        quotes = _of_draft(draft, marks_only=marks_only) if draft else [checking.Quoted(_line(quote), speaker)]
        found = [checking.check(quoted.wording, index, speaker=quoted.speaker) for quoted in quotes]
    if draft and not found:
        say.line(f"{draft}: there is no quotation in it")
    sys.stdout.write(_json(found, draft) if format == "json" else "".join(f"{line}\n" for line in _text(found)))
    return 1 if failed or any(checked.outcome != "exact" for checked in found) else 0


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

    stored = [source for source in sources if _is_index(source)]
    if stored and len(sources) == 1 and save is None:
        return checking.QuoteIndex.load(Path(stored[0])), 0
    if stored:
        from tellings.errors import CheckError  # noqa: PLC0415

        raise CheckError(f"{stored[0]}: an index is checked against alone; name nothing beside it, and no --save")
    index = stack.enter_context(checking.QuoteIndex.create(save)) if save else checking.QuoteIndex()
    counts = {"read": 0, "failed": 0}
    index.add(_printed(sources, counts, marks_only=marks_only, workers=workers, quiet=quiet))
    return index if counts["read"] else None, counts["failed"]


def _is_index(source: str) -> bool:
    path = Path(source)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(15) == b"SQLite format 3"


def _printed(
    sources: Sequence[str], counts: dict[str, int], *, marks_only: bool, workers: int, quiet: bool
) -> Iterator[Any]:
    """What all sources print of others, an export's first."""
    from tellings import checking, intake  # noqa: PLC0415
    from tellings.export.verify import load  # noqa: PLC0415

    exports = [source for source in sources if source.endswith(".json")]
    for source in exports:
        counts["read"] += 1
        yield from checking.of_export(load(Path(source)))
    rest = [source for source in sources if source not in exports]
    articles = []
    for found in intake.read(rest) if rest else ():
        if isinstance(found, intake.Failure):
            counts["failed"] += 1
            say.line(str(found))
            continue
        counts["read"] += 1
        if marks_only:
            yield from checking.of_article(found)
        else:
            articles.append(found)
    if articles:
        from tellings.run.local import read  # noqa: PLC0415  # the language model is behind this import

        with say.progress(quiet=quiet) as bar:
            for reading in read(articles, workers=workers, progress=bar):
                for fault in reading.faults:
                    counts["failed"] += 1
                    say.line(f"{reading.article.file}: a part of the reading broke, its results are missing: {fault}")
                yield from checking.of_reading(reading)


def _of_draft(draft: Path, *, marks_only: bool) -> Sequence[Any]:
    """The quotations of a draft, with the speakers that it names."""
    from tellings import checking, intake  # noqa: PLC0415
    from tellings.errors import CheckError  # noqa: PLC0415

    article = next(iter(intake.read([str(draft)])), None)
    if article is None or isinstance(article, intake.Failure):
        raise CheckError(f"the draft cannot be read: {article}")
    if marks_only:
        return checking.quoted(article)
    from tellings.run.local import read  # noqa: PLC0415

    return checking.quoted(article, next(read([article])))


def _text(found: Sequence[Any]) -> Iterator[str]:
    for checked in found:
        by = f" ({checked.speaker})" if checked.speaker else ""
        yield f"{checked.outcome:<16}“{_short(checked.line)}”{by}"
        yield f"{'':16}{checked.reason}"
        for source in checked.sources:
            printed = source.printed
            yield f"{'':16}- {_place(printed)}: {_words(printed)}"
            for edit in source.edits:
                yield f"{'':18}{edit.kind}: {_edited(checked, source, edit)}"


def _edited(checked: Any, source: Any, edit: Any) -> str:  # noqa: ANN401
    """A difference: what the source prints, an arrow, what the quotation has."""
    from tellings.checking.rows import words_at  # noqa: PLC0415

    there = words_at(source.printed.line, source.printed.pieces, edit.lead)
    here = words_at(checked.line, checked.pieces, edit.here)
    return " → ".join(f"[{_short(words, 80)}]" if words else "nothing" for words in (there, here))


def _place(printed: Any) -> str:  # noqa: ANN401
    named = ", ".join(part for part in (printed.outlet, printed.day) if part)
    file = printed.file if printed.record is None else f"{printed.file}, line {printed.record}"
    where = ", ".join(f"{piece.start}-{piece.end}" for piece in printed.pieces)
    return f"{named}; {file}, characters {where}" if named else f"{file}, characters {where}"


def _words(printed: Any) -> str:  # noqa: ANN401
    """What a source prints: in marks where the source has marks."""
    words = _short(printed.line, 160)
    told = f"{words} (reported)" if printed.reported else f"“{words}”"
    return f"{printed.speaker}: {told}" if printed.speaker else told


def _short(text: str, most: int = 200) -> str:
    from tellings.export.view import clip  # noqa: PLC0415

    words, cut = clip(text, most)
    return f"{words} …" if cut else words


def _json(found: Sequence[Any], draft: Path | None) -> str:
    from tellings.checking.rows import row  # noqa: PLC0415

    exported = {
        "format": "tellings.check.v1",
        "draft": str(draft) if draft else None,
        "exact": all(checked.outcome == "exact" for checked in found),
        "checks": [row(checked) for checked in found],
    }
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"
