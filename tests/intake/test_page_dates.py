"""The day of an article, by the ways in which the pages of many countries give it."""

from __future__ import annotations

from datetime import date

import pytest

from tellings.intake.page import dates, months
from tellings.values import Article

from .pages import linked, read, script

DAY = "2021-03-12"


def day(article: Article) -> str | None:
    return article.published.day if article.published else None


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("2021-03-12", "en"),
        ("2021-03-12T08:00:00.123+01:00", "en"),
        ("2021-03-12T23:30:00-08:00", "en"),  # the day of the page's own clock
        ("2021-3-12T8:05:00+09:00", "en"),
        ("2021-03-12 08:00:00 Europe/Lowquay", "en"),
        ("2021/03/12 08:00", "en"),
        ("20210312T080000Z", "en"),
        (1615536000, "en"),
        (1615536000000, "en"),
        ("Fri Mar 12 2021 08:00:00 GMT+0100 (CET)", "en"),
        ("Friday, March 12, 2021 - 08:00", "en"),
        ("12-Mar-2021", "en"),
        ("12/03/2021 08:00", "fr"),
        ("12.03.21", "de"),
        (["2021-03-12T08:00:00Z"], "en"),
        ({"@type": "Date", "@value": "2021-03-12"}, "en"),
        ("2021年03月12日 08:00", "zh"),
    ],
)
def test_a_date_of_json_ld_is_read_in_every_form(written: object, lang: str) -> None:
    """Of programs, as a number, in a list, in words."""
    assert day(read(linked(datePublished=written), lang=lang)) == DAY


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "datePublished": "", "dateCreated": "2021-03-12"}',
        '{"@type": "NewsArticle", "datePublished": "2931-01-01", "dateCreated": "2021-03-12"}',
        '{"@type": "NewsArticle", "headline": "Bell "found"", "datePublished": "2021-03-12T08:00:00Z"}',
        '{"@graph": [{"@type": "WebPage", "datePublished": "2021-03-12"}, {"@type": "Article", "headline": "Bell"}]}',
        '{"@type": "VideoObject", "uploadDate": "2021-03-12"}',
    ],
)
def test_what_the_article_does_not_say_its_page_or_its_video_says(data: str) -> None:
    """And a day that cannot be is passed over."""
    assert day(read(script(data))) == DAY


@pytest.mark.parametrize(
    "name",
    [
        "article:published_time", "og:pubdate", "PublishDate", "publication-date", "DC.Date.created", "dcterms.issued", "dcterms.available", "itemprop:datePublished",
        "cXenseParse:publishtime", "bt:pubDate", "article:post_date", "citation_date", "dateCreated", "vr:published_time", "analyticsAttributes.articleDate",
        "prism.publicationDate", "mediator_published_time", "dable:item_published", "article-publication-date", "pub_date", "ptime", "gsa-publish-date", "issued",
    ],
)  # fmt: skip
def test_a_date_is_read_from_the_head_under_many_names(name: str) -> None:
    """Whatever speaks of publication and of nothing else."""
    assert day(read(f"<meta name='{name}' content='2021-03-12T08:00:00+00:00'>")) == DAY


