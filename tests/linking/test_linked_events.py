"""Events across articles: one doing is held as one, two doings stay two."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tellings.linking import doings, events
from tellings.values import (
    Article,
    Block,
    Entity,
    EntityMention,
    EventMention,
    Mention,
    Moment,
    Published,
    Reading,
    Span,
    Story,
    Telling,
)

PEOPLE = ("Dana Reed", "Ivo Marek", "Wendle Water")


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(file: str, *clauses: tuple[str, str, str, str], day: str = "2023-05-18") -> Reading:
    """A reading by hand; a clause is (text, trigger with its lemma after a slash, words of the time, ISO date)."""
    text = " ".join(f"{clause}." for clause, *_ in clauses)
    mentions, moments, found = [], [], []
    for clause, trigger, time, iso in clauses:
        span = at(text, clause)
        here = []
        for name in PEOPLE:
            if name in clause:
                place = Span(span.start + clause.index(name), span.start + clause.index(name) + len(name))
                here.append(len(mentions))
                mentions.append(Mention(place, "person", "name"))
        here.sort(key=lambda position: mentions[position].span)
        word, _, lemma = trigger.partition("/")
        when = Span(span.start + clause.index(time), span.start + clause.index(time) + len(time))
        moments.append(Moment(when, "DATE", iso, iso or None, iso or None, None, "by-hand"))
        trigger_span = Span(span.start + clause.index(word), span.start + clause.index(word) + len(word))
        found.append(EventMention(span, trigger_span, lemma, tuple(here), len(moments) - 1))
    article = Article(file, text, file, (Block("body", Span(0, len(text))),), published=Published(day, day, "given"))
    return Reading(article, mentions=tuple(mentions), moments=tuple(moments), events=tuple(found))


def story(*readings: Reading) -> Story:
    entities = []
    for name in PEOPLE:
        mentions = tuple(
            EntityMention(Telling(article, mention.span), position, "name")
            for article, reading in enumerate(readings)
            for position, mention in enumerate(reading.mentions)
            if mention.span.of(reading.article.text) == name
        )
        entities.append(Entity(name, "person", (), mentions))
    return Story("", readings, entities=tuple(entities))


def grouped(*readings: Reading) -> list[list[str]]:
    found = events.link(story(*readings))
    return [[telling.span.of(readings[telling.article].article.text) for telling in event.tellings] for event in found]


MET = ("Dana Reed met Ivo Marek on Monday", "met/meet", "on Monday", "2023-05-15")
SAT = ("Last month Dana Reed went to sit down with Ivo Marek", "went/go", "Last month", "2023-05")
SUED = ("On Monday Dana Reed sued Wendle Water", "sued/sue", "On Monday", "2023-05-15")
FILED = ("Dana Reed filed a lawsuit against Wendle Water on May 15", "filed/file", "on May 15", "2023-05-15")


def test_one_doing_in_other_words_is_held_as_one():
    """Verbs of one class with the same people on the same day are one event."""
    assert len(grouped(told("a", SUED), told("b", FILED))) == 1


def test_a_month_holds_its_days_and_the_narrow_date_counts():
    """A coarse date agrees with a fine one inside it, and the event has the fine one."""
    (event,) = events.link(story(told("a", MET, day="2023-05-16"), told("b", SAT, day="2023-06-02")))
    assert (event.start, event.end, len(event.tellings)) == ("2023-05-15", "2023-05-15", 2)
    assert event.first == 0


def test_two_doings_of_one_day_stay_two():
    """The same people on the same day may do two things."""
    assert (
        len(
            grouped(
                told("a", MET), told("b", ("On Monday Dana Reed sued Ivo Marek", "sued/sue", "On Monday", "2023-05-15"))
            )
        )
        == 2
    )


def test_the_same_doing_by_somebody_else_stays_apart():
    """Who does it must be the same."""
    other = ("Ivo Marek sued Wendle Water on Monday", "sued/sue", "on Monday", "2023-05-15")
    assert len(grouped(told("a", SUED), told("b", other))) == 2


def test_the_same_doing_on_another_day_stays_apart():
    """Dates that exclude one another part two events."""
    later = ("On Tuesday Dana Reed sued Wendle Water", "sued/sue", "On Tuesday", "2023-05-16")
    assert len(grouped(told("a", SUED), told("b", later))) == 2


def test_without_a_date_nothing_is_joined():
    """An event that cannot be dated stays by itself, at the end."""
    unknown = ("Once Dana Reed sued Wendle Water", "sued/sue", "Once", "")
    found = events.link(story(told("a", unknown), told("b", SUED)))
    assert [event.start for event in found] == ["2023-05-15", None]


def test_the_label_is_printed_text():
    """A label is the words of one of the tellings."""
    readings = (told("a", SUED), told("b", FILED))
    for event in events.link(story(*readings)):
        assert event.label in {telling.span.of(readings[telling.article].article.text) for telling in event.tellings}


def test_the_order_of_arrival_changes_nothing():
    """The same readings in any order give the same events."""
    readings = (told("a", MET, SUED), told("b", FILED), told("c", SAT))
    expected = sorted(sorted(group) for group in grouped(*readings))
    for order in permutations(readings):
        assert sorted(sorted(group) for group in grouped(*order)) == expected


def test_who_had_it_first_is_told_only_where_the_days_tell():
    """Two articles of one day: neither was first."""
    (event,) = events.link(story(told("a", SUED), told("b", FILED)))
    assert event.first is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("the union sued the yard", "sue"), ("the union filed a lawsuit", "file"), True),
        (("the minister slammed the report", "slam"), ("the minister railed at it", "rail"), True),
        (("the ferry sank off the cape", "sink"), ("the ferry was wrecked", "wreck"), True),
        (("the union sued the yard", "sue"), ("the bakery opened its doors", "open"), False),
    ],
)
def test_doings_are_alike_by_class_or_by_words(one: tuple[str, str], other: tuple[str, str], alike: bool):  # noqa: FBT001  # a column of the table
    """The table of classes puts like acts together."""
    likeness = doings.likeness(doings.doing(*one, without=""), doings.doing(*other, without=""))
    assert (likeness >= 0.25) == alike


def test_a_day_of_the_month_meets_the_day_that_another_article_dates():
    """What one prints as “on 16 May” is the event that another dates, where the doing and the doer are the same."""
    one = told("a.txt", ("Dana Reed met the council on Tuesday", "met/meet", "Tuesday", "2023-05-16"))
    other = told("b.txt", ("Dana Reed met the council on 16 May", "met/meet", "16 May", ""))
    moment = replace(other.moments[0], value="XXXX-05-16")
    linked = events.link(story(one, replace(other, moments=(moment,))))
    assert [len(event.tellings) for event in linked] == [2]


def test_two_rare_words_of_one_day_are_one_event():
    """Of one day, in words that the story prints nowhere else, and nobody else takes part."""
    one = told("a.txt", ("the probe put itself into sleep mode on Saturday", "put/put", "Saturday", "2023-05-13"))
    other = told("b.txt", ("the craft had been in sleep mode since Saturday", "been/be", "Saturday", "2023-05-13"))
    assert [len(event.tellings) for event in events.link(story(one, other))] == [2]


AHEAD = ("Dana Reed will meet Ivo Marek on Monday", "meet/meet", "on Monday", "2023-05-15")


def test_who_announced_it_did_not_report_it():
    """A plan and what came of it are one event, told by who tells it as done; an announcement is never first."""
    (event,) = events.link(story(told("a", AHEAD, day="2023-05-13"), told("b", MET, day="2023-05-16")))
    assert (event.label, event.announced, event.first) == (MET[0], (0,), 1)
    assert [(report.telling, report.rank) for report in event.reports] == [(1, 1), (0, None)]


def test_who_announced_it_first_among_announcements():
    """Where all only announce it, the first of them was first."""
    (event,) = events.link(story(told("a", AHEAD, day="2023-05-12"), told("b", AHEAD, day="2023-05-13")))
    assert (event.announced, event.first) == ((), 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The new fishing rules will take effect on Monday", "take/take", "on Monday"), ("A judge put the new fishing rules on hold on Monday", "put/put", "on Monday")),
        (("Dana Reed failed to sue Wendle Water on Monday", "sue/sue", "on Monday"), ("Dana Reed sued Wendle Water on Monday", "sued/sue", "on Monday")),
        (("Dana Reed and Ivo Marek agreed on Monday", "agreed/agree", "on Monday"), ("Dana Reed met Wendle Water on Monday for a deal", "met/meet", "on Monday")),
        (("Guards arrested two brothers of the ferry crew on Monday", "arrested/arrest", "on Monday"), ("Guards released two brothers of the ferry crew on Monday", "released/release", "on Monday")),
        (("The ruling on Monday was long", "ruling/ruling", "on Monday"), ("The harbour board acknowledged on Monday that a ruling was near", "acknowledged/acknowledge", "on Monday")),
    ],
)  # fmt: skip
def test_a_plan_a_failure_and_an_answer_are_not_the_doing(one: tuple[str, str, str], other: tuple[str, str, str]):
    """What shares a day and words with a doing may still be another one."""
    first, second = ((*clause, "2023-05-15") for clause in (one, other))
    assert len(grouped(told("a", first, day="2023-05-13"), told("b", second, day="2023-05-16"))) == 2
