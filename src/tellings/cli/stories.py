"""``tellings stories``: what an archive holds, a story a line."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say
from tellings.cli.add import Folder
from tellings.cli.status import LACKING, OK


def stories(
    *,
    archive: Folder,
    from_: Annotated[str | None, Parameter(name="--from", help="Printed on this day or later: 2024-05-14.")] = None,
    to: Annotated[str | None, Parameter(help="Printed on this day or earlier: 2024-05-14, 2024-05 or 2024.")] = None,
    least: Annotated[int, Parameter(help="Only stories of so many articles or more.", validator=Number(gte=1))] = 1,
    limit: Annotated[int, Parameter(help="At most so many, the latest first.", validator=Number(gte=1))] = 50,
    format: Annotated[Literal["text", "json"], Parameter(help="What to print.")] = "text",  # noqa: A002
) -> int:
    """List the stories of an archive, the latest first.

    Each line has the number by which **tellings show** knows the story, its days,
    how many articles and outlets tell it and how many of these are independent (an
    article and its copies are one origin), and a headline.

    Exit status: 0 there are some, 1 there is none.

    **Examples**

    ```
    tellings stories --archive news
    tellings stories --archive news --from 2024-05-13 --to 2024-05 --least 3
    tellings stories --archive news --format json | jq -r .stories[].id
    ```
    """
    from tellings.archive import SqliteArchive  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.archive.search.asked import day  # noqa: PLC0415

    with SqliteArchive(archive) as opened:
        found = opened.stories(first=from_ and day(from_), last=to and day(to), least=least, limit=limit)
    if format == "json":
        rows = [row(story) for story in found]
        sys.stdout.write(json.dumps({"format": "tellings.stories.v1", "stories": rows}, ensure_ascii=False, indent=1))
        sys.stdout.write("\n")
    else:
        for story in found:
            say.out(line(story))
    if not found:
        say.line(f"{archive}: there is no such story")
    return OK if found else LACKING


def row(story: Any) -> dict[str, Any]:  # noqa: ANN401  # a StoryLine, which is not imported for --help
    """A story as JSON."""
    return {
        "id": f"s{story.id}",
        "title": story.title,
        "articles": story.articles,
        "outlets": story.outlets,
        "origins": story.origins,
        "start": story.first_day,
        "end": story.last_day,
    }


def line(story: Any) -> str:  # noqa: ANN401  # a StoryLine
    """A story in one line."""
    from tellings.export.view import clip, count, days  # noqa: PLC0415

    title, cut = clip(story.title or "without a headline", 90)
    told = [
        days(story.first_day, story.last_day) if story.first_day else "date not told",
        count(story.articles, "article"),
        f"{count(story.outlets, 'outlet') if story.outlets else 'outlet not told'}, {count(story.origins, 'independent origin')}",
    ]
    return f"s{story.id:<6} {' · '.join(told)} · {title}{' …' if cut else ''}"
