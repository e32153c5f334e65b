"""What a page says of itself, asked of its witnesses in a fixed order.

Headline: the main heading that the page's title repeats, Open Graph, JSON-LD, the title
without the site's name. Author: JSON-LD, meta elements, what is marked up as the author.
Dates: JSON-LD, meta elements, marked elements, ``<time>``, the address. Outlet: JSON-LD,
Open Graph. All headlines are kept with their source, as many outlets print two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tellings.intake.facts import Facts
from tellings.intake.page import bylines, dates, linked, marks, outline, shown
from tellings.intake.page.marks import Marks
from tellings.values import Known, Published

_META_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline", "title")
_META_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime", "article.published", "publish-date", "publication_date", "publishdate",
    "pubdate", "datepublished", "date", "article_date_original", "originalpublicationdate", "citation_publication_date", "rnews:datepublished",
    "published_at", "publish_date", "published", "displaydate", "article.created", "created", "release_date", "revision_date",
)  # fmt: skip
_META_CHANGES = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "article.updated", "lastmod", "modified", "revised",
)  # fmt: skip
_SITE_AFTER = re.compile(r"\s+[|\-–—·•»:]\s+[^|–—·•»]{2,60}$")


def read(root: HtmlElement) -> Facts:
    """The facts that the markup states."""
    found = linked.items(root)
    item = linked.article(found) or {}
    meta = _meta(root)
    outlet = _outlet(item, found, meta)
    shown_as = marks.find(root, outline.heading(root))
    day_first = dates.is_day_first(meta.get("og:locale") or root.get("lang") or root.get("xml:lang"))
    headlines = tuple(_headlines(root, item, meta, outlet.value if outlet else None))
    url = (
        linked.address(item.get("url"))
        or linked.address(item.get("mainEntityOfPage"))
        or _canonical(root)
        or meta.get("og:url")
    )
    return Facts(
        outlet=outlet,
        title=headlines[0] if headlines else None,
        byline=bylines.byline(shown_as, item, found, meta, _sites(outlet, url)),
        url=url,
        published=_published(shown_as, item, meta, url, day_first=day_first),
        modified=_first(
            [(item.get("dateModified"), _LINKED), *((meta.get(key), _HEAD) for key in _META_CHANGES)],
            day_first=day_first,
        ),
        language=_language(item.get("inLanguage")) or _language(root.get("lang") or root.get("xml:lang")),
        headlines=headlines,
    )


_LINKED, _HEAD = bylines.LINKED, bylines.HEAD
_PAGE = "stated in the page"


def _meta(root: HtmlElement) -> Mapping[str, str]:
    """The first word of each meta element; several authors of one name are joined."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            found[key] = f"{found[key]}; {content}" if key in found and key in bylines.META else found.get(key, content)
    return found


def _outlet(item: linked.Item, found: tuple[linked.Item, ...], meta: Mapping[str, str]) -> Known | None:
    named = linked.names(item.get("publisher"), found)
    return _known(named[0] if named else None, _LINKED) or _known(
        meta.get("og:site_name") or meta.get("application-name"), _HEAD
    )


def _sites(outlet: Known | None, url: str | None) -> Iterator[str]:
    """What the site is called: its name, and that of its address."""
    if outlet is not None:
        yield outlet.value
    if host := (urlsplit(url).hostname if url else None):
        yield host


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
    titles = [(meta.get(key), _HEAD) for key in _META_TITLES]
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


def _published(
    shown_as: Marks, item: linked.Item, meta: Mapping[str, str], url: str | None, *, day_first: bool | None
) -> Published | None:
    stated = _first(_dates_stated(shown_as, item, meta), day_first=day_first)
    if stated is not None or not url:
        return stated
    day = dates.of_address(url)
    return Published(day.earliest, day.latest, "inferred", "the day in the page's address") if day else None


def _dates_stated(shown_as: Marks, item: linked.Item, meta: Mapping[str, str]) -> Iterator[tuple[object, str]]:
    yield item.get("datePublished"), _LINKED
    yield from ((meta.get(key), _HEAD) for key in _META_DATES)
    yield item.get("dateCreated") or item.get("uploadDate"), _LINKED
    yield from ((written, _PAGE) for written in shown.days(shown_as))


def _first(witnesses: Iterable[tuple[object, str]], *, day_first: bool | None) -> Published | None:
    for written, reason in witnesses:
        found = dates.read(written, day_first=day_first) if isinstance(written, str) else None
        if found:
            return Published(found.earliest, found.latest, "stated", reason, time=found.time)
    return None


def _known(value: str | None, reason: str) -> Known | None:
    value = " ".join((value or "").split())
    return Known(value, "stated", reason) if value else None


def _canonical(root: HtmlElement) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next((address for link in links if (address := linked.address(link))), None)


def _language(value: object) -> str | None:
    return value.split("-")[0].split("_")[0].lower() or None if isinstance(value, str) else None
