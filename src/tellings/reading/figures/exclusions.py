"""What looks like a quantity and is none: years, dates, ordinal places, scores, numbers that are part of a name.

The characters alone do not tell "in 2017" from "2,017 people" or "Channel 4"
from "4 channels"; the words beside the number and the parse do.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from tellings.reading.figures.naming import in_name, is_hour
from tellings.reading.figures.quantity import Quantity

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?:,| -| and| to|-) ?)?(?:the )?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf" (?:of )?{_MONTH}(?![A-Za-z])", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[.:]\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'clock|noon\b|gmt\b|est\b|hrs\b|hours gmt\b)", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?<!\bthis )(?<!\blast )(?<!\bnext )\b(?:no|nos|number|article|section|chapter|page|pages|pp?|room|channel|level|version|type|phase|figure|fig|round|grade|category|route|"
    r"flight|title|rule|part|lot|act|scene|line|gate|platform|season|episode|stage|tier|step|block|district|ward|precinct|unit|exhibit|apartment|"
    r"apt|suite|highway|interstate|verse|option|question|item|formula|group|clause|paragraph|schedule|table|appendix|volume|vol|issue|game|week|"
    r"day|class|zone|area|line|terminal|runway|bus|train|pier|junction|exit|bay|building|floor|amendment|proposition|prop|measure|bill|resolution|"
    r"size|ranked|seed|under|top|model|mark|series|lane|studio|year|book|chapter|count|hole|world war|super bowl|studio|radio|bbc|area|hall|cell|"
    r"tower|camp|sector|plot|square|seat|row|berth|cabin|codenamed|case|docket|order|circular|regulation|directive|grade|form|step) #?$",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:seat|row|gate|cabin|berth|room|flat|unit) $", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?! (?:when|then|even|often|has|was|its|his|as|is|this)\b)(?: [a-z-]+)? [a-z-]+(?:[^s]s|en|people)\b"
)
_DETERMINED = re.compile(
    r"\b(?:the|this|that|its|his|her|their|our|a|an|in|since|by|of|until|during|from|between|late|early|mid|for|and|before|after|or) $",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\d.,-])\d{1,3} ?- ?\d{1,3}(?![\d,-]|\.\d| ?%| percent)")
_BRACKET = re.compile(r"\(\d{1,3}$")


def excluded(doc: Doc, quantity: Quantity, text: str) -> str | None:
    """Why a quantity of the parse of ``text`` is none, or none where it is one."""
    for reason, test in _TESTS:
        if test(text, quantity) and not (test is _label and _numbering(doc, quantity)):
            return reason
    if quantity.sort == "count" and quantity.form in {"digits", "words"}:
        return "a time of day" if is_hour(doc, quantity) else in_name(doc, quantity)
    return None


def _numbering(doc: Doc, quantity: Quantity) -> bool:
    """Whether the word before is the verb of "cases now number 480"."""
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    return tokens is not None and tokens.start > 0 and doc[tokens.start - 1].tag_ in {"VBP", "VB", "VBD", "VBZ"}


def _date(text: str, quantity: Quantity) -> bool:
    if quantity.unit or quantity.form != "digits" or quantity.scaled:
        return False
    day = quantity.value <= 31 or _year_like(text, quantity)
    before = text[max(0, quantity.start - 24) : quantity.start]
    return day and bool(_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, quantity.number_end))


def _clock(text: str, quantity: Quantity) -> bool:
    if (
        re.match(r" (?:GMT|EST|EDT|UTC|hours)\b", text[quantity.number_end :])
        and quantity.number_end - quantity.number == 4
    ):
        return True
    return quantity.value < 25 and bool(_CLOCK.match(text, quantity.number_end))


def _year(text: str, quantity: Quantity) -> bool:
    """Four digits from 1000 to 2100 without comma are a year, unless a noun in the plural is counted."""
    if quantity.unit not in {None, "times"} or not _year_like(text, quantity):
        return False
    if quantity.bound in {"more than", "at least", "less than", "at most"}:
        return _BACK.search(text, max(0, quantity.start - 20), quantity.start) is not None
    if _AMOUNT_OF.search(text, max(0, quantity.number - 20), quantity.number):
        return False
    if _DETERMINED.search(text[max(0, quantity.number - 12) : quantity.number]) or quantity.number_end == len(text):
        return True
    if int(quantity.value) < 1600:
        return False
    named = re.search(r"(?:[A-Z][\w']*|'s|\b[a-z]+ive|\b[a-z]+ed) $", text[: quantity.number]) and quantity.number > 12
    return bool(named) or (not _PLURAL.match(text, quantity.number_end) and quantity.bound == "exact")


_BACK = re.compile(r"\b(?:back|dat(?:es|ed|ing)) to $|\b(?:since|until) $", re.IGNORECASE)
_AMOUNT_OF = re.compile(r"\b(?:average|total|number|maximum|minimum|sum) of $", re.IGNORECASE)


def _year_like(text: str, quantity: Quantity) -> bool:
    number = text[quantity.number : quantity.number_end]
    years = re.fullmatch(r"'?(\d{4})(?: ?- ?\d{2,4}| (?:and|to|or) \d{4})?", number)
    return bool(years) and 1000 <= int(years[1]) <= 2200 if years else False


def _label(text: str, quantity: Quantity) -> bool:
    """Told by the words: "Article 50", "No. 10", "seat 22C": the number names, it does not count."""
    if quantity.unit in {"celsius", "fahrenheit"} and _SEAT.search(text, max(0, quantity.number - 8), quantity.number):
        return True
    if quantity.unit or quantity.sort != "count" or quantity.form not in {"digits", "words"} or quantity.scaled:
        return False
    before = text[max(0, quantity.number - 16) : quantity.number]
    if re.search(r"(?:\b(?:no|nos|ch|sec|art|vol|para|fig|pt)\. ?#?|[§¶] ?)$", before, re.IGNORECASE):
        return True
    return bool(_LABEL.search(before)) and quantity.value < 10000


_SERIES = re.compile(
    r"\b(?:image|caption|photo|slide|picture|page|step|part|video|gallery|chapter) (?:\d+ (?:of|/) )?$", re.IGNORECASE
)
_CALLING = re.compile(r"\b(?:call(?:s|ed|ing)?|dial(?:s|led|ed|ling|ing)?) $", re.IGNORECASE)


def _series(text: str, quantity: Quantity) -> bool:
    """The numbers in "Image 3 of 28"."""
    return quantity.unit is None and bool(_SERIES.search(text[max(0, quantity.number - 20) : quantity.number]))


def _emergency(text: str, quantity: Quantity) -> bool:
    """A number that is called: "dialled 999", "a 911 call"."""
    if quantity.unit or quantity.value not in {911, 999, 112}:
        return False
    return bool(_CALLING.search(text[: quantity.number])) or bool(
        re.match(r" (?:call|operator|dispatch|emergency)", text[quantity.number_end :])
    )


def _score(text: str, quantity: Quantity) -> bool:
    """Told by the words: "2-1", "voted 5-4": two results, not one number; they are left to a later unit of their own."""
    if quantity.unit or quantity.form != "digits":
        return False
    after, before = text[quantity.number_end :], text[: quantity.number]
    if quantity.low is not None:
        return False
    return bool(re.match(r" ?- ?\d", after) or re.search(r"\d ?- ?$", before)) and not re.match(
        r" ?- ?\d[\d,.]* ?(?:%|percent)", after
    )


def _bracketed(text: str, quantity: Quantity) -> bool:
    """A number alone in brackets: an age, a footnote, a ward."""
    return bool(
        quantity.unit is None
        and re.search(r"[(\[]$", text[: quantity.number])
        and re.match(r"[)\]]", text[quantity.number_end :])
    )


_GROUPS = re.compile(r"\(?\d{3,5}\)?[ -]\d{3,4}(?:[ -]\d{3,4})?(?![\d,.%]\d)")


def _telephone(text: str, quantity: Quantity) -> bool:
    """A number in groups, one of four digits or more, or one that begins with a nought: "555 0199", "020 7946"."""
    if quantity.unit or quantity.form != "digits" or quantity.low is not None:
        return False
    number = text[quantity.number : quantity.number_end]
    if number.isdigit() and len(number) > 1 and number.startswith("0"):
        return True
    around = _GROUPS.finditer(text, max(0, quantity.number - 12), quantity.number_end + 12)
    return number.isdigit() and any(
        group.start() <= quantity.number < group.end() and re.search(r"\d{4}", group[0]) for group in around
    )


_ADDRESS = re.compile(r"[^\s\"]*(?:://|www\.|\.(?:com|org|net|gov|co|ly|me)/)[^\s\"]*", re.IGNORECASE)


def _address(text: str, quantity: Quantity) -> bool:
    """Inside an address of the web."""
    return "/" in text and any(match.start() <= quantity.number < match.end() for match in _ADDRESS.finditer(text))


_COMPANY = re.compile(r" [A-Z][a-z]+")


def _company(text: str, quantity: Quantity) -> bool:
    """As in "3M Co": no millions of anything."""
    written_on = quantity.scaled and text[quantity.number_end - 1] == "M" and quantity.unit is None
    return written_on and _COMPANY.match(text, quantity.number_end) is not None


_TO = re.compile(r" to (\d{1,3})(?!\d)(?![\d,.%]\d|%)(?! (?:percent|per cent|[a-z]+s\b))")
_FROM = re.compile(r"(?<![\w.,$])(\d{1,3}) to $")
_RESULT = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|passed|approved|won|win|beat|beating|defeated|lost|led|leading|trailed|by|score)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)


def _tally(text: str, quantity: Quantity) -> bool:
    """The two numbers of a vote or a match: "passed 65 to 32"."""
    if quantity.unit or quantity.form != "digits" or quantity.low is not None or quantity.bound != "exact":
        return False
    if second := _TO.match(text, quantity.number_end):
        pair, start = (quantity.value, float(second[1])), quantity.number
    elif first := _FROM.search(text, max(0, quantity.number - 10), quantity.number):
        pair, start = (float(first[1]), quantity.value), first.start()
    else:
        return False
    falls = pair[0] > pair[1] and text[max(0, start - 5) : start] != "from "
    return falls or _RESULT.search(text, max(0, start - 40), start) is not None


_DEAL = re.compile(r"-for-\d")


def _deal(text: str, quantity: Quantity) -> bool:
    """The numbers in "a 2-for-1 deal"."""
    before = text[max(0, quantity.number - 6) : quantity.number]
    return bool(_DEAL.match(text, quantity.number_end)) or re.search(r"\d-for-$", before) is not None


def _idiom(text: str, quantity: Quantity) -> bool:
    """The nought of "zero tolerance"."""
    return quantity.value == 0 and re.match(r"[- ](?:tolerance|sum|hour)\b", text[quantity.number_end :]) is not None


_TESTS = (
    ("a date", _date),
    ("a time of day", _clock),
    ("a year", _year),
    ("a label", _label),
    ("a score", _score),
    ("a place in a series", _series),
    ("an emergency number", _emergency),
    ("in brackets", _bracketed),
    ("a telephone number", _telephone),
    ("a deal", _deal),
    ("in an address", _address),
    ("part of a name", _company),
    ("a score", _tally),
    ("an idiom", _idiom),
)
