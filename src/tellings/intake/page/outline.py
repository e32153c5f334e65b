"""The visible lines of a page's main part, in their order, each with what its markup says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from tellings.values import BlockKind

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "iframe",
        "svg",
        "select",
        "option",
        "textarea",
        "input",
        "label",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "map",
        "dialog",
        "menu",
        "math",
    }
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_CELLS = frozenset({"td", "th"})
_FURNITURE = re.compile(
    r"\b(?:share|social|related|recommend\w*|newsletter|promo\w*|advert\w*|ad-slot|ad-container|cookie\w*|consent|breadcrumbs?"
    r"|comments?-(?:list|section|area)|disqus|most-read|trending|subscribe|paywall|sidebar|skip-link|toolbar|taboola|outbrain)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\b(?:byline|author|writer)(?:[-_]?(?:name|names|info|line))?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: its text, and its kind where the markup tells."""

    text: str
    kind: BlockKind | None = None
    reason: str = ""


def lines(root: HtmlElement) -> Iterator[Line]:
    """The lines of the main part; the headline first, also where it stands outside of it."""
    main = _main(root)
    heading = next(iter(root.iter("h1")), None)
    if heading is not None and main not in heading.iterancestors() and heading is not main:
        yield from _Walk().over(heading)
    yield from _Walk().over(main)


def _main(root: HtmlElement) -> HtmlElement:
    """The element that holds the article: the most running text of its kind, else the body."""
    body = root.find("body")
    body = root if body is None else body
    whole = _weight(body)
    for path in (".//*[@itemprop='articleBody']/..", ".//article", ".//main | .//*[@role='main']"):
        found = max(body.xpath(path), key=_weight, default=None)
        # A teaser is an <article> too; the one that is read holds most of the page's running text.
        if found is not None and _weight(found) > 0.4 * whole:
            return found
    return body


def _weight(element: HtmlElement) -> int:
    return sum(len(_SPACE.sub(" ", paragraph.text_content())) for paragraph in element.iter("p"))


class _Walk:
    """One walk over an element: text is gathered until a block begins or ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.gathered: list[str] = []
        self.kinds: list[tuple[BlockKind, str]] = []

    def over(self, element: HtmlElement) -> list[Line]:
        self._enter(element)
        self._flush()
        return self.lines

    def _enter(self, element: HtmlElement) -> None:
        if _hidden(element):
            return
        tag = element.tag
        breaks = tag in _BLOCKS
        kind = _kind(element) if breaks else None  # a name marked up within a line leaves the line whole
        if breaks:
            self._flush()
        if kind:
            self.kinds.append(kind)
        self._children(element)
        if breaks:
            self._flush()
        if kind:
            self.kinds.pop()
        if tag in _CELLS:
            self.gathered.append(" ")
        if tag == "br":
            self.gathered.append("\n")

    def _children(self, element: HtmlElement) -> None:
        self.gathered.append(_SPACE.sub(" ", element.text or ""))
        for child in element:
            if isinstance(child.tag, str):
                self._enter(child)
            self.gathered.append(_SPACE.sub(" ", child.tail or ""))

    def _flush(self) -> None:
        text = re.sub(r" *\n[ \n]*", "\n", re.sub(" {2,}", " ", "".join(self.gathered))).strip()
        self.gathered.clear()
        if text:
            kind, reason = self.kinds[-1] if self.kinds else (None, "")
            self.lines.append(Line(text, kind, reason))


def _hidden(element: HtmlElement) -> bool:
    if element.tag in _SKIPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    # A name that looks like furniture is believed only of an element that holds little running text.
    return (
        element.tag not in {"html", "body", "main", "article"}
        and bool(_FURNITURE.search(named))
        and _weight(element) < 600
    )


def _kind(element: HtmlElement) -> tuple[BlockKind, str] | None:
    """What the element's markup says that its text is."""
    if element.tag == "h1":
        return "title", "the page's main heading"
    if element.tag == "figcaption":
        return "caption", "the caption of a figure"
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
    if _BYLINE.search(named) and len(element.text_content()) < 120 and element.tag not in {"body", "html"}:
        return "byline", "marked up as the author"
    if "twitter-tweet" in named or "instagram-media" in named:
        return "junk", "an embedded post"
    return None
