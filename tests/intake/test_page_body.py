"""Which lines of a page are its article. Every page is invented."""

from __future__ import annotations

import pytest

from tellings import intake
from tellings.intake import html
from tellings.intake.options import IntakeOptions
from tellings.values import Article

LEAD = "The harbour bell of Marrow Point was found on Sunday in a barn near the old quay, the keeper said, and nobody knows who put it there."
MORE = "Divers had looked for it for three summers. It weighs more than a small car, so that several people must have moved it at night."
LAST = "The council will vote on Friday whether the bell goes back to its tower, which needs a new roof before the winter storms."
STORY = f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"
OTHER = "The mayor of Low Quay opened a library on Monday and read the first page of a novel to forty children who had waited in the rain."


def read(page: str) -> Article:
    article = next(html.read("page.html", page.encode(), IntakeOptions()))
    assert isinstance(article, Article)
    return article


def body(page: str) -> list[str]:
    article = read(page)
    return [block.span.of(article.text) for block in article.blocks if block.kind == "body"]


def page(inside: str, *, title: str = "Bell found | Marrow Post") -> str:
    return f"<html><head><title>{title}</title></head><body>{inside}</body></html>"


def test_a_column_beside_the_article_is_left_out() -> None:
    """However much stands there, the element with the article's own heading is read."""
    beside = f"<div class='col-b'>{f'<p>{OTHER}</p>' * 5}</div>"
    whole = page(f"<div><div class='col-a'><h1>Bell found</h1>{STORY * 3}</div>{beside}</div>")
    assert body(whole) == [LEAD, MORE, LAST] * 3


def test_comments_longer_than_the_article_are_no_part_of_it() -> None:
    """What others wrote is known by the name of its part of the page."""
    comments = f"<div class='comments-section'>{f'<div class=comment><p>{OTHER}</p></div>' * 12}</div>"
    assert body(page(f"<article><h1>Bell found</h1>{STORY}</article>{comments}")) == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    "name", ["article-body with-sidebar", "story gallery-right has-footer", "page has-comments", "headline-ads-free"]
)
def test_a_name_that_holds_the_article_is_not_furniture(name: str) -> None:
    """A page's own frame may be called after what stands beside it."""
    assert body(page(f"<div class='{name}'><h1>Bell found</h1>{STORY}</div>")) == [LEAD, MORE, LAST]


def test_a_row_of_teasers_is_left_out() -> None:
    """Boxes of one form, each with a linked headline, are of other articles."""
    teaser = f"<li class='card'><h3><a href='/x'>Library opened at Low Quay in the rain</a></h3><p>{OTHER}</p></li>"
    assert body(page(f"<main><h1>Bell found</h1>{STORY}<ul>{teaser * 4}</ul></main>")) == [LEAD, MORE, LAST]


def test_a_line_that_is_nothing_but_a_link_is_kept_as_a_banner() -> None:
    """A link to another article among the paragraphs stays in the text, with its reason."""
    article = read(
        page(
            f"<article><h1>Bell found</h1><p>{LEAD}</p><p><a href='/y'>Library opened at Low Quay</a></p><p>{MORE}</p><p>{LAST}</p></article>"
        )
    )
    told = {block.span.of(article.text): (block.kind, block.reason) for block in article.blocks}
    assert told["Library opened at Low Quay"] == ("banner", "nothing but links")


def test_a_list_of_links_may_be_the_article() -> None:
    """Where links are most of what there is, they are the text."""
    items = "".join(
        f"<li><a href='/{n}'>A very good kettle of copper from the workshop at Low Quay, number {n} of nine</a></li>"
        for n in range(9)
    )
    assert len(body(page(f"<article><h1>Bell found</h1><p>{LEAD}</p><ul>{items}</ul></article>"))) == 10


def test_an_article_in_two_containers_is_read_whole() -> None:
    """Paragraphs of one form that a picture parts belong together."""
    first = f"<div><div class='text'><p class='para'>{LEAD}</p></div></div>"
    second = f"<div><div class='text'><p class='para'>{MORE}</p><p class='para'>{LAST}</p><p class='para'>{OTHER}</p></div></div>"
    found = body(
        page(
            f"<main><h1>Bell found</h1><section>{first}<figure><figcaption>The barn</figcaption></figure>{second}</section></main>"
        )
    )
    assert found == [LEAD, MORE, LAST, OTHER]


def test_a_page_inside_a_form_is_read() -> None:
    """Some servers wrap the whole page in a form."""
    assert body(page(f"<form><div><h1>Bell found</h1>{STORY}</div></form>")) == [LEAD, MORE, LAST]


def test_of_several_articles_on_a_page_the_one_of_its_title_is_read() -> None:
    """A page that goes on with the next article has a heading for each."""
    other = f"<article><h1>Library opened</h1>{f'<p>{OTHER}</p>' * 6}</article>"
    assert body(page(f"<div><article><h1>Bell found</h1>{STORY}</article>{other}{other}</div>")) == [LEAD, MORE, LAST]


def test_numbers_of_windows_marks_are_read_as_browsers_do() -> None:
    """``&#146;`` is an apostrophe, not a control character."""
    assert body(
        page(f"<article>{STORY}<p>The keeper&#146;s dog found it first, on a walk along the quay.</p></article>")
    )[-1].startswith("The keeper’s")


@pytest.mark.parametrize(
    "held",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bell found", "articleBody": "%s"}</script>',
        '<script>window.__STATE__ = {"page": {"blocks": [{"t": "%s"}, {"t": "A line that is long enough to be one and ends as a sentence does, we think."}]}};</script>',
    ],
    ids=["json-ld", "script"],
)
def test_a_text_that_only_a_script_holds_is_read(held: str) -> None:
    """A page that shows nothing is asked for its data; such a text has no place in the markup."""
    whole = f"{LEAD} {MORE} {LAST} {OTHER}"
    source = page(f"<div id='root'><p>Loading</p></div>{held % whole}")
    article = read(source)
    assert whole in article.text
    places = html.places(source.encode(), encoding=article.encoding)
    assert places.of(next(block.span for block in article.blocks if LEAD in block.span.of(article.text))) is None


def test_a_page_that_shows_nothing_and_holds_nothing_fails_with_a_line(tmp_path) -> None:
    """The problem and what to do."""
    path = tmp_path / "empty.html"
    path.write_text(page("<script>go()</script>"))
    [failure] = intake.read([str(path)])
    assert "shows no text" in str(failure)
