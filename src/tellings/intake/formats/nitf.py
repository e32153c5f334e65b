"""NITF (News Industry Text Format, IPTC): one file, one article, its parts marked up as what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import dates, markup
from tellings.intake.formats.markup import Lines
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Record

NAME = "nitf"
SUFFIXES = (".nitf",)
UNIT = "item"
_REASON = "stated in the NITF document"
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_INITIALS = re.compile(r"\w{1,3}(?:/\w{1,3})*")
"""A byline that names nobody to readers."""


def looks(head: bytes) -> bool:
    """The outermost element."""
    return markup.outermost(head).lower() == "nitf"


def records(source: Input, options: IntakeOptions) -> Iterator[Record]:
    """The one article."""
    data, root = markup.tree(source, options)
    lines = text(root)
    if not lines.text:
        raise IntakeError("an NITF document without a text")
    yield Record(data, text=lines.text, facts=told(root), hints=lines.hints)


def text(root: etree._Element) -> Lines:
    """The lines of a document: headline, deck, byline and dateline first, as they are printed."""
    lines = Lines()
    head = markup.find(root, "body", "body.head")
    if head is not None:
        title = markup.text(markup.find(head, "hedline", "hl1"))
        lines.add(title, "title", "marked up as the headline")
        for deck in markup.every(head, "hedline", "hl2"):
            _add_deck(lines, markup.text(deck), title, "marked up as the second headline")
        for byline in markup.every(head, "byline"):
            signed = _signed(byline)
            desk = _INITIALS.fullmatch(signed)
            lines.add(signed, "metadata" if desk else "byline", "initials" if desk else "marked up as the byline")
        lines.add(_place(markup.find(head, "dateline")), "dateline", "marked up as the dateline")
        _add_deck(lines, markup.text(markup.find(head, "abstract")), title, "marked up as the abstract")
    for content in markup.every(root, "body", "body.content"):
        markup.add_blocks(content, lines)
    lines.add(markup.text(markup.find(root, "body", "body.end", "tagline")), "note", "marked up as the tagline")
    return lines


def _add_deck(lines: Lines, words: str, title: str, reason: str) -> None:
    """The headline is often given again where a second one is asked for: then it is no other line."""
    if words != title:
        lines.add(words, "deck", reason)


def _signed(byline: etree._Element) -> str:
    """A byline with the author's post (``byttl``) beside the name, as the elements have no space between them."""
    return ", ".join(
        words for words in (" ".join(pieces.split()) for pieces in _parts(byline, "byttl")) if words.strip(" ,")
    )


def _place(dateline: etree._Element | None) -> str:
    """A dateline without the date that programs read."""
    return "" if dateline is None else " ".join(" ".join(_parts(dateline, "story.date", keep=False)).split())


def _parts(element: etree._Element, name: str, *, keep: bool = True) -> Iterator[str]:
    """The text of an element before its children of a name, of these, and of what comes after."""
    words = element.text or ""
    for child in element:
        if markup.name(child) == name:
            yield words
            words = ""
            if keep:
                yield markup.text(child)
        else:
            words += "".join(map(str, child.itertext())) if isinstance(child.tag, str) else ""
        words += child.tail or ""
    yield words


def told(root: etree._Element) -> Facts:
    """What a document says of itself."""
    data, printed = markup.find(root, "head", "docdata"), markup.find(root, "head", "pubdata")
    issued = None if data is None else markup.find(data, "date.issue")
    title = markup.find(root, "body", "body.head", "hedline", "hl1")
    byline = markup.find(root, "body", "body.head", "byline")
    person = None if byline is None else next(byline.iter("{*}person"), None)
    name = markup.text(person)
    if byline is not None and not name and markup.find(byline, "byttl") is not None:
        name = _BY.sub("", " ".join(next(_parts(byline, "byttl")).split()))
    issue = None if issued is None else dates.published(issued.get("norm"), _REASON)
    publication = None if printed is None else dates.published(printed.get("date.publication"), _REASON)
    holder = None if data is None else markup.find(data, "doc.copyright")
    return Facts(
        outlet=markup.known(
            (printed.get("name") if printed is not None else None)
            or markup.text(markup.find(root, "body", "body.head", "distributor"))
            or (holder.get("holder") if holder is not None else None),
            _REASON,
        ),
        title=markup.known(markup.text(title) or markup.text(markup.find(root, "head", "title")), _REASON),
        byline=markup.known(name, _REASON),
        published=publication or issue,
        language=markup.language(root) or (root.get("baselang") or "").split("-")[0].lower() or None,
    )
