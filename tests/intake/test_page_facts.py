"""What a page says of itself: headlines, authors, dates."""

from __future__ import annotations

from datetime import date

import pytest

from tellings.intake import html
from tellings.intake.options import IntakeOptions
from tellings.intake.page import authors, dates
from tellings.values import Article

TODAY = date(2024, 6, 1)


def read(head: str, body: str = "") -> Article:
    text = "<p>The harbour bell of Marrow Point was found on Sunday in a barn near the old quay, the keeper said.</p>"
    article = next(
        html.read("page.html", f"<html><head>{head}</head><body>{body}{text}</body></html>".encode(), IntakeOptions())
    )
    assert isinstance(article, Article)
    return article


def test_all_headlines_are_kept_with_their_source_the_one_that_readers_saw_first() -> None:
    """Outlets print one for readers and one for search engines."""
    article = read(
        "<title>Bell found in barn - Marrow Post</title><meta property='og:title' content='You will not believe which bell'>"
        "<meta property='og:site_name' content='Marrow Post'>",
        "<h1>Marrow Post</h1><h1>Bell found in barn</h1>",
    )
    assert article.title
    assert article.title.value == "Bell found in barn"
    assert {(known.value, known.reason) for known in article.headlines} >= {
        ("Bell found in barn", "the page's main heading"),
        ("You will not believe which bell", "stated in the page's head"),
    }


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (["By Ada Quill and Tom Farrow"], ("Ada Quill", "Tom Farrow")),
        (["Ada Quill, Senior Staff Writer"], ("Ada Quill",)),
        (["Von Ada Quill und Tom Farrow"], ("Ada Quill", "Tom Farrow")),
        (["Ada Quill; Ada Quill"], ("Ada Quill",)),
        (["Ada Quill, Jr."], ("Ada Quill, Jr.",)),
        (["Ada Quill in Low Quay"], ("Ada Quill",)),
        (["Marrow Post", "Tom Farrow"], ("Tom Farrow",)),
        (["MarrowPost.com", "Marrow Post Sports"], ()),
        (["Marrow Post, Lowquay, Marrow"], ()),  # the outlet's town is no author
        (["Ada Quill Ada Quill"], ("Ada Quill",)),
        (["Ada_Quill"], ("Ada Quill",)),
        (["Ada Quill y Tom Farrow"], ("Ada Quill", "Tom Farrow")),
        (["Ada Quill y Moor"], ("Ada Quill y Moor",)),  # one name
        (["Admin", "Staff", "Redaktion"], ()),
        (["Ada Quill, Peer Images"], ("Ada Quill",)),
        (["https://marrow.example/quill"], ()),
        (["quill@marrow.example"], ()),
    ],
)
def test_names_are_taken_out_of_a_byline(written: list[str], names: tuple[str, ...]) -> None:
    """Without "By", office, place, address and outlet."""
    assert authors.names(written, outlets=frozenset({authors.squeezed("Marrow Post")})) == names


def test_an_author_is_looked_for_in_the_article_not_in_the_boxes_beside_it() -> None:
    """The one after the heading, not those of other articles."""
    box = "<aside><a rel='author' href='/f'>Tom Farrow</a></aside>"
    article = read(
        "<title>Bell found in barn</title>",
        f"{box}<h1>Bell found in barn</h1><div><a rel='author' href='/q'>Ada Quill</a></div>{box}",
    )
    assert article.byline
    assert (article.byline.value, article.byline.reason) == ("Ada Quill", "marked up as the author")


HEADED = "<title>Bell found in barn</title>"


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ("<h1>Bell found in barn</h1><p><a href='/author/quill'>Ada Quill</a></p>", "Ada Quill"),
        ("<h1>Bell found in barn</h1><h4 class='writerName'><a href='/quill'>Ada Quill</a></h4>", "Ada Quill"),
        ("<h1>Bell found in barn</h1><span class='author'>Ada Quill<i>Reporter</i></span>", "Ada Quill"),
        ("<h1>Bell found in barn</h1><a rel='author' href='/ada'>Ada</a>", "Ada"),
        ("<h1>Bell found in barn</h1><a href='/people/ada'>Harbours</a>", None),
        (
            "<h1>Bell found in barn</h1><div><h3><a href='/x'>Ferry sold</a></h3><a rel='author'>Tom Farrow</a></div>",
            None,
        ),
        ("<a rel='author'>Ada Quill</a><h1>Bell found in barn</h1>", "Ada Quill"),
        ("<a rel='author'>Ada Quill</a><section><div><a rel='author'>Tom Farrow</a></div></section>", None),
    ],
)
def test_an_author_is_told_by_the_marks_near_the_heading(body: str, byline: str | None) -> None:
    """By name, by the address of a person's page; not by those of another article, nor where marks disagree."""
    article = read(HEADED, body)
    assert (article.byline.value if article.byline else None) == byline