@pytest.mark.parametrize(
    "name", ["event:start_date", "expirationdate", "article:publisher", "birthdate", "copyright-date"]
)
def test_other_dates_of_the_head_are_not_of_publication(name: str) -> None:
    """Of an event, of a birth, of an end."""
    assert day(read(f"<meta name='{name}' content='2021-03-12'>")) is None


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("<span property='schema:datePublished' content='2021-03-12'></span>", "en"),
        ("<span property='dc:issued' content='2021-03-12T08:00:00+01:00'>x</span>", "en"),
        ("<abbr class='published' title='2021-03-12T08:00:00+01:00'>x</abbr>", "en"),
        ("<div data-published-date='2021-03-12T08:00:00Z'></div>", "en"),
        ("<div data-pubdate='1615536000'></div>", "en"),
        ("<ul><li>Updated: March 15, 2021</li><li>Published: March 12, 2021</li></ul>", "en"),
        ("<div class='date'>Updated March 15, 2021. First published March 12, 2021</div>", "en"),
        ("<div class='date'>Aktualisiert am 15.03.2021, veröffentlicht am 12.03.2021</div>", "de"),
        ("<p>입력 2021.03.12 08:00 수정 2021.03.15 09:00</p>", "ko"),
        ("<p>Published: 08:00 GMT, 12 March 2021 | Updated: 09:00 GMT, 15 March 2021</p>", "en"),
    ],
)
def test_a_day_of_publication_goes_before_one_of_change(body: str, lang: str) -> None:
    """In marks, in attributes, in one line with both."""
    assert day(read("", body, lang=lang)) == DAY


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("Mar. 12, 2021 8:00 a.m. ET", "en"), ("12th March 2021", "en"), ("viernes, 12 marzo 2021 - 08:00", "es"), ("12 de març de 2021", "ca"), ("12. Mrz. 2021", "de"),
        ("Fr, 12. Mär 2021", "de"), ("12 mars 2021 à 08h00", "fr"), ("12/03/21", "fr"), ("12 mar 2021", "it"), ("12 de mar. de 2021", "pt"), ("vr 12 mrt 2021", "nl"),
        ("12. marts 2021 kl. 08.00", "da"), ("Publicerad 2021-03-12 08.00", "sv"), ("12.3.2021 klo 8.00", "fi"), ("12 marca 2021", "pl"), ("12. 3. 2021", "cs"),
        ("12. března 2021", "cs"), ("12. ožujka 2021.", "hr"), ("12. март 2021", "sr"), ("12. marec 2021", "sl"), ("2021.03.12. 08:00", "hu"), ("12 martie 2021", "ro"),
        ("12 марта 2021, 08:00", "ru"), ("12 березня 2021", "uk"), ("12 Μαρτίου 2021", "el"), ("12 Mart 2021 Cuma", "tr"), ("الجمعة 12 آذار 2021", "ar"),
        ("١٢ مارس ٢٠٢١", "ar"), ("12 במרץ 2021", "he"), ("2021年3月12日（金） 8時00分", "ja"), ("2021. 3. 12. 08:00", "ko"), ("12 मार्च 2021", "hi"), ("১২ মার্চ ২০২১", "bn"),
        ("12 மார்ச் 2021", "ta"), ("12 Maret 2021", "id"), ("12 tháng 3, 2021", "vi"), ("12 มี.ค. 2564", "th"), ("12 Machi 2021", "sw"), ("2021 m. kovo 12 d.", "lt"),
        ("2021. gada 12. marts", "lv"), ("12. märts 2021", "et"), ("12. mars 2021", "is"),
    ],
)  # fmt: skip
def test_a_date_in_words_is_read_in_the_languages_of_news(written: str, lang: str) -> None:
    """With its month in full, declined or cut short, in that script's own digits too."""
    found = dates.read(written, usage=dates.usage(lang), today=date(2024, 6, 1))
    assert found
    assert found.earliest == DAY


def test_a_month_that_languages_differ_on_needs_the_language() -> None:
    """One name is October here and November there."""
    assert [months.number("listopada", language) for language in ("hr", "pl", None)] == [10, 11, None]
    assert (months.number("Sept."), months.number("ma"), months.number("čer", "cs")) == (9, None, None)


@pytest.mark.parametrize(
    ("locale", "site", "expected"),
    [
        ("en", "marrow.co.uk", True),
        ("en", "marrow.example", None),
        ("en_US", "marrow.co.uk", False),
        ("ja", "", None),
        ("fr", "", True),
    ],
)
def test_english_without_a_country_is_that_of_the_sites_country(locale: str, site: str, expected: object) -> None:
    """Which tells whether the day stands first."""
    assert dates.usage(locale, site).day_first is expected


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://marrow.example/2021/03/12/bell", DAY),
        ("https://marrow.example/2021/3/12/bell", DAY),
        ("https://marrow.example/news/bell-2021-03-12.html", DAY),
        ("https://marrow.example/news/20210312/bell", DAY),
        ("https://marrow.example/2021/mar/12/bell", DAY),
        ("https://marrow.example/articles/202103121234", None),
        ("https://marrow.example/2021/13/45/bell", None),
    ],
)
def test_a_day_is_read_from_an_address(address: str, told: str | None) -> None:
    """Where it is parted as one, or stands by itself."""
    found = dates.of_address(address)
    assert (found.earliest if found else None) == told


def test_where_only_a_change_is_dated_the_day_is_inferred_from_it() -> None:
    """And it is said so; a day in the address goes before it."""
    article = read(linked(dateModified="2021-03-15T08:00:00Z"))
    assert article.published
    assert article.modified
    assert (article.published.day, article.published.how, article.modified.how) == ("2021-03-15", "inferred", "stated")
    addressed = read(linked(dateModified="2021-03-15", url="https://marrow.example/2021/03/12/bell"))
    assert day(addressed) == DAY
