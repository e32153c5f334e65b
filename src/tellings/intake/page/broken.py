"""JSON as pages hold it, which is often not quite JSON.

It stands in comments, has its quotation marks escaped for HTML or not escaped at all, ends in a
comma too many, or is two values after each other. A value that cannot be read whole is read
by its parts: those that say who wrote the article and when are mostly sound by themselves.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice

_COMMA = re.compile(r",(?=\s*[}\]])")
_KEPT = (
    "author", "creator", "datePublished", "dateModified", "dateCreated", "uploadDate", "publisher", "url", "inLanguage",
)  # fmt: skip
_TYPE = re.compile(r'"@type"\s*:\s*(?:\[\s*)?"([^"]{1,60})"')
_GAP = re.compile(r"[ \t\r\n,;]*")
_LONGEST = 1_000_000
"""Characters of a value that is worth mending."""
_EDGE = 300
"""Characters at either end in which a comment may stand around the value."""
_MOST = 50
_TRIES = 5
"""Values after each other, and places of one key, that are tried; more are no page's."""

_DECODER = json.JSONDecoder(strict=False)


def values(written: str) -> Iterator[object]:
    """The values in a script; of one that is past mending an item with those of its keys that can be read."""
    text = written.strip()
    try:
        yield _DECODER.decode(text)
    except (ValueError, RecursionError):
        yield from _mended(text[:_LONGEST])


def _mended(text: str) -> Iterator[object]:
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    text = _COMMA.sub("", _unwrapped(text))
    at = 0
    try:
        for _ in range(_MOST):
            if at >= len(text):
                return
            value, at = _DECODER.raw_decode(text, at)
            yield value
            at = _GAP.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing too
    except (ValueError, RecursionError):
        if rest := _by_parts(text[at:]):
            yield rest


def _unwrapped(text: str) -> str:
    """A value without the comment or the section of XML around it."""
    first, rest = text[:_EDGE].replace("<![CDATA[", ""), text[_EDGE:]
    starts = [place for sign in "{[" if (place := first.find(sign)) >= 0]
    text = first[min(starts) :] + rest if starts else first + rest
    most, last = text[:-_EDGE], text[-_EDGE:].replace("]]>", "")
    return most + last[: max(last.rfind("}"), last.rfind("]")) + 1 or None]


def _by_parts(text: str) -> dict[str, object]:
    """The first value of each key that is asked for, as an item of the type that is named first."""
    item: dict[str, object] = {}
    for key in _KEPT:
        for found in islice(re.finditer(rf'"{key}"\s*:\s*', text), _TRIES):
            try:
                item[key] = _DECODER.raw_decode(text, found.end())[0]
            except (ValueError, RecursionError):
                continue
            break
    if item and (kind := next((name[1] for name in _TYPE.finditer(text) if "rticle" in name[1]), None)):
        item["@type"] = kind
    return item
