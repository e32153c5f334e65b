"""The way back from a page's text to its source."""

from __future__ import annotations

import html as entities

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.intake import html
from tellings.intake.options import IntakeOptions
from tellings.intake.page.fragments import fragment, link
from tellings.values import Article, Span

PAGE = """<!DOCTYPE html><html><head><title>Bell found</title></head><body><!-- <p>The keeper said no.</p> -->
<nav>Bell found</nav><div id="main"><h1>Bell found</h1>
<p>The old <b>harbour</b> bell&nbsp;was found &amp; weighed, the keeper&#146;s d&eacute;puty said &mdash; on Sunday.</p>
<p class="x" title="a > b">Divers had looked<br>for it for three <span hidden>never shown</span>summers, off and on, said Ada Quill.</p>
<p>Caf\u00e9 owners <i>cheered</i>.</p></div></body></html>"""


def test_every_character_has_the_slice_that_it_is_written_in() -> None:
    """Unescaped, the slice is the character: through markup, references and hidden words."""
    article = next(html.read("page.html", PAGE.encode(), IntakeOptions()))
    assert isinstance(article, Article)
    places = html.places(PAGE.encode(), encoding=article.encoding)
    for offset, sign in enumerate(article.text):
        if not sign.isspace():
            found = places.character(offset)
            assert found is not None, article.text[offset : offset + 20]
            assert sign in entities.unescape(PAGE[slice(*found)])


def test_a_stretch_has_bytes_a_selector_and_a_link() -> None:
    """The byte range is that of the file; the selector starts at the nearest id."""
    article = next(html.read("page.html", PAGE.encode(), IntakeOptions()))
    assert isinstance(article, Article)
    start = article.text.index("harbour bell")
    place = html.places(PAGE.encode(), encoding="utf-8").of(
        Span(start, start + len("harbour bell\xa0was found & weighed"))
    )
    assert place is not None
    assert PAGE.encode()[place.first_byte : place.last_byte] == b"harbour</b> bell&nbsp;was found &amp; weighed"
    assert PAGE[place.start : place.end] == "harbour</b> bell&nbsp;was found &amp; weighed"
    assert place.selector == "#main > p:nth-of-type(1)"
    assert place.fragment == "#:~:text=harbour%20bell%20was%20found%20%26%20weighed"


def test_what_stands_in_a_comment_or_a_menu_is_not_taken_for_the_text() -> None:
    """The heading is found where it is shown, after the menu that has the same words before it."""
    places = html.places(PAGE.encode(), encoding="utf-8")
    found = places.character(0)
    assert found is not None
    assert found[0] > PAGE.index('<div id="main">')


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("Bell found", "#:~:text=Bell%20found"),
        ("an off-duty diver, she said", "#:~:text=an%20off%2Dduty%20diver%2C%20she%20said"),
        (
            "one two three four five six seven eight nine ten eleven",
            "#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        ),
    ],
)
def test_a_link_marks_short_words_whole_and_long_ones_by_their_ends(words: str, link: str) -> None:
    """Commas, ampersands and hyphens mean something in a text fragment, and are written out."""
    assert fragment(words) == link


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "&eacute;", "&#8217;", "word ", "Two words. ", "<!-- no -->", "<script>x()</script>", "<div class='a>b'>", "</div>", "<", ">", "&", "é", "\n", "'", '"']
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_the_markup_a_place_is_exact_or_there_is_none(inside: str) -> None:
    """Broken markup never gives a slice that is not the character."""
    page = f"<html><body><p>The bell of Marrow Point was found on Sunday.</p>{inside}</body></html>"
    article = next(html.read("page.html", page.encode(), IntakeOptions()))
    assert isinstance(article, Article)
    places = html.places(page.encode(), encoding=article.encoding)
    for offset, sign in enumerate(article.text):
        found = places.character(offset) if not sign.isspace() else None
        assert found is None or sign in entities.unescape(page[slice(*found)])


@pytest.mark.parametrize("piece", ["<", '<a href="', "&", "<!--", "<script>", "<a ='\"", "<p>a</p>"])
def test_a_page_of_endless_pieces_is_read_in_a_single_pass(piece: str) -> None:
    """Tags that nobody closes cost no more than others: 4,000 of them take a moment, not an hour."""
    assert html.places(f"<html><body><p>The bell.</p>{piece * 4_000}".encode(), encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "words", "found"),
    [
        (
            "https://marrow.example/bell",
            "“It rang,”",
            "https://marrow.example/bell#:~:text=%E2%80%9CIt%20rang%2C%E2%80%9D",
        ),
        ("https://marrow.example/bell#top", "It rang", "https://marrow.example/bell#:~:text=It%20rang"),
        (None, "It rang", None),
        ("javascript:alert(1)", "It rang", None),
        ("https://marrow.example/bell", " ", None),
    ],
)
def test_a_link_opens_a_page_at_words(url: str | None, words: str, found: str | None) -> None:
    """Where it has an address on the web."""
    assert link(url, words) == found
