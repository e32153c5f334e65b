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
_INDENTED = re.compile(r"[ \t]{2,}\S")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_MARKUP = re.compile(r"\s*<(?:p|div|html|body)\b", re.IGNORECASE)
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
    try:
        root = etree.fromstring(data, _parser())
    except (etree.LxmlError, ValueError) as error:
        raise IntakeError("no XML that can be read; fetch it again") from error
    if root is None:
        raise IntakeError("no XML that can be read; fetch it again")
    return data, root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)


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


def document(words: str) -> etree._Element | None:
    """The outermost element of XML that another file holds written out; none where it cannot be read."""
    words = _DECLARATION.sub("", words)
    try:
        return etree.fromstring(words.encode("utf-8", "replace"), _parser()) if words else None
    except (etree.LxmlError, ValueError):
        return None


def unwrapped(words: str) -> list[str]:
    """The paragraphs of a text that wires cut to a width, where each begins with an indent; none where it is not cut so.

    Lines at the margin go on what an indented one began. Markup that is written one
    element below the other has all its lines indented, and is not cut.
    """
    lines = words.splitlines()
    inner = [line for line in lines[1:] if line.strip()]
    begun = sum(bool(_INDENTED.match(line)) for line in inner)
    if not begun or 2 * begun > len(inner):
        return []
    found: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or _INDENTED.match(line):
            found.append([])
        found[-1].append(line)
    return [" ".join(paragraph) for paragraph in found]


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
    elif kind == "header":
        _add_header(element, lines)
    elif kind in _LEAVES or not any(name(below) in _LEAVES for below in element.iterdescendants(etree.Element)):
        words = "".join(cast("Iterator[str]", element.itertext()))
        for paragraph in unwrapped(words) or [words]:
            lines.add(paragraph)
    else:
        lines.add(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and name(child) not in _SILENT:
                add_blocks(child, lines)
            lines.add(child.tail or "")


def add_written(words: str, lines: Lines) -> None:
    """The lines of a text, or of the markup that it is, written out."""
    inside = document(f"<body>{words}</body>") if _MARKUP.match(words) else None
    if inside is not None:
        add_blocks(inside, lines)
        return
    for line in unwrapped(words) or words.splitlines():
        lines.add(line)


def _add_header(element: etree._Element, lines: Lines) -> None:
    """What stands above a text: its headings, and labels, a place and a time, which are none of it."""
    for below in element.iterdescendants(etree.Element):
        if name(below) in _HEADINGS:
            lines.add(text(below), "title" if name(below) == "h1" else "deck", "a heading in the header")
        elif name(below) in _LABELS:
            lines.add(text(below), "metadata", "a label in the header")


_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LABELS = frozenset("p li time".split())
_LEAVES = frozenset(
    "p h1 h2 h3 h4 h5 h6 hl2 li dt dd td th pre caption media-caption figcaption media-producer credit".split()
)
_CAPTIONS = frozenset({"caption", "media-caption", "figcaption"})
_CREDITS = frozenset({"media-producer", "credit"})
_SILENT = frozenset({"script", "style", "head", "media-reference", "media-metadata", "object"})


def _line(words: str) -> str:
    return _SPACE.sub(" ", words).strip()
