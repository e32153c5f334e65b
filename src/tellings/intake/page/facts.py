"""What a page says of itself: its main heading, then JSON-LD, then Open Graph and meta elements, then ``<time>``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from tellings.intake import days
from tellings.intake.facts import Facts, merge
from tellings.values import Known, Published

_ARTICLE = ("article", "blogposting", "report")
_META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "datepublished",
)
_META_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")


def read(root: HtmlElement) -> Facts:
    """The facts that the markup states."""
    return merge([_heading(root), _from_json_ld(root), _from_meta(root), _from_elements(root)])


def _heading(root: HtmlElement) -> Facts:
    """The headline that readers saw: outlets have another one for search engines in the head."""
    heading = next((" ".join(h1.text_content().split()) for h1 in root.iter("h1")), None)
    return Facts(title=_known(heading, "the page's main heading"))


def _from_json_ld(root: HtmlElement) -> Facts:
    item = next((item for item in _items(root) if _is_article(item)), None)
    if item is None:
        return Facts()
    reason = "stated in the page's JSON-LD"
    return Facts(
        outlet=_known(_name(item.get("publisher")), reason),
        title=_known(_string(item.get("headline")), reason),
        byline=_known(_name(item.get("author")), reason),
        url=_address(item.get("url")) or _address(item.get("mainEntityOfPage")),
        published=_published(item.get("datePublished"), reason),
        modified=_published(item.get("dateModified"), reason),
        language=_language(item.get("inLanguage")),
    )


def _items(root: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                yield from _flat(json.loads(script.text_content(), strict=False))
            except (ValueError, RecursionError):
                continue  # broken metadata is as good as none


def _flat(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        yield value
        yield from _flat(value.get("@graph"))


def _is_article(item: Mapping[str, object]) -> bool:
    types = item.get("@type")
    return any(str(name).lower().endswith(_ARTICLE) for name in (types if isinstance(types, list) else [types]))


def _from_meta(root: HtmlElement) -> Facts:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if key and content:
            found.setdefault(key, content)
    reason = "stated in the page's head"
    return Facts(
        outlet=_known(found.get("og:site_name") or found.get("application-name"), reason),
        title=_known(found.get("og:title") or found.get("twitter:title"), reason),
        byline=_known(_person(found.get("author") or found.get("article:author")), reason),
        url=_canonical(root) or found.get("og:url"),
        published=_first(found, _META_DATES, reason),
        modified=_first(found, _META_CHANGES, reason),
    )


def _from_elements(root: HtmlElement) -> Facts:
    reason = "stated in the page"
    times = (
        time.get("datetime")
        for time in root.xpath("//time[@pubdate or @itemprop='datePublished'] | //article//time | //time")
    )
    title = next((" ".join(element.text_content().split()) for element in root.iter("title")), None)
    return Facts(
        title=_known(title, reason),
        published=next((found for time in times if (found := _published(time, reason))), None),
        language=_language(root.get("lang") or root.get("xml:lang")),
    )


def _first(found: Mapping[str, str], keys: Iterable[str], reason: str) -> Published | None:
    return next((read for key in keys if (read := _published(found.get(key), reason))), None)


def _published(value: object, reason: str) -> Published | None:
    read = days.parse(value) if isinstance(value, str) else None
    return Published(read.earliest, read.latest, "stated", reason, time=read.time) if read else None


def _known(value: str | None, reason: str) -> Known | None:
    value = " ".join((value or "").split())
    return Known(value, "stated", reason) if value else None


def _name(value: object) -> str | None:
    """The name of a person or organisation, which JSON-LD writes as text, object or list."""
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _name(item))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _person(_string(value))


def _person(value: str | None) -> str | None:
    """A name; an address in its place names nobody."""
    return None if value is None or value.startswith(("http://", "https://")) else value


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _address(value: object) -> str | None:
    value = value.get("@id") if isinstance(value, dict) else value
    return value if isinstance(value, str) and value.startswith("http") else None


def _canonical(root: HtmlElement) -> str | None:
    return next(
        (_address(link.get("href")) for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        None,
    )


def _language(value: object) -> str | None:
    return value.split("-")[0].split("_")[0].lower() or None if isinstance(value, str) else None
