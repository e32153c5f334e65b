"""What no class or id of a page tells: boxes known by what they hold. Every page is invented, and named by digests."""

from __future__ import annotations

import pytest

from tellings.intake import html
from tellings.intake.options import IntakeOptions
from tellings.values import Article

HEADLINE = "Bell found in barn near old quay"
TEXT = [
    "The harbour bell of the old port was found on Sunday in a barn near the quay, the keeper of the tower said.",
    "It had been missing since the storm of last year, when the tower fell into the sea and with it the clock.",
    "The council must now decide whether it will be hung again, and has invited all townspeople to the hall.",
    "“No,” he said.",
    "The keeper puts the cost at several thousand talers, most of which are to come from gifts of the fishermen.",
    "A vote is expected in spring, when the boats are back and the quay is dry enough for the smith to work.",
]
SAYINGS = "<p>I always said that the bell was in that barn, nobody would listen to me at the time.</p><p>They should leave it there and spend the money on the school roof instead, I think.</p>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p class='css-1x'>{text}</p>" for text in texts)


def read(inner: str, after: str = "") -> Article:
    page = f"<html lang='en'><head><title>{HEADLINE} - Marrow Post</title></head><body><div class='a1'><div class='b2'><h1>{HEADLINE}</h1>{inner}</div>{after}</div></body></html>"
    article = next(html.read("page.html", page.encode(), IntakeOptions()))
    assert isinstance(article, Article)
    return article


def body(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind == "body" and not block.repeat]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='c3'><h2>Comments (3)</h2>{SAYINGS}</div>",
        f"<div class='c3'><h3>2 Kommentare</h3><div>{SAYINGS}</div></div>",
        f"<h2>Commentaires</h2><div class='c3'>{SAYINGS}</div>",
        "<div class='c3'><h3>Related articles</h3><div><a href='/1'>Ferry sold</a><p>The ferry that has served the bay for forty years goes to the islands.</p></div></div>",
        "<div class='c3'><span>Most read</span><p>Pupils of the second form had to be taught in the hall of the inn on Monday.</p></div>",
        "<div class='c3'><h4>About the author</h4><p>Ada Quill has written about harbours and their bells for more than twenty years.</p></div>",
        "<div class='c3'><a href='/autor/quill'>Ada Quill</a><p>Redakteurin im Ressort Hafen, schreibt seit mehr als zwanzig Jahren über Glocken.</p></div>",
        "<div class='c3'><h3>The Marrow Morning</h3><p>All the news of the harbour before you have had your coffee.</p><div><input type='email'></div></div>",
        "<div class='c3'><h3>Support the Marrow Post</h3><p>We rely on readers like you. If you can, please support our journalism with a gift today.</p><a href='/d'>Give now</a></div>",
        "<div class='c3'><div>MARROW INDEX</div><div>1,204.33</div><div>+0.4 %</div></div>",
        "<div class='c3'><p>We and our partners use cookies to store and access data such as how you browse.</p><p>You can change your choices at any time in our centre, at the foot of every page.</p></div>",
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_a_box_is_told_by_what_it_holds(box: str, inside: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """By the heading that announces it, its field for an address, its notice, its labels; beside the text or in it."""
    text = f"<div class='d4'>{paragraphs(TEXT)}{box if inside else ''}</div>{'' if inside else box}"
    assert body(read(text)) == TEXT


@pytest.mark.parametrize("word", ["paywall", "subscriber-content", "hidden-content", "print", "snippet", "read-more"])
def test_a_vague_name_does_not_take_paragraphs_from_the_text(word: str) -> None:
    """The rest of an article behind a wall, or shown after a click, is the article's."""
    long = [f"{one} {two}" for one, two in zip(TEXT[:3], TEXT[3:], strict=True)]
    assert body(read(f"<div>{paragraphs(long[:2])}<div class='{word}'>{paragraphs(long[2:])}</div></div>")) == long
    offer = f"<div class='{word}'><p>Sign up for our newsletter and get the news of the harbour to your inbox every day of the week.</p></div>"
    assert body(read(f"<div>{paragraphs(TEXT)}{offer}</div>")) == TEXT


@pytest.mark.parametrize(
    "inner",
    [
        f"<div class='d4'>{paragraphs(TEXT[:4])}<div class='e5'>{paragraphs(TEXT[4:])}</div></div>",
        f"<div class='d4'><div>{'<br><br>'.join(TEXT[:5])}</div><blockquote>{TEXT[5]}</blockquote></div>",
        f"<x-body><x-paragraph>{'</x-paragraph><x-paragraph>'.join(TEXT)}</x-paragraph></x-body>",
    ],
)
def test_a_text_is_whole_though_most_of_it_stands_in_one_element(inner: str) -> None:
    """Of its own element, of one of its paragraphs, of elements that a site named itself."""
    assert "\n".join(body(read(inner))) == "\n".join(TEXT)


def test_a_short_article_is_not_lost_among_what_stands_below_it() -> None:
    """What stands with the headline is the text, where it is several paragraphs."""
    foot = "<div class='f6'><p>Marrow Post is published by the Marrow Press Company, Low Quay 4, Marrow, where you find us on all days but Sunday.</p><p>Write to the newsroom at any time, and tell us what you think of the paper and of its new look this year.</p></div>"
    assert body(read(paragraphs(TEXT[:2]), foot)) == TEXT[:2]


def test_words_in_italics_in_one_paragraph_with_a_picture_are_its_caption() -> None:
    """Where nothing else stands in it."""
    article = read(
        paragraphs(TEXT[:3]) + "<p><img src='b.jpg'><em>The bell in the barn on Sunday</em></p>" + paragraphs(TEXT[3:])
    )
    assert body(article) == TEXT


def test_the_clock_times_of_a_live_report_are_not_of_its_text() -> None:
    """Each stands alone above an entry."""
    entries = "".join(f"<div class='g7'><time>1{place}:30</time><p>{text}</p></div>" for place, text in enumerate(TEXT))
    assert body(read(entries)) == TEXT
