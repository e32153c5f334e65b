"""The days that formats write: ISO 8601 also in its short form, and RFC 5322, as mail and RSS have it."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from tellings.intake import days
from tellings.intake.days import Days
from tellings.values import How, Published

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?")


def read(written: object) -> Days | None:
    """What a date says; none where it is no date."""
    if isinstance(written, date):  # a datetime is one too
        return days.parse(written.isoformat())
    if not isinstance(written, str) or not written.strip():
        return None
    return days.parse(written) or _compact(written.strip()) or _of_mail(written)


def published(written: object, reason: str, how: How = "stated") -> Published | None:
    """A publication date as a format states it; none where it is no date."""
    found = read(written)
    return Published(found.earliest, found.latest, how, reason, time=found.time) if found else None


def _compact(written: str) -> Days | None:
    """``20240514T143000Z``, as NITF and NewsML write it."""
    found = _COMPACT.fullmatch(written)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    time = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return days.parse(f"{year}-{month}-{day}{time}")


def _of_mail(written: str) -> Days | None:
    """``Tue, 14 May 2024 14:30:00 +0200``: the day at the place of the sender."""
    try:
        found: datetime = parsedate_to_datetime(written)
        return days.parse(found.isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
