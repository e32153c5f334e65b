"""Who wrote the article: what the page's data, its head and its marks say, asked in that order.

A mark is an element named after an author, or a link to a person's page; of those after the
heading the first counts, and those beside it. Marks in boxes of other articles, in comments
and in footers are passed over. Of a witness that names only the site itself the next is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from tellings.intake.page import authors, head, linked, names, others, signed
from tellings.intake.page.marks import Marks
from tellings.values import Known

LINKED = "stated in the page's JSON-LD"
HEAD = "stated in the page's head"
MARKED = "marked up as the author"
SIGNED = "a line under the headline that names the author"
ADDRESS = "the address of the author's page"
OWN = "stated in the page's JSON-LD: the outlet itself"

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|autore|contributors?)/[^/?#]+/?(?:[?#].*)?$", re.IGNORECASE
)
_MOST = 60
_LONGEST = 160
_SIGNED = 80
_MOST_NAMES = 8
_CREDITS = 3
"""Names in a head from which on they may be those of photographers too, and the printed byline is asked which."""


def byline(marks: Marks, found: tuple[linked.Item, ...], meta: head.Meta, sites: Iterable[str]) -> Known | None:
    """The authors by the first witness that names one; ``sites`` are the names of the outlet.

    The outlet is named where nothing else is and JSON-LD says that the article is its own.
    """
    outlets = frozenset(map(authors.squeezed, sites))
    values = [item.get(key) for item in _items(found) for key in ("author", "creator")]
    for value in values:
        if persons := authors.names(linked.names(value, found), outlets=outlets):
            return _known(persons, LINKED)
    stated = next(filter(None, (authors.names((text,), outlets=outlets) for text in head.bylines(meta))), ())
    if 0 < len(stated) < _CREDITS:
        return _known(stated, HEAD)
    marked = _marked(marks, outlets)
    if stated and not (marked and _are_among(marked, stated)):
        return _known(stated, HEAD)
    if marked:
        return _known(marked, MARKED)
    return _signed(marks, outlets) or _of_address(values, meta) or _own(values, found)


def _items(found: tuple[linked.Item, ...]) -> Iterator[linked.Item]:
    """The article's item, then that of the page."""
    yield linked.article(found) or {}
    yield linked.page(found) or {}


def _signed(marks: Marks, outlets: frozenset[str]) -> Known | None:
    persons = signed.names(marks.heading, marks.above, outlets) if marks.heading is not None else ()
    return _known(persons, SIGNED) if persons else None


def _of_address(values: Iterable[object], meta: head.Meta) -> Known | None:
    """The name in the address of the author's page, where only that is given."""
    addresses = [*(address for value in values for address in linked.addresses(value)), *head.bylines(meta)]
    persons = [name for address in addresses if (name := authors.of_address(address))]
    return Known(", ".join(dict.fromkeys(persons)), "inferred", ADDRESS) if persons else None


def _own(values: Iterable[object], found: tuple[linked.Item, ...]) -> Known | None:
    """The outlet, where JSON-LD names it as the author and nothing names a person."""
    persons = next(filter(None, (authors.names(linked.names(value, found)) for value in values)), ())
    return _known(persons, OWN) if persons else None


def _are_among(some: Iterable[str], names: Iterable[str]) -> bool:
    return {name.casefold() for name in some} <= {name.casefold() for name in names}


def _known(persons: Iterable[str], reason: str) -> Known:
    return Known(", ".join(persons), "stated", reason)


def _marked(marks: Marks, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names in the first mark after the heading; else those anywhere, where all marks name the same."""
    if marks.heading is not None:
        groups = _groups(marks.authors[marks.after :], marks.above, outlets)
        if first := next(groups, ()):
            return first
    named = set(_groups(marks.authors, marks.above, outlets))
    return named.pop() if len(named) == 1 else ()


def _groups(
    marks: Sequence[HtmlElement], above: frozenset[HtmlElement], outlets: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """The names in the marks that belong to the article, those beside each other together."""
    persons: dict[str, str] = {}
    first: HtmlElement | None = None
    marks = marks[:_MOST]
    for element in marks:
        text = _text(element)
        if not 1 < len(text) <= _LONGEST or others.holds(element, above) or _has_inner(element, text, marks):
            continue
        found = authors.names([text], outlets=outlets, sure=False, lone=_is_sure(element))
        if found and first is not None and not _is_beside(element, first):
            yield from _believed(persons)
            persons, first = {}, None
        for name in found:
            persons.setdefault(name.casefold(), name)
            first = element if first is None else first
    yield from _believed(persons)


def _believed(persons: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """A longer row of names is a list of the site's writers."""
    if 0 < len(persons) <= _MOST_NAMES:
        yield tuple(persons.values())


def _has_inner(element: HtmlElement, text: str, marks: Sequence[HtmlElement]) -> bool:
    """Whether another mark stands in it, which says more closely what the name is than "By" with much after it."""
    inner = any(element in mark.iterancestors() for mark in marks)
    return inner and not (authors.is_signed(text) and len(text) <= _SIGNED)


def _text(element: HtmlElement) -> str:
    """The words of an element, those of different elements apart: a name and the job after it often touch."""
    if element.get("content"):
        return " ".join(str(element.get("content")).split())
    pieces: list[str] = []
    for part in element.iter():
        if part.tag in names.BLOCKS or part.tag == "br":
            pieces.append("\n")
        elif part.tag == "meta" and part.get("itemprop") == "name":
            pieces.append(str(part.get("content")))
        if isinstance(part.tag, str):
            pieces.append(part.text or "")
        if part is not element:
            pieces.append(part.tail or "")
    lines = (" ".join(line.split()) for line in " ".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)


def _is_sure(element: HtmlElement) -> bool:
    """Whether nothing but an author stands there, so that one word may be a name."""
    return (
        element.get("rel") == "author"
        or element.get("itemprop") == "author"
        or (element.tag == "a" and bool(_AUTHOR_PAGE.search(element.get("href") or "")))
    )


def _is_beside(element: HtmlElement, first: HtmlElement) -> bool:
    """Whether a mark stands with the first one: in the same box, or in one of the same row."""
    box = first.getparent()
    above = element.getparent()
    return above is box or (above is not None and box is not None and above.getparent() in (box, box.getparent()))
