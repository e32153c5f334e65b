"""The days that a page shows: elements marked as a date, then what stands in words under the heading.

A page shows many days: of other articles, of comments, the reader's own. So of the elements of one
kind those nearest to the heading are asked first, and a day of change after one of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement

from tellings.intake.page import names, others, outline

_NAMED_DATE = " or ".join(f"contains(@class,'{word}')" for word in ("ate", "ublish", "ime", "osted"))
"""Words for dates without their first letter, which may be a capital; what they find is looked at again."""
_DATE_NAME = re.compile(r"date|publish|time|posted", re.IGNORECASE)
_MARKS = tuple(
    etree.XPath(f"//body//{path}")
    for path in (
        "*[@itemprop='datePublished' or @pubdate or @property='datePublished']",
        "*[self::time or self::relative-time or (self::abbr and contains(@class,'published'))]",
        f"*[not(self::article or self::main or self::time)][{_NAMED_DATE} or contains(@id,'date') or @data-timestamp]",
    )
)
_AFTER = etree.XPath("following::text()[normalize-space()]")
_CHANGED = re.compile(
    r"modif|updat|revis|edited|aktualis|actualis|mis à jour|bijgewerkt|oppdater|opdater", re.IGNORECASE
)
_HAS_YEAR = re.compile(r"\d{4}")
_MOST = 80
_LINES = 40
_LONGEST = 160
_PARAGRAPH = 220
"""Characters of a text that is no line of the head any more."""


def days(root: HtmlElement) -> Iterator[str]:
    """What may be the day of publication, the likeliest first."""
    heading = outline.heading(root)
    above = list(heading.iterancestors()) if heading is not None else []
    for marks in _MARKS:
        found = filter(_is_mark, cast("list[HtmlElement]", marks(root)))
        yield from _words(_nearest(list(islice(found, _MOST)), above))
    if heading is not None:
        yield from _lines(heading, frozenset(above))


def _is_mark(element: HtmlElement) -> bool:
    """Whether an element says that it is a date by more than a part of its name."""
    return (
        not element.get("class")
        or element.tag in {"time", "relative-time", "abbr"}
        or any(element.get(name) for name in ("itemprop", "property", "pubdate", "data-timestamp"))
        or bool(_DATE_NAME.search(names.of(element)))
    )


def _nearest(marks: Sequence[HtmlElement], above: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The article's own marks by how far up they meet the heading, those of changes last."""
    steps = {element: step for step, element in enumerate(above)}

    def key(mark: HtmlElement) -> tuple[bool, int]:
        met = next((steps[element] for element in mark.iterancestors() if element in steps), len(steps))
        return _is_change(mark), met

    own = (mark for mark in marks if not others.holds(mark, frozenset(above))) if above else marks
    return sorted(own, key=key)


def _is_change(mark: HtmlElement) -> bool:
    named = f"{names.of(mark)} {mark.get('itemprop') or ''}"
    return bool(_CHANGED.search(named)) or bool(_CHANGED.search((mark.text_content() or "")[:40]))


def _words(marks: Sequence[HtmlElement]) -> Iterator[str]:
    for mark in marks:
        for name, value in mark.attrib.items():
            if name in {"datetime", "content", "title"} or (name.startswith("data-") and _HAS_YEAR.search(value)):
                yield value
        text = " ".join(" ".join(cast("Iterator[str]", mark.itertext())).split())
        if len(text) <= _LONGEST:
            yield text


def _lines(heading: HtmlElement, above: frozenset[HtmlElement]) -> Iterator[str]:
    """The lines between the heading and the first paragraph."""
    for text in islice(cast("list[Any]", _AFTER(heading)), _LINES):
        line = " ".join(text.split())
        if len(line) > _PARAGRAPH:
            return
        element = text.getparent()
        if (
            len(line) <= _LONGEST
            and _HAS_YEAR.search(line)
            and not (element is not None and others.holds(element, above))
        ):
            yield line
