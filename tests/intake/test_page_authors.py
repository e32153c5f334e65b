"""Who wrote an article, by the ways in which the pages of many countries say so."""

from __future__ import annotations

import json
import time

import pytest

from tellings.values import Article

from .pages import linked, read, script

A, B = "Ada Quill", "Tom Farrow"
BOTH = f"{A}, {B}"
POST = {"@type": "Organization", "name": "Marrow Post"}


def byline(article: Article) -> str | None:
    return article.byline.value if article.byline else None


@pytest.mark.parametrize(
    ("author", "told"),
    [
        (A, A),
        ("By Ada Quill", A),
        ("Ada Quill and Tom Farrow", BOTH),
        ("Ada Quill | Tom Farrow", BOTH),
        ("Ada Quill / Tom Farrow", BOTH),
        ([A, B], BOTH),
        ({"@type": "Person", "name": A}, A),
        ({"@type": "Person", "name": [A, B]}, BOTH),
        ([{"@type": "Person", "name": A}, {"@type": "Person", "name": B}], BOTH),
        ({"@list": [{"@type": "Person", "name": A}, {"@type": "Person", "name": B}]}, BOTH),
        ([[{"@type": "Person", "name": A}]], A),
        ({"@type": "Person", "givenName": "Ada", "familyName": "Quill"}, A),
        ({"@type": "Person", "name": "", "givenName": "Ada", "additionalName": "M.", "familyName": "Quill"}, "Ada M. Quill"),
        ({"name": {"@type": "Text", "@value": A}}, A),
        ({"name": "Ada Quill, Chief Correspondent"}, A),
        ({"name": "Ada Quill Political Editor"}, A),
        ({"name": "Ada Quill in Lowquay"}, A),
        ({"name": "Ada Quill (Reuters)"}, A),
        ({"name": "Ada Quill avec AFP"}, "Ada Quill, AFP"),
        ({"name": "Ada Quill &amp;amp; Tom Farrow"}, BOTH),
        ({"name": "J. R. O&#39;Quill-Smith"}, "J. R. O'Quill-Smith"),
        ({"name": "ada quill"}, "ada quill"),
        ({"name": "dpa/AFP"}, "dpa, AFP"),
        ({"name": "von Ada Quill"}, A),
        ({"name": "Ada von Quill"}, "Ada von Quill"),
        ({"name": "Ada Quill, Tom Farrow und Ned Moor"}, "Ada Quill, Tom Farrow, Ned Moor"),
        ({"name": "Ada Quill, Tom Farrow, and Ned Moor"}, "Ada Quill, Tom Farrow, Ned Moor"),
        ({"name": "Ada Quill och Tom Farrow"}, BOTH),
        ({"name": "Ada Quill i Tom Farrow"}, BOTH),
        ({"name": "Ada Quill a Tom Farrow"}, BOTH),
        ({"name": "김하나 기자"}, "김하나"),
        ({"name": "青木花子"}, "青木花子"),
        ({"name": "Ада Квилл"}, "Ада Квилл"),
        ({"name": "admin"}, None),
        ({"name": "Redaktion"}, None),
        ({"name": "quill@marrow.example"}, None),
    ],
)  # fmt: skip
def test_an_author_of_json_ld_is_read_in_every_shape(author: object, told: str | None) -> None:
    """Text, object, list, parts of a name, entities; without office and place."""
    assert byline(read(linked(author=author))) == told


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "ReportageNewsArticle", "author": {"name": "Ada Quill"}}',
        '{"@type": ["NewsArticle", "Article"], "author": {"name": "Ada Quill"}}',
        '{"@type": "http://schema.org/NewsArticle", "author": {"name": "Ada Quill"}}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "author": {"name": "Ada Quill"}}}',
        '{"@type": "WebPage", "author": {"name": "Ada Quill"}}',
        '{"@graph": [{"@type": "Article", "author": {"@id": "#q"}}, {"@type": ["Person"], "@id": "#q", "name": "Ada Quill"}]}',
        '/* <![CDATA[ */ {"@type": "Article", "author": {"name": "Ada Quill"}} /* ]]> */',
        '//<![CDATA[\n{"@type": "Article", "author": {"name": "Ada Quill"}}\n//]]>',
        '<!-- {"@type": "Article", "author": {"name": "Ada Quill"}} -->',
        '{"@type": "Article", "author": {"name": "Ada Quill"},}',
        '{"@type": "Article", "headline": "Bell "found" in barn", "author": {"name": "Ada Quill"}}',
        '{"@type": "Article", "headline": "Bell\nfound", "author": {"name": "Ada Quill"}}{"@type": "WebSite"}',
        "{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:{&quot;name&quot;:&quot;Ada Quill&quot;}}",
    ],
)
def test_json_ld_is_read_where_it_is_not_quite_json(data: str) -> None:
    """In comments, with a comma too many, with quotation marks unescaped; of other types than an article too."""
    assert byline(read(script(data))) == A


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<meta name='Author' content='Ada Quill'>", A),
        ("<meta name='byl' content='By Ada Quill and Tom Farrow'>", BOTH),
        ("<meta property='article:author' content='https://social.example/adaquill'><meta name='author' content='Ada Quill'>", A),
        ("<meta property='article:author' content='Ada Quill'><meta property='article:author' content='Tom Farrow'>", BOTH),
        ("<meta name='citation_author' content='Quill, Ada'><meta name='citation_author' content='Farrow, Tom'>", BOTH),
        ("<meta name='bt:author' content='Ada Quill'>", A),
        ("<meta property='cXenseParse:mrw-author' content='Ada Quill'>", A),
        ("<meta name='mediator_author' content='Ada Quill'>", A),
        ("<meta name='article:author_name' content='Ada Quill'>", A),
        ("<meta itemprop='author' content='Ada Quill'>", A),
        ("<meta name='twitter:label1' content='Escrito por'><meta name='twitter:data1' content='Ada Quill'>", A),
        ("<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Three Minutes'>", None),
        ('<meta name="parsely-page" content="{&quot;author&quot;: &quot;Ada Quill&quot;}">', A),
        ("<meta name='twitter:creator' content='@adaquill'>", None),
        ("<meta name='author' content='www.marrow.example'>", None),
    ],
)  # fmt: skip
def test_an_author_is_read_from_the_head_under_many_names(head: str, told: str | None) -> None:
    """Of services and of library catalogues, with an address passed over."""
    assert byline(read(head)) == told


