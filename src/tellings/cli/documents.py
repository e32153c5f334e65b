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

    return summary.render(_visible(exported))


def _visible(value: Any) -> Any:  # noqa: ANN401  # any value of JSON
    """The export with every text fit for a terminal: the summary's own colours are put around them."""
    if isinstance(value, str):
        return say.visible(value)
    if isinstance(value, Mapping):
        return {key: _visible(one) for key, one in value.items()}
    return [_visible(one) for one in value] if isinstance(value, list) else value


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
        text = FORMS[form or "summary"](exported)
        bare = form in {"html", "md"} and sys.stdout.isatty()  # a file has every character as it was printed
        sys.stdout.write(say.visible(text) if bare else text)
        sys.stdout.flush()
    if written and not quiet:
        say.line(f"wrote {' and '.join(str(path) for path in written)}")
