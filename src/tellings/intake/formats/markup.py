"""XML as news is delivered in it: which element it begins with, a tree without traps, lines of text.

Entities of a document's own are not resolved and nothing is loaded: a file of a hundred
bytes may else become gigabytes, or ask the network for more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from tellings.errors import IntakeError
from tellings.intake.blocks import Hint
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.values import BlockKind, Known, Span

XML = "{http://www.w3.org/XML/1998/namespace}"
_SPACE = re.compile(r"[ \t\r\n]+")
_PROLOG = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:\s+|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>)*<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_WIDE = re.compile(rb"^(?:\xff\xfe|\xfe\xff|<\x00|\x00<)")


def outermost(head: bytes) -> str:
    """The name of the first element, without its prefix; empty where the bytes are no XML."""
    if _WIDE.match(head):
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    found = _PROLOG.match(head)
    return found[1].decode("ascii", "replace") if found else ""


def tree(source: Input, options: IntakeOptions) -> tuple[bytes, etree._Element]:
    """The bytes of a document and its outermost element. Raises ``IntakeError`` where it is no XML."""
    data = source.data(options.max_bytes)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise IntakeError("no XML that can be read; fetch it again") from error
    if root is None:
        raise IntakeError("no XML that can be read; fetch it again")
    return data, root


def name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def find(element: etree._Element, *path: str) -> etree._Element | None:
    """The first element below that these names lead to, one level each; in any namespace."""
    return next(every(element, *path), None)


def every(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """All elements that these names lead to, one level each; in any namespace."""
    if not path:
        yield element
        return
    for child in element:
        if name(child) == path[0]:
            yield from every(child, *path[1:])


def text(element: etree._Element | None) -> str:
    """All text within an element, in one line."""
    return "" if element is None else _line("".join(cast("Iterator[str]", element.itertext())))


def known(value: str | None, reason: str) -> Known | None:
    """What a format states, where it says anything."""
    value = _line(value or "")
    return Known(value, "stated", reason) if value else None


def language(element: etree._Element) -> str | None:
    """The language that an element declares, as a two-letter code."""
    said = element.get(f"{XML}lang") or ""
    return said.split("-")[0].lower() or None


class Lines:
    """A text put together of lines with an empty line between them, and what the markup says of each."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._hints: list[Hint] = []
        self._length = 0

    def add(self, line: str, kind: BlockKind | None = None, reason: str = "") -> None:
        """One line more, where it holds anything."""
        line = _line(line)
        if not line:
            return
        start = self._length + 2 if self._pieces else 0
        self._pieces.append(line)
        self._length = start + len(line)
        if kind is not None:
            self._hints.append(Hint(Span(start, self._length), kind, reason))

    @property
    def text(self) -> str:
        """The text so far."""
        return "\n\n".join(self._pieces)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What is known of its lines."""
        return tuple(self._hints)


def add_blocks(element: etree._Element, lines: Lines) -> None:
    """The lines of an element that holds paragraphs in NITF or XHTML, each with what its element says."""
    kind = name(element)
    if kind in _CAPTIONS:
        lines.add(text(element), "caption", "marked up as a caption")
    elif kind in _CREDITS:
        lines.add(text(element), "credit", "marked up as a credit")
    elif kind in _LEAVES or not any(name(below) in _LEAVES for below in element.iterdescendants(etree.Element)):
        lines.add(text(element))
    else:
        lines.add(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and name(child) not in _SILENT:
                add_blocks(child, lines)
            lines.add(child.tail or "")


_LEAVES = frozenset(
    "p h1 h2 h3 h4 h5 h6 hl2 li dt dd td th pre caption media-caption figcaption media-producer credit".split()
)
_CAPTIONS = frozenset({"caption", "media-caption", "figcaption"})
_CREDITS = frozenset({"media-producer", "credit"})
_SILENT = frozenset({"script", "style", "head", "media-reference", "media-metadata", "object"})


def _line(words: str) -> str:
    return _SPACE.sub(" ", words).strip()
