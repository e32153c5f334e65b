"""The page: every link leads somewhere, every anchor holds its words, nothing is fetched or run."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from page_reader import Page, read_page

from tellings.export.json import export
from tellings.export.overview import events
from tellings.export.page import render
from tellings.export.view import View, clip, days, published
from tellings.values import Reading, Story

Row = dict[str, Any]


@pytest.fixture
def page(exported: Row) -> Page:
    return read_page(render(exported))


def test_ids_are_unique_and_every_link_inside_the_page_resolves(page: Page) -> None:
    """No link leads nowhere."""
    assert len(page.ids) == len(set(page.ids))
    missing = [href for href in page.links if href.startswith("#") and href[1:] not in page.texts]
    assert missing == []


def test_every_printing_opens_at_exactly_its_words(page: Page, exported: Row) -> None:
    """The text of the link's target is the printed text, character for character."""
    for utterance in exported["utterances"]:
        for telling in utterance["tellings"]:
            anchor = f"{telling['article']}-{telling['span'][0]}-{telling['span'][1]}"
            assert page.texts[anchor] == telling["text"]
            assert f"#{anchor}" in page.links


@pytest.mark.parametrize("table", ["quotes", "figures", "moments", "events", "comparisons"])
def test_every_row_has_a_place_on_the_page_and_its_words_link_back(page: Page, exported: Row, table: str) -> None:
    """There and back again; a quotation of an utterance leads to the utterance."""
    for row in exported[table]:
        back = row.get("utterance") or row["id"]
        assert back in page.texts
        if table != "moments" or row["start"] or row["end"]:
            assert f"#{back}" in page.links


def test_the_article_stands_in_full(page: Page, exported: Row) -> None:
    """Junk included: every block's words are on the page in their order."""
    for article in exported["articles"]:
        shown = page.texts[article["id"]]
        place = 0
        for block in sorted(article["blocks"], key=lambda block: block["span"]):
            words = article["text"][block["span"][0] : block["span"][1]]
            place = shown.index(words, place) + len(words)


def test_junk_inside_a_paragraph_is_labelled(page: Page) -> None:
    """It is there, and it says that it is not the article."""
    assert 'class="junk" data-label="Not the article"' in page.html


def test_altered_words_are_marked_in_text_too(page: Page) -> None:
    """Each change by its name, with what was there and what is here."""
    assert "cut at the front" in page.html
    assert re.search(r"word replaced</span> <del>looked at</del>.*<ins>checked</ins>", page.html)


def test_what_is_not_known_is_said_to_be_not_told(page: Page) -> None:
    """An article without outlet, date and headline; a quotation without speaker."""
    for words in ("outlet not told (unnamed.txt)", "date not told", "no headline", "Speaker not told"):
        assert words in page.text


def test_no_quotation_marks_are_added(exported: Row) -> None:
    """The page prints no more opening marks than the articles have, each at most once a place it is shown."""
    for quote in exported["quotes"]:
        quote["text"] = [piece.translate({ord(mark): None for mark in "“”\"‘’'"}) for piece in quote["text"]]
    said = render(exported).split('id="speakers"')[1].split("</section>")[0]
    assert not re.search("[“”]", said)


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    """One first heading, and no level left out."""
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(page.headings))


def test_no_link_is_without_words(exported: Row) -> None:
    """On a phone the drawing shows short labels alone: they are told to a screen reader too."""
    assert "aria-hidden" not in render(exported)


def test_every_table_scrolls_by_itself(exported: Row) -> None:
    """A wide one never widens the page."""
    html = render(exported)
    assert (
        html.count("<table")
        == len(re.findall(r'<div class="table" tabindex="0" role="region" [^>]*>\s*<table', html))
        > 3
    )


def test_an_event_of_which_only_the_last_day_is_known_stands_at_that_day(exported: Row) -> None:
    """It is dated all the same; those without any day come last."""
    exported["events"][-1]["when"] = {"start": None, "end": "1900-01-31"}
    assert events(View(exported))[0].id == exported["events"][-1]["id"]


def test_nothing_is_fetched_and_only_the_own_script_runs(page: Page) -> None:
    """No address but that of links a reader follows, and a policy that allows nothing else."""
    assert "default-src 'none'" in unescape(page.html)
    assert not re.search(
        r"""<(?:img|iframe|object|embed|audio|video)\b|@import|url\(|\bsrc=|\sstyle=|\son\w+=""", page.html
    )
    assert set(re.findall(r'<link [^>]*href="([^"]*)"', page.html)) == {"data:,"}


@pytest.mark.parametrize("field", ["outlet", "title", "byline"])
def test_an_article_cannot_put_markup_on_the_page(exported: Row, field: str) -> None:
    """Whatever an article calls itself."""
    nasty = '"><script>alert(1)</script>'
    exported["articles"][0][field] = {"value": nasty, "how": "given", "reason": nasty, "evidence": []}
    exported["entities"][0]["name"] = nasty
    assert "<script>alert" not in render(exported)


def test_a_quotation_opens_in_the_page_it_was_printed_on(exported: Row) -> None:
    """At its words, where the article has an address; the export says the same of its quotation."""
    quote = next(quote for quote in exported["quotes"] if quote["link"])
    url = next(row["url"] for row in exported["articles"] if row["id"] == quote["article"])
    assert quote["link"].startswith(f"{url}#:~:text=")
    assert quote["link"] in read_page(render(exported)).links
    assert any(quote["link"] is None for quote in exported["quotes"])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "HTTPS://x.example/"])
def test_only_addresses_of_the_web_are_linked(exported: Row, url: str) -> None:
    """An address is given by the input, which may be anybody's."""
    exported["articles"][0]["url"] = url
    assert (url in read_page(render(exported)).links) is url.lower().startswith("http")


def test_an_empty_story_has_a_page(exported: Row) -> None:
    """One article in which nobody says anything."""
    del exported
    from invented import article

    html = render(export(Story("", (Reading(article("tide.txt")),)), ()))
    assert "1 article, side by side" in html
    assert "Nobody is quoted" in html


def test_the_same_export_gives_the_same_page(exported: Row) -> None:
    """Byte for byte."""
    assert render(exported) == render(exported)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-03-13", "2024-03-15", "13–15 March 2024"),
        ("2024-03-31", "2024-04-02", "31 March – 2 April 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-03", "2024-04", "March–April 2024"),
        ("2023", "2024", "2023–2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-03-04", None, "4 March 2024"),
        (None, None, "not told"),
    ],
)
def test_days_in_words(start: str | None, end: str | None, words: str) -> None:
    """What both ends share is said once; a whole month or year by its name."""
    assert days(start, end) == words


def test_an_open_day_of_print_is_told_as_between_two() -> None:
    """It is bounded, not made up."""
    row = {"earliest": "2024-03-04", "latest": "2024-03-05", "day": None}
    assert published(row) == "between 4 and 5 March 2024"


def test_an_extract_ends_with_a_whole_word() -> None:
    """And says whether something was left out."""
    assert clip("one two three", 9) == ("one two", True)
    assert clip("one two", 9) == ("one two", False)


def test_one_utterance_under_two_speakers_stands_with_both(exported: Row) -> None:
    """Where articles do not agree on who said it, neither is left without their line."""
    exported["quotes"][3]["speaker"] = "e3"
    exported["quotes"][5]["speaker"] = "e1"
    page = read_page(render(exported))
    assert [href for href in page.links if href.startswith("#") and href[1:] not in page.texts] == []
    assert "We will not open that bridge" in page.texts["e3"]
