"""What stands around the text of a page: standfirst, captions, labels, other tongues' links. Every page is invented."""

from __future__ import annotations

import json

import pytest

from tests.intake.test_page_body import LAST, LEAD, MORE, OTHER, STORY, body, page, read

DECK = "A keeper heard it first: the bell that everybody had given up was under straw all the time."


def told(source: str) -> dict[str, tuple[str, str]]:
    article = read(source)
    return {block.span.of(article.text): (block.kind, block.reason) for block in article.blocks}


@pytest.mark.parametrize(
    "deck",
    [
        f"<p>{DECK}</p>",
        f"<h2>{DECK}</h2>",
        "<p class='article-subtitle'>The bell that everybody had given up was under straw</p>",
    ],
    ids=["paragraph", "heading", "no sentence, but named so"],
)
def test_a_standfirst_between_headline_and_text_belongs_to_the_article(deck: str) -> None:
    """It stands in a box of its own, beside the one that holds the text."""
    whole = page(
        f"<main><header><h1>Bell found</h1>{deck}</header><div class='text'>{STORY * 2}<p>{OTHER}</p></div></main>"
    )
    words = deck.split(">", 1)[1].split("<", maxsplit=1)[0]
    assert told(whole)[words][0] == "deck"


def test_first_paragraphs_between_headline_and_text_are_no_standfirst() -> None:
    """They are longer than one."""
    first = f"<section>{LEAD} {MORE}</section><section>{OTHER} {MORE}</section>"
    whole = page(f"<main><h1>Bell found</h1>{first}<div class='text'>{STORY * 9}</div></main>")
    assert body(whole)[:2] == [f"{LEAD} {MORE}", f"{OTHER} {MORE}"]


def test_many_paragraphs_between_headline_and_text_are_something_else() -> None:
    """A standfirst is short."""
    others = "".join(f"<p>{OTHER} It was the visit of number {n}.</p>" for n in range(6))
    whole = page(f"<main><div><h1>Bell found</h1>{others}</div><div class='text'>{STORY * 20}</div></main>")
    assert not any(OTHER in text for text in told(whole))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<p class='part'>", "<div class='part'>"),
        ("<div class='text-1'><p>", "<div class='text-2'><p>"),
    ],
    ids=["one name on two elements", "boxes with numbers"],
)
def test_a_first_section_in_a_box_of_its_own_is_read(first: str, second: str) -> None:
    """Paragraphs of one name, or in boxes that a number tells apart, are of one text."""
    one = f"<section>{first}{LEAD}{'</p></div>' if 'div' in first else '</p>'}</section>"
    rest = "".join(f"{second}{text} {n}.</p></div>" for n in range(4) for text in (MORE, LAST))
    found = body(page(f"<main><div>{one}</div><div><section>{rest}</section></div></main>"))
    assert found[0] == LEAD
    assert len(found) == 9


def test_words_in_the_box_of_a_picture_are_its_caption() -> None:
    """No element for captions is needed; a box with a picture and a whole paragraph is none."""
    box = "<div class='picBox'><img src='bell.jpg'><p>The barn at the old quay</p></div>"
    found = told(page(f"<article><h1>Bell found</h1><p>{LEAD}</p>{box}<p>{MORE}</p></article>"))
    assert found["The barn at the old quay"] == ("caption", "it stands in the box of a picture")
    long = f"<div class='picture'><img src='a.jpg'><p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></div>"
    assert body(page(f"<article><h1>Bell found</h1>{long}</article>")) == [LEAD, MORE, LAST]


def test_short_lines_in_boxes_of_their_own_at_the_edges_are_furniture() -> None:
    """A place and a count above the text, a label below it; a short sentence stays."""
    top = "<div><span>Marrow Point</span></div>"
    tail = "<div><div>Harbour, bells</div></div>"
    whole = page(
        f"<article><h1>Bell found</h1>{top}<div><p>{LEAD}</p><p>{MORE}</p><p>It rang.</p></div>{tail}</article>"
    )
    assert body(whole) == [LEAD, MORE, "It rang."]


def test_a_heading_over_links_goes_with_them() -> None:
    """A heading over paragraphs stays."""
    links = "<h3>More of the harbour</h3><p><a href='/a'>Library opened at Low Quay in the rain</a></p>"
    found = told(
        page(
            f"<article><h1>Bell found</h1><p>{LEAD}</p>{links}<h3>Under the straw</h3><p>{MORE}</p><p>{LAST}</p></article>"
        )
    )
    assert found["More of the harbour"] == ("banner", "a heading with no text under it")
    assert found["Under the straw"][0] == "body"


