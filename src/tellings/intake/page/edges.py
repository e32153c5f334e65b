"""Short lines at the edges of an article, which only their place gives away.

Above the first paragraph stand dates, counts and labels, below the last one tags and
addresses, each in a box of its own; a heading with no text under it is that of a box
of links. None ends as a sentence does. A list belongs to what it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from tellings.intake.page import dates
from tellings.intake.page.walk import Line

_LONGEST = 60
ENDED = re.compile(r"[.!?…。！？؟।။።][\"'”’»」)\]]*$")
_DASHES = ("—", "–")
"""What ends a place of print that is set apart from its sentence."""
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_LISTED = frozenset("li dd dt td th tr pre".split())
_BOXES = frozenset("div section span a".split())
_WHOLES = frozenset("ul ol dl table tbody tr blockquote figure".split())
_SEVERAL = 2
_BESIDE = frozenset({"caption", "credit"})


def mark(lines: Sequence[Line], running: Callable[[Line], int]) -> list[Line]:
    """The lines with those at the edges told."""
    texts = [index for index, line in enumerate(lines) if not line.kind and running(line)]
    if not texts:
        return list(lines)
    first, last = texts[0], texts[-1]
    told: list[Line] = []
    for index, line in enumerate(lines):
        reason = ""
        if not line.kind and len(line.text) < _LONGEST and not ENDED.search(line.text):
            heading = line.element.tag in _HEADINGS
            if index < first and not heading and _is_above(line, lines[first]):
                reason = "a short line above the text"
            elif index > last and not heading and line.element.tag not in _LISTED and _apart(line, lines[last]):
                reason = "a short line below the text"
            elif heading and _heads_nothing(lines[index + 1 :]):
                reason = "a heading with no text under it"
        told.append(replace(line, kind="banner", reason=reason) if reason else line)
    return told


def _is_above(line: Line, paragraph: Line) -> bool:
    """Whether a short line above the first paragraph stands apart from it, or is a place or a date."""
    return _apart(line, paragraph) or line.text.endswith(_DASHES) or dates.is_date(line.text)


def widgets(lines: Sequence[Line], running: Callable[[Line], int]) -> list[Line]:
    """The lines with those told that stand in boxes of nothing but labels and numbers, and headings over furniture."""
    with_text = {above for line in lines if not line.kind and running(line) for above in line.element.iterancestors()}
    boxes: dict[HtmlElement, list[int]] = {}
    for index, line in enumerate(lines):
        box = line.element.getparent()
        if box is not None and box not in with_text and box.tag not in _WHOLES:
            boxes.setdefault(box, []).append(index)
    told = list(lines)
    for inside in boxes.values():
        for index in inside if _is_widget([lines[index] for index in inside]) else ():
            if not lines[index].kind:
                told[index] = replace(lines[index], kind="banner", reason="in a box of labels alone")
    return told


def _is_widget(lines: Sequence[Line]) -> bool:
    """Whether a box holds several lines and none of them is of a text."""
    own = [line for line in lines if not line.kind]
    if not own or len(lines) < _SEVERAL:
        return False
    if all(line.element.tag in _HEADINGS for line in own):
        return all(line.kind in {None, "banner"} for line in lines if line not in own)
    return all(line.element.tag in _BOXES and len(line.text) < _LONGEST and not ENDED.search(line.text) for line in own)


def _apart(line: Line, paragraph: Line) -> bool:
    """Whether a line stands in another box than a paragraph."""
    boxes = (paragraph.element, paragraph.element.getparent())
    return not any(element is box for element in (line.element, line.element.getparent()) for box in boxes)


def _heads_nothing(after: Sequence[Line]) -> bool:
    """Whether only furniture stands up to the next heading, and some does."""
    for index, line in enumerate(after):
        if line.kind in _BESIDE:
            continue
        if not line.kind:
            return line.element.tag in _HEADINGS and index > 0 and any(one.kind == "banner" for one in after[:index])
    return any(line.kind == "banner" for line in after)
