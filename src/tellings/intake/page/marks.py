"""The elements of a page that are marked as an author or a date, found in one walk over all of it.

A path query for each kind of mark takes longer than the whole page does to be parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

_AUTHOR = re.compile(r"author|byline|writer|creator", re.IGNORECASE)
_AUTHOR_ID = re.compile(r"author|byline")
_PERSON_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|autore|by|bylines?|contributors?|staff|people|persons?|profiles?|journalist(?:s|es)?|reporters?|writers?|columnists?"
    r"|users?|redakteur\w*|redaktion|skribent\w*|forfatter\w*)/[^/?#]+/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_DATE = re.compile(r"date|publish|time|posted", re.IGNORECASE)
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
        if tag in _WHOLE or not isinstance(tag, str) or not element.keys():
            continue
        get = element.get
        named = _named(get("class"), get("id"), get("rel"), get("itemprop"))
        if named[0] or (tag == "a" and _PERSON_PAGE.search(get("href") or "")):
            marks.authors.append(element)
        if tag in _TIMES:
            marks.days[0 if get("pubdate") is not None or named[1] == 0 else 1].append(element)
        elif named[1] is not None or get("property") == "datePublished":
            marks.days[named[1] or 0].append(element)
    return marks


def leads_to_person(link: HtmlElement) -> bool:
    """Whether a link's address is that of a person's page."""
    return bool(_PERSON_PAGE.search(link.get("href") or ""))


@lru_cache(maxsize=8192)
def _named(cls: str | None, ident: str | None, rel: str | None, prop: str | None) -> tuple[bool, int | None]:
    """Whether names speak of an author, and which kind of date they speak of."""
    author = bool(_AUTHOR.search(f"{cls or ''} {rel or ''} {prop or ''}")) or bool(_AUTHOR_ID.search(ident or ""))
    if prop == "datePublished":
        return author, 0
    return author, 2 if _DATE.search(f"{cls or ''} {ident or ''}") else None