def test_embedded_posts_and_lists_are_no_labels() -> None:
    """They stand apart from the paragraphs and are of the article."""
    post = "<div><div><blockquote><p>A bell under straw, who would have thought</p></blockquote></div></div>"
    assert body(
        page(
            f"<article><h1>Bell found</h1><div><p>{LEAD}</p><p>{MORE}</p></div>{post}<div><p>{LAST}</p></div></article>"
        )
    ) == [LEAD, MORE, "A bell under straw, who would have thought", LAST]


def test_what_follows_the_end_that_the_data_state_is_furniture() -> None:
    """The data are asked for the end alone; where most text stands below it, they were cut."""
    held = json.dumps({"@type": "NewsArticle", "headline": "Bell found", "articleBody": f"{LEAD} {MORE} {LAST}"})
    data = f'<script type="application/ld+json">{held}</script>'
    whole = page(f"{data}<article><h1>Bell found</h1>{STORY}<p>{OTHER}</p></article>")
    assert body(whole) == [LEAD, MORE, LAST]
    long = "".join(f"<p>{OTHER} It was the visit of number {n}.</p>" for n in range(6))
    assert len(body(page(f"{data}<article><h1>Bell found</h1>{STORY}{long}</article>"))) == 9


def test_a_page_that_shows_a_summary_alone_is_read_from_its_data() -> None:
    """As long as the data hold far more than what is shown."""
    text = " ".join(f"{LEAD} {MORE} {LAST} It was told {n} times." for n in range(6))
    held = json.dumps({"@type": "NewsArticle", "headline": "Bell found", "articleBody": text})
    shown = f"<p>{LEAD}</p><p>{OTHER}</p><p>{OTHER} It rained again on Tuesday, and more children came than before.</p>"
    article = read(page(f'<script type="application/ld+json">{held}</script><h1>Bell found</h1>{shown}'))
    assert "told 5 times" in article.text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Les også: Klokka er funnet igjen", "banner"),
        ("Lire aussi : La cloche est retrouvée", "banner"),
        ("Lesen Sie auch", "banner"),
        ("Baca Juga:", "banner"),
        ("相关阅读：钟找到了", "banner"),
        ("Anzeige", "banner"),
        ("Siga o Correio do Cais no Facebook e no Instagram", "banner"),
        ("A post shared by Bella Ringer (@bellrings) on May 4, 2019", "junk"),
        ("Foto: Ole Kaimann/Kaibild", "credit"),
        ("【责任编辑：王小钟】", "metadata"),
        ("Von Ole Kaimann und Berta Kluth", "metadata"),
        ("Lesen Sie auch die Inschrift, sagte der Küster am Sonntag.", "body"),
        ("Von der Glocke war nichts zu hören.", "body"),
    ],
)
def test_labels_of_sites_in_other_languages(line: str, kind: str) -> None:
    """A sentence that begins with the same words is none."""
    assert told(page(f"<article><h1>Bell found</h1><p>{LEAD}</p><p>{line}</p><p>{MORE}</p></article>"))[line][0] == kind


def test_no_verdict_by_english_verbs_over_another_language() -> None:
    """A line without an English verb is a stray among English paragraphs alone."""
    paragraph = "Die Glocke hing dreißig Jahre im Turm über dem Hafen, ehe jemand sie in einer Nacht abnahm und auf einem Karren fortschaffte, sagt der Küster heute {}."
    line = "Der lange Weg der alten Glocke vom Turm über dem Hafen in eine Scheune"
    story = "".join(f"<p>{paragraph.format(n)}</p>" for n in range(5))
    assert line in body(
        page(f"<article><h1>Bell found</h1>{story}<p>{line}</p>{story.replace('Küster', 'Wirt')}</article>")
    )


def test_a_notice_between_headline_and_text_is_no_standfirst() -> None:
    """Nor is a caption: their form tells them there as anywhere."""
    notice = "We use cookies so that this site works; by continuing to read, you agree to that."
    whole = page(f"<main><header><h1>Bell found</h1><p>{notice}</p></header><div class='text'>{STORY * 3}</div></main>")
    assert told(whole).get(notice, ("", ""))[0] != "deck"
