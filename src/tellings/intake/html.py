"""A web page: its visible text, line by line, and what its markup says of the article.

The text is made anew in the same way each time, so that an offset can be proved
from the page's bytes. Navigation, forms and scripts are not part of it; what stands
among the paragraphs and is not body is marked as a block, as in any other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from tellings.errors import IntakeError
from tellings.intake.articles import Source, assemble
from tellings.intake.blocks import Hint
from tellings.intake.decode import decode
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.page import facts, outline, scripts, tree
from tellings.intake.page.places import Places
from tellings.intake.page.walk import Line
from tellings.values import Article, Span

NAME = "html"

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_LINE_BREAK = "\n\n"
_STRAY = 0.01
"""Share of zero bytes up to which a page is no UTF-16."""
_LITTLE = 400
"""Characters of text below which a page is taken to be filled in by a script."""
_FAR_MORE = 3
"""How many times the text that is shown the page's data hold where they are believed instead: a summary alone is shown."""


def read(file: str, data: bytes, options: IntakeOptions) -> Iterator[Article | Failure]:
    """The article that the page holds."""
    page, encoding = _decode(data, options.encoding)
    root = tree.parse(page)
    text, hints = _text(root)
    if not text.strip():
        raise IntakeError("the page shows no text; it may be filled in by a script: save it from a browser")
    source = Source(file, text, data, NAME, encoding)
    yield assemble(source, options=options, page=facts.read(root), hints=hints)


def reread(data: bytes, *, record: int | None, detail: str, encoding: str) -> tuple[str, bytes]:  # noqa: ARG001
    """The visible text again, and the bytes that the digest is of."""
    page, _ = _decode(data, encoding)
    return _text(tree.parse(page))[0], data


def _decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The page as text: by what the user says, then what it says of itself where that is so.

    A zero byte here and there, which no browser shows, makes no page unreadable.
    """
    if 0 < data.count(0) < _STRAY * len(data):
        _, encoding = _decode(data.replace(b"\x00", b""), encoding)
        return decode(data, encoding)
    declared = _CHARSET.search(data[:4096])
    if encoding is None and declared is not None and not _is_utf8(data):
        try:
            return decode(data, _as_browsers_do(declared[1].decode("ascii").lower()))
        except IntakeError:
            pass  # many pages declare an encoding that they are not in
    return decode(data, encoding)


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond ASCII, which no other text is by chance, whatever it declares."""
    try:
        return len(data.decode("utf-8")) != len(data)
    except UnicodeDecodeError:
        return False


def _as_browsers_do(name: str) -> str:
    """Pages that declare Latin-1 are written in Windows-1252 (WHATWG Encoding, 4.2)."""
    return "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"} else name


def places(data: bytes, *, encoding: str) -> Places:
    """The way back from the text of a page (that of its ``Article``) to its source."""
    page, encoding = _decode(data, encoding)
    lines = _lines(tree.parse(page))
    return Places(page, lines, [start for start, _ in _spans(lines)], encoding=encoding)


def _text(root: HtmlElement) -> tuple[str, tuple[Hint, ...]]:
    lines = _lines(root)
    hints = (
        Hint(Span(start, end), line.kind, line.reason)
        for line, (start, end) in zip(lines, _spans(lines), strict=True)
        if line.kind
    )
    return _LINE_BREAK.join(line.text for line in lines), tuple(hints)


def _lines(root: HtmlElement) -> list[Line]:
    """The lines that the page shows of its article; where that is next to nothing, those that its data hold."""
    lines = list(outline.lines(root))
    shown = sum(len(line.text) for line in lines if not line.kind)
    held = scripts.paragraphs(root) if shown < _LITTLE else scripts.stated_text(root)
    if sum(map(len, held)) < (2 if shown < _LITTLE else _FAR_MORE) * shown:
        return lines
    heading = [line for line in lines if line.kind == "title"][:1]
    return [*heading, *(Line(text, root) for text in held)]


def _spans(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The first and the last offset of each line in the text."""
    start = 0
    for line in lines:
        yield start, start + len(line.text)
        start += len(line.text) + len(_LINE_BREAK)
