"""``tellings timeline``: what one person or body did, day by day, over all articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import read, say
from tellings.cli.given import NOTHING, Given
from tellings.cli.status import FAILED, LACKING, OK

if TYPE_CHECKING:
    from tellings.values import Deed, Story

Form = Literal["text", "json"]


def timeline(
    articles: Annotated[list[str], Parameter(negative="", help="Files, folders, globs, or - for standard input.")],
    /,
    *,
    about: Annotated[str, Parameter(help="The name of a person, a body or a thing, as the articles print it.")],
    format: Annotated[Form, Parameter(help="Lines to read, or one JSON object a line.")] = "text",  # noqa: A002
    given: Given = NOTHING,
    workers: Annotated[int, Parameter(help="Processes that read side by side.", validator=Number(gte=1))] = 1,
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Only tell what failed.")] = False,
) -> int:
    """Tell what one person or body did and underwent, day by day.

    Each deed has its day, the sentence that tells it, and every place that does, with the reason for the day. What has
    no date of its own is of the day of the news, so articles without a day of print tell little: give it with
    **--metadata** or **--date**.

    Exit status: 0 it was told, 1 some articles failed, 2 all failed, or none tells anything of that name.

    **Examples**

    ```
    tellings timeline articles/ --about "Nora Feld"
    tellings timeline articles/ --about "Harbour Board" --format json
    ```
    """
    from tellings.linking.timelines import timeline_of  # noqa: PLC0415  # imported when called, so that --help is quick

    with given.options() as options:
        found, failed = read.gather(articles, options)
    if not found:
        return FAILED
    told = read.tell(found, workers=workers, quiet=quiet)
    broken, story = read.faults(told), told.story
    deeds = timeline_of(story, about)
    if not deeds:
        say.line(f"no article tells on which day {about!r} did anything; give the name as it is printed")
        return FAILED
    for line in _rows(story, deeds) if format == "json" else _lines(story, deeds):
        print(line if format == "json" else say.visible(line))
    return LACKING if failed or broken else OK


def _lines(story: Story, deeds: Sequence[Deed]) -> Iterator[str]:
    from tellings.export.view import days  # noqa: PLC0415

    for deed in deeds:
        yield f"{days(deed.start, deed.end)}: {' '.join(deed.words.split())}"
        for row in _tellings(story, deed):
            yield f"    {row['file']} [{row['span'][0]}:{row['span'][1]}] {row['text']}, {row['reason']}"


def _rows(story: Story, deeds: Sequence[Deed]) -> Iterator[str]:
    for deed in deeds:
        row = {"when": {"start": deed.start, "end": deed.end}, "words": deed.words, "tellings": _tellings(story, deed)}
        yield json.dumps(row, ensure_ascii=False)


def _tellings(story: Story, deed: Deed) -> list[dict[str, Any]]:
    return [
        {
            "file": (article := story.readings[telling.article].article).file,
            "span": [telling.span.start, telling.span.end],
            "text": telling.span.of(article.text),
            "reason": telling.reason,
        }
        for telling in deed.tellings
    ]
