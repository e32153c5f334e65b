"""The days that a page shows: elements marked as a date, then what stands in words under the heading.

A page shows many days: of other articles, of comments, the reader's own. So of the elements of one
kind those nearest to the heading are asked first, and a day of change after one of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from lxml.html import HtmlElement

from tellings.intake.page import dates, lead, names, others
from tellings.intake.page.marks import Marks

_HAS_YEAR = re.compile(r"\d{4}|\d[./]\d\d\b")
_MOST = 80
_LONGEST = 160


def days(marks: Marks) -> Iterator[str]:
    """What may be the day of publication, the likeliest first."""
    above = list(marks.heading.iterancestors()) if marks.heading is not None else []
    for found in marks.days:
        yield from _words(_nearest(found[:_MOST], above))
    if marks.heading is not None:
        yield from _lines(marks.heading, marks.above)


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
    return bool(dates.CHANGED.search(named)) or bool(dates.CHANGED.search((mark.text_content() or "")[:40]))


def _words(marks: Sequence[HtmlElement]) -> Iterator[str]:
    for mark in marks:
        for name, value in mark.attrib.items():
            if name in {"datetime", "content", "title"} or (name.startswith("data-") and _HAS_YEAR.search(value)):
                yield value
        text = " ".join(" ".join(cast("Iterator[str]", mark.itertext())).split())
        if len(text) <= _LONGEST:
            yield text


def _lines(heading: HtmlElement, above: frozenset[HtmlElement]) -> list[str]:
    """The lines of the article's head that may be dates, those of changes last."""
    dated = (line for line in lead.lines(heading, above) if len(line) <= _LONGEST and _HAS_YEAR.search(line))
    return sorted(dated, key=lambda line: bool(dates.CHANGED.search(line)))