def test_of_many_names_in_the_head_those_that_are_printed_are_the_authors() -> None:
    """The others took its pictures."""
    article = read(
        f"{HEADED}<meta name='author' content='Ada Quill, Tom Farrow, Ned Moor'>",
        "<h1>Bell found in barn</h1><p class='byline'>By Ada Quill</p>",
    )
    assert article.byline
    assert article.byline.value == "Ada Quill"


def test_a_catalogue_has_the_last_name_first() -> None:
    """It is told as it is spoken."""
    article = read("<meta name='dcterms.creator' content='Quill, Ada'>")
    assert article.byline
    assert article.byline.value == "Ada Quill"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("<h1>Bell found in barn</h1><p>Updated: Dec 15, 2016 2:57 PM</p>", "2016-12-15"),
        ("<h1>Bell found in barn</h1><a href='/2016/12/22/'>22 Dec 2016 at 14:27</a>", "2016-12-22"),
        ("<time>2016-12-01</time><header><h1>Bell found in barn</h1><time>2016-12-15</time></header>", "2016-12-15"),
        (
            "<h1>Bell found in barn</h1><time class='updated'>2016-12-17</time><time data-published='2016-12-15 09:13Z'>now</time>",
            "2016-12-15",
        ),
        ("<h1>Bell found in barn</h1><blockquote><time datetime='2011-02-03'>then</time></blockquote>", None),
        (
            "<h1>Bell found in barn</h1><div><h3><a href='/x'>Ferry sold</a></h3><i class='date'>1.2.2011</i></div>",
            None,
        ),
    ],
)
def test_a_day_is_told_by_the_marks_and_the_lines_near_the_heading(body: str, day: str | None) -> None:
    """Not by those of other articles and embedded posts, and by that of a change last."""
    article = read(HEADED, body)
    assert (article.published.day if article.published else None) == day


@pytest.mark.parametrize(
    ("locale", "day"), [("en_GB", "2019-04-05"), ("en_US", "2019-05-04"), ("fr", "2019-04-05"), ("en", None)]
)
def test_the_language_of_a_page_tells_which_number_is_the_day(locale: str, day: str | None) -> None:
    """Where it is that of one country; English alone is not."""
    article = read(f"<meta property='og:locale' content='{locale}'><meta name='date' content='5/4/2019'>")
    assert (article.published.day if article.published else None) == day


def test_json_ld_may_refer_to_another_item_for_the_author() -> None:
    """A reference is followed within the page."""
    graph = '{"@graph": [{"@id": "#q", "@type": "Person", "name": "Ada Quill"}, {"@type": "NewsArticle", "author": {"@id": "#q"}}]}'
    article = read(f'<script type="application/ld+json">{graph}</script>')
    assert article.byline
    assert (article.byline.value, article.byline.reason) == ("Ada Quill", "stated in the page's JSON-LD")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28"),
        ("Tue, 14 May 2019 14:30:00 +0200", "2019-05-14"),
        ("2019-05-14 06:30:00.000", "2019-05-14"),
        ("20190514", "2019-05-14"),
        ("1557815400", "2019-05-14"),
        ("14. Mai 2019, 6.30 Uhr", "2019-05-14"),
        ("le 14 décembre 2018 à 10h", "2018-12-14"),
        ("14 de mayo de 2019", "2019-05-14"),
        ("2019年5月14日", "2019-05-14"),
        ("2019년 5월 14일", "2019-05-14"),
        ("2019. május 14.", "2019-05-14"),
        ("14. toukokuuta 2019", "2019-05-14"),
        ("14 مايو 2019", "2019-05-14"),
        ("Updated May 14, 2019 6:30 a.m.", "2019-05-14"),
        ("14.05.2019", "2019-05-14"),
        ("5/14/2019", "2019-05-14"),
        ("5/4/2019", None),  # read one way in one country and the other way in another
        ("2031-01-01", None),  # in the future
        ("1970-01-01T00:00:00Z", None),  # the zero of a clock
        ("0001-01-01", None),
        ("2019", None),  # a year alone, as of a copyright
        ("yesterday", None),
        ("99.99.2019", None),
    ],
)
def test_dates_of_pages_are_read_in_every_form_that_is_clear(written: str, day: str | None) -> None:
    """What could be read in two ways, or cannot be, is not read."""
    found = dates.read(written, today=TODAY)
    assert (found.earliest if found else None) == day


def test_the_day_in_an_address_is_the_last_that_is_asked() -> None:
    """And is said to be inferred."""
    article = read("<link rel='canonical' href='https://marrow.example/news/2019/05/14/bell'>")
    assert article.published
    assert (article.published.day, article.published.how) == ("2019-05-14", "inferred")
    assert dates.of_address("https://marrow.example/2031/01/01/x", today=TODAY) is None
