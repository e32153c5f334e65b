"""The period a figure is told for: from its moment where it has one, as of the day of print where not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tellings.linking.lookup import as_date
from tellings.values import Figure, Reading

_LONG = dt.timedelta(days=27)
_NEAR = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Period:
    """``start``-``end`` as told (none where no moment is); ``printed`` the day of print."""

    start: dt.date | None
    end: dt.date | None
    printed: dt.date | None

    @property
    def as_of(self) -> dt.date | None:
        """The day up to which the figure holds: the end of its period, but never after it was printed."""
        if self.end and self.printed:
            return min(self.end, self.printed)
        return self.end or self.printed

    @property
    def long(self) -> bool:
        """Whether the period is about a month or longer."""
        return bool(self.start and self.end and self.end - self.start >= _LONG)


def period(reading: Reading, figure: Figure) -> Period:
    """The period of a figure."""
    published = reading.article.published
    printed = as_date(published.day) if published and published.day else None
    if figure.moment is None:
        return Period(None, None, printed)
    moment = reading.moments[figure.moment]
    return Period(as_date(moment.start), as_date(moment.end or moment.start, last=True), printed)


def may_match(first: Period, second: Period) -> bool:
    """Whether two figures may be of the same period: long periods must share days, short ones lie near one another."""
    if first.start and second.start and first.end and second.end and (first.long or second.long):
        return first.start <= second.end and second.start <= first.end
    if first.as_of and second.as_of:
        near = abs(first.as_of - second.as_of) <= _NEAR
        return near and not (_past(first) and second.start is None) and not (_past(second) and first.start is None)
    return True


def _past(told: Period) -> bool:
    """Whether the text tells a period well before the day of print: another event, a year ago."""
    return bool(told.end and told.printed and told.printed - told.end > _NEAR)
