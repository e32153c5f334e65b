"""The visible lines of a page's main part, in their order, each with what its markup says it is."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from tellings.intake.page import main, walk
from tellings.intake.page.walk import Line


def lines(root: HtmlElement) -> Iterator[Line]:
    """The lines of the main part; the headline first, also where it stands outside of it."""
    body = root.find("body")
    found = walk.lines(root if body is None else body)
    article = main.article(found, _headline(root))
    if not any(line.kind == "title" for line in article):
        yield from [line for line in found if line.kind == "title"][:1]
    yield from article


def _headline(root: HtmlElement) -> HtmlElement | None:
    """The main heading that the page's title repeats, if one does."""
    headings = list(root.iter("h1"))
    title = next((element.text_content() for element in root.iter("title")), "").casefold()
    own = (h1 for h1 in headings if (text := " ".join(h1.text_content().split()).casefold()) and text in title)
    return next(own, None)
