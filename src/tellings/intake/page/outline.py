"""The visible lines of a page's main part, in their order, each with what its markup says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from tellings.intake.page import main, stated, walk
from tellings.intake.page.walk import Line

_WORD = re.compile(r"\w+")
_COVERED = 0.3
"""Share of the title's words that it has at the least; the name of the site has fewer."""
_NOTHING = 100
"""Characters of text below which a page shows nothing: its text may be hidden until a script has run."""
_FAR_MORE = 3
"""How many times that a page's hidden text has, where it is the article; a notice has less."""
_REPEATED = 0.65
"""Share of a heading's words that a title has, when it is the heading of that page."""


def lines(root: HtmlElement) -> Iterator[Line]:
    """The lines of the main part; the headline first, also where it stands outside of it."""
    body = root.find("body")
    around = root if body is None else body
    found, article = _read(root, walk.lines(around))
    if _length(article) < _NOTHING:
        opened = _read(root, walk.lines(around, hidden=True))
        if _length(opened[1]) > _FAR_MORE * _NOTHING:
            found, article = opened
    if not any(line.kind == "title" for line in article):
        yield from [line for line in found if line.kind == "title"][:1]
    yield from article


def _read(root: HtmlElement, found: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and those of its main part."""
    return found, main.article(found, headline(root), heading(root), stated.body(root))


def _length(article: list[Line]) -> int:
    return sum(len(line.text) for line in article if not line.kind)


def headline(root: HtmlElement) -> HtmlElement | None:
    """The main heading that the page's title repeats, if one does."""
    title = _words(next(root.iter("title"), None))
    repeated = [
        (2 * len(title & words) / (len(title) + len(words)), h1)
        for h1 in root.iter("h1")
        if len(words := _words(h1)) > 1
        and len(title & words) > _REPEATED * len(words)
        and len(title & words) >= _COVERED * len(title)
    ]
    return max(repeated, key=lambda found: found[0], default=(0.0, None))[1]


def heading(root: HtmlElement) -> HtmlElement | None:
    """Where the article begins: its headline, or the only main heading of the page."""
    repeated = headline(root)
    only = list(islice(root.iter("h1"), 2)) if repeated is None else []
    return only[0] if len(only) == 1 else repeated


def _words(element: HtmlElement | None) -> set[str]:
    return set() if element is None else set(_WORD.findall(element.text_content().casefold()))
