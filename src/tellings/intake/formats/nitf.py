"""NITF (News Industry Text Format, IPTC): one file, one article, its parts marked up as what they are."""

from __future__ import annotations

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
        lines.add(markup.text(markup.find(head, "hedline", "hl1")), "title", "marked up as the headline")
        for deck in markup.every(head, "hedline", "hl2"):
            lines.add(markup.text(deck), "deck", "marked up as the second headline")
        for byline in markup.every(head, "byline"):
            lines.add(markup.text(byline), "byline", "marked up as the byline")
        lines.add(markup.text(markup.find(head, "dateline")), "dateline", "marked up as the dateline")
        lines.add(markup.text(markup.find(head, "abstract")), "deck", "marked up as the abstract")
    for content in markup.every(root, "body", "body.content"):
        markup.add_blocks(content, lines)
    lines.add(markup.text(markup.find(root, "body", "body.end", "tagline")), "note", "marked up as the tagline")
    return lines


def told(root: etree._Element) -> Facts:
    """What a document says of itself."""
    data, printed = markup.find(root, "head", "docdata"), markup.find(root, "head", "pubdata")
    issued = None if data is None else markup.find(data, "date.issue")
    title = markup.find(root, "body", "body.head", "hedline", "hl1")
    byline = markup.find(root, "body", "body.head", "byline")
    person = None if byline is None else next(byline.iter("{*}person"), None)
    issue = None if issued is None else dates.published(issued.get("norm"), _REASON)
    publication = None if printed is None else dates.published(printed.get("date.publication"), _REASON)
    return Facts(
        outlet=None if printed is None else markup.known(printed.get("name"), _REASON),
        title=markup.known(markup.text(title) or markup.text(markup.find(root, "head", "title")), _REASON),
        byline=None if person is None else markup.known(markup.text(person), _REASON),
        published=publication or issue,
        language=markup.language(root),
    )
