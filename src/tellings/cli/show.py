"""``tellings show``: a story of an archive laid side by side, or one article with its revisions."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from tellings.cli import documents, say
from tellings.cli.add import Folder
from tellings.cli.read import Form
from tellings.cli.status import OK


def show(
    shown: Annotated[str, Parameter(help="A story of the archive (s12) or an article (a34).")],
    /,
    *,
    archive: Folder,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"], help="The folder to write into.")] = None,
    format: Annotated[Form | None, Parameter(help="Print this form and nothing else.")] = None,  # noqa: A002
    why: Annotated[bool, Parameter(negative="", help="Say of each article why it is in the story.")] = False,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Lay a story of an archive side by side, as **tellings read** does, without reading it again.

    Prints a summary; with **-o** the page and the export are written as well, with
    **--format** one document goes to standard output, or into the folder that
    **-o** names. Of an article (a34), its revisions are shown with what changed:
    headline, quotations and figures that were dropped, added or changed.

    **--why** says for each article of a story what it shares with the others, and
    what a later settling changed.

    **Examples**

    ```
    tellings show s12 --archive news
    tellings show s12 --archive news -o out
    tellings show s12 --archive news --format md > story.md
    tellings show s12 --archive news --why
    tellings show a34 --archive news --format json
    ```
    """
    from tellings.archive import SqliteArchive  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.archive.search.asked import article, story  # noqa: PLC0415
    from tellings.errors import ArchiveError  # noqa: PLC0415

    with SqliteArchive(archive) as opened:
        if shown[:1].lower() == "a":
            if why:
                raise ArchiveError("--why goes with a story: tellings show s12 --why")
            as_json = _as_json(format, output, "an article")
            return _article(opened, article(shown), as_json=as_json)
        number = story(shown)
        if why:
            as_json = _as_json(format, output, "what keeps a story together")
            return _why(opened, number, as_json=as_json)
        from tellings.run.showing import show as shown_  # noqa: PLC0415

        documents.give(shown_(opened, number).export(), form=format, output=output, quiet=quiet)
    return OK


def _as_json(form: str | None, output: Path | None, what: str) -> bool:
    """Whether JSON is asked for. Raises for the forms and files that only a story has."""
    from tellings.errors import ArchiveError  # noqa: PLC0415

    if form not in {None, "json", "summary"}:
        raise ArchiveError(f"{what} is shown as text or with --format json, not as {form}")
    if output is not None:
        raise ArchiveError(f"{what} is shown here and not written; leave out -o")
    return form == "json"


def _article(archive: Any, number: int, *, as_json: bool) -> int:  # noqa: ANN401  # an Archive
    """The revisions of an article, with what changed from each to the next."""
    from tellings.comparing import revisions  # noqa: PLC0415

    readings = archive.revisions(number)
    member = archive.member(number)
    story = f"s{member.story}" if member else None
    changes = [revisions.changes(older, newer) for older, newer in pairwise(readings)]
    if as_json:
        rows = [_revision(*pair) for pair in zip(readings, [(), *changes], [None, *readings], strict=False)]
        told = {"format": "tellings.article.v1", "id": f"a{number}", "story": story, "revisions": rows}
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return OK
    say.out(" · ".join(part for part in (f"a{number}", story, *_head(readings[-1].article)) if part))
    for count, (reading, found) in enumerate(zip(readings, [(), *changes], strict=True), 1):
        say.out(f"revision {count}: {reading.article.file}, digest {reading.article.digest[:12]}…")
        for row in _revision(reading, found, readings[count - 2] if found else None)["changes"]:
            words = " → ".join(f"[{_line(row[side])}]" for side in ("before", "after") if row[side])
            say.out(f"    {row['kind']}: {words}" if words else f"    {row['kind']}")
    return OK


def _head(article: Any) -> Iterator[str | None]:  # noqa: ANN401  # an Article
    yield article.outlet.value if article.outlet else None
    yield article.published.day if article.published else None
    yield article.title.value if article.title else None


def _revision(reading: Any, changes: Any, older: Any) -> dict[str, Any]:  # noqa: ANN401  # Readings and RevisionChanges
    return {
        "file": reading.article.file,
        "record": reading.article.record,
        "digest": reading.article.digest,
        "title": reading.article.title.value if reading.article.title else None,
        "day": reading.article.published.day if reading.article.published else None,
        "changes": [
            {"kind": change.kind, "before": _words(older, change, "before"), "after": _words(reading, change, "after")}
            for change in changes
        ],
    }


def _words(reading: Any, change: Any, side: str) -> dict[str, Any] | None:  # noqa: ANN401  # a Reading and a RevisionChange
    """The words of a change in one of the two texts; a headline known from elsewhere has words and no place."""
    span = getattr(change, side)
    if span is not None:
        return {"span": [span.start, span.end], "text": span.of(reading.article.text)}
    if change.kind == "headline changed":
        return {"span": None, "text": reading.article.title.value}
    return None


def _line(words: dict[str, Any]) -> str:
    from tellings.export.view import clip  # noqa: PLC0415

    text, cut = clip(words["text"], 120)
    return f"{text} …" if cut else text


def _why(archive: Any, number: int, *, as_json: bool) -> int:  # noqa: ANN401  # an Archive
    """Why each article is in the story, and what settlings changed."""
    from tellings.errors import ArchiveError  # noqa: PLC0415

    members = archive.members(number)
    if not members:
        raise ArchiveError(f"there is no story s{number}; 'tellings stories' lists them")
    rows = [_member(member, archive) for member in members]
    settled = [
        {"kind": one.kind, "stories": [f"s{story}" for story in one.stories],
         "articles": [f"a{article}" for article in one.articles], "reason": one.reason}
        for one in archive.settled(number)
    ]  # fmt: skip
    if as_json:
        told = {"format": "tellings.why.v1", "story": f"s{number}", "articles": rows, "settled": settled}
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return OK
    for row in rows:
        say.out(" · ".join(part for part in (row["id"], row["outlet"], row["day"], row["title"]) if part))
        say.out(f"    {_sentence(row)}")
    for one in settled:
        say.out(f"settled: {one['kind']} of {', '.join(one['stories'])}: {one['reason']}")
    return OK


def _member(member: Any, archive: Any) -> dict[str, Any]:  # noqa: ANN401  # a Member, an Archive
    article = next(archive.readings([member.article])).article
    outlet, day, title = _head(article)
    why, copies = member.why, archive.copies([member.article])
    return {
        "id": f"a{member.article}",
        "outlet": outlet,
        "day": day,
        "title": title,
        "score": round(member.score, 4),
        "nearest": why.nearest,
        "likeness": why.likeness,
        "names": list(why.names),
        "words": list(why.words),
        "by_hand": why.by_hand,
        "copy_of": f"a{copies[0].origin}" if copies else None,
        "copy_reason": copies[0].reason if copies else None,
    }


def _sentence(row: dict[str, Any]) -> str:
    """Why an article is where it is, in words."""
    copy = f"; prints the text of {row['copy_of']} ({row['copy_reason']})" if row["copy_of"] else ""
    if row["by_hand"]:
        return f"put here by hand{copy}"
    if row["nearest"] is None:
        return f"opened the story: of its articles it came first{copy}"
    told = f"most like {row['nearest']} ({row['likeness']:.2f})"
    shared = [f"{kind} {', '.join(row[kind][:8])}" for kind in ("names", "words") if row[kind]]
    told += f": shares the {' and the '.join(shared)}" if shared else ""
    return told + copy
