"""The visible lines of a whole page, in their order, each with what the markup around it says.

A line is the text between two places where a browser begins a new one. Nothing is
judged here: a line keeps its element, how much of it is link text, and the names
(class, id) that speak of furniture; ``main`` and ``outline`` decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from tellings.intake.page import names
from tellings.values import BlockKind

_WINDOWS = {number: bytes([number]).decode("cp1252", "ignore") or chr(number) for number in range(0x80, 0xA0)}
"""Numbers of Windows-1252 that pages write as references (``&#146;``) and browsers read so; libxml2 does not."""
SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" {2,}")
_BREAKS = re.compile(r" *\n[ \n]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page. ``linked``: how many of its characters are the text of links."""

    text: str
    element: HtmlElement
    linked: int = 0
    kind: BlockKind | None = None
    reason: str = ""
    furniture: tuple[HtmlElement, ...] = ()
    """The elements around it whose names speak of furniture, the outermost first."""


def lines(root: HtmlElement, *, hidden: bool = False) -> list[Line]:
    """All visible lines under an element; with ``hidden`` those too that its attributes hide."""
    walk = _Walk(hidden=hidden)
    walk.enter(root)
    walk.flush()
    return walk.lines


@dataclass(slots=True)
class _Walk:
    """One walk over an element: text is gathered until a block begins or ends."""

    lines: list[Line] = field(default_factory=list)
    gathered: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    blocks: list[HtmlElement] = field(default_factory=list)
    kinds: list[tuple[BlockKind, str]] = field(default_factory=list)
    furniture: tuple[HtmlElement, ...] = ()
    hidden: bool = False

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in names.SKIPPED or (not self.hidden and element.keys() and names.is_hidden(element)):
            return
        if tag in names.BLOCKS or ("-" in tag and self._stands_alone(element)):
            self._block(element, tag)
        elif tag == "br":
            self.gathered.append("\n")
        elif tag == "a":
            self.links += 1
            self._children(element)
            self.links -= 1
        else:
            self._inline(element)
            if tag in names.CELLS:
                self.gathered.append(" ")

    def _stands_alone(self, element: HtmlElement) -> bool:
        """Whether an element of a site's own naming has no text beside it, and so is laid out as a block."""
        return not (element.tail or "").strip() and not "".join(self.gathered).strip()

    def _block(self, element: HtmlElement, tag: str) -> None:
        self.flush()
        named = names.of(element)
        kind = names.kind(element, tag, named)
        before = self.furniture
        if names.is_furniture(tag, named):
            self.furniture = (*before, element)
        if kind:
            self.kinds.append(kind)
        self.blocks.append(element)
        self._children(element)
        self.flush()
        self.blocks.pop()
        if kind:
            self.kinds.pop()
        self.furniture = before

    def _inline(self, element: HtmlElement) -> None:
        """A name marked up within a line leaves the line whole, unless the line begins with it."""
        before = self.furniture
        if names.is_furniture(element.tag, names.of(element)) and not "".join(self.gathered).strip():
            self.furniture = (*before, element)
        self._children(element)
        self.furniture = before

    def _children(self, element: HtmlElement) -> None:
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.enter(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not text.strip(" \t\r\n\f"):  # what most texts between tags are
            self.gathered.append(" ")
            return
        text = SPACE.sub(" ", text)
        if not text.isascii():
            text = text.translate(_WINDOWS)
        self.gathered.append(text)
        if self.links:
            self.linked += len(text.strip())

    def flush(self) -> None:
        if self.gathered:
            text = "".join(self.gathered).strip()
            if text:
                text = _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()
                kind, reason = self.kinds[-1] if self.kinds else (None, "")
                self.lines.append(
                    Line(text, self.blocks[-1], min(self.linked, len(text)), kind, reason, self.furniture)
                )
            self.gathered.clear()
        self.linked = 0
