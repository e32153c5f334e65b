"""RSS and Atom: an item an article, where the feed carries its words; else the address of its page.

A feed is read by feedparser, which is right on broken ones; it gets bytes, so that it can
sniff the encoding, and changes nothing (its cleaning would take words away). An item's own
bytes are its content as it stands in the feed, unescaped, in UTF-8.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser
import lxml.etree
import lxml.html

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import dates, markup
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found, Pointer, Record

NAME = "feed"
SUFFIXES = (".rss", ".atom")
UNIT = "item"
_ROOTS = {"rss", "feed", "rdf"}
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);", re.IGNORECASE)
_REASON = "stated in the feed's item"


def looks(head: bytes) -> bool:
    """The outermost element of RSS 0.9 to 2.0, and of Atom."""
    return markup.outermost(head).lower() in _ROOTS


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The items with their words, and the addresses of those that have none."""
    data = source.data(options.max_bytes)
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        if feed.bozo and not feed.version:
            raise IntakeError("no feed that can be read; fetch it again")
        raise IntakeError("a feed without an item; there is nothing to read yet")
    for number, item in enumerate(feed.entries, 1):
        yield _found(source.file, number, item, _facts(item, feed.feed))


def _found(file: str, number: int, item: Mapping[str, Any], told: Facts) -> Found:
    kind, words = _content(item)
    if not words.strip():
        if told.url is None:
            return Failure(file, number, "an item without words and without an address", "", UNIT)
        return Pointer(told.url, number, told)
    data = words.encode("utf-8", "surrogatepass")
    if "html" in kind and _MARKUP.search(words):
        return Record(data, number, page=data, encoding="utf-8", facts=told)
    return Record(data, number, text=words, facts=told)


def _content(item: Mapping[str, Any]) -> tuple[str, str]:
    """The type and the words of an item: the longest content, else its summary."""
    contents = [
        (str(content.get("type") or ""), str(content.get("value") or "")) for content in item.get("content", [])
    ]
    detail = item.get("summary_detail") or {}
    contents.append((str(detail.get("type") or ""), str(item.get("summary") or "")))
    return max(contents, key=lambda content: len(content[1]))


def _facts(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Facts:
    source = item.get("source") or {}
    outlet = markup.known(source.get("title"), _REASON) or markup.known(feed.get("title"), "the title of the feed")
    return Facts(
        outlet=outlet,
        title=markup.known(_plain(item.get("title"), item.get("title_detail")), _REASON),
        byline=markup.known(_authors(item), _REASON),
        url=_address(item),
        published=dates.published(item.get("published") or item.get("created"), _REASON),
        # asked for by "in" first: feedparser gives the day of publication in the place of one that is not there
        modified=dates.published(item["updated"], _REASON) if "updated" in item else None,
        language=_language(feed.get("language")),
    )


def _plain(title: str | None, detail: Mapping[str, Any] | None) -> str | None:
    """A title without its markup: feeds write it as HTML, escaped once more than they say."""
    if not title or not _MARKUP.search(title) or "html" not in str((detail or {}).get("type")):
        return title
    try:
        return "".join(map(str, lxml.html.fromstring(f"<p>{title}</p>").itertext()))
    except (lxml.etree.LxmlError, ValueError):
        return title


def _authors(item: Mapping[str, Any]) -> str | None:
    names = [str(author["name"]) for author in item.get("authors", []) if author.get("name")]
    return ", ".join(dict.fromkeys(names)) or item.get("author") or None


def _address(item: Mapping[str, Any]) -> str | None:
    """The page of an item: what the feed gives as its origin, its link, its permanent name."""
    wanted = (item.get("feedburner_origlink"), item.get("link"), item.get("id"))
    return next(
        (str(url).strip() for url in wanted if url and str(url).strip().startswith(("http://", "https://"))), None
    )


def _language(said: str | None) -> str | None:
    return said.split("-")[0].lower() or None if isinstance(said, str) else None
