"""What the data of a page (JSON-LD's ``articleBody``) say of where its text ends.

Never the text itself: it is often cut, and has links in it. But where its last words are
those of a paragraph that is shown, with most of the text above it, what follows
that paragraph is the site's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from tellings.intake.page import linked
from tellings.intake.page.walk import Line

_WORD = re.compile(r"\w+")
_LAST = 12
"""Words that tell a paragraph."""
_MOST = 0.6
"""Share of the running text that stands above the end, at the least."""


def body(root: HtmlElement) -> str:
    """The article's text as the page's data have it, with its line breaks; empty where they have none."""
    if not any("articleBody" in (script.text or "") for script in root.iter("script")):
        return ""
    return linked.text((linked.article(linked.items(root)) or {}).get("articleBody")) or ""


def end(lines: Sequence[Line], text: str, running: Callable[[Line], int]) -> list[Line]:
    """The lines with those below the end of the text told."""
    last = _WORD.findall(text.casefold())[-_LAST:]
    weights = [running(line) for line in lines]
    if len(last) < _LAST:
        return list(lines)
    found = [
        index
        for index, line in enumerate(lines)
        if weights[index] and _WORD.findall(line.text.casefold())[-_LAST:] == last
    ]
    if len(found) != 1 or sum(weights[: found[0] + 1]) < _MOST * sum(weights):
        return list(lines)
    return [
        line
        if line.kind or index <= found[0]
        else replace(line, kind="banner", reason="below the end of the text that the page's data hold")
        for index, line in enumerate(lines)
    ]
