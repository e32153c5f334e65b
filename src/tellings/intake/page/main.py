"""Which lines of a page are the article: the element that holds most of its running text, without the furniture in it.

Running text is what ends as sentences do and is not mostly links. From the page's
body one goes down as long as one child has nearly all of it; a name that speaks of
furniture is believed where little running text is under it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from lxml.html import HtmlElement

from tellings.intake.page import apart, around, edges, stated
from tellings.intake.page.walk import Line

_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WIDE_IS = 2
_SENTENCE = re.compile(r"[.!?…。！？؟।။።:;,]['\"”’»)\]]*$")
_NEARLY_ALL = 0.8
_ENOUGH = 300
_BRIEF = 200
_SEVERAL = 3
"""Paragraphs that stand in an element by themselves, from which on it is the one that holds the text."""
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre ul ol dl figure".split())
_PLENTY = 1000
_PART = 0.4
_WHOLES = frozenset("table ul ol dl blockquote".split())
_DEEP = 4
"""How far up a line's table is: row, group of rows, cell."""
_SHORT = 40
_LABEL = 60
"""Characters of the longest label ("More on the family of the mayor:")."""
_LONG = 140
_STANDFIRST = 500
"""Characters that a standfirst has at the most; more are the first paragraphs."""


def article(
    lines: Sequence[Line], headline: HtmlElement | None, heading: HtmlElement | None = None, text: str = ""
) -> list[Line]:
    """The lines of the article's part of the page; what is furniture there is told so.

    ``headline``: the main heading that the page's title repeats. ``heading``: that, or the only main heading.
    ``text``: the article's text as the page's data have it.
    """
    lines = apart.told(lines, _running)
    own = [line for line in lines if not line.kind]
    root = _root(_sums(own), headline, Counter(line.element.getparent() for line in own if _running(line)))
    if root is None:
        return list(lines)
    inside = {id(line) for line in lines if root is line.element or root in line.element.iterancestors()}
    inside |= around.beside(lines, inside, root, _running)
    above = around.above(lines, inside, heading, _running)
    decks = above if sum(len(line.text) for line in lines if id(line) in above) <= _STANDFIRST else set()
    kept = [_as_deck(line) if id(line) in decks else line for line in lines if id(line) in inside | above]
    kept = _announced(_list_of_links(kept))
    return stated.end(edges.mark(_alone(edges.widgets(kept, _running)), _running), text, _running)


def _as_deck(line: Line) -> Line:
    return replace(line, kind="deck", reason="it stands between the headline and the text")


def _list_of_links(lines: list[Line]) -> list[Line]:
    """An article may be a list of links: where they are most of it, they are the text."""
    linked = sum(len(line.text) for line in lines if line.reason == apart.LINKS and len(line.text) > _SHORT)
    if linked <= 2 * sum(_running(line) for line in lines):
        return lines
    return [replace(line, kind=None, reason="") if line.reason == apart.LINKS else line for line in lines]


def _announced(lines: list[Line]) -> list[Line]:
    """The points of a list that a sentence of the text announces are the text's, though they are links; a label does not."""
    last = max((index for index, line in enumerate(lines) if _running(line)), default=0)
    lists = {
        line.element.getparent()
        for above, line in pairwise(lines[:last])
        if _is_linked_point(line) and _running(above) > _LABEL and above.text.endswith(":")
    }
    return [
        replace(line, kind=None, reason="") if _is_linked_point(line) and line.element.getparent() in lists else line
        for line in lines
    ]


def _is_linked_point(line: Line) -> bool:
    return line.reason == apart.LINKS and line.element.tag == "li"


