"""Teasers of other articles: a row of boxes of one form, each a linked headline with a sentence or two under it.

They end as sentences do and may hold more text than a short article, so that
neither their words nor their amount gives them away, but that there are several
alike and each begins with a link.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from tellings.intake.page.walk import Line

_FEWEST = 3
_LONGEST = 500
"""Running text of a box, in characters; a section of an article has more."""
_LEVELS = 6
_BOXES = frozenset("div li article section td tr dl a figure".split())
_HEADLINE = 15


def find(lines: Sequence[Line], running: Callable[[Line], int]) -> set[HtmlElement]:
    """The boxes that are teasers."""
    texts: dict[HtmlElement, int] = {}
    links: set[HtmlElement] = set()
    for line in lines:
        weight = running(line)
        linked = line.linked > 0.8 * len(line.text) and len(line.text) >= _HEADLINE
        if weight or linked:
            for box in _boxes(line.element):
                texts[box] = texts.get(box, 0) + weight
                if linked:
                    links.add(box)
    rows: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = {}
    for box, weight in texts.items():
        parent = box.getparent()
        if parent is not None and weight <= _LONGEST:
            rows.setdefault((parent, box.tag, _first_name(box)), []).append(box)
    return {box for row in rows.values() if _is_row(row, texts, links) for box in row}


def _is_row(row: Sequence[HtmlElement], texts: dict[HtmlElement, int], links: set[HtmlElement]) -> bool:
    with_text = [box for box in row if texts[box]]
    return (
        len(row) >= _FEWEST
        and bool(with_text)
        and sum(box in links for box in row) > 0.6 * len(row)
        and any(box in links for box in with_text)
    )


def _boxes(element: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = []
    above: HtmlElement | None = element
    while above is not None and len(found) < _LEVELS:
        if above.tag in _BOXES:
            found.append(above)
        above = above.getparent()
    return found


def _first_name(box: HtmlElement) -> str:
    return " ".join((box.get("class") or "").split()[:1])
