"""An export in the forms in which it is given out. Each is made when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tellings.cli import say

Row = Mapping[str, Any]


def _json(exported: Row) -> str:
    from tellings.export import json  # noqa: PLC0415  # imported when asked for, so that --help is quick

    return json.dumps(dict(exported))


def _html(exported: Row) -> str:
    from tellings.export import page  # noqa: PLC0415

    return page.render(exported)


def _markdown(exported: Row) -> str:
    from tellings.export import markdown  # noqa: PLC0415

    return markdown.render(exported)


def _summary(exported: Row) -> str:
    from tellings.cli import summary  # noqa: PLC0415

    return summary.render(exported)


FORMS: Mapping[str, Callable[[Row], str]] = {"html": _html, "json": _json, "md": _markdown, "summary": _summary}
"""Every form by its name, which is also the ending of its file."""


def give(exported: Row, *, form: str | None, output: Path | None, quiet: bool) -> None:
    """Print one form, or write it into a folder; without a form, print the summary and write the page and the export there.

    Files first: where they cannot be written, nothing is printed that looks like success.
    """
    from tellings.cli import files  # noqa: PLC0415

    endings = [form] if form else ["html", "json"]
    written = [output / f"story.{ending}" for ending in endings] if output else []
    for path in written:
        files.write(path, FORMS[path.suffix[1:]](exported))
    if form is None or output is None:
        sys.stdout.write(FORMS[form or "summary"](exported))
        sys.stdout.flush()
    if written and not quiet:
        say.line(f"wrote {' and '.join(str(path) for path in written)}")
