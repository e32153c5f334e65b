"""Days of print that no article states: found in the texts or left open, never made up."""

from __future__ import annotations

from dataclasses import replace

from tellings.linking import dates
from tellings.reading import moments
from tellings.values import Article, Block, Published, Reading, Span

QUOTE = "“We shall not leave this valley until every last family has a dry roof above its head,”"


def reading(file: str, *lines: tuple[str, str] | str, day: str | None = None) -> Reading:
    """A reading of lines; a pair is (kind of block, line), a bare line is body."""
    pairs = [("body", line) if isinstance(line, str) else line for line in lines]
    blocks, start = [], 0
    for kind, line in pairs:
        blocks.append(Block(kind, Span(start, start + len(line))))  # type: ignore[arg-type]
        start += len(line) + 1
    published = Published(day, day, "given") if day else None
    article = Article(file, "\n".join(line for _, line in pairs), "0", tuple(blocks), published=published)
    return moments.resolve(Reading(article), published)


def test_a_weekday_in_the_lead_and_its_full_date_in_a_caption():
    """News of Wednesday, and a picture of Wednesday 17 May 2023: printed within two days of it."""
    alone = reading(
        "a.txt",
        "The dam above Wendle in Tarn County broke on Wednesday after a week of rain.",
        ("caption", "Water pours through the broken dam above Wendle after a week of rain, May 17, 2023."),
        "Engineers had warned of cracks last month.",
    )
    (settled,) = dates.settle((alone,))
    published = settled.article.published
    assert published is not None
    assert (published.earliest, published.latest, published.how) == ("2023-05-17", "2023-05-19", "inferred")
    assert [span.of(settled.article.text) for span in published.evidence] == ["Wednesday", "May 17, 2023"]
    assert "Wednesday" in published.reason
    assert [moment.start for moment in settled.moments if "last month" in moment.span.of(settled.article.text)] == [
        "2023-04"
    ]


def test_a_reading_of_another_release_keeps_its_moments():
    """Events point at moments by position: what this release reads besides, or no more, changes none of the places."""
    alone = reading(
        "a.txt",
        "The dam above Wendle in Tarn County broke on Wednesday after a week of rain.",
        ("caption", "Water pours through the broken dam above Wendle after a week of rain, May 17, 2023."),
        "Engineers had warned of cracks last month, and the river rose for years.",
    )
    unknown = replace(alone.moments[0], span=Span(0, 3), rule="of.another-release")
    kept = replace(alone, moments=(unknown, *alone.moments[:-1]))
    (settled,) = dates.settle((kept,))
    assert settled.article.published is not None
    assert [moment.span for moment in settled.moments] == [moment.span for moment in kept.moments]


def test_a_picture_of_other_news_dates_nothing():
    """A caption that names nothing of what the lead tells may be of any day, even where the weekday fits."""
    alone = reading(
        "a.txt",
        "Governor Amara Quist praised the crews of Wendle on Wednesday.",
        ("caption", "A fishing boat at dawn, May 17, 2023."),
    )
    assert dates.settle((alone,))[0].article.published is None


def test_the_running_month_is_not_called_by_its_name():
    """An article that says "in January" of the past was not printed in that January."""
    alone = reading(
        "a.txt",
        "Governor Amara Quist praised the crews on Wednesday.",
        ("caption", "Governor Amara Quist praised the crews in Wendle, Wednesday, January 25, 2017."),
        "She had warned of cracks in January.",
    )
    published = dates.settle((alone,))[0].article.published
    assert published is None or published.latest > "2018"


def test_a_full_date_deep_in_the_text_dates_nothing():
    """Where the full date is told deep in the text it is mostly of an older story."""
    alone = reading(
        "a.txt",
        "The dam broke on Wednesday.",
        "People fled.",
        "It rained.",
        "A first dam broke on Wednesday, May 17, 2023.",
    )
    assert dates.settle((alone,))[0].article.published is None


def test_a_full_date_of_another_weekday_dates_nothing():
    """An old date in a caption is no day of print."""
    alone = reading("a.txt", "The dam broke on Wednesday.", ("caption", "The dam above Wendle on January 25, 2022."))
    assert dates.settle((alone,))[0].article.published is None


def test_a_full_date_in_junk_is_no_evidence():
    """What is no part of the article says nothing of its day."""
    alone = reading("a.txt", "The dam broke on Wednesday.", ("junk", "Most read: May 17, 2023"))
    assert dates.settle((alone,))[0].article.published is None


def test_a_year_alone_dates_nothing():
    """No day is made up from a year."""
    alone = reading("a.txt", "The dam, built in 2017, broke on Wednesday.")
    assert dates.settle((alone,)) == (alone,)


def test_the_same_quoted_words_under_the_same_weekday_date_the_other_article():
    """Two articles that print one long quotation and tell of one weekday tell of one day."""
    dated = reading("b.txt", f"The valley flooded on Wednesday. {QUOTE} said the mayor.", day="2023-05-18")
    undated = reading("c.txt", f"Water came on Wednesday. {QUOTE} the mayor said last night.")
    for order in ((dated, undated), (undated, dated)):
        found = next(one for one in dates.settle(order) if one.article.file == "c.txt").article.published
        assert found is not None
        assert (found.earliest, found.latest) == ("2023-05-17", "2023-05-19")
        assert "b.txt" in found.reason


def test_another_weekday_or_other_words_date_nothing():
    """One of the two is not enough."""
    dated = reading("b.txt", f"The valley flooded on Wednesday. {QUOTE} said the mayor.", day="2023-05-18")
    other_day = reading("c.txt", f"Water came on Monday. {QUOTE} the mayor said.")
    other_words = reading("d.txt", "Water came on Wednesday. “We leave,” the mayor said.")
    settled = dates.settle((dated, other_day, other_words))
    assert [one.article.published is None for one in settled] == [False, True, True]


