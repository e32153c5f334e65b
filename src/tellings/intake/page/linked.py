"""The JSON-LD of a page: the item that is its article, and the words of its values.

schema.org leaves open whether an author is a name, an object, a list, or a
reference to another item of the page; all are found in news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from tellings.intake.page import broken

Item = Mapping[str, object]

_ARTICLE = ("article", "blogposting", "report", "posting", "review")
_PAGE = ("webpage", "itempage", "videoobject", "creativework", "recipe", "audioobject", "episode")
"""What else is dated and signed: asked for what the article's item does not say."""
_SAID = ("headline", "datePublished", "author", "articleBody")


def items(root: HtmlElement) -> tuple[Item, ...]:
    """All items of the page, also those within a graph."""
    found: list[Item] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for value in broken.values(script.text_content()):
                found += _flat(value)
    return tuple(found)


def article(found: tuple[Item, ...]) -> Item | None:
    """The item that is the page's article: of several the one that says most."""
    return max(
        (item for item in found if _is_of(item, _ARTICLE)),
        key=lambda item: sum(bool(item.get(key)) for key in _SAID),
        default=None,
    )


def page(found: tuple[Item, ...]) -> Item | None:
    """The item of the page itself, or of its video, where one is dated or signed."""
    return next(
        (
            item
            for item in found
            if _is_of(item, _PAGE) and any(item.get(key) for key in ("datePublished", "uploadDate", "author"))
        ),
        None,
    )


def names(value: object, found: tuple[Item, ...]) -> tuple[str, ...]:
    """The names of persons or organisations, which JSON-LD writes as text, object, list or reference."""
    if isinstance(value, list):
        return tuple(name for item in value for name in names(item, found))
    if isinstance(value, dict):
        held = value.get("name") or value.get("@value") or value.get("@list") or _put_together(value)
        if held:
            return names(held, found)
        referred = next(
            (item for item in found if item.get("@id") and item.get("@id") == value.get("@id") and item.get("name")),
            None,
        )
        return names(referred["name"], found) if referred else ()
    text = string(value)
    return (text,) if text and not text.startswith(("http://", "https://")) else ()


def addresses(value: object) -> Iterator[str]:
    """The addresses of persons' pages, where an author is given by one."""
    if isinstance(value, list):
        for item in value:
            yield from addresses(item)
    elif isinstance(value, dict):
        for key in ("name", "url", "@id"):
            yield from addresses(value.get(key))
    elif isinstance(value, str) and value.startswith("http"):
        yield value


def string(value: object) -> str | None:
    """A text that is not empty; the first of several."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def text(value: object) -> str | None:
    """A text with its line breaks."""
    return value.strip() or None if isinstance(value, str) else None


def address(value: object) -> str | None:
    """An address, given as text or as an item's id."""
    value = value.get("@id") if isinstance(value, dict) else value
    return value if isinstance(value, str) and value.startswith("http") else None


def _put_together(person: Mapping[str, object]) -> str:
    parts = (string(person.get(key)) for key in ("givenName", "additionalName", "familyName"))
    return " ".join(part for part in parts if part)


def _flat(value: object) -> Iterator[Item]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        yield value
        yield from _flat(value.get("@graph"))
        yield from _flat(value.get("mainEntity"))
        yield from _flat(value.get("mainEntityOfPage"))


def _is_of(item: Item, kinds: tuple[str, ...]) -> bool:
    types = item.get("@type") or item.get("type")
    return any(str(name).lower().endswith(kinds) for name in (types if isinstance(types, list) else [types]))
