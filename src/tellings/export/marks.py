"""An article's words with every marked stretch as an HTML element: nested where stretches nest, split where they cross.

The text content of an element is exactly the words of its stretch, so a link
opens at the printed words and nothing else. What cannot nest is cut at the
border it crosses: the first piece keeps the id, the others are its
continuation. Stretches laid first stay whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text to mark: an element of ``tag`` with attributes; ``id`` only on its first piece."""

    start: int
    end: int
    tag: str = "span"
    id: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Node:
    start: int
    end: int
    stretch: Stretch
    first: bool
    inner: list[_Node] = field(default_factory=list)


def mark(text: str, start: int, end: int, stretches: Iterable[Stretch]) -> Markup:
    """``text[start:end]`` as HTML with the stretches marked; what lies outside is cut off."""
    laid: list[_Node] = []
    for stretch in stretches:
        laid.extend(_pieces(stretch, start, end, laid))
    return _render(text, start, end, _nest(laid))


def _pieces(stretch: Stretch, start: int, end: int, laid: list[_Node]) -> list[_Node]:
    """The stretch within the bounds, cut wherever a stretch laid before would cross it."""
    first, last = max(stretch.start, start), min(stretch.end, end)
    if first >= last:
        return []
    cuts = {first, last}
    for node in laid:
        if node.start < first < node.end < last:
            cuts.add(node.end)
        elif first < node.start < last < node.end:
            cuts.add(node.start)
    places = sorted(cuts)
    return [_Node(left, right, stretch, first=left == stretch.start) for left, right in pairwise(places)]


def _nest(laid: list[_Node]) -> list[_Node]:
    """The pieces as a tree; of two that cover the same words the one laid first is the outer."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for node in sorted(laid, key=lambda node: (node.start, -node.end)):
        while path and path[-1].end <= node.start:
            path.pop()
        (path[-1].inner if path else roots).append(node)
        path.append(node)
    return roots


def _render(text: str, start: int, end: int, nodes: list[_Node]) -> Markup:
    parts: list[Markup] = []
    place = start
    for node in nodes:
        parts.append(verbatim(text[place : node.start]))
        inside = _render(text, node.start, node.end, node.inner)
        parts.append(Markup("<{0}{1}>{2}</{0}>").format(node.stretch.tag, _attributes(node), inside))
        place = node.end
    parts.append(verbatim(text[place:end]))
    return Markup("").join(parts)


def _attributes(node: _Node) -> Markup:
    given = dict(node.stretch.attributes)
    if node.first and node.stretch.id:
        given = {"id": node.stretch.id, **given}
    if not node.first:
        given["class"] = f"{given.get('class', '')} on".strip()
        given.pop("title", None)
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in given.items())


def verbatim(text: str) -> Markup:
    """Text that an HTML parser gives back character for character: it would turn a bare CR into LF."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704  # escaped just before
