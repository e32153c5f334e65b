"""Units: what stands beside a number and says in what it is measured.

A unit has one plain name whatever its spelling ("kms", "kilometres" -> "km").
Money is a currency code where the sign or word says which country's; a bare
``$`` does not, and stays "dollars".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS: dict[str, str] = {
    "percent": "percent|per cent|pct",
    "percentage points": "percentage points?|%-points?",
    "basis points": "basis points?|bps",
    "times": "times",
    "GBP": "pounds? sterling|sterling",
    "EUR": "euros?",
    "JPY": "yen",
    "CNY": "(?:chinese )?yuan|renminbi",
    "INR": "indian rupees?",
    "rupees": "rupees?",
    "RUB": "ro?ubles?",
    "CHF": "swiss francs?",
    "francs": "francs?",
    "pesos": "pesos?",
    "BRL": "reais",
    "KRW": "won(?= |$|[.,)])",
    "TRY": "(?:turkish )?liras?",
    "ZAR": "rand",
    "ILS": "shekels?",
    "riyals": "riyals?",
    "AED": "dirhams?",
    "NGN": "naira",
    "KES": "(?:kenyan )?shillings?",
    "kroner": "kron[eo]r|krona|crowns",
    "PLN": "zlotys?|zloty",
    "MYR": "ringgit",
    "sen": "sen",
    "THB": "baht",
    "IDR": "rupiah",
    "AUD": "australian dollars?",
    "CAD": "canadian dollars?",
    "HKD": "hong kong dollars?",
    "NZD": "new zealand dollars?",
    "SGD": "singapore dollars?",
    "USD": "(?:us|u\\.s\\.|american) dollars?",
    "dollars": "dollars?|bucks",
    "cents": "cents?",
    "pence": "pence",
    "pounds": "pounds?",
    "lb": "lbs?",
    "km/h": "kilomet(?:er|re)s? (?:per|an) hour|km/h|kmh|kph|kmph",
    "mph": "miles? (?:per|an) hour|mph|m\\.p\\.h\\.",
    "mpg": "miles per gallon|mpg",
    "m/s": "met(?:er|re)s? per second|m/s",
    "knots": "knots?",
    "rpm": "rpm|revolutions per minute",
    "km": "kilomet(?:er|re)s?|kms?",
    "m": "met(?:er|re)s?",
    "cm": "centimet(?:er|re)s?|cms?",
    "mm": "millimet(?:er|re)s?|mm",
    "micrometres": "micromet(?:er|re)s?|μm|µm",
    "nm": "nanomet(?:er|re)s?|(?-i:nm)",
    "miles": "miles?|mi",
    "feet": "feet|foot|ft",
    "inches": "inch(?:es)?",
    "yards": "yards?|yds?",
    "light-years": "light[- ]years?",
    "square km": "square kilomet(?:er|re)s?|sq\\.? ?km|km²|km2",
    "square m": "square met(?:er|re)s?|sq\\.? ?m|sqm|m²|m2",
    "square miles": "square miles?|sq\\.? ?mi(?:les?)?",
    "square feet": "square f(?:ee|oo)t|sq\\.? ?f(?:ee)?t|sqft",
    "cubic feet": "cubic f(?:ee|oo)t",
    "cubic m": "cubic met(?:er|re)s?|m³|m3",
    "acres": "acres?",
    "ha": "hectares?|ha",
    "tonnes": "(?:metric )?tonnes?|metric tons?",
    "tons": "(?:short )?tons?",
    "kg": "kilograms?|kilos?|kgs?",
    "g": "gram(?:me)?s?",
    "mg": "milligrams?|mg",
    "oz": "ounces?|oz",
    "stone": "stone(?= |$|[.,])",
    "l": "lit(?:er|re)s?",
    "ml": "millilit(?:er|re)s?|ml",
    "gallons": "gallons?",
    "barrels": "barrels?",
    "cubic cm": "cc",
    "celsius": "degrees? (?:celsius|centigrade)|°C|ºC|celsius|degrees C",
    "fahrenheit": "degrees? fahrenheit|°F|ºF|fahrenheit|degrees F",
    "degrees": "degrees?|°|º",
    "kWh": "kilowatt[- ]hours?|kwh",
    "MWh": "megawatt[- ]hours?|mwh",
    "GWh": "gigawatt[- ]hours?|gwh",
    "kW": "kilowatts?|kw",
    "MW": "megawatts?|mw",
    "GW": "gigawatts?|gw",
    "W": "watts?",
    "volts": "volts?",
    "mAh": "mah",
    "hp": "horsepower|b?hp",
    "Nm": "newton[- ]met(?:er|re)s?|(?-i:Nm)",
    "lb-ft": "pound-feet(?: of torque)?|lb-ft|foot-pounds?",
    "psi": "psi",
    "ksi": "ksi",
    "MPa": "mpa|megapascals?",
    "GHz": "gigahertz|ghz",
    "MHz": "megahertz|mhz",
    "Hz": "hertz|hz",
    "dB": "decibels?|db",
    "GB": "gigabytes?|gb",
    "MB": "megabytes?|mb",
    "TB": "terabytes?|tb",
    "ppm": "parts per million|ppm",
    "ppb": "parts per billion|ppb",
    "calories": "(?:kilo)?calories|kcal",
}
_DURATIONS: dict[str, str] = {
    "seconds": "seconds?|secs?",
    "minutes": "minutes?|mins?",
    "hours": "hours?|hrs?",
    "days": "days?",
    "nights": "nights?",
    "weeks": "weeks?|fortnights?",
    "months": "months?",
    "years": "years?|yrs?",
    "decades": "decades?",
    "centuries": "centur(?:y|ies)",
}
_SYMBOLS: dict[str, str] = {
    "%": "percent",
    "‰": "per mille",
    "€": "EUR",
    "C": "celsius",
    "F": "fahrenheit",
    "W": "W",
    "m": "m",
    "g": "g",
    "l": "l",
    "L": "l",
    "p": "pence",
    "c": "cents",
    "V": "volts",
    "x": "times",
    '"': "inches",
}
_SPACED = {"%", "‰", "€", "W", "V"}
"""Symbols that may stand apart from the digits; the other letters mean a unit only where they touch them."""

_SIGNS: dict[str, str] = {
    "US$": "USD",
    "US $": "USD",
    "$US": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "$A": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CDN$": "CAD",
    "HK$": "HKD",
    "HK $": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "$": "dollars",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "¥": "¥",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₪": "ILS",
    "₴": "UAH",
    "Rs.": "rupees",
    "Rs": "rupees",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "INR": "INR",
    "AUD": "AUD",
    "CAD": "CAD",
    "CHF": "CHF",
    "JPY": "JPY",
    "CNY": "CNY",
    "RM": "MYR",
    "Rp": "IDR",
    "R": "ZAR",
    "Sh": "KES",
    "KSh": "KES",
    "Y=": "JPY",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "ZAR": "ZAR",
    "NGN": "NGN",
}
_TOUCHING = {"R", "RM", "Rp", "Sh", "KSh", "S$"}
CURRENCIES = frozenset(_SIGNS.values()) | {name for name in _WORDS if name.isupper() and len(name) == 3} | {
    "dollars", "rupees", "francs", "pesos", "riyals", "kroner", "cents", "pence", "sen"
}  # fmt: skip
DURATIONS = frozenset(_DURATIONS)

_RATES = "year|month|week|day|hour|minute|second|night|barrel|gallon|lit(?:er|re)|share|ounce|tonne|ton|kilo|kilogram|kg|mile|kilometer|kilometre|acre|person|head|household|capita|century|mmBTU|ticket|unit|pound|game|annum"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: its plain name and where its words end (or begin, before the number)."""

    name: str
    place: int


