"""Which lines of a page are not its article's, by the names around them, by what stands in their box, by the row they are in.

A name is believed where little running text is under it; one that may as well name a part of
the article takes no paragraphs from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from tellings.intake.blocks import furniture
from tellings.intake.page import boxes, names, teasers
from tellings.intake.page.walk import Line

_ENOUGH = 300
"""Characters of running text that are left at the least where something is taken away."""
_BRIEF = 150
"""The same where a name speaks of comments or other articles, which may be far longer than a brief article."""
_HALF = 0.5
_LONG = 140
_LINKED = 0.3
"""Share of a line that is links, above which it is no paragraph of a part of the text."""
LINKS = "nothing but links"

Running = Callable[[Line], int]


def told(lines: Sequence[Line], running: Running) -> list[Line]:
    """The lines with those told that are furniture; ``running`` counts the running text of one."""
    return _teasers(_in_boxes(_by_name(lines, running), running), running)


def _by_name(lines: Sequence[Line], running: Running) -> list[Line]:
    named = _of_names(lines, running)
    whole = sum(running(line) for line in lines)
    texts = _texts(lines, running)
    return [_told(line, named, whole, texts) for line in lines]


def _in_boxes(lines: list[Line], running: Running) -> list[Line]:
    """The lines with those told that stand in boxes of something else."""
    if not lines:
        return lines
    found = boxes.find(lines, running)
    forms = boxes.forms(lines[0].element.getroottree().getroot())
    if forms:
        for index, line in enumerate(lines):
            if not forms.isdisjoint(line.element.iterancestors()) or line.element in forms:
                found.setdefault(index, "a box that asks for an address")
    return [
        replace(line, kind="banner", reason=found[index]) if index in found and not line.kind else line
        for index, line in enumerate(lines)
    ]


def _teasers(lines: list[Line], running: Running) -> list[Line]:
    boxes = teasers.find(lines, running)
    if not boxes:
        return lines
    told = [
        replace(line, kind="banner", reason="a teaser of another article")
        if not line.kind and not boxes.isdisjoint(line.element.iterancestors())
        else line
        for line in lines
    ]
    return told if sum(running(line) for line in told) > _ENOUGH else lines


def _of_names(lines: Sequence[Line], running: Running) -> dict[str, int]:
    """The running text under all elements of one name: a list's items are one thing."""
    sums: dict[str, int] = {}
    for line in lines:
        if line.furniture and (weight := running(line)):
            for name in {_name(element) for element in line.furniture}:
                sums[name] = sums.get(name, 0) + weight
    return sums


def _texts(lines: Sequence[Line], running: Running) -> set[HtmlElement]:
    """The elements of vague names that hold paragraphs and nothing that is furniture by its words."""
    found: dict[HtmlElement, list[Line]] = {}
    for line in lines:
        for element in line.furniture:
            if not line.kind and names.is_vague(element.tag, names.of(element)):
                found.setdefault(element, []).append(line)
    return {element for element, inside in found.items() if _is_text(inside, running)}


def _is_text(lines: Sequence[Line], running: Running) -> bool:
    return any(running(line) > _LONG for line in lines) and not any(
        line.linked > _LINKED * len(line.text) or furniture.label(line.text) for line in lines
    )


def _told(line: Line, named: dict[str, int], whole: int, texts: set[HtmlElement]) -> Line:
    if line.kind:
        return line
    for element in line.furniture:
        if element in texts:
            continue
        under = named.get(_name(element), 0)
        most = names.most(element.tag, names.of(element))
        if under <= most * whole and (not under or whole - under > (_BRIEF if most > _HALF else _ENOUGH)):
            return replace(line, kind="banner", reason=f"under a part of the page that is named {_name(element)!r}")
    if line.linked > 0.8 * len(line.text):
        return replace(line, kind="banner", reason=LINKS)
    return line


def _name(element: HtmlElement) -> str:
    return " ".join((element.get("class") or element.get("id") or element.tag).split())[:60]
