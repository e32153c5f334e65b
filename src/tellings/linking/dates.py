"""Days of print that an article does not state: found in what it tells, or in what another tells with it.

Nothing is made up: an article is dated or bounded only where a full date
stands in its own text beside the weekday of its news, where its news is of a weekday
and a day of the month that meet in one year only of those that the story is of,
or where another article of the story prints the same words under the same weekday. The reason and the places that tell it go with the date;
the article's moments are read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import PurePath

from tellings.reading import moments
from tellings.reading.moments import words
from tellings.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from tellings.values import Moment, Published, Reading, Span

_ABSOLUTE = ("date.full", "date.iso")
_LEAD = 2  # paragraphs of the body that tell the news of the day
_FRESH = 2  # days: of 114 real articles dated so through another, 110 were printed within it
_SHARED = 2  # capitalised words in common of two paragraphs that tell one news
_RUN = 10  # words in a row that two articles do not print by chance
_ROUNDS = 3  # an article dated through another may date a third
_MARKED = re.compile(r"[\"“‘']([^\"“”\n]{30,}?)[\"”’']")
_CAPITAL = re.compile(r"[A-Z][a-z]+")
_WORD = re.compile(r"[\w']+")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Weekday:
    """A weekday that tells the news, and whether it stands where the news of the day is told."""

    number: int
    span: Span
    lead: bool


def settle(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, the undated ones dated or bounded where the texts allow, in the same order."""
    settled = tuple(readings)
    for _ in range(_ROUNDS):
        found = [
            None
            if reading.article.published
            else _from_itself(reading) or _from_year(reading, settled) or _from_others(reading, settled, _by_quote)
            for reading in settled
        ]
        if not any(found):
            break
        settled = tuple(
            _dated(reading, published) if published else reading
            for reading, published in zip(settled, found, strict=True)
        )
    return settled


def _dated(reading: Reading, published: Published) -> Reading:
    """The reading as printed on that day: its moments are resolved again, in their places."""
    return moments.resolve(replace(reading, article=replace(reading.article, published=published)), published)


def _from_itself(reading: Reading) -> Published | None:
    """By the latest full date of the lead or a caption, where the news is told of its weekday.

    A full date deeper in the text is mostly of an older story, and one in seven has the right weekday by chance.
    """
    found = paragraphs(reading.article)
    places = [*_leading(found), *(paragraph.span for paragraph in found if paragraph.block == "caption")]
    told = [
        moment
        for moment in reading.moments
        if moment.rule.split(":")[0] in _ABSOLUTE
        and not moment.rule.endswith(":future")
        and any(place.covers(moment.span) for place in places)
        and _of_today(reading.article.text, moment)
    ]
    days = [(day, moment) for moment in told if (day := _day(moment))]
    if not days:
        return None
    day, moment = max(days, key=lambda pair: (pair[0], -pair[1].span.start))
    for weekday in _weekdays(reading):
        if weekday.number == day.weekday() and not _elsewhen(reading, day) and _same_news(reading, moment, weekday):
            reason = f"the text tells its news of {_NAMES[weekday.number]} and names {day.isoformat()}, a {_NAMES[weekday.number]}"
            return _around(day, lead=weekday.lead, why=reason, evidence=(moment.span, weekday.span))
    return None


_OLDER = re.compile(
    r"(?i)\b(?:dated|since|as of|at least|before|after|until|behind|attacks of|file photo)\s+(?:the\s+)?$"
)
_FILED = re.compile(r"(?i)[^\n]{0,80}\bfile (?:photo|picture|image|pic)s?\b")
_ATTRIBUTE = re.compile(r"(?i)\b(?:the|an?|this|that|his|her|its|their|in)\s+$")
_NAMED_BY = re.compile(r",?\s+(?!on\b|in\b|at\b|and\b|to\b|that\b|by\b|when\b|for\b|from\b|as\b|with\b)[a-z]")
_SEPTEMBER = "-09-11"  # named in articles of any year


def _of_today(text: str, moment: Moment) -> bool:
    """Whether a full date may be the day of the news: not "the June 9, 2016, meeting", "dated ...", a filed picture's.

    Where this was not asked, one in six dates that real articles were given so was of an older story.
    """
    before, end = text[max(0, moment.span.start - 24) : moment.span.start], moment.span.end
    attribute = _ATTRIBUTE.search(before) and _NAMED_BY.match(text, end)
    return not (attribute or _OLDER.search(before) or _FILED.match(text, end) or moment.value.endswith(_SEPTEMBER))