def _alone(lines: list[Line]) -> list[Line]:
    """Short lines that stand with no paragraph, as the labels of a box do, are told so; not where they are the text."""
    with_text = {above for line in lines if not line.kind and _running(line) for above in _two_above(line.element)}
    alone = {
        index
        for index, line in enumerate(lines)
        if not line.kind
        and not _running(line)
        and not edges.ENDED.search(line.text)
        and not any(above.tag == "blockquote" for above in islice(line.element.iterancestors(), _DEEP))
        and with_text.isdisjoint(_two_above(line.element))
        and not (line.element.tag in _HEADINGS and any(_running(after) for after in lines[index + 1 : index + 2]))
    }
    whole = sum(len(line.text) for line in lines if not line.kind)
    if 3 * sum(len(lines[index].text) for index in alone) > whole:
        return lines
    return [
        replace(line, kind="banner", reason="a short line that stands with no paragraph") if index in alone else line
        for index, line in enumerate(lines)
    ]


def _two_above(element: HtmlElement) -> list[HtmlElement]:
    """The two elements around a line; around its table, list or quotation, where it is part of one."""
    whole = next((above for above in islice(element.iterancestors(), _DEEP) if above.tag in _WHOLES), None)
    return list(islice((element if whole is None else whole).iterancestors(), 2))


def _running(line: Line) -> int:
    """How many characters of the line are running text; one of a script without spaces counts as several."""
    own = len(line.text) - line.linked
    if line.kind or line.linked > 0.5 * len(line.text):
        return 0
    if not line.text.isascii():
        own += _WIDE_IS * len(_WIDE.findall(line.text))
    if own < _SHORT:
        return 0
    return own if own > _LONG or _SENTENCE.search(line.text) else 0


def _sums(lines: Sequence[Line]) -> dict[HtmlElement, int]:
    """For each element the running text under it."""
    sums: dict[HtmlElement, int] = {}
    for line in lines:
        if weight := _running(line):
            element: HtmlElement | None = line.element
            while element is not None:
                sums[element] = sums.get(element, 0) + weight
                element = element.getparent()
    return sums


def _root(
    running: dict[HtmlElement, int], headline: HtmlElement | None, paragraphs: Counter[HtmlElement | None]
) -> HtmlElement | None:
    """The innermost element that holds nearly all running text of each one around it.

    One that has ``paragraphs`` of its own is not left for the box in which its rest stands.
    """
    if not running:
        return None
    element = next(iter(running)).getroottree().getroot()
    above = set(headline.iterancestors()) if headline is not None else set()
    while True:
        children = [child for child in element if child in running and child.tag not in _PARAGRAPHS]
        best = max(children, key=lambda child: running[child], default=None)
        own = _own_part(element, above)
        if own is not None and _is_text(own, running, paragraphs):
            best = own
        elif best is None or running[best] < _NEARLY_ALL * running[element]:
            best = next(
                (child for child in children if child in above and _holds_most(child, running, paragraphs)), None
            )
        if best is None or paragraphs[element] >= _SEVERAL or _is_paragraph(best, running, running[element]):
            return element
        element = best


def _is_text(part: HtmlElement, running: dict[HtmlElement, int], paragraphs: Counter[HtmlElement | None]) -> bool:
    """Whether a part with a main heading is an article, if a brief one, and no heading with its standfirst."""
    return running.get(part, 0) > _ENOUGH or (
        running.get(part, 0) > _BRIEF and sum(paragraphs[box] for box in part.iter() if box in paragraphs) > 1
    )


def _holds_most(element: HtmlElement, running: dict[HtmlElement, int], paragraphs: Counter[HtmlElement | None]) -> bool:
    """Whether what stands with the headline is the text, though much else stands on the page."""
    around = element.getparent()
    return running[element] > _PLENTY or (
        around is not None
        and running[element] > _PART * running[around]
        and sum(paragraphs[part] for part in element.iter() if part in paragraphs) > 1
    )


def _is_paragraph(element: HtmlElement, running: dict[HtmlElement, int], around: int) -> bool:
    """Whether an element has text itself and none in others, and more text stands beside it."""
    return running[element] < around and not any(child in running for child in element)


def _own_part(element: HtmlElement, above: set[HtmlElement]) -> HtmlElement | None:
    """Where several parts of a page have a main heading each, the one that holds the page's own."""
    headed = [child for child in element if next(child.iter("h1"), None) is not None]
    return next((child for child in headed if child in above), None) if len(headed) > 1 else None
