"""A PDF with a text layer: one file, one article. Wants ``tellings[pdf]``.

PDF knows lines, not paragraphs. Lines are joined to paragraphs where the line before ran to
the margin, so that a sentence stays whole; the text that comes of it is what offsets count in.
pdfium (BSD) is the reader: it is Chrome's, and hardened against hostile files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import dates, markup
from tellings.intake.formats.extra import wanted
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Record

NAME = "pdf"
SUFFIXES = (".pdf",)
UNIT = "page"
_MOST_PAGES = 2_000
_BROKEN_WORD = re.compile(r"[\u0002\ufffe]\s*|\u00ad\n")
"""How pdfium shows that a word was hyphenated at the end of a line."""
_END = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_DATE = re.compile(r"(?:D:)?(\d{8})(\d{6})?")


def looks(head: bytes) -> bool:
    """The format's own mark, which may stand a little after the start."""
    return b"%PDF-" in head[:1024]


def records(source: Input, options: IntakeOptions) -> Iterator[Record]:
    """The one article."""
    pdfium = wanted("pypdfium2", "pdf", "PDF files")
    data = source.data(options.max_bytes)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "a PDF behind a password; save it without" if locked else "no PDF that can be read; fetch it again"
        raise IntakeError(what) from error
    try:
        text = "\n\n".join(page for page in _pages(pdfium, document, options.max_bytes) if page)
        facts = _facts(document.get_metadata_dict())
    finally:
        document.close()
    if not text.strip():
        raise IntakeError("its pages are pictures without a text layer; recognise the text first, e.g. with ocrmypdf")
    yield Record(data, text=text, facts=facts)


def _pages(pdfium: Any, document: Any, most: int) -> Iterator[str]:  # noqa: ANN401  # a module of an extra
    length = 0
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            page = document[number]
            text = paragraphs(page.get_textpage().get_text_range())
            page.close()
        except pdfium.PdfiumError:
            continue  # one page that is broken does not take the others with it
        length += len(text)
        if length > most:
            raise IntakeError(f"more text than the limit of {most:,} characters; raise it with --max-bytes")
        yield text


def paragraphs(text: str) -> str:
    """The text of a page with its lines joined to paragraphs."""
    lines = [" ".join(line.split()) for line in _BROKEN_WORD.sub("", text.replace("\r\n", "\n")).splitlines()]
    width = max(map(len, lines), default=0)
    out: list[str] = []
    going_on = False
    for line in lines:
        if not line:
            going_on = False
            continue
        if going_on and out:
            out[-1] += line if out[-1].endswith("-") else f" {line}"
        else:
            out.append(line)
        going_on = len(line) > 0.75 * width or (len(line) > 0.5 * width and not _END.search(line))
    return "\n\n".join(out)


def _facts(metadata: dict[str, str]) -> Facts:
    """What the document says of itself; the day on which it was made may be that of print."""
    made = _DATE.match(metadata.get("CreationDate") or "")
    day = f"{made[1]}{'T' + made[2] if made[2] else ''}" if made else None
    return Facts(
        title=markup.known(metadata.get("Title"), "stated in the properties of the PDF"),
        byline=markup.known(metadata.get("Author"), "stated in the properties of the PDF"),
        published=dates.published(day, "the day on which the PDF was made", "inferred"),
    )
