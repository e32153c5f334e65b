"""Feeds and lists: RSS, Atom, JSON Feed, OPML, news sitemaps, lists of addresses."""

from __future__ import annotations

import json

import pytest

from tellings.intake import Failure
from tellings.values import Article
from tests.intake.formats.invented import PARAGRAPHS, TEXT, TITLE, URL

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Marrow Gazette</title><link>https://gazette.example</link><language>en-gb</language>
<item><title>{TITLE}</title><link>{URL}</link><dc:creator>Ada Quill</dc:creator><pubDate>Tue, 14 May 2024 23:30:00 -0500</pubDate>
<description>A bell.</description><content:encoded><![CDATA[{PARAGRAPHS}]]></content:encoded></item>
<item><title>Only a link &amp;amp; more</title><link>https://gazette.example/2</link></item>
<item><title>Only words</title><description>The pier is closed.</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Marrow Gazette</title>
<entry><title type="html">{TITLE} &lt;b&gt;today&lt;/b&gt;</title><link href="{URL}"/><id>urn:1</id><author><name>Ada Quill</name></author>
<published>2024-05-14T08:00:00Z</published><updated>2024-05-15T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{PARAGRAPHS}</div></content></entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Marrow Gazette",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": URL,
                "title": TITLE,
                "content_html": PARAGRAPHS,
                "date_published": "2024-05-14T08:00:00+02:00",
                "authors": [{"name": "Ada Quill"}],
            },
            {"id": "2", "content_text": TEXT},
            {"id": "3", "url": "https://gazette.example/3"},
            "nonsense",
        ],
    }
)


@pytest.mark.parametrize(
    ("name", "data", "format_", "how_many"),
    [
        ("a.xml", RSS, "feed", 4),
        ("a.html", ATOM, "feed", 1),
        ("a.json", JSON_FEED, "jsonfeed", 4),
        ("a.xml", RSS.encode().decode().replace("utf-8", "iso-8859-1", 1), "feed", 4),
    ],
)
def test_an_item_is_an_article_as_the_feed_states(read, name: str, data: str, format_: str, how_many: int) -> None:
    """Told by its content, whatever it is called; title, author, address, outlet and the sender's own day."""
    found = read(name, data)
    assert len(found) == how_many
    first = found[0]
    assert isinstance(first, Article), str(first)
    assert first.title
    assert first.outlet
    assert first.byline
    assert first.published
    assert (first.format, first.record, first.url, first.outlet.value) == (format_, 1, URL, "Marrow Gazette")
    assert (first.title.value.startswith(TITLE), first.title.how, first.byline.value) == (True, "stated", "Ada Quill")
    assert first.published.day == "2024-05-14"
    for line in TEXT.split("\n\n"):
        assert line in first.text


def test_an_item_without_words_is_only_an_address_and_not_fetched(read) -> None:
    """It is named, and what would fetch it; without words and address it is nothing."""
    _, link, words, nothing = read("a.rss", RSS)
    assert isinstance(link, Failure)
    assert str(link) == "a.rss, item 2: only an address, https://gazette.example/2; add --follow to have it fetched"
    assert isinstance(words, Article)
    assert words.text == "The pier is closed."
    assert isinstance(nothing, Failure)
    assert "without words and without an address" in str(nothing)


def test_a_date_of_change_is_only_one_that_is_stated(read) -> None:
    """Not the day of publication in its place."""
    rss = read("a.rss", RSS)[0]
    atom = read("b.atom", ATOM)[0]
    assert isinstance(rss, Article)
    assert isinstance(atom, Article)
    assert (rss.modified, atom.modified and atom.modified.day) == (None, "2024-05-15")


SITEMAP = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>{URL}</loc><news:news><news:publication><news:name>Marrow Gazette</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2024-05-14</news:publication_date><news:title>{TITLE}</news:title></news:news></url>
<url><loc>not an address</loc></url></urlset>"""
OPML = '<opml version="2.0"><body><outline text="News"><outline text="Gazette" xmlUrl="https://gazette.example/rss"/></outline></body></opml>'


@pytest.mark.parametrize(("name", "data"), [("a.xml", SITEMAP), ("a.opml", OPML), ("a.txt", OPML)])
def test_lists_are_not_followed_unasked(read, name: str, data: str) -> None:
    """What they list is named; nothing goes over the network."""
    [failure] = read(name, data)
    assert "only an address, https://gazette.example/" in str(failure)
    assert "--follow" in str(failure)


class Pages:
    """A web of a few pages, and what was asked of it."""

    def __init__(self, pages: dict[str, str], folder) -> None:
        self.pages, self.folder = pages, folder
        self.asked: list[str] = []

    def fetch(self, url: str):
        from tellings.errors import WebError
        from tellings.web.fetcher import Fetched

        self.asked.append(url)
        if url not in self.pages:
            raise WebError("there is no such page (status 404)")
        data = self.pages[url].encode()
        path = self.folder / f"kept{len(self.asked)}.html"
        path.write_bytes(data)
        return Fetched(url, data, str(path), "utf-8")


def test_lists_are_followed_where_the_user_says_so(read, tmp_path) -> None:
    """A sitemap's pages, with what it states of them; each page once."""
    pytest.importorskip("hishel", reason="tellings[web] is not installed")
    page = f"<html><body><article><h1>Another headline</h1>{PARAGRAPHS}</article></body></html>"
    web = Pages({URL: page}, tmp_path)
    [article] = read("a.xml", SITEMAP, web=web, follow=True)
    assert isinstance(article, Article)
    assert article.outlet
    assert article.title
    assert article.published
    assert (article.title.value, article.outlet.value, article.published.day) == (TITLE, "Marrow Gazette", "2024-05-14")
    assert (article.url, web.asked) == (URL, [URL])


def test_a_list_of_feeds_leads_to_their_pages(read, tmp_path) -> None:
    """OPML, feed, page: three steps, and what is not there is one line."""
    pytest.importorskip("hishel", reason="tellings[web] is not installed")
    web = Pages({"https://gazette.example/rss": RSS}, tmp_path)
    found = read("a.opml", OPML, web=web, follow=True)
    assert [type(one).__name__ for one in found] == ["Article", "Failure", "Article", "Failure"]
    assert str(found[1]) == "https://gazette.example/2: there is no such page (status 404)"


def test_a_list_of_addresses_is_fetched_for_that_is_what_it_is(read, tmp_path) -> None:
    """By its ending or by ``--as urls``; remarks and what is no address are told apart."""
    pytest.importorskip("hishel", reason="tellings[web] is not installed")
    web = Pages({URL: f"<html><body><h1>A</h1>{PARAGRAPHS}</body></html>"}, tmp_path)
    found = read("a.urls", f"# the bell\n{URL}\n\nnonsense\n{URL}\n", web=web)
    assert [type(one).__name__ for one in found] == ["Article", "Failure"]
    assert "a.urls, line 4: no address" in str(found[1])
    assert web.asked == [URL]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("<rss><channel></channel></rss>", "without an item"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 7}', "no list of items"),
        ("<opml><body/></opml>", "without a feed"),
        ("<urlset/>", "without an address"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
            "without an item",
        ),
    ],
)
def test_an_empty_list_is_one_line(read, data: str, problem: str) -> None:
    """What is wrong with it."""
    [failure] = read("a.xml", data)
    assert problem in str(failure)
