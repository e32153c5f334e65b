"""Sitemaps, and those of news: addresses of pages, with title, outlet and date where they are told.

The pages are fetched where the user says so. A sitemap that lists sitemaps gives their addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import dates, markup
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Pointer

NAME = "sitemap"
SUFFIXES: tuple[str, ...] = ()
UNIT = "address"
_REASON = "stated in the news sitemap"


def looks(head: bytes) -> bool:
    """The outermost element."""
    return markup.outermost(head).lower() in {"urlset", "sitemapindex"}


def records(source: Input, options: IntakeOptions) -> Iterator[Pointer]:
    """The addresses, each with what is told of its page."""
    _, root = markup.tree(source, options)
    number = 0
    for entry in root:
        kind = markup.name(entry)
        url = markup.text(markup.find(entry, "loc"))
        if kind in {"url", "sitemap"} and url.startswith(("http://", "https://")):
            number += 1
            yield Pointer(url, number, _facts(entry, url))
    if not number:
        raise IntakeError("a sitemap without an address")


def _facts(entry: etree._Element, url: str) -> Facts:
    news = markup.find(entry, "news")
    if news is None:
        return Facts(url=url)
    return Facts(
        outlet=markup.known(markup.text(markup.find(news, "publication", "name")), _REASON),
        title=markup.known(markup.text(markup.find(news, "title")), _REASON),
        url=url,
        published=dates.published(markup.text(markup.find(news, "publication_date")), _REASON),
        language=markup.text(markup.find(news, "publication", "language")).split("-")[0].lower() or None,
    )
