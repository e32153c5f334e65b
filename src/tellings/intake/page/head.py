"""What the meta elements of a page's head say of its article.

Sites have used over a hundred names for its day and dozens for its author. Those that are
known come first, in the order of how closely they mean the day of print; after them any
whose name speaks of publication, or of an author, and of nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from tellings.intake.page import authors

Meta = Mapping[str, str]

TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline", "title")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime", "article.published", "publish-date", "publication_date", "publishdate",
    "pubdate", "datepublished", "date", "article_date_original", "originalpublicationdate", "citation_publication_date", "rnews:datepublished",
    "published_at", "publish_date", "published", "displaydate", "article.created", "created", "release_date", "revision_date",
)  # fmt: skip
_CHANGES = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "article.updated", "lastmod", "modified", "revised",
)  # fmt: skip
_OF_PUBLICATION = re.compile(
    r"publi[sc]|pub[_.-]?(?:date|time)|(?:date|time)[_.:-]?publ|post[_-]?date|posted|issued|created?(?:_at|date|$|\.)|date_?created|upload_?date|release|(?:article|content|page|story|search|iso)[\w.-]*date|(?:^|[:.])(?:date|p?time)$|available$|tags-date|citation[\w-]*date",
    re.IGNORECASE,
)
_NOT_OF_PUBLICATION = re.compile(
    r"modif|updat|revis|expir|event|birth|valid|until|end|publisher|publication(?!.?(?:date|time))|publicity|copyright|start|due|deadline|last", re.IGNORECASE
)  # fmt: skip
_LONGEST_KEY = 100
_DIGITS = re.compile(r"\d{4}")

_AUTHORS = (
    "author", "byl", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor",
    "citation_author", "article.author", "article_author", "authors", "cxenseparse:author", "creator", "rbauthors", "publish:author",
)  # fmt: skip
_OF_AUTHOR = re.compile(r"author(?:s|_?names?)?$|(?:^|[:._-])(?:byline|writer|journalist|reporter)s?$", re.IGNORECASE)
_LAST_NAME_FIRST = frozenset({"dc.creator", "dcterms.creator", "citation_author"})
"""Elements of library catalogues, in which a name is written "Quill, Ada"."""
_LABELS = re.compile(
    r"written by|author|autor|escrito por|écrit par|auteur|verfasst von|geschrieben von|scritto da|autore|geschreven door|skriven av|skrevet a[fv]|napisane przez|автор|написано|yazan|ditulis oleh|γράφτηκε από",
    re.IGNORECASE,
)
"""What a card of a page is labelled with where it names the author."""


def read(root: HtmlElement) -> Meta:
    """The first word of each meta element; several authors of one name are joined."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        key, content = key.strip().lower(), " ".join((meta.get("content") or "").split())
        if not key or len(key) > _LONGEST_KEY or not content:
            continue
        if key in _LAST_NAME_FIRST:
            content = authors.turned(content)
        if key in found and (key in _AUTHORS or _OF_AUTHOR.search(key)):
            found[key] = f"{found[key]}; {content}"
        else:
            found.setdefault(key, content)
    return found


def days(meta: Meta) -> Iterator[str]:
    """What may be the day of publication, the likeliest first."""
    yield from (meta[key] for key in _DATES if key in meta)
    if day := _parsely(meta).get("pub_date"):
        yield day
    for key, content in meta.items():
        if _DIGITS.search(content) and _OF_PUBLICATION.search(key) and not _NOT_OF_PUBLICATION.search(key):
            yield content


def changes(meta: Meta) -> Iterator[str]:
    """What may be the day of the last change."""
    yield from (meta[key] for key in _CHANGES if key in meta)


def bylines(meta: Meta) -> Iterator[str]:
    """What names an author, the likeliest first."""
    yield from (meta[key] for key in _AUTHORS if key in meta)
    yield from (content for key, content in meta.items() if key not in _AUTHORS and _OF_AUTHOR.search(key))
    if name := _parsely(meta).get("author"):
        yield name
    for number in "12":
        if _LABELS.search(meta.get(f"twitter:label{number}", "")):
            yield meta.get(f"twitter:data{number}", "")


def _parsely(meta: Meta) -> dict[str, str]:
    """The object in JSON that one service for newsrooms reads from the head."""
    try:
        page = json.loads(meta.get("parsely-page", ""))
    except (ValueError, RecursionError):
        return {}
    return {key: value for key, value in page.items() if isinstance(value, str)} if isinstance(page, dict) else {}
