"""Bylines that no markup tells: a line under the heading that begins as bylines do ("Von Ada Quill").

The words before a name are those of some thirty languages. They stand in one text with the
name, or in one before it where the name is a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tellings.intake.page import authors, lead

_LONGEST = 100
_REPORTER = re.compile(r"^[\[【(]?(?P<name>[\uac00-\ud7af]{2,4})\s*(?:선임기자|특파원|기자)(?![\uac00-\ud7af])")
_ENDED = re.compile(r"[.!?…]$")


def names(heading: HtmlElement, above: frozenset[HtmlElement], outlets: frozenset[str]) -> tuple[str, ...]:
    """The names in the first line of the article's head that is a byline."""
    for line in _bylines(heading, above):
        if found := authors.names([line], outlets=outlets, sure=False):
            return found
        if reporter := _REPORTER.match(line):
            return (reporter["name"],)
    return ()


def _bylines(heading: HtmlElement, above: frozenset[HtmlElement]) -> Iterator[str]:
    """What follows the words that a byline begins with."""
    announced = False
    for line in lead.lines(heading, above):
        if len(line) > _LONGEST:
            announced = False
            continue
        name = line if announced else authors.signed(line)
        announced = authors.is_signed(f"{line} ") and not authors.signed(f"{line} ")
        if (name and not _ENDED.search(name)) or _REPORTER.match(line):
            yield name or line
