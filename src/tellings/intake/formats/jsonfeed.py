"""JSON Feed (version 1 and 1.1): an item an article, or the address of its page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import dates, markup
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found, Pointer, Record

NAME = "jsonfeed"
SUFFIXES: tuple[str, ...] = ()
UNIT = "item"
_VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_REASON = "stated in the feed's item"


def looks(head: bytes) -> bool:
    """The version that every JSON Feed declares."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(_VERSION.search(head))


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The items with their words, and the addresses of those that have none."""
    try:
        feed = json.loads(source.data(options.max_bytes).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise IntakeError("no JSON Feed that can be read; fetch it again") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise IntakeError("no JSON Feed: it has no list of items; fetch it again")
    if not items:
        raise IntakeError("a feed without an item; there is nothing to read yet")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield _found(source.file, number, item, _facts(item, feed))
        else:
            yield Failure(source.file, number, "an item that is no JSON object", "", UNIT)


def _found(file: str, number: int, item: Mapping[str, Any], told: Facts) -> Found:
    html, text = _string(item.get("content_html")), _string(item.get("content_text")) or _string(item.get("summary"))
    words = html or text
    if not words:
        if told.url is None:
            return Failure(file, number, "an item without words and without an address", "", UNIT)
        return Pointer(told.url, number, told)
    try:
        data = words.encode("utf-8")
    except UnicodeEncodeError:
        return Failure(file, number, "half a character (a lone surrogate) in its words", "", UNIT)
    page = data if html else None
    return Record(data, number, text=None if html else text, page=page, encoding="utf-8", facts=told)


def _facts(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Facts:
    url = _string(item.get("url")) or _string(item.get("external_url")) or _string(item.get("id"))
    return Facts(
        outlet=markup.known(_string(feed.get("title")), "the title of the feed"),
        title=markup.known(_string(item.get("title")), _REASON),
        byline=markup.known(_authors(item), _REASON),
        url=url if url and url.startswith(("http://", "https://")) else None,
        published=dates.published(item.get("date_published"), _REASON),
        modified=dates.published(item.get("date_modified"), _REASON),
        language=(_string(item.get("language")) or _string(feed.get("language")) or "").split("-")[0].lower() or None,
    )


def _authors(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return ", ".join(name for author in listed if isinstance(author, dict) and (name := _string(author.get("name"))))


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
