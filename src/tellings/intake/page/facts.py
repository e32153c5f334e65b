"""What a page says of itself, asked of its witnesses in a fixed order.

Headline: the main heading that the page's title repeats, Open Graph, JSON-LD, the title
without the site's name. Author: JSON-LD, meta elements, what is marked up as the author, a line that
signs. Dates: JSON-LD, meta elements, marked elements, ``<time>``, the address, the last change. Outlet: JSON-LD,
Open Graph. All headlines are kept with their source, as many outlets print two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tellings.intake.facts import Facts
from tellings.intake.page import bylines, dates, head, linked, marks, outline, shown
from tellings.intake.page.dates import Usage
from tellings.intake.page.marks import Marks
from tellings.values import Known, Published

_SITE_AFTER = re.compile(r"\s+[|\-–—·•»:]\s+[^|–—·•»]{2,60}$")


def read(root: HtmlElement) -> Facts:
    """The facts that the markup states."""
    found = linked.items(root)
    item = linked.article(found) or {}
    meta = head.read(root)
    outlet = _outlet(item, found, meta)
    shown_as = marks.find(root, outline.heading(root))
    headlines = tuple(_headlines(root, item, meta, outlet.value if outlet else None))
    url = (
        linked.address(item.get("url"))
        or linked.address(item.get("mainEntityOfPage"))
        or _canonical(root)
        or meta.get("og:url")
    )
    usage = dates.usage(meta.get("og:locale") or root.get("lang") or root.get("xml:lang"), _host(url))
    modified = _first(_changes(item, meta), usage)
    return Facts(
        outlet=outlet,
        title=headlines[0] if headlines else None,
        byline=bylines.byline(shown_as, found, meta, _sites(outlet, url)),
        url=url,
        published=_first(_dates_stated(shown_as, found, meta), usage) or _inferred(url, modified),
        modified=modified,
        language=_language(item.get("inLanguage")) or _language(root.get("lang") or root.get("xml:lang")),
        headlines=headlines,
    )


_LINKED, _HEAD = bylines.LINKED, bylines.HEAD
_PAGE = "stated in the page"


def _outlet(item: linked.Item, found: tuple[linked.Item, ...], meta: Mapping[str, str]) -> Known | None:
    named = linked.names(item.get("publisher"), found)
    return _known(named[0] if named else None, _LINKED) or _known(
        meta.get("og:site_name") or meta.get("application-name"), _HEAD
    )


def _sites(outlet: Known | None, url: str | None) -> Iterator[str]:
    """What the site is called: its name, and that of its address."""
    if outlet is not None:
        yield outlet.value
    if host := _host(url):
        yield host


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url).hostname or "") if url else ""
    except ValueError:  # an address that is none
        return ""


def _headlines(root: HtmlElement, item: linked.Item, meta: Mapping[str, str], outlet: str | None) -> Iterator[Known]:
    """Every headline of the page, the one that readers saw first."""
    seen: set[str] = set()
    for value, reason in _candidates(root, item, meta, outlet):
        known = _known(value, reason)
        if known and known.value not in seen:
            seen.add(known.value)
            yield known


def _candidates(
    root: HtmlElement, item: linked.Item, meta: Mapping[str, str], outlet: str | None
) -> Iterator[tuple[str | None, str]]:
    heading = outline.headline(root)
    if heading is not None:
        yield heading.text_content(), "the page's main heading"
    titles = [(meta.get(key), _HEAD) for key in head.TITLES]
    title = next((element.text_content() for element in root.iter("title")), None)
    for value, reason in [
        (titles[0][0], _HEAD),
        (linked.string(item.get("headline")), _LINKED),
        *titles[1:],
        (title, "the page's title"),
    ]:
        yield _without_site(value, outlet), reason
    for h1 in root.iter("h1"):
        yield h1.text_content(), "a main heading of the page"
    yield linked.string(item.get("alternativeHeadline")), _LINKED
    yield titles[0][0], _HEAD
    yield title, "the page's title"


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of the site after it."""
    if not title:
        return None
    title = " ".join(title.split())
    if outlet and title.casefold().endswith(outlet.casefold()) and len(title) > len(outlet) + 5:
        return title[: -len(outlet)].rstrip(" |-–—·•»:") or title
    cut = _SITE_AFTER.sub("", title)
    return cut if len(cut.split()) > 2 else title


def _dates_stated(
    shown_as: Marks, found: tuple[linked.Item, ...], meta: Mapping[str, str]
) -> Iterator[tuple[object, str]]:
    item, page = linked.article(found) or {}, linked.page(found) or {}
    yield item.get("datePublished"), _LINKED
    yield from ((written, _HEAD) for written in head.days(meta))
    yield item.get("dateCreated") or item.get("uploadDate"), _LINKED
    yield page.get("datePublished") or page.get("uploadDate"), _LINKED
    yield from ((written, _PAGE) for written in shown.days(shown_as))


def _changes(item: linked.Item, meta: Mapping[str, str]) -> Iterator[tuple[object, str]]:
    yield item.get("dateModified"), _LINKED
    yield from ((written, _HEAD) for written in head.changes(meta))


def _first(witnesses: Iterable[tuple[object, str]], usage: Usage) -> Published | None:
    for written, reason in witnesses:
        text = str(written) if isinstance(written, int) else linked.string(written)
        found = dates.read(text, usage=usage) if text else None
        if found:
            return Published(found.earliest, found.latest, "stated", reason, time=found.time)
    return None


def _inferred(url: str | None, modified: Published | None) -> Published | None:
    """The day of publication where none is stated: that in the address, then that of the last change."""
    if url and (day := dates.of_address(url)):
        return Published(day.earliest, day.latest, "inferred", "the day in the page's address")
    if modified is None:
        return None
    return replace(modified, how="inferred", reason="the day of the last change, the only one that the page states")


def _known(value: str | None, reason: str) -> Known | None:
    value = " ".join((value or "").split())
    return Known(value, "stated", reason) if value else None


def _canonical(root: HtmlElement) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next((address for link in links if (address := linked.address(link))), None)


def _language(value: object) -> str | None:
    return value.split("-")[0].split("_")[0].lower() or None if isinstance(value, str) else None
