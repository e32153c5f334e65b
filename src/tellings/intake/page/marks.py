"""The elements of a page that are marked as an author or a date, found in one walk over all of it.

A path query for each kind of mark takes longer than the whole page does to be parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

_AUTHOR = re.compile(
    r"author|byline|writer|creator|auteur|autor|redator|forfatter|skribent|kirjoittaja|yazar|avtor|verfasser|penulis|journalist|reporter|signature|(?:posted|written)-?by"
    r"|(?:^|[\s_-])firma(?=$|[\s_-])",
    re.IGNORECASE,
)
_AUTHOR_ID = re.compile(r"author|byline")
_PERSON_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|autore|by|bylines?|contributors?|members?|staff|people|persons?|profiles?|journalist(?:s|es)?|reporters?|writers?|columnists?"
    r"|users?|redakteur\w*|redaktion|skribent\w*|forfatter\w*)/[^/?#]+/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_DATE = re.compile(r"date|publish|time|posted", re.IGNORECASE)
_DATE_ATTRIBUTE = re.compile(r"(?:^|-)(?:pub\w*|date|posted|timestamp)(?:$|-)")
_PUBLISHED = re.compile(r"(?:^|\s|schema:|dc:|dcterms:)(?:datePublished|issued|date)(?=$|\s)")
_TIMES = frozenset({"time", "relative-time"})
_WHOLE = frozenset({"html", "head", "body", "article", "main", "meta", "script", "style", "link"})


@dataclass(slots=True)
class Marks:
    """The marks of a page in their order. ``heading`` is where its article begins, where that is known.

    ``authors`` are all marks of authors, ``after`` the place among them of the first after the heading;
    ``days`` those of dates, the surest kind first.
    """

    heading: HtmlElement | None
    authors: list[HtmlElement] = field(default_factory=list)
    after: int = 0
    days: tuple[list[HtmlElement], ...] = field(default_factory=lambda: ([], [], []))

    @property
    def above(self) -> frozenset[HtmlElement]:
        """The elements around the heading."""
        return frozenset(self.heading.iterancestors()) if self.heading is not None else frozenset()


def find(root: HtmlElement, heading: HtmlElement | None) -> Marks:
    """The marks of a page."""
    marks = Marks(heading)
    for element in root.iter():
        tag = element.tag
        if element is heading:
            marks.after = len(marks.authors)
        if tag in _WHOLE or not isinstance(tag, str) or not (keys := element.keys()):
            continue
        get = element.get
        prop = get("itemprop") or get("property")
        named = _named(get("class"), get("id"), get("rel"), prop, get("data-testid") or get("data-component"))
        if named[0] or (tag == "a" and _PERSON_PAGE.search(get("href") or "")):
            marks.authors.append(element)
        if tag in _TIMES:
            marks.days[0 if get("pubdate") is not None or named[1] == 0 else 1].append(element)
        elif named[1] is not None:
            marks.days[named[1]].append(element)
        elif any(key[:5] == "data-" and _is_date(key) for key in keys):
            marks.days[2].append(element)
    return marks


def leads_to_person(link: HtmlElement) -> bool:
    """Whether a link's address is that of a person's page."""
    return bool(_PERSON_PAGE.search(link.get("href") or ""))


@lru_cache(maxsize=1024)
def _is_date(attribute: str) -> bool:
    """Whether an attribute of a site's own is named after a date."""
    return bool(_DATE_ATTRIBUTE.search(attribute))


@lru_cache(maxsize=8192)
def _named(
    cls: str | None, ident: str | None, rel: str | None, prop: str | None, test: str | None
) -> tuple[bool, int | None]:
    """Whether names speak of an author, and which kind of date they speak of."""
    author = bool(_AUTHOR.search(f"{cls or ''} {rel or ''} {prop or ''} {test or ''}"))
    author = author or bool(_AUTHOR_ID.search(ident or ""))
    if prop and _PUBLISHED.search(prop):
        return author, 0
    return author, 2 if _DATE.search(f"{cls or ''} {ident or ''}") else None