@pytest.mark.parametrize(
    ("body", "lang", "told"),
    [
        ("<span itemprop='author'><b itemprop='name'>Ada Quill</b></span>", "en", A),
        ("<div itemprop='author' itemscope><meta itemprop='name' content='Ada Quill'></div>", "en", A),
        ("<span property='dc:creator' content='Ada Quill'></span>", "en", A),
        ("<span property='schema:author'><i property='schema:name'>Ada Quill</i></span>", "en", A),
        ("<p class='byline vcard'>by <a class='url fn n' href='/x'>Ada Quill</a></p>", "en", A),
        ("<div class='byline'>12 March 2021 by Ada Quill</div>", "en", A),
        ("<div class='byline'>By Ada Quill<br>Published March 12, 2021</div>", "en", A),
        ("<ul class='authors'><li>Ada Quill</li><li>Tom Farrow</li></ul>", "en", BOTH),
        ("<div>Posted by <a href='/members/ada'>Ada Quill</a></div>", "en", A),
        ("<div data-testid='byline'>By Ada Quill</div>", "en", A),
        ("<p class='autor'>Von Ada Quill</p>", "de", A),
        ("<p class='auteur'>Par Ada Quill</p>", "fr", A),
        ("<span class='article__signature'>Par Ada Quill</span>", "fr", A),
        ("<p class='firma'>di Ada Quill</p>", "it", A),
        ("<p class='redator'>Por Ada Quill</p>", "pt", A),
        ("<div class='skribent'>Ada Quill</div>", "sv", A),
        ("<div class='avtor'>Ада Квилл</div>", "ru", "Ада Квилл"),
        ("<div class='reporter'>김하나 기자</div>", "ko", "김하나"),
        ("<p class='byline'>【記者青木花子】</p>", "zh", "青木花子"),
    ],
)
def test_an_author_is_told_by_marks_in_many_languages(body: str, lang: str, told: str) -> None:
    """Classes, microdata, RDFa, names of tests."""
    assert byline(read("", body, lang=lang)) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>By Ada Quill and Tom Farrow</p>", BOTH),
        ("<p>By Ada Quill, Marrow Correspondent</p>", A),
        ("<p>By <b>Ada Quill</b></p>", A),
        ("<p>Von Ada Quill</p>", A),
        ("<p>Par Ada Quill</p>", A),
        ("<p>di Ada Quill</p>", A),
        ("<p>Autor: Ada Quill</p>", A),
        ("<p>Автор: Ада Квилл</p>", "Ада Квилл"),
        ("<p>김하나 기자 hana@marrow.example</p>", "김하나"),
        ("<p>Von der Bundesstraße aus.</p>", None),
        ("<p>Por primera vez</p>", None),
    ],
)
def test_a_line_under_the_heading_may_sign_without_any_mark(body: str, told: str | None) -> None:
    """It begins as bylines do, and goes on as names do."""
    assert byline(read("", body)) == told


def test_an_address_of_the_authors_page_is_the_last_that_names_a_person() -> None:
    """And what is told from it is inferred."""
    article = read(linked(author={"@type": "Person", "url": "https://marrow.example/authors/ada-de-quill"}))
    assert article.byline
    assert (article.byline.value, article.byline.how) == ("Ada de Quill", "inferred")
    assert byline(read("<meta property='article:author' content='https://social.example/marrowpost'>")) is None


def test_the_outlet_is_its_own_author_only_where_nothing_names_another() -> None:
    """JSON-LD often names it; a person on the page goes first."""
    own = linked(author=POST, publisher=POST)
    alone = read(own)
    assert alone.byline
    assert (alone.byline.value, alone.byline.reason) == (
        "Marrow Post",
        "stated in the page's JSON-LD: the outlet itself",
    )
    assert byline(read(own, "<p class='byline'>By Ada Quill</p>")) == A
    assert byline(read(linked(author=[{"name": A}, POST], publisher=POST))) == A
    assert byline(read(linked(author={"name": "Ada Quill Marrow Post"}, publisher=POST))) == A


@pytest.mark.parametrize(
    "data",
    [
        "1 " * 200_000,
        "/* " * 200_000,
        " " * 400_000 + "x",
        '{"author":' * 50_000,
        '"author":["' * 50_000,
        "// a " * 100_000,
    ],
)
def test_data_past_mending_are_read_in_no_time(data: str) -> None:
    """However they are made, a page takes seconds at the most."""
    began = time.process_time()
    assert byline(read(script(data))) is None
    assert time.process_time() - began < 5


def test_data_past_mending_is_as_good_as_none() -> None:
    """It stops nothing."""
    assert byline(read(script('{"@type": "Article", "author": {"name": ' + json.dumps(A)[:-1]))) is None
