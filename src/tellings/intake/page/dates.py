"""Dates as pages write them in their markup, in the forms of programs and of several languages.

What could be read in two ways is not read. A date in the future, or of before there
were newspapers, or the zero of a computer's clock, is no date of an article.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from tellings.intake import days
from tellings.intake.days import Days

_FIRST = 1700
_ZERO = {"1970-01-01", "1969-12-31", "0001-01-01"}

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber marts april maj juni juli august sept oktober november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "január február március április május június július augusztus szeptember október november december",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    )
    for number, name in enumerate(names.split(), 1)
}
_YEAR_BEFORE = frozenset({"zh", "ja", "ko", "hu", "lt", "mn", "fa"})
"""Languages that write the year first, so that a number in front tells nothing."""
_CTIME = re.compile(
    r"(?:\w{3},? )?(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}),? (?P<time>\d{2}:\d{2}(?::\d{2})?) (?:[A-Z]{3,5} )?(?P<year>\d{4})"
)
_PARTS = re.compile(
    r"(?P<year>\d{4})[/.] ?(?P<month>\d{1,2})[/.] ?(?P<day>\d{1,2})\b"
    r"|(?P<year2>\d{4})[年년] ?(?P<month2>\d{1,2})[月월] ?(?P<day2>\d{1,2})[日일]"
)
_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?")
_PACKED = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?")
_NUMBERS = re.compile(r"\b(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>\d{4})\b")
_NAMED = re.compile(
    r"\b(?P<day>\d{1,2})(?:\.|º|st|nd|rd|th)?\s*(?:de )?(?P<name>[^\W\d_]{3,12})\.?,?\s*(?:de )?(?P<year>\d{4})"
)
_NAMED_FIRST = re.compile(r"\b(?P<name>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"\b(?P<year>\d{4})\.? (?P<name>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})\b")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-]?(?P<month>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?(?P<day>[0-3]\d)(?=[/_-]|\b)",
    re.IGNORECASE,
)


def read(written: str, *, today: date | None = None, day_first: bool | None = None) -> Days | None:
    """What a date in a page's markup says; none where it is no date, is not clear, or cannot be.

    ``day_first``: how the page's language writes ``5/4/2019``, where that is known.
    """
    found = _read(" ".join(written.split()), day_first=day_first)
    return found if found and _can_be(found, today or datetime.now(tz=UTC).date()) else None


def is_day_first(locale: str | None) -> bool | None:
    """Whether a language, or that of a country, writes a day before its month; none where both are found."""
    language, _, country = (locale or "").replace("_", "-").lower().partition("-")
    if language == "en":
        return {"us": False, "gb": True, "au": True, "ie": True, "in": True, "nz": True, "za": True}.get(country)
    return True if len(language) in (2, 3) and language not in _YEAR_BEFORE else None


def of_address(url: str, *, today: date | None = None) -> Days | None:
    """The day in the address of a page."""
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    month = found["month"].lower()
    day = _day(int(found["year"]), int(month) if month.isdigit() else _MONTHS[month], int(found["day"]))
    return day if day and _can_be(day, today or datetime.now(tz=UTC).date()) else None


def _can_be(found: Days, today: date) -> bool:
    year = int(found.earliest[:4])
    return year >= _FIRST and found.earliest not in _ZERO and found.earliest <= (today + timedelta(days=1)).isoformat()


def _read(written: str, *, day_first: bool | None) -> Days | None:
    if not written or len(written) > 200:
        return None
    found = days.parse(written)
    if found is not None and not re.fullmatch(r"\d{4}", written):
        return found
    return _of_program(written) or _of_parts(written, day_first=day_first) or _of_name(written)


def _of_program(written: str) -> Days | None:
    """The forms in which programs write: e-mail, C, seconds since 1970, digits alone."""
    if _EPOCH.fullmatch(written):
        stamp = datetime.fromtimestamp(int(written[:10]), tz=UTC)
        return Days(stamp.date().isoformat(), stamp.date().isoformat(), stamp.strftime("%H:%M:%SZ"))
    if found := _ISO_START.match(written):
        return days.parse(found[0]) or days.parse(found[0][:10])
    if found := _PACKED.fullmatch(written):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := _CTIME.search(written):
        month = _MONTHS.get(found["month"].lower())
        return _day(int(found["year"]), month, int(found["day"]), found["time"]) if month else None
    try:
        stamp = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None
    return Days(stamp.date().isoformat(), stamp.date().isoformat(), stamp.strftime("%H:%M:%S"))


def _of_parts(written: str, *, day_first: bool | None) -> Days | None:
    if found := _PARTS.search(written):
        year, month, day = (int(found[name] or found[f"{name}2"]) for name in ("year", "month", "day"))
        return _day(year, month, day)
    if found := _NUMBERS.search(written):
        one, two = int(found["one"]), int(found["two"])
        if "." in found[0]:
            return _day(int(found["year"]), two, one)  # with full stops the day is first wherever it is written
        if one > 12 >= two or (day_first and two <= 12):
            return _day(int(found["year"]), two, one)
        return _day(int(found["year"]), one, two) if two > 12 >= one or one == two or day_first is False else None
    return None


def _of_name(written: str) -> Days | None:
    for form in (_NAMED, _NAMED_FIRST, _YEAR_FIRST):
        for found in form.finditer(written):
            if month := _MONTHS.get(found["name"].lower()):
                return _day(int(found["year"]), month, int(found["day"]))
    return None


def _day(year: int, month: int, day: int, time: str | None = None) -> Days | None:
    try:
        whole = date(year, month, day).isoformat()
    except ValueError:
        return None
    return Days(whole, whole, time)
