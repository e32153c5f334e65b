"""The JSON-LD of a page: the item that is its article, and the words of its values.

schema.org leaves open whether an author is a name, an object, a list, or a
reference to another item of the page; all are found in news.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

Item = Mapping[str, object]

_ARTICLE = ("article", "blogposting", "report", "posting", "review")


def items(root: HtmlElement) -> tuple[Item, ...]:
    """All items of the page, also those within a graph."""
    found: list[Item] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                found += _flat(json.loads(script.text_content().strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue  # broken metadata is as good as none
    return tuple(found)


def article(found: tuple[Item, ...]) -> Item | None:
    """The item that is the page's article: of several the one that says most."""
    articles = [item for item in found if _is_article(item)]
    return max(
        articles,
        key=lambda item: sum(bool(item.get(key)) for key in ("headline", "datePublished", "author", "articleBody")),
        default=None,
    )


def names(value: object, found: tuple[Item, ...]) -> tuple[str, ...]:
    """The names of persons or organisations, which JSON-LD writes as text, object, list or reference."""
    if isinstance(value, list):
        return tuple(name for item in value for name in names(item, found))
    if isinstance(value, dict):
        if value.get("name"):
            return names(value["name"], found)
        referred = next(
            (item for item in found if item.get("@id") and item.get("@id") == value.get("@id") and item.get("name")),
            None,
        )
        return names(referred["name"], found) if referred else ()
    text = string(value)
    return (text,) if text and not text.startswith(("http://", "https://")) else ()


def string(value: object) -> str | None:
    """A text that is not empty."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def text(value: object) -> str | None:
    """A text with its line breaks."""
    return value.strip() or None if isinstance(value, str) else None


def address(value: object) -> str | None:
    """An address, given as text or as an item's id."""
    value = value.get("@id") if isinstance(value, dict) else value
    return value if isinstance(value, str) and value.startswith("http") else None


def _flat(value: object) -> Iterator[Item]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        yield value
        yield from _flat(value.get("@graph"))
        yield from _flat(value.get("mainEntity"))
        yield from _flat(value.get("mainEntityOfPage"))


def _is_article(item: Item) -> bool:
    types = item.get("@type")
    return any(str(name).lower().endswith(_ARTICLE) for name in (types if isinstance(types, list) else [types]))
