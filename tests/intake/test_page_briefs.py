"""Pages on which the article is short, or stands beside much else. Every page is invented."""

from __future__ import annotations

import json

import pytest

from tellings.intake import html
from tellings.intake.page import dates
from tests.intake.test_page_body import LAST, LEAD, MORE, OTHER, STORY, body, page

HEADING = "<h1>Bell found</h1>"
ROPE = "Police took a rope and two planks away."
NOTICE = "Marrow Post sets cookies to count its readers."


@pytest.mark.parametrize("hiding", ["style='display: none'", "aria-hidden='true'", "hidden"])
def test_a_text_that_waits_for_a_script_is_read(hiding: str) -> None:
    """Where a page shows nothing else, what its attributes hide is the article; its lines have their places."""
    source = page(f"<article>{HEADING}<div {hiding}>{STORY}</div></article>")
    assert body(source) == [LEAD, MORE, LAST]
    article = next(html.read("page.html", source.encode(), html.IntakeOptions()))
    places = html.places(source.encode(), encoding="utf-8")
    first = next(block for block in article.blocks if block.kind == "body")
    place = places.of(first.span)
    assert place
    assert source.encode()[place.first_byte : place.last_byte].decode() == LEAD


@pytest.mark.parametrize("hiding", ["style='display: none'", "aria-hidden='true'", "hidden"])
def test_what_is_hidden_beside_a_text_stays_hidden(hiding: str) -> None:
    """A text of another article, a notice: no part of what a reader sees."""
    assert body(page(f"<article>{HEADING}{STORY}<div {hiding}><p>{OTHER}</p></div></article>")) == [LEAD, MORE, LAST]


def test_a_notice_is_not_opened_for_a_page_without_text() -> None:
    """What a page hides is the article only where there is much of it."""
    article = next(
        html.read("page.html", page(f"{HEADING}<p>{ROPE}</p><div hidden>{NOTICE}</div>").encode(), html.IntakeOptions())
    )
    assert NOTICE not in article.text


@pytest.mark.parametrize("heading", ["12 comments", "Kommentare (12)", "Reader comments"])
def test_a_brief_text_is_kept_above_many_comments(heading: str) -> None:
    """Comments that a heading announces may be twelve times as long as the article."""
    comments = "".join(f"<div><b>user{number}</b><p>{OTHER}</p></div>" for number in range(12))
    whole = page(f"<div>{HEADING}<p>{LEAD}</p></div><div><h3>{heading}</h3>{comments}</div>")
    assert body(whole) == [LEAD]


def test_the_next_story_below_a_brief_one_is_left_out() -> None:
    """Parts with a main heading each: the one of the page's title, though the others are longer and look alike."""
    other = f"<section><h1>Library opened</h1>{f'<p>{OTHER}</p>' * 4}</section>"
    whole = page(f"<div><section>{HEADING}<p>{LEAD}</p><p>{MORE}</p></section>{other * 2}</div>")
    assert body(whole) == [LEAD, MORE]