def _table(words: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(rf"(?:{forms})(?![A-Za-z])", re.IGNORECASE)) for name, forms in words.items()]


_FORMS = _table(_WORDS)
_DURATION_FORMS = _table(_DURATIONS)
_FIRST = {
    form[0].lower()
    for forms in (*_WORDS.values(), *_DURATIONS.values())
    for form in re.sub(r"\(\?(?:-i)?:|\(\?=[^)]*\)", "", forms).replace(")", "|").split("|")
    if form
}
_RATE = re.compile(rf"(?: per |[ -]an?[ -]|/)({_RATES})\b", re.IGNORECASE)
_LETTER_FREE = r"(?:(?<=[^A-Za-z-])|(?<=[^A-Za-z]-)|^)"


def _sign(sign: str) -> str:
    """A currency sign before a number; one that begins with a letter begins a word."""
    free = _LETTER_FREE if sign[0].isalpha() else ""
    return rf"{free}{re.escape(sign)}{'' if sign in _TOUCHING else ' ?'}-?$"


_SIGN = re.compile("|".join(_sign(sign) for sign in sorted(_SIGNS, key=len, reverse=True)))


def unit_after(text: str, end: int) -> Unit | None:
    """The unit whose words follow a number that ends at ``end``; the longest reading wins."""
    place = end + (text[end : end + 1] in {" ", "-"} if end < len(text) else 0)
    best = _symbol(text, end, place)
    if text[place : place + 1].lower() in _FIRST:
        for name, pattern in (*_FORMS, *_DURATION_FORMS):
            match = pattern.match(text, place)
            if match and (best is None or match.end() > best.place):
                best = Unit(name, match.end())
    return best


def _symbol(text: str, end: int, place: int) -> Unit | None:
    sign = text[place : place + 1]
    if sign not in _SYMBOLS or (place > end and (sign not in _SPACED or text[end] == "-")):
        return None
    if sign.isalpha() and text[place + 1 : place + 2].isalnum():
        return None
    return Unit(_SYMBOLS[sign], place + 1)


def currency_before(text: str, start: int) -> Unit | None:
    """The currency whose sign stands before a number that begins at ``start``."""
    match = _SIGN.search(text, max(0, start - 6), start)
    return Unit(_SIGNS[match[0].rstrip(" -")], match.start()) if match else None


def rate_after(text: str, end: int) -> Unit | None:
    """Per what: "a week", "per barrel", "/month", after a unit that ends at ``end``."""
    match = _RATE.match(text, end)
    return Unit(match[1].lower(), match.end()) if match else None
