"""NewsML-G2 and NewsML 1 (IPTC): a news item, or a message of several; its text as NITF, XHTML or plain within.

An item's own bytes are those of the file where it stands alone, else its canonical XML.
An item that its provider has withdrawn is named and not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from tellings.errors import IntakeError
from tellings.intake.facts import Facts, merge
from tellings.intake.formats import dates, markup, newsml1, nitf
from tellings.intake.formats.markup import Lines
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found, Record
from tellings.values import Published

NAME = "newsml"
SUFFIXES = (".newsml",)
UNIT = "item"
_ROOTS = {"newsitem", "newsmessage", "newsml"}
_REASON = "stated in the NewsML item"


def looks(head: bytes) -> bool:
    """The outermost element."""
    return markup.outermost(head).lower() in _ROOTS


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The items that hold a text."""
    data, root = markup.tree(source, options)
    if markup.name(root) == "newsItem":
        yield _record(root, data, None)
        return
    first = markup.name(root) == "NewsML"
    number = 0
    for item in root.iter("{*}NewsItem" if first else "{*}newsItem"):
        number += 1
        try:
            yield (newsml1.record if first else _record)(item, etree.tostring(item, method="c14n"), number)
        except IntakeError as error:
            yield Failure.of(source.file, number, error, UNIT)
    if not number:
        raise IntakeError("a NewsML message without a news item")


def _record(item: etree._Element, data: bytes, number: int | None) -> Record:
    status = markup.find(item, "itemMeta", "pubStatus")
    code = "" if status is None else (status.get("qcode") or "").rpartition(":")[2].lower()
    if code in {"canceled", "cancelled", "withheld"}:
        raise IntakeError(f"an item that its provider has withdrawn ({code})")
    lines, within = _content(item)
    if not lines.text:
        raise IntakeError("an item without a text; it may be a picture, or stand elsewhere")
    return Record(data, number, text=lines.text, facts=merge([_told(item), within]), hints=lines.hints)


def _content(item: etree._Element) -> tuple[Lines, Facts]:
    """The lines of an item, and what a document within says of itself."""
    for inline in markup.every(item, "contentSet", "inlineXML"):
        document = next((child for child in inline if isinstance(child.tag, str)), None)
        if document is not None and markup.name(document) == "nitf":
            return nitf.text(document), nitf.told(document)
        lines = Lines()
        for child in [] if document is None else [document]:
            body = markup.find(child, "body")
            markup.add_blocks(child if body is None else body, lines)
        if lines.text:
            return lines, Facts()
    lines = Lines()
    for inline in markup.every(item, "contentSet", "inlineData"):
        if (inline.get("contenttype") or "text/plain").startswith("text/plain"):
            markup.add_written(inline.text or "", lines)
    return lines, Facts()


def _told(item: etree._Element) -> Facts:
    meta, content = markup.find(item, "itemMeta"), markup.find(item, "contentMeta")
    first, version = (_date(meta, name) for name in ("firstCreated", "versionCreated"))
    language = None if content is None else markup.find(content, "language")
    outlets = [_named(meta, "provider"), _named(content, "infoSource")]
    return Facts(
        outlet=markup.known(next(filter(None, outlets), None), _REASON),
        title=markup.known(_headline(content), _REASON),
        byline=markup.known(_words(content, "by") or _creator(content, outlets), _REASON),
        published=_date(content, "contentCreated") or first or version,
        modified=_date(content, "contentModified") or version,
        language=(language.get("tag") or "").split("-")[0].lower() or None
        if language is not None
        else markup.language(item),
    )


def _headline(content: etree._Element | None) -> str:
    """The main one of several: a role that speaks of a lesser one says so."""
    found = [] if content is None else list(markup.every(content, "headline"))
    main = next((one for one in found if "sub" not in (one.get("role") or "").lower()), None)
    return markup.text(main if main is not None else next(iter(found), None))


def _creator(content: etree._Element | None, outlets: Sequence[str]) -> str:
    """The name of a person; a desk's sign, the name of an account and the outlet's own name are none."""
    said = _named(content, "creator")
    return said if " " in said and said not in outlets else ""


def _words(parent: etree._Element | None, name: str) -> str:
    return "" if parent is None else markup.text(markup.find(parent, name))


def _named(parent: etree._Element | None, name: str) -> str:
    """The name of a party: its name, or what stands for it."""
    party = None if parent is None else markup.find(parent, name)
    if party is None:
        return ""
    return markup.text(markup.find(party, "name")) or party.get("literal") or ""


def _date(parent: etree._Element | None, name: str) -> Published | None:
    return dates.published(_words(parent, name), _REASON)
