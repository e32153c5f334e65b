"""A page as a reader without a browser sees it: ids with their text, links, headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "line", "rect", "circle"})


@dataclass
class Page:
    """What was found on a page."""

    html: str
    ids: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    text: str = ""


class _Parser(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self._open: list[tuple[str, str | None, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.page.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.page.links.append(str(given["href"]))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.page.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append((tag, given.get("id"), len(self.page.text)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        opened, name, start = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        if name:
            self.page.texts[name] = self.page.text[start:]

    def handle_data(self, data: str) -> None:
        self.page.text += data


def read_page(html: str) -> Page:
    """Read a page; fails where its elements do not nest."""
    page = Page(html)
    parser = _Parser(page)
    parser.feed(html)
    parser.close()
    return page