def test_what_is_given_is_never_touched():
    """A day that the user gave stands, and so do the moments."""
    dated = reading("a.txt", "The dam broke on Wednesday, May 17, 2023. It was Wednesday.", day="2023-06-01")
    assert dates.settle((dated,)) == (dated,)


def test_a_weekday_with_day_and_month_falls_in_one_near_year():
    """“Friday 14 June” of a story of 2024 is of that year, and the article was printed then."""
    undated = reading("a.txt", "The council said on Friday 14 June that the bridge would be closed.")
    settled, _ = dates.settle((undated, reading("b.txt", "The bridge is old.", day="2024-05-20")))
    published = settled.article.published
    assert published is not None
    assert (published.earliest, published.latest, published.how) == ("2024-06-14", "2024-06-16", "inferred")
    assert [span.of(settled.article.text) for span in published.evidence] == ["Friday 14 June"]


def test_the_month_first_tells_of_a_day_that_lies_back():
    """Who prints the date after the weekday, month first, does so because the day is not the last one: a week is allowed."""
    undated = reading("a.txt", "The council said on Friday, June 14, that the bridge would be closed.")
    settled, _ = dates.settle((undated, reading("b.txt", "The bridge is old.", day="2024-05-20")))
    published = settled.article.published
    assert published is not None
    assert (published.earliest, published.latest) == ("2024-06-14", "2024-06-20")


def test_a_weekday_that_falls_on_that_day_in_no_near_year_dates_nothing():
    """“Monday 14 June” is of no year near 2024."""
    undated = reading("a.txt", "The council said on Monday 14 June that the bridge would be closed.")
    settled, _ = dates.settle((undated, reading("b.txt", "The bridge is old.", day="2024-05-20")))
    assert settled.article.published is None


def test_leads_of_other_doings_date_nothing():
    """The same weekday in leads of other news is no evidence."""
    lead = "The harbour master of Wendle resigned on Monday after a long quarrel."
    other = "A crane toppled in the harbour of Wendle on Monday, crushing two grain barges that were empty."
    settled, _ = dates.settle((reading("a.txt", lead), reading("b.txt", other, day="2023-05-17")))
    assert settled.article.published is None


def test_a_picture_that_shows_other_news_bounds_the_day_from_below():
    """A picture of the right weekday is not believed without the words of the news: it may be an old one."""
    alone = reading(
        "a.txt",
        "Governor Amara Quist praised the crews of Wendle on Wednesday.",
        ("caption", "Governor Amara Quist at a meeting in Wendle, May 17, 2023."),
    )
    published = dates.settle((alone,))[0].article.published
    assert published is not None
    assert (published.earliest, published.latest) == ("2023-05-17", "2025-05-16")
    assert "not printed before it" in published.reason


def test_a_picture_from_the_files_dates_nothing():
    """What the caption itself calls a file photo is of some other day."""
    alone = reading(
        "a.txt",
        "The dam above Wendle broke on Wednesday after a week of rain.",
        ("caption", "FILE PHOTO: The dam above Wendle after a week of rain, May 17, 2023."),
    )
    assert dates.settle((alone,))[0].article.published is None


def test_a_caption_that_names_the_weekday_itself_is_of_the_day():
    """Pictures of the day carry their weekday; those from the files do not."""
    alone = reading(
        "a.txt",
        "Governor Amara Quist praised the crews of Wendle on Wednesday.",
        ("caption", "Governor Amara Quist at a meeting in Wendle, Wednesday, May 17, 2023."),
    )
    published = dates.settle((alone,))[0].article.published
    assert published is not None
    assert (published.earliest, published.latest) == ("2023-05-17", "2023-05-19")


POST = "The water is at my door. Wen Tarrow (@wentarrow) May 16, 2023"


def test_a_post_of_the_weekday_that_leads_the_news():
    """A post that the article shows is hardly older than its news."""
    published = dates.settle((reading("a.txt", "The dam broke on Tuesday.", POST),))[0].article.published
    assert published is not None
    assert (published.earliest, published.latest) == ("2023-05-16", "2023-05-18")


def test_a_post_of_another_day_bounds_the_day_of_print():
    """The news came some time after the post, or hardly before it where the zones differ."""
    published = dates.settle((reading("a.txt", "The dam broke on Wednesday.", POST),))[0].article.published
    assert published is not None
    assert (published.earliest, published.latest) == ("2023-05-14", "2023-05-24")


def test_one_old_post_dates_nothing():
    """One post and no weekday of the news: it may be one that somebody remembers."""
    assert dates.settle((reading("a.txt", "The dam is old.", POST),))[0].article.published is None


def test_a_later_post_refutes_an_earlier_day():
    """No article is printed before a post that it shows."""
    later = "We are back. Wen Tarrow (@wentarrow) June 20, 2023"
    alone = reading("a.txt", "The dam broke on Tuesday.", POST, later)
    published = dates.settle((alone,))[0].article.published
    assert published is not None
    assert published.latest >= "2023-06-20"


def test_a_weekday_six_days_before_print_dates_no_other_article():
    """Where the dated article was printed on the eve of the weekday, it may look ahead: nothing is inferred from it."""
    dated = reading("b.txt", f"The valley flooded on Wednesday. {QUOTE} said the mayor.", day="2023-05-16")
    undated = reading("c.txt", f"Water came on Wednesday. {QUOTE} the mayor said last night.")
    settled = dates.settle((dated, undated))
    assert settled[1].article.published is None
