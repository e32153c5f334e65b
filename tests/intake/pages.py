"""Invented pages to read: one article of the Marrow Post under a heading, with what a test puts around it."""

from __future__ import annotations

import json

from tellings.intake import html
from tellings.intake.options import IntakeOptions
from tellings.values import Article

HEADING = "<h1>Bell found in barn</h1>"
_TEXT = (
    "<p>The harbour bell of Marrow Point was found on Sunday in a barn near the old quay, the keeper said.</p>"
    "<p>It had been missing since the storm of the year before, when the tower fell into the sea, he said.</p>"
)


def read(head: str = "", body: str = "", *, lang: str = "en") -> Article:
    """The article of a page with ``head`` in its head and ``body`` between its heading and its text."""
    page = f"<html lang='{lang}'><head><title>Bell found in barn - Marrow Post</title>{head}</head><body><main><article>{HEADING}{body}{_TEXT}</article></main></body></html>"
    article = next(html.read("page.html", page.encode(), IntakeOptions()))
    assert isinstance(article, Article)
    return article


def linked(**said: object) -> str:
    """A script of JSON-LD with one news article."""
    return script(json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **said}))


def script(data: str) -> str:
    """A script of JSON-LD as it is."""
    return f'<script type="application/ld+json">{data}</script>'
