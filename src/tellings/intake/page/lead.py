"""The texts between an article's heading and its first paragraph, where its author and its day stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement

from tellings.intake.page import others

_AFTER = etree.XPath("following::text()[normalize-space()]")
_LINES = 40
_PARAGRAPH = 220
"""Characters of a text that is no line of the head any more."""


def lines(heading: HtmlElement, above: frozenset[HtmlElement]) -> Iterator[str]:
    """The short texts after a heading up to the first long one, but for those of other articles."""
    for text in islice(cast("list[Any]", _AFTER(heading)), _LINES):
        line = " ".join(text.split())
        if len(line) > _PARAGRAPH:
            return
        element = text.getparent()
        if not (element is not None and others.holds(element, above)):
            yield line