def _from_year(reading: Reading, readings: Sequence[Reading]) -> Published | None:
    """By the one year, of those around the story's, in which the day of the news falls on its weekday.

    Weekdays come round to the same day after five years at the soonest, so three years leave no doubt.
    """
    years = {
        int(published.earliest[:4]) + beside
        for other in readings
        if (published := other.article.published)
        for beside in (-1, 0, 1)
    }
    text, leading = reading.article.text, _leading(paragraphs(reading.article))
    for moment in reading.moments:
        told = moment.rule == "date.month-day:past" and any(place.covers(moment.span) for place in leading)
        number = _number(reading, moment) if told else None
        if number is None:
            continue
        days = [day for year in sorted(years) if (day := _in_year(moment, year)) and day.isoweekday() == int(number)]
        if len(days) == 1:
            when = moment.span.of(text)
            reason = f"the text tells its news of “{when}”, and of the years near the story's only in {days[0].year} is that day a {_NAMES[int(number) - 1]}"
            return _around(days[0], lead=True, why=reason, evidence=(moment.span,))
    return None


def _in_year(moment: Moment, year: int) -> date | None:
    """The day of "XXXX-06-14" in a year."""
    try:
        return date.fromisoformat(f"{year}{moment.value[4:10]}")
    except ValueError:
        return None


def _elsewhen(reading: Reading, day: date) -> bool:
    """Whether the text calls that month by its bare name: of the running month news say "this month"."""
    months = {
        words.month(name)
        for moment in reading.moments
        if moment.rule.startswith("date.month:") and (name := moment.span.of(reading.article.text)).isalpha()
    }
    return day.month in months


def _same_news(reading: Reading, moment: Moment, weekday: _Weekday) -> bool:
    """Whether the paragraphs of the full date and of the weekday name the same: a picture may be of any day."""
    found = paragraphs(reading.article)
    dated, told = (paragraph_at(found, span.start) for span in (moment.span, weekday.span))
    if dated is None or told is None or dated is told:
        return True
    return len(_capitals(dated.plain) & _capitals(told.plain)) >= _SHARED


def _capitals(text: str) -> set[str]:
    times = {name.lower() for name in (*_NAMES, *words.MONTHS)}
    return {word for word in _CAPITAL.findall(text) if word.lower() not in times and len(word) > 3}


def _day(moment: Moment) -> date | None:
    try:
        return date.fromisoformat(moment.start or "")
    except ValueError:
        return None


def _around(day: date, *, lead: bool, why: str, evidence: tuple[Span, ...]) -> Published:
    """A weekday's name means the last seven days; where it leads, the news is hardly older than two."""
    latest = day + timedelta(days=_FRESH if lead else 6)
    reason = f"{why}: printed within {'two days' if lead else 'the week'} of it"
    return Published(day.isoformat(), latest.isoformat(), "inferred", reason, tuple(sorted(evidence)))


def _weekdays(reading: Reading) -> Iterator[_Weekday]:
    """The weekdays told in the past, those that lead first."""
    found = paragraphs(reading.article)
    leading = _leading(found)
    weekdays = [
        _Weekday(int(number[0]) - 1, moment.span, any(span.covers(moment.span) for span in leading))
        for moment in reading.moments
        if moment.rule.split(":")[0] in ("date.weekday", "clock.part")
        and moment.rule.endswith(":past")
        and (number := _number(reading, moment))
    ]
    yield from sorted(weekdays, key=lambda weekday: (not weekday.lead, weekday.span))


def _number(reading: Reading, moment: Moment) -> str | None:
    text = moment.span.of(reading.article.text).lower()
    if re.match(r"(?:next|last|this (?:past|coming)|the (?:following|previous))\b", text):
        return None
    return next((str(number) for number, name in enumerate(_NAMES, 1) if name.lower() in text), None)


def _leading(found: Sequence[Paragraph]) -> list[Span]:
    body = [paragraph.span for paragraph in found if paragraph.block == "body"]
    return [paragraph.span for paragraph in found if paragraph.block in ("title", "deck")] + body[:_LEAD]


def _from_others(
    reading: Reading, readings: Sequence[Reading], by: Callable[[Reading, Reading], Published | None]
) -> Published | None:
    """By a dated article that tells its news of the same weekday, where the two are of one news."""
    candidates = [
        found
        for other in readings
        if other is not reading and other.article.published and (found := by(reading, other))
    ]
    return min(candidates, key=lambda published: (published.latest, published.reason)) if candidates else None


def _by_quote(reading: Reading, other: Reading) -> Published | None:
    here = _same_words(reading, other)
    for mine in _weekdays(reading) if here else ():
        weekday = _of_weekday(other, mine.number)
        if here and weekday:
            why = f"{PurePath(other.article.file).name} prints the same quoted words, and both tell of {_NAMES[mine.number]}, there {weekday[1].isoformat()}"
            return _around(weekday[1], lead=mine.lead, why=why, evidence=(here, mine.span))
    return None


def _of_weekday(reading: Reading, number: int) -> tuple[_Weekday, date] | None:
    """What an article tells of a weekday, and the day that it means."""
    for weekday in _weekdays(reading):
        if weekday.number == number:
            day = next((_day(moment) for moment in reading.moments if moment.span == weekday.span), None)
            if day is not None:
                return weekday, day
    return None


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
