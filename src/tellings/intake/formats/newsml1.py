"""NewsML 1 (IPTC, 2000 to 2008), which agencies still send: a news item whose parts lie within one another.

The headline, the byline and the place stand among the lines of a part, the text in the first content
of a part that is text: as the paragraphs themselves, as NITF or XHTML, or written out.
"""

from __future__ import annotations

from lxml import etree

from tellings.errors import IntakeError
from tellings.intake.facts import Facts, merge
from tellings.intake.formats import dates, markup, nitf
from tellings.intake.formats.markup import Lines
from tellings.intake.record import Record
from tellings.values import BlockKind, Published

_REASON = "stated in the NewsML item"
_LINES: tuple[tuple[str, BlockKind, str], ...] = (
    ("HeadLine", "title", "marked up as the headline"),
    ("SubHeadLine", "deck", "marked up as the second headline"),
    ("ByLine", "byline", "marked up as the byline"),
    ("DateLine", "dateline", "marked up as the dateline"),
)
_WITHDRAWN = {"canceled", "cancelled", "withheld"}


def record(item: etree._Element, data: bytes, number: int | None) -> Record:
    """The article of a ``NewsItem``. Raises ``IntakeError`` where it is withdrawn, or no text."""
    status = _formal(markup.find(item, "NewsManagement", "Status")).lower()
    if status in _WITHDRAWN:
        raise IntakeError(f"an item that its provider has withdrawn ({status})")
    for content in item.iter("{*}DataContent"):
        lines, within = _content(content, item)
        if lines is not None:
            return Record(data, number, text=lines.text, facts=merge([_told(item), within]), hints=lines.hints)
    raise IntakeError("an item without a text; it may be a picture, or stand elsewhere")


def _content(content: etree._Element, item: etree._Element) -> tuple[Lines | None, Facts]:
    """The lines of a content, below those of its item, and what a document within says; none of one that is no text."""
    around = content.getparent()
    kind = _formal(None if around is None else markup.find(around, "MediaType")).lower()
    if kind not in {"", "text"}:
        return None, Facts()
    document = next(content.iter("{*}nitf"), None)
    if document is not None:
        lines = nitf.text(document)
        return (lines if lines.text else None), nitf.told(document)
    lines = Lines()
    for name, meaning, reason in _LINES:
        lines.add(_line(item, name), meaning, reason)
    head = lines.text
    if len(content):
        markup.add_blocks(next(content.iter("{*}body.content", "{*}body"), content), lines)
    else:
        markup.add_written(content.text or "", lines)
    return (lines if lines.text != head else None), Facts()


def _told(item: etree._Element) -> Facts:
    managed = markup.find(item, "NewsManagement")
    language = next(item.iter("{*}Language"), None)
    provider = next((party for one in item.iter("{*}Provider") for party in one.iter("{*}Party")), None)
    created = _date(managed, "FirstCreated")
    revised = _date(managed, "ThisRevisionCreated")
    return Facts(
        outlet=markup.known(_formal(provider), _REASON),
        title=markup.known(_line(item, "HeadLine"), _REASON),
        published=created or revised,
        modified=revised,
        language=_formal(language).split("-")[0].lower() or markup.language(item),
    )


def _line(item: etree._Element, name: str) -> str:
    """The first of the lines of this name, on whatever part of the item it stands."""
    return next((words for line in item.iter(f"{{*}}{name}") if (words := markup.text(line))), "")


def _formal(element: etree._Element | None) -> str:
    return "" if element is None else element.get("FormalName") or ""


def _date(parent: etree._Element | None, name: str) -> Published | None:
    return None if parent is None else dates.published(markup.text(markup.find(parent, name)), _REASON)
