"""Days of print that an article does not state: found in what it tells, or in what another tells with it.

Nothing is made up: an article is dated or bounded only where its own text does so (``own_dates``), where its news is
of a weekday and a day of the month that meet in one year only of those that the story is of, or where another article
of the story prints the same quoted words under the same weekday. The reason and the places that tell it go with the
date; the article's moments are read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from tellings.linking import own_dates
from tellings.linking.own_dates import NAMES, Weekday, around, day_of, leading, number_of, weekdays
from tellings.reading import moments
from tellings.reading.paragraphs import paragraphs
from tellings.values import Moment, Published, Reading, Span

_RUN = 10  # words in a row that two articles do not print by chance
_ROUNDS = 3  # an article dated through another may date a third
_NARROW = 7  # days: what is bounded no closer is asked again of the other articles
_NEAR = 4  # days before its print that another article's weekday may lie: one further off may as well be ahead
_MARKED = re.compile(r"[\"“‘']([^\"“”\n]{30,}?)[\"”’']")
_WORD = re.compile(r"[\w']+")
_DAY_FIRST = re.compile(
    r"\d\s+[A-Z]"
)  # "Friday 14 June" of any day; "Friday, June 14" is printed where the day lies back


def settle(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, the undated ones dated or bounded where the texts allow, in the same order."""
    settled = tuple(
        _printed(reading, None if reading.article.published else own_dates.published(reading)) for reading in readings
    )
    for _ in range(_ROUNDS):
        found = [
            _from_year(reading, settled) or _from_others(reading, settled) if _open(reading) else None
            for reading in settled
        ]
        if not any(found):
            break
        settled = tuple(_printed(reading, published) for reading, published in zip(settled, found, strict=True))
    return settled


def _open(reading: Reading) -> bool:
    """Whether the day of print is not known, or inferred to no closer than a week."""
    published = reading.article.published
    if published is None:
        return True
    width = date.fromisoformat(published.latest) - date.fromisoformat(published.earliest)
    return published.how == "inferred" and width.days >= _NARROW


def _printed(reading: Reading, published: Published | None) -> Reading:
    """The reading as printed then: its moments are resolved again, in their places."""
    if published is None:
        return reading
    return moments.resolve(replace(reading, article=replace(reading.article, published=published)), published)


def _from_year(reading: Reading, readings: Sequence[Reading]) -> Published | None:
    """By the one year, of those around the story's, in which the day of the news falls on its weekday.

    Weekdays come round to the same day after five years at the soonest, so three years leave no doubt.
    """
    years = {
        int(published.earliest[:4]) + beside
        for other in readings
        if (published := other.article.published) and not _open(other)
        for beside in (-1, 0, 1)
    }
    text, places = reading.article.text, leading(paragraphs(reading.article))
    for moment in reading.moments:
        told = moment.rule == "date.month-day:past" and any(place.covers(moment.span) for place in places)
        number = number_of(reading, moment) if told else None
        days = [day for year in sorted(years) if (day := _in_year(moment, year)) and day.isoweekday() == number]
        if number and len(days) == 1:
            when = moment.span.of(text)
            reason = f"the text tells its news of “{when}”, and of the years near the story's only in {days[0].year} is that day a {NAMES[number - 1]}"
            found = around(days[0], lead=_DAY_FIRST.search(when) is not None, why=reason, evidence=(moment.span,))
            return _allowed(reading, found)
    return None


def _in_year(moment: Moment, year: int) -> date | None:
    """The day of "XXXX-06-14" in a year."""
    try:
        return date.fromisoformat(f"{year}{moment.value[4:10]}")
    except ValueError:
        return None


def _allowed(reading: Reading, published: Published) -> Published | None:
    """What was found, where the bounds that the text itself gives allow it."""
    known, after = reading.article.published, own_dates.after(reading)
    if known is not None and (published.latest < known.earliest or published.earliest > known.latest):
        return None
    return None if after is not None and published.latest < after.isoformat() else published


def _from_others(reading: Reading, readings: Sequence[Reading]) -> Published | None:
    """By a dated article that prints the same quoted words and tells its news of the same weekday."""
    candidates = [
        found
        for other in readings
        if other is not reading and not _open(other) and (found := _by_quote(reading, other))
    ]
    return min(candidates, key=lambda published: (published.latest, published.reason)) if candidates else None


def _by_quote(reading: Reading, other: Reading) -> Published | None:
    here = _same_words(reading, other)
    for mine in weekdays(reading) if here else ():
        day = _of_weekday(other, mine.number)
        if here and day:
            why = f"{PurePath(other.article.file).name} prints the same quoted words, and both tell of {mine.name}, there {day.isoformat()}"
            return _allowed(reading, around(day, lead=mine.lead, why=why, evidence=(here, mine.span)))
    return None


def _of_weekday(reading: Reading, number: int) -> date | None:
    """The day that an article means by a weekday, where it lies just before its print."""
    published = reading.article.published
    for weekday in weekdays(reading):
        day = _day_of(reading, weekday) if weekday.number == number else None
        if day is not None and published is not None:
            return day if (date.fromisoformat(published.latest) - day).days <= _NEAR else None
    return None


def _day_of(reading: Reading, weekday: Weekday) -> date | None:
    return next((day_of(moment) for moment in reading.moments if moment.span == weekday.span), None)


def _same_words(reading: Reading, other: Reading) -> Span | None:
    """The first quotation of which the other article prints a long run of words as well."""
    there = set(_runs(" ".join(paragraph.plain for paragraph in paragraphs(other.article))))
    for paragraph in paragraphs(reading.article):
        for marked in _MARKED.finditer(paragraph.plain):
            if any(run in there for run in _runs(marked[1])):
                return paragraph.span_of(marked.start(1), marked.end(1))
    return None


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    said = [word.lower() for word in _WORD.findall(text)]
    for index in range(len(said) - _RUN + 1):
        yield tuple(said[index : index + _RUN])
