"""An export in the forms in which it is given out. Each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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
