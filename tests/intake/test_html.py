"""A page: its visible text, its blocks, and what its markup states."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import intake
from tellings.intake import html
from tellings.values import Article

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Bell found | Marrow Post</title>{head}
<style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Bell   found</h1>
<p class="byline">By Ada Quill</p>
<figure><img src="a.jpg" alt="A barn"><figcaption>The barn at Marrow Point. Photograph: Tom Farrow/Coast Wire</figcaption></figure>
<p>The old harbour bell was found on <b>Sun</b>day in a barn,
   the keeper&nbsp;said.</p>
<div class="share">Share on everything</div>
<p>Divers had looked for it<br>for three summers.</p>
<ul><li>It weighs a ton.</li><li>It has a crack.</li></ul>
<script>track("nothing")</script>
<aside><p>Ten more bells to see</p></aside>
<p hidden>Nobody sees this.</p>
</article>
<footer>Copyright 2019</footer></body></html>"""


def read(tmp_path: Path, page: str | bytes) -> Article:
    path = tmp_path / "page.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    [article] = intake.read([str(path)])
    assert isinstance(article, Article), str(article)
    return article


def test_the_text_is_what_a_reader_sees_a_line_a_block(tmp_path: Path) -> None:
    """Headline, author, caption, paragraphs, list, and what stands among them; no menu, script or hidden words."""
    assert read(tmp_path, PAGE.format(head="")).text.split("\n\n") == [
        "Bell found",
        "By Ada Quill",
        "The barn at Marrow Point. Photograph: Tom Farrow/Coast Wire",
        "The old harbour bell was found on Sunday in a barn, the keeper\xa0said.",
        "Share on everything",
        "Divers had looked for it\nfor three summers.",
        "It weighs a ton.",
        "It has a crack.",
        "Ten more bells to see",
    ]


def test_markup_tells_the_blocks(tmp_path: Path) -> None:
    """Heading, author and caption by their elements; the credit by its form; furniture by the name of its element."""
    article = read(tmp_path, PAGE.format(head=""))
    kinds = [block.kind for block in article.blocks]
    assert kinds[:6] == ["title", "byline", "caption", "credit", "body", "banner"]
    assert set(kinds[6:]) == {"body", "banner"}
    assert [block.reason for block in article.blocks if block.kind == "banner"] == [
        "under a part of the page that is named 'share'",
        "under a part of the page that is named 'aside'",
    ]


JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
"headline": "Bell found in barn", "datePublished": "2019-05-14T06:30:00+01:00", "dateModified": "2019-05-15",
"author": [{"name": "Ada Quill"}, {"name": "Tom Farrow"}], "publisher": {"name": "The Marrow Post"}, "url": "https://marrow.example/bell"}]}</script>"""
META = """<meta property="og:title" content="Bell found in barn"><meta property="og:site_name" content="The Marrow Post">
<meta name="author" content="Ada Quill, Tom Farrow"><meta property="article:published_time" content="2019-05-14T06:30:00+01:00">
<meta property="article:modified_time" content="2019-05-15"><link rel="canonical" href="https://marrow.example/bell">"""


@pytest.mark.parametrize(
    "head",
    [JSON_LD, META, "<script type='application/ld+json'>{broken</script>" + META],
    ids=["json-ld", "meta", "broken"],
)
def test_the_head_states_what_is_known(tmp_path: Path, head: str) -> None:
    """JSON-LD, Open Graph and plain meta elements tell the same facts; the headline is the one readers saw."""
    article = read(tmp_path, PAGE.replace("{head}", head).replace("{{", "{").replace("}}", "}"))
    assert article.outlet
    assert article.title
    assert article.byline
    assert article.published
    assert article.modified
    assert (article.outlet.value, article.outlet.how) == ("The Marrow Post", "stated")
    assert (article.title.value, article.byline.value) == ("Bell found", "Ada Quill, Tom Farrow")
    assert (article.published.day, article.published.time) == ("2019-05-14", "06:30:00+01:00")
    assert (article.modified.day, article.url, article.language) == ("2019-05-15", "https://marrow.example/bell", "en")


def test_without_a_head_the_page_itself_is_asked(tmp_path: Path) -> None:
    """The main heading, a time element, the language of the page."""
    article = read(
        tmp_path, PAGE.format(head="").replace("<p class", '<time datetime="2019-05-14">Tuesday</time><p class')
    )
    assert article.title
    assert article.published
    assert (article.title.value, article.published.day, article.outlet) == ("Bell found", "2019-05-14", None)
    assert [span.of(article.text) for span in article.title.evidence] == ["Bell found"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "windows-1251"),
        ("utf-8", "cp1252"),
        ("nonsense", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares_unless_it_is_not_in_it(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    """Latin-1 is Windows-1252, as in browsers; a wrong declaration is found out."""
    words = "Колокол найден" if "1251" in encoding else "The café’s bell"
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words} was found.</p></body></html>'
    article = read(tmp_path, page.encode(encoding))
    assert (article.text, article.encoding) == (f"{words} was found.", encoding)


def test_a_page_of_teasers_around_an_article_gives_the_article(tmp_path: Path) -> None:
    """The element with most of the running text is the main one; a headline outside of it comes first."""
    teaser = "<article><h2>Other</h2><p>Short teaser.</p></article>"
    body = "<p>" + "The bell was found in a barn on Sunday. " * 12 + "</p>"
    article = read(tmp_path, f"<html><body><h1>Bell</h1>{teaser}<article>{body}</article>{teaser}</body></html>")
    assert article.text.startswith("Bell\n\nThe bell was")
    assert "teaser" not in article.text


@pytest.mark.parametrize("tag", ["div", "font", "blockquote"])
@pytest.mark.parametrize("closed", [True, False])
def test_a_page_of_any_depth_is_read_to_its_end(tmp_path: Path, tag: str, *, closed: bool) -> None:
    """Parsers give up below 255 elements within each other; browsers do not, and nothing is lost here either."""
    said = "<p>The old harbour bell was found on Sunday in a barn at the Point, the keeper said to all.</p>"
    page = f"<body>{f'<{tag}>' * 3_000}{said * 4}{f'</{tag}>' * 3_000 if closed else ''}</body>"
    assert read(tmp_path, page).text.count("harbour bell") == 4


def test_a_stray_zero_byte_makes_no_page_unreadable(tmp_path: Path) -> None:
    """Browsers show nothing for it; its place in the bytes is counted all the same."""
    data = (
        b"<body><p>The old har\x00bour bell was found on Sunday in a barn, the keeper said to all who came.</p>"
        b"<p>It had hung there for three summers, and nobody had known of it, the divers told us.</p></body>"
    )
    article = read(tmp_path, data)
    assert article.text.startswith("The old harbour bell")
    place = html.places(data, encoding=article.encoding).of(article.blocks[0].span)
    assert place
    assert data[place.first_byte : place.last_byte].endswith(b"who came.")
