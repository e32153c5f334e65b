"""Holidays and the days of elections, from fixed days, weekdays of a month, and Easter."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tellings.reading.moments import days
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import YEAR, pattern


def _nth(month: int, weekday: int, count: int) -> Callable[[int], date]:
    """The count-th such weekday of a month; from its end where negative."""

    def of(year: int) -> date:
        if count > 0:
            return days.on(date(year, month, 1), weekday) + timedelta(weeks=count - 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return days.back(last, weekday)

    return of


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _from_easter(offset: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=offset)


def _election(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    return _nth(11, 0, 1)(year) + timedelta(days=1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr. day": _nth(1, 0, 3),
    "inauguration day": _fixed(1, 20),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "april fool's day": _fixed(4, 1),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter monday": _from_easter(1),
    "easter sunday": _from_easter(0),
    "easter": _from_easter(0),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "father's day": _nth(6, 6, 3),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "election day": _election,
    "remembrance sunday": _nth(11, 6, 2),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    "cyber monday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
_NEAR = 14  # days in which a holiday is the nearest one wherever the sentence looks
_NAMES = "|".join(name.replace(".", r"\.") for name in sorted(HOLIDAYS, key=lambda name: (-len(name), name)))


def _holiday(found: re.Match[str], scene: Scene) -> Timex:
    """The nearest one in the direction of the sentence; Election Day only where one is held."""
    name = " ".join(found["name"].lower().split())
    of, step = HOLIDAYS[name], 2 if name == "election day" else 4 if name == "inauguration day" else 1
    if found["year"]:
        return Timex("DATE", of(int(found["year"])).isoformat())

    def known(anchor: date) -> str:
        shift = 1 if step == 4 else 0
        years = [year for year in range(anchor.year - 4, anchor.year + 5) if year % step == shift % step]
        all_days = [of(year) for year in years]
        past, ahead = [day for day in all_days if day <= anchor], [day for day in all_days if day >= anchor]
        which = (found["which"] or "").lower()
        near = min(all_days, key=lambda day: abs((day - anchor).days))
        if not which and abs((near - anchor).days) <= _NEAR:
            return near.isoformat()
        if which == "next" or (scene.direction == "future" and which != "last"):
            return ahead[0].isoformat()
        if which == "last" or scene.direction == "past" or step > 1:
            return past[-1].isoformat()
        return near.isoformat()

    return relative(scene, "XXXX-XX-XX", known)


RULES: tuple[Rule, ...] = (
    Rule(
        "named.holiday",
        pattern(rf"(?:(?P<which>(?i:last|next|this)) )?(?P<name>(?i:{_NAMES}))(?:,? (?:of |in )?(?P<year>{YEAR}))?"),
        _holiday,
        lambda f: f["name"][0].isupper(),
        needs=frozenset(re.findall("[a-z]+", name)[-1] for name in HOLIDAYS),
    ),
)
