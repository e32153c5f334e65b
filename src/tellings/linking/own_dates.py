"""The day of print as an article's own text tells it: a full date beside the weekday of its news.

Three kinds of full dates tell something of the day. One in the title or the lead tells the news itself. One under a
post that the article shows ("(@name) May 3, 2021") is hardly older than the news. One in a caption is that of
a picture, and half of the pictures are older: it is believed only where the caption names the weekday itself or tells
the news in the words of the lead; else it bounds the day from below, and, of the right weekday, to two years above.
The shares behind each choice stand in ``docs/time.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tellings.linking import doings
from tellings.reading.moments import words
from tellings.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from tellings.values import Moment, Published, Reading, Span

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

FRESH = 2
"""Days after the weekday that leads the news: 96 of 100 articles were printed within them, most others on its eve."""

_WEEK = 6
_POST = 8  # days after the last of the posts shown, where there is a second of those days or a weekday told
_POSTS = 3  # days in which two posts lie that are of one news
_ZONE = 2  # days that a post may be dated after the print: the reader's zone, and a clock of the outlet's own
_PICTURE = 730  # days after a picture of the right weekday: all of 33 articles were printed within them
_ABSOLUTE = ("date.full", "date.iso")
_LEAD = 2  # paragraphs of the body that tell the news of the day
_TOLD = 3  # words that a caption has in common with the news, names apart, where it shows that news
_SHARED = 2  # capitalised words in common of two paragraphs that tell one news
_CAPITAL = re.compile(r"[A-Z][a-z]+")
_SMALL = re.compile(r"\b[a-z][a-z'-]{2,}")
_HANDLE = re.compile(r"\(@\w+\)\s*$")
_OLDER = re.compile(
    r"(?i)\b(?:dated|since|as of|at least|before|after|until|through|by|behind|attacks of|file photo)\s+(?:the\s+)?$"
)
_FILED = re.compile(
    r"(?i)\b(?:file|archive|undated) (?:photo|picture|image|pic|footage)|\bcombination (?:photo|picture)|\bFILE\b"
)
_ATTRIBUTE = re.compile(r"(?i)\b(?:the|an?|this|that|his|her|its|their|in)\s+$")
_NAMED_BY = re.compile(r",?\s+(?!on\b|in\b|at\b|and\b|to\b|that\b|by\b|when\b|for\b|from\b|as\b|with\b)[a-z]")
_SEPTEMBER = "-09-11"  # named in articles of any year


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday that tells the news, and whether it stands where the news of the day is told."""

    number: int
    span: Span
    lead: bool

    @property
    def name(self) -> str:
        """Its name in English."""
        return NAMES[self.number]


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A full date that bounds the day of print: where it stands (lead, post, picture), and in which paragraph."""

    kind: str
    day: date
    moment: Moment
    paragraph: Paragraph


def published(reading: Reading) -> Published | None:
    """When the article was printed, as its own text tells it; none where it does not."""
    stamps = list(_stamps(reading))
    if not stamps:
        return None
    found = [one for stamp in stamps if (one := _news(reading, stamp) or _bound(reading, stamp))]
    latest = max(stamp.day for stamp in stamps).isoformat()
    fitting = [one for one in found if one.latest >= latest]
    return min(fitting, key=_width) if fitting else None


def after(reading: Reading) -> date | None:
    """The latest day before which the article cannot have been printed, as the dates of its posts and pictures tell."""
    days = [stamp.day for stamp in _stamps(reading) if stamp.kind != "lead"]
    return max(days, default=None)


def _width(published: Published) -> tuple[timedelta, str]:
    return date.fromisoformat(published.latest) - date.fromisoformat(published.earliest), published.earliest


def _stamps(reading: Reading) -> Iterator[_Stamp]:
    """The full dates that may tell something of the day of print, in the order of the text."""
    text, found = reading.article.text, paragraphs(reading.article)
    places = leading(found)
    for moment in reading.moments:
        paragraph = paragraph_at(found, moment.span.start)
        day = day_of(moment)
        if paragraph is None or day is None or moment.rule.split(":")[0] not in _ABSOLUTE:
            continue
        if _HANDLE.search(text[max(0, moment.span.start - 40) : moment.span.start]):
            yield _Stamp("post", day, moment, paragraph)
        elif moment.rule.endswith(":future") or not _of_today(text, moment):
            continue
        elif paragraph.block == "caption":
            if not _FILED.search(text[paragraph.span.start : min(len(text), paragraph.span.end + 40)]):
                yield _Stamp("picture", day, moment, paragraph)
        elif any(place.covers(moment.span) for place in places):
            yield _Stamp("lead", day, moment, paragraph)


def _of_today(text: str, moment: Moment) -> bool:
    """Whether a full date may be that of the news: not "the May 4, 2021, meeting", "dated ...", "since ..."."""
    before, end = text[max(0, moment.span.start - 24) : moment.span.start], moment.span.end
    attribute = _ATTRIBUTE.search(before) and _NAMED_BY.match(text, end)
    return not (attribute or _OLDER.search(before) or moment.value.endswith(_SEPTEMBER))


def _news(reading: Reading, stamp: _Stamp) -> Published | None:
    """The day where the full date is that of the news: its weekday tells it as well."""
    for weekday in weekdays(reading):
        if weekday.number == stamp.day.weekday() and _told(reading, stamp, weekday):
            reason = f"the text tells its news of {weekday.name} and names {stamp.day.isoformat()}, a {weekday.name}"
            return around(stamp.day, lead=weekday.lead, why=reason, evidence=(stamp.moment.span, weekday.span))
    return None


def _told(reading: Reading, stamp: _Stamp, weekday: Weekday) -> bool:
    """Whether the full date and the weekday tell one news."""
    if stamp.kind == "post":
        return weekday.lead
    if _elsewhen(reading, stamp.day):
        return False
    if stamp.kind == "picture":
        return weekday.lead and (_named(reading, stamp) or _in_words_of_the_lead(reading, stamp))
    return _same_names(reading, stamp, weekday)


def _named(reading: Reading, stamp: _Stamp) -> bool:
    """Whether the full date is printed with its weekday."""
    return stamp.moment.span.of(reading.article.text).startswith(NAMES)


def _in_words_of_the_lead(reading: Reading, stamp: _Stamp) -> bool:
    """Whether the caption tells the news in the words of the title and the lead; names alone may be of any day."""
    found = paragraphs(reading.article)
    places = leading(found)
    lead = {word for one in found if one != stamp.paragraph and one.span in places for word in _stems(one.plain)}
    return len(_stems(stamp.paragraph.plain, small=True) & lead) >= _TOLD


def _stems(text: str, *, small: bool = False) -> set[str]:
    """The stems of the words that say something; only of those in small letters, where names are left out."""
    plain = text if small else text.lower()
    return {doings.stem(word) for word in _SMALL.findall(plain) if not doings.empty(word)}


def _same_names(reading: Reading, stamp: _Stamp, weekday: Weekday) -> bool:
    """Whether the paragraphs of the full date and of the weekday name the same."""
    told = paragraph_at(paragraphs(reading.article), weekday.span.start)
    if told is None or told == stamp.paragraph:
        return True
    return len(_capitals(stamp.paragraph.plain) & _capitals(told.plain)) >= _SHARED


def _capitals(text: str) -> set[str]:
    times = {name.lower() for name in (*NAMES, *words.MONTHS)}
    return {word for word in _CAPITAL.findall(text) if word.lower() not in times and len(word) > 3}


def _elsewhen(reading: Reading, day: date) -> bool:
    """Whether the text calls that month by its bare name: of the running month news say "this month"."""
    months = {
        words.month(name)
        for moment in reading.moments
        if moment.rule.startswith("date.month:") and (name := moment.span.of(reading.article.text)).isalpha()
    }
    return day.month in months


def _bound(reading: Reading, stamp: _Stamp) -> Published | None:
    """Between which days the article was printed, where it shows a post, or a picture of the weekday of its news."""
    if stamp.kind == "post":
        if not (_another(reading, stamp) or any(weekdays(reading))):
            return None
        first, last = stamp.day - timedelta(days=_ZONE), stamp.day + timedelta(days=_POST)
        why = f"the text shows a post of {stamp.day.isoformat()} and none later: hardly printed before it, nor over a week after it"
        return Published(first.isoformat(), last.isoformat(), "inferred", why, (stamp.moment.span,))
    lead = next((weekday for weekday in weekdays(reading) if weekday.lead), None)
    if stamp.kind != "picture" or lead is None or lead.number != stamp.day.weekday():
        return None
    if not _same_names(reading, stamp, lead):
        return None
    last = stamp.day + timedelta(days=_PICTURE)
    why = f"the text shows a picture of {stamp.day.isoformat()}, a {lead.name}, and tells its news of {lead.name}: not printed before it, and hardly over two years after it"
    return Published(stamp.day.isoformat(), last.isoformat(), "inferred", why, (stamp.moment.span, lead.span))


def _another(reading: Reading, stamp: _Stamp) -> bool:
    """Whether another post of those days is shown: one alone may be an old one that somebody remembers."""
    near = timedelta(days=_POSTS)
    return any(
        other.kind == "post" and other.moment is not stamp.moment and abs(other.day - stamp.day) <= near
        for other in _stamps(reading)
    )


def day_of(moment: Moment) -> date | None:
    """The whole day that a moment means."""
    try:
        return date.fromisoformat(moment.start or "")
    except ValueError:
        return None


def around(day: date, *, lead: bool, why: str, evidence: tuple[Span, ...]) -> Published:
    """A weekday's name means the last seven days; where it leads, the news is hardly older than two."""
    latest = day + timedelta(days=FRESH if lead else _WEEK)
    reason = f"{why}: printed within {'two days' if lead else 'the week'} of it"
    return Published(day.isoformat(), latest.isoformat(), "inferred", reason, tuple(sorted(evidence)))


def weekdays(reading: Reading) -> Iterator[Weekday]:
    """The weekdays told in the past, those that lead first."""
    places = leading(paragraphs(reading.article))
    found = [
        Weekday(number - 1, moment.span, any(place.covers(moment.span) for place in places))
        for moment in reading.moments
        if moment.rule.split(":")[0] in ("date.weekday", "clock.part")
        and moment.rule.endswith(":past")
        and (number := number_of(reading, moment))
    ]
    yield from sorted(found, key=lambda weekday: (not weekday.lead, weekday.span))


def number_of(reading: Reading, moment: Moment) -> int | None:
    """The ISO number of the weekday that a moment names, none where it is not that of the running week."""
    text = moment.span.of(reading.article.text).lower()
    if re.match(r"(?:next|last|this (?:past|coming)|the (?:following|previous))\b", text):
        return None
    return next((number for number, name in enumerate(NAMES, 1) if name.lower() in text), None)


def leading(found: Sequence[Paragraph]) -> list[Span]:
    """The places that tell the news of the day: titles, decks, and the first paragraphs of the body."""
    body = [paragraph.span for paragraph in found if paragraph.block == "body"]
    return [paragraph.span for paragraph in found if paragraph.block in ("title", "deck")] + body[:_LEAD]
