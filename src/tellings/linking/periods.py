"""The period a figure is told for: from its moment where it has one, as of the day of print where not."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tellings.linking.lookup import as_date
from tellings.values import Figure, Reading

_LONG = dt.timedelta(days=27)
_NEAR = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Period:
    """``start``-``end`` as told (none where no moment is); ``printed`` and ``latest`` bound the day of print.

    ``told`` says that the text dates the figure, ``open`` that it does in words that only the day of print would resolve.
    """

    start: dt.date | None
    end: dt.date | None
    printed: dt.date | None
    latest: dt.date | None = None
    told: bool = False
    open: bool = False

    @property
    def as_of(self) -> dt.date | None:
        """The last day up to which the figure may hold: the end of its period, but never after it was printed."""
        return self._by(self.latest or self.printed)

    @property
    def since(self) -> dt.date | None:
        """The first day as of which the figure may hold; another than ``as_of`` only where the day of print is not known."""
        return self._by(self.printed)

    def _by(self, day: dt.date | None) -> dt.date | None:
        return min(self.end, day) if self.end and day else self.end or day

    @property
    def one_day(self) -> bool:
        """Whether the day as of which the figure holds is known."""
        return self.as_of is not None and self.as_of == self.since

    @property
    def long(self) -> bool:
        """Whether the period is about a month or longer."""
        return bool(self.start and self.end and self.end - self.start >= _LONG)

    def meets(self, other: Period) -> bool:
        """Whether two periods share a day."""
        return bool(
            self.start
            and self.end
            and other.start
            and other.end
            and self.start <= other.end
            and other.start <= self.end
        )


def period(reading: Reading, figure: Figure) -> Period:
    """The period of a figure; one that runs on ("since Monday") ends with the day of print."""
    published = reading.article.published
    first, last = (as_date(published.earliest), as_date(published.latest)) if published else (None, None)
    if figure.moment is None:
        return Period(None, None, first, last)
    moment = reading.moments[figure.moment]
    if moment.start is None and (moment.value == "PRESENT_REF" or moment.kind == "DURATION"):
        return Period(None, None, first, last)
    start, end = as_date(moment.start), as_date(moment.end or moment.start, last=True)
    if start and _SINCE.search(reading.article.text, max(0, moment.span.start - 16), moment.span.start):
        return Period(start, last, first, last)
    return Period(start, end, first, last, told=end is not None, open=start is None)


_SINCE = re.compile(r"\b(?:since|from)(?: the)? $", re.IGNORECASE)


def later(first: Period, second: Period) -> bool:
    """Whether the second surely holds as of a later day."""
    return bool(first.as_of and second.since and second.since > first.as_of)


def may_match(first: Period, second: Period) -> bool:
    """Whether two figures may be of the same period: long periods must share days, short ones lie near one another."""
    if first.start and second.start and first.end and second.end and (first.long or second.long):
        return first.meets(second)
    if (_ahead(first) and second.start is None) or (_ahead(second) and first.start is None):
        return False
    if first.as_of and second.as_of and not (first.open or second.open):
        near = abs(first.as_of - second.as_of) <= _NEAR
        return near and not (_past(first) and second.start is None) and not (_past(second) and first.start is None)
    return True


def _past(told: Period) -> bool:
    """Whether the text tells a period well before the day of print: another event, a year ago."""
    return bool(told.end and told.printed and told.printed - told.end > _NEAR)


def _ahead(told: Period) -> bool:
    """Whether the text tells a period well after the day of print: what is planned by then, not what is planned in all."""
    return bool(told.start and told.latest and told.start - told.latest > _NEAR)
