"""``tellings search``: articles and what was said in them, each hit at its place."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say
from tellings.cli.add import Folder
from tellings.cli.status import LACKING, OK


def search(
    words: Annotated[
        list[str] | None,
        Parameter(negative="", help="What must stand there; or fields, as in speaker:NAME about:WORDS."),
    ] = None,
    /,
    *,
    archive: Folder,
    speaker: Annotated[str | None, Parameter(help="Who said it: finds quotations, not articles.")] = None,
    about: Annotated[str | None, Parameter(help="What the quotation must hold.")] = None,
    entity: Annotated[str | None, Parameter(help="A person, body or place that the article names.")] = None,
    outlet: Annotated[str | None, Parameter(help="Who printed it.")] = None,
    from_: Annotated[str | None, Parameter(name="--from", help="Printed on this day or later: 2024-05-14.")] = None,
    to: Annotated[str | None, Parameter(help="Printed on this day or earlier: 2024-05-14, 2024-05 or 2024.")] = None,
    story: Annotated[str | None, Parameter(help="Only in this story: s12.")] = None,
    kind: Annotated[
        Literal["article", "headline", "quote", "figure", "event"] | None, Parameter(help="What to look for: articles.")
    ] = None,
    meaning: Annotated[
        bool, Parameter(negative="", help="Find articles that are near in meaning too (made with add --meaning).")
    ] = False,
    limit: Annotated[int, Parameter(help="At most so many, the best first.", validator=Number(gte=1))] = 10,
    format: Annotated[Literal["text", "json"], Parameter(help="What to print.")] = "text",  # noqa: A002
) -> int:
    """Search an archive: in whole articles, or in what was said, in figures, events or headlines.

    All words must stand in what is found; words in double quotation marks must
    stand together. Word endings, case and accents make no difference. Every hit is
    given with the characters of the article where it stands.

    Fields can be typed among the words, each up to the next: speaker: about:
    entity: outlet: from: to: story: kind:

    **--meaning** finds articles that say it in other words too, where the archive has
    been added to with **--meaning**.

    Exit status: 0 something is found, 1 nothing is.

    **Examples**

    ```
    tellings search bridge closed --archive news
    tellings search '"second boat" outlet:The Foo Times from:2024-05' --archive news
    tellings search --speaker "Nora Feld" --about gates --archive news
    tellings search "flooded homes" --meaning --archive news
    tellings search passengers --kind figure --story s12 --archive news --format json
    ```
    """
    from tellings.archive import Query, SqliteArchive  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.archive.search import asked  # noqa: PLC0415

    given = {"speaker": speaker, "about": about, "entity": entity, "outlet": outlet, "from": from_, "to": to}
    given |= {"story": story, "kind": kind}
    fields = "".join(f" {name}:{value}" for name, value in given.items() if value is not None)
    query = asked(" ".join(words or []) + fields, Query(limit=limit))
    with SqliteArchive(archive) as opened:
        if meaning:
            query = _meant(query)
        hits = opened.search(query)
    if format == "json":
        found = {"format": "tellings.search.v1", "hits": [row(hit) for hit in hits]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        for hit in hits:
            sys.stdout.write("".join(f"{say.visible(line)}\n" for line in lines(hit)))
    if not hits:
        say.line(f"{archive}: nothing is found")
    return OK if hits else LACKING


def _meant(query: Any) -> Any:  # noqa: ANN401  # a Query
    """The query, with the vector of its words."""
    from tellings.errors import ArchiveError  # noqa: PLC0415
    from tellings.meaning import NAME  # noqa: PLC0415
    from tellings.run.meaning import vector  # noqa: PLC0415

    if not query.words.strip():
        raise ArchiveError("--meaning goes with words: what is to be near in meaning to them")
    return replace(query, meaning=(NAME, vector(query.words)))


def row(hit: Any) -> dict[str, Any]:  # noqa: ANN401  # a Hit, which is not imported for --help
    """A hit as JSON."""
    return {
        "article": f"a{hit.article}",
        "kind": hit.kind,
        "span": [hit.span.start, hit.span.end],
        "text": hit.text,
        "matches": [[match.start, match.end] for match in hit.matches],
        "score": round(hit.score, 6),
        "by": list(hit.by),
        "outlet": hit.outlet,
        "title": hit.title,
        "day": hit.day,
        "story": None if hit.story is None else f"s{hit.story}",
        "file": hit.file,
        "record": hit.record,
        "speaker": hit.speaker,
        "certainty": hit.certainty,
        "cue": hit.cue,
    }


def lines(hit: Any) -> list[str]:  # noqa: ANN401  # a Hit
    """A hit to read: where it stands, the words, and the place in the file."""
    story = None if hit.story is None else f"s{hit.story}"
    head = " · ".join(part for part in (f"a{hit.article}", story, hit.outlet, hit.day, hit.title) if part)
    words = " ".join(_marked(hit).split())
    file = hit.file if hit.record is None else f"{hit.file}, line {hit.record}"
    by = f"{hit.speaker}{f' ({hit.cue})' if hit.cue else ''}: " if hit.speaker else ""
    return [head, f"    {by}{words}", f"    {file}, characters {hit.span.start}-{hit.span.end}", ""]


def _marked(hit: Any) -> str:  # noqa: ANN401  # a Hit
    """The words of a hit, what was looked for in bold where standard output is a terminal."""
    if not sys.stdout.isatty():
        return str(hit.text)
    text, done = "", hit.span.start
    for match in hit.matches:
        text += hit.text[done - hit.span.start : match.start - hit.span.start]
        text += f"\x1b[1m{hit.text[match.start - hit.span.start : match.end - hit.span.start]}\x1b[0m"
        done = match.end
    return text + str(hit.text[done - hit.span.start :])
