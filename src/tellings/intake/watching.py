"""Feeds followed: what is new in them becomes articles, and nothing is fetched twice in vain.

A feed is asked for each time, by a conditional request (the HTTP cache sees to that). An item is
taken once for each date of change that it states. Where the feed carries an item's words
in full they are the article; else its page is fetched, and where that may not be, the
feed's few words are taken. Every item leaves a line in ``items.jsonl``.
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, cast

from tellings.errors import IntakeError, LaterError, WebError
from tellings.intake import formats, inputs, sources
from tellings.intake.formats import feed, jsonfeed, opml, urls
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found, Pointer, Record
from tellings.intake.walk import Walk, article
from tellings.values import Article
from tellings.web.addresses import canonical

SCHEMA = "tellings.item.v1"
_LISTS = {opml.NAME, urls.NAME}
_FEEDS = {feed.NAME, jsonfeed.NAME}
_Key: TypeAlias = tuple[str, str]
_TRIES = 5
"""How often a page is asked for that the server does not give for now."""
_WHOLE = 1_500
"""Characters from which on a feed's words are held to be the whole article; a teaser is shorter."""


class Items:
    """The items that were taken, as a file of JSON lines. An item is taken once its line is written.

    One whose page could not be had for now comes again, a few times.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tries: Counter[_Key] = Counter()
        if path.exists():
            with path.open("rb") as lines:
                for line in lines:
                    self._count(line)

    def taken(self, url: str, changed: str) -> bool:
        """Whether an item was taken as it stands, or asked for often enough."""
        return self._tries[canonical(url), changed] >= _TRIES

    def take(self, url: str, changed: str, *, later: bool = False, **more: object) -> None:
        """Note that an item was taken, or that its page is to be asked for later."""
        row = {"schema": SCHEMA, "url": canonical(url), "changed": changed, "later": later, **more}
        line = (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(line)
        self._count(line)

    def _count(self, line: bytes) -> None:
        with contextlib.suppress(ValueError, KeyError, TypeError):  # a line that was cut off when the machine stopped
            row = json.loads(line)
            self._tries[str(row["url"]), str(row["changed"])] += 1 if row["later"] else _TRIES


def watch(named: Iterable[str], items: Items, options: IntakeOptions) -> Iterator[Article | Failure]:
    """What is new in feeds: addresses of feeds, OPML files and lists of addresses.

    ``options.web`` fetches. An item is noted in ``items`` when the caller asks for the next one,
    so that one that was given but not kept comes again.
    """
    if options.web is None:
        raise IntakeError("feeds are followed over the web; give IntakeOptions a web that fetches")
    for source in named:
        for url in _feeds(source):
            if isinstance(url, Failure):
                yield url
            else:
                yield from _feed(url, items, options)


def _feeds(source: str) -> Iterator[str | Failure]:
    """The addresses of the feeds that a source names."""
    if sources.is_address(source):
        yield source
        return
    try:
        given = inputs.of_file(source)
        format_ = formats.of_input(given)
        if format_.NAME in _LISTS:
            for found in format_.records(given, IntakeOptions()):
                yield found.url if isinstance(found, Pointer) else cast("Failure", found)
        else:
            yield Failure(source, None, "no list of feeds", "name an OPML file, a .urls file or the address of a feed")
    except IntakeError as error:
        yield Failure.of(source, None, error)


def _feed(url: str, items: Items, options: IntakeOptions) -> Iterator[Article | Failure]:
    assert options.web is not None
    try:
        page = options.web.fetch(url)
        given = inputs.of_bytes(page.file, page.data, url=page.url, charset=page.charset)
        format_ = formats.of_input(given)
        if format_.NAME in _FEEDS:
            for found in format_.records(given, options):
                yield from _item(found, given, items, options)
        else:
            yield Failure(url, None, f"no feed but {format_.NAME}", "give the address of an RSS, Atom or JSON feed")
    except (IntakeError, WebError) as error:
        yield Failure.of(url, None, error)


def _item(found: Found, given: Input, items: Items, options: IntakeOptions) -> Iterator[Article | Failure]:
    """The article of an item that is new."""
    if isinstance(found, Failure):
        yield found
        return
    url = found.facts.url or f"{given.url}#item={found.number}"
    changed = _changed(found)
    if items.taken(url, changed):
        return
    later = False
    if isinstance(found, Record) and (found.facts.url is None or len(found.text or found.page or "") >= _WHOLE):
        yield article(given, found, formats.of_input(given), options)
    else:
        later = yield from _page(url, found, given, options)
    items.take(url, changed, later=later, feed=given.url, item=found.number)


def _page(
    url: str, found: Record | Pointer, given: Input, options: IntakeOptions
) -> Generator[Article | Failure, None, bool]:
    """The article of an item's page, else of the feed's few words. Returns whether to ask for it again, later."""
    assert options.web is not None
    try:
        page = options.web.fetch(url)
    except WebError as error:
        yield Failure.of(url, None, error)
        if isinstance(error, LaterError):
            return True
        if isinstance(found, Record):
            yield article(given, found, formats.of_input(given), options)
        return False
    fetched = inputs.of_bytes(page.file, page.data, url=page.url, charset=page.charset)
    yield from Walk(options).input(fetched, replace(found.facts, url=None))
    return False


def _changed(found: Record | Pointer) -> str:
    """The last change that an item states; empty where it states none."""
    stated = found.facts.modified or found.facts.published
    return f"{stated.earliest}{'T' + stated.time if stated.time else ''}" if stated else ""