LINKS = "<li><a href='/a'>Ada Quill</a></li><li><a href='/b'>Tom Farrow</a></li>"


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (f"<p>{ROPE} The council has named two keepers for the bell:</p>", ["Ada Quill", "Tom Farrow"]),
        ("<p>Read more:</p>", []),
        ("<p>More on the bell and on its two keepers:</p>", []),
        (f"<p>{ROPE}</p>", []),
    ],
)
def test_a_list_of_links_is_the_texts_where_a_sentence_announces_it(above: str, kept: list[str]) -> None:
    """A sentence that ends in a colon does; a label and a closed sentence do not."""
    found = body(page(f"<article>{HEADING}<p>{LEAD}</p>{above}<ul>{LINKS}</ul><p>{LAST}</p></article>"))
    assert [line for line in found if line in {"Ada Quill", "Tom Farrow"}] == kept
    assert found[0] == LEAD
    assert found[-1] == LAST


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ("<div><img src='a.jpg'><span>The barn at the old quay on Sunday</span></div>", False),
        ("<div><a href='a.jpg'><img src='a.jpg'></a><div>The barn at the old quay</div></div>", False),
        (f"<div><img src='a.jpg'><p>{ROPE}</p></div>", True),
        ("<div><img src='a.jpg'><h2>The barn at the old quay</h2></div>", True),
    ],
)
def test_a_few_words_in_one_box_with_a_picture_are_its_caption(box: str, kept: bool) -> None:  # noqa: FBT001  # a table's column
    """Unless they are a sentence or a heading."""
    found = body(page(f"<article>{HEADING}<p>{LEAD}</p>{box}<p>{MORE}</p><p>{LAST}</p></article>"))
    assert (len(found) == 4) is kept
    assert [line for line in found if line in {LEAD, MORE, LAST}] == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "20 декабря 2017 в 19:15",
        "3 mai 2021 à 19:15",
        "12. März 2021, 8.30 Uhr",
        "Marzo 3, 2021",
        "03.05.2021 19:15",
        "2021年3月12日 08:30",
        "12 de marzo de 2021",
    ],
)
def test_a_date_above_the_text_is_none_of_it(line: str) -> None:
    """In whatever language, with its time; the same within the text is a part of it."""
    assert dates.is_date(line)
    assert body(page(f"<article>{HEADING}<p>{line}</p>{STORY}</article>")) == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    "line", ["May 2021", "In 2021 and 2022", "Bell found on 3 May 2021", "2021", "3 keepers, 12 bells, 2021 votes"]
)
def test_what_has_a_year_is_not_yet_a_date(line: str) -> None:
    """A month alone, words that are no part of a date, other numbers."""
    assert not dates.is_date(line)


def test_a_last_heading_over_nothing_but_furniture_is_none_of_the_text() -> None:
    """At the end of an article as within it."""
    links = (
        "<h3>On the harbour</h3><p><a href='/x'>Library opened at Low Quay</a></p><p><a href='/y'>Ferry aground</a></p>"
    )
    assert body(page(f"<article>{HEADING}{STORY}{links}</article>")) == [LEAD, MORE, LAST]


NODES = [
    {
        "type": "p",
        "children": [
            {"type": "text", "data": LEAD[:40]},
            {"type": "a", "children": [{"type": "text", "data": LEAD[40:]}]},
        ],
    },
    {"type": "p", "children": [{"type": "text", "data": MORE}]},
    {"type": "p", "children": [{"type": "text", "data": LAST}]},
    {"type": "p", "children": [{"type": "text", "data": OTHER}]},
]


@pytest.mark.parametrize(
    "script",
    [
        "window.__STATE__ = %s;",
        "window.__STATE__ = JSON.parse(%r);",
        "%s",
    ],
)
@pytest.mark.parametrize(
    ("kind", "parts", "words"),
    [("type", "children", "data"), ("nodeType", "content", "value"), ("_type", "children", "text")],
)
def test_an_editors_tree_in_a_script_is_read(script: str, kind: str, parts: str, words: str) -> None:
    """The words of a paragraph stand in its parts, those of links in parts of their own; the data may be a string in a string."""
    nodes = json.dumps(NODES).replace('"type"', f'"{kind}"').replace('"children"', f'"{parts}"')
    nodes = nodes.replace('"data"', f'"{words}"').replace('"p"', '"paragraph"')
    data = f'{{"articles": [{{"body": {nodes}}}]}}'
    written = script.replace("%r", json.dumps(data)).replace("%s", data)
    assert body(page(f"{HEADING}<script>{written}</script>")) == [LEAD, MORE, LAST, OTHER]


@pytest.mark.parametrize("again", ["Bell of the harbour found in barn.", "Bell of the harbour found in barn"])
def test_a_headline_that_is_printed_again_without_its_label_is_no_paragraph(again: str) -> None:
    """The heading ends with a label, the line under it does not have it."""
    whole = page(f"<article><h1>Bell of the harbour found in barn PHOTOS</h1><p>{again}</p>{STORY}</article>")
    assert body(whole) == [LEAD, MORE, LAST]
