"""What looks like a quantity and is none: years, dates, ordinal places, scores, numbers that are part of a name.

The characters alone do not tell "in 2017" from "2,017 people" or "Channel 4"
from "4 channels"; the words beside the number and the parse do.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from tellings.reading.figures.quantity import Quantity
from tellings.reading.moments import words

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?:,| -| and| to|-) ?)?(?:the )?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf" (?:of )?{_MONTH}(?![A-Za-z])", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[.:]\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'clock|noon\b|gmt\b|est\b|hrs\b|hours gmt\b)", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:no|nos|number|article|section|chapter|page|pages|pp?|room|channel|level|version|type|phase|figure|fig|round|grade|category|route|"
    r"flight|title|rule|part|lot|act|scene|line|gate|platform|season|episode|stage|tier|step|block|district|ward|precinct|unit|exhibit|apartment|"
    r"apt|suite|highway|interstate|verse|option|question|item|formula|group|clause|paragraph|schedule|table|appendix|volume|vol|issue|game|week|"
    r"day|class|zone|area|line|terminal|runway|bus|train|pier|junction|exit|bay|building|floor|amendment|proposition|prop|measure|bill|resolution|"
    r"size|ranked|seed|under|top|model|mark|series|lane|studio|year|book|chapter|count|hole|world war|super bowl|studio|radio|bbc|area|hall|cell|"
    r"tower|camp|sector|plot|square|seat|row|berth|cabin|codenamed|case|docket|order|circular|regulation|directive|grade|form|step) #?$",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:seat|row|gate|cabin|berth|room|flat|unit) $", re.IGNORECASE)
_PLURAL = re.compile(r"(?: [a-z-]+)? [a-z-]+(?:[^s]s|en|people)\b")
_DETERMINED = re.compile(
    r"\b(?:the|this|that|its|his|her|their|our|a|an|in|since|by|of|until|during|from|late|early|mid|for|and|before|after|or) $",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\d.,-])\d{1,3} ?- ?\d{1,3}(?![\d,-]|\.\d| ?%| percent)")
_BRACKET = re.compile(r"\(\d{1,3}$")


def excluded(doc: Doc, quantity: Quantity, text: str) -> str | None:
    """Why a quantity of the parse of ``text`` is none, or none where it is one."""
    for reason, test in _TESTS:
        if test(text, quantity):
            return reason
    if quantity.sort == "count" and quantity.form in {"digits", "words"}:
        return "a time of day" if _hour(doc, quantity) else _in_name(doc, quantity)
    return None


_STANDING = frozenset(
    "stand stay remain put set estimate value price hover hold cap level stop peak start open close end leave be keep".split()
)
"""Verbs after which "at three" is a level."""


def _hour(doc: Doc, quantity: Quantity) -> bool:
    """The hour in "called at three", where nothing is counted and no level is told."""
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    if tokens is None or quantity.bound != "exact" or quantity.low is not None or quantity.value not in range(1, 13):
        return False
    at = doc[tokens.start - 1] if tokens.start else None
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if at is None or at.lower_ != "at" or tokens.root.dep_ != "pobj":
        return False
    counts = after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"}
    return not counts and (after is None or after.lower_ != "of") and at.head.lemma_.lower() not in _STANDING


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
        return False
    if _DETERMINED.search(text[max(0, quantity.number - 12) : quantity.number]) or quantity.number_end == len(text):
        return True
    if int(quantity.value) < 1600:
        return False
    named = re.search(r"(?:[A-Z][\w']*|'s|\b[a-z]+ive|\b[a-z]+ed) $", text[: quantity.number]) and quantity.number > 12
    return bool(named) or (not _PLURAL.match(text, quantity.number_end) and quantity.bound == "exact")


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
    if re.search(r"\b(?:no|nos)\. #?$", before, re.IGNORECASE):
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


_DEAL = re.compile(r"-for-\d")


def _deal(text: str, quantity: Quantity) -> bool:
    """The numbers in "a 2-for-1 deal"."""
    before = text[max(0, quantity.number - 6) : quantity.number]
    return bool(_DEAL.match(text, quantity.number_end)) or re.search(r"\d-for-$", before) is not None


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
)


def _in_name(doc: Doc, quantity: Quantity) -> str | None:
    """The number in "Kestrel 747", "Kestrel 14 Plus", "one of the best": by the parse and the capitals beside it."""
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    if tokens is None:
        return None
    if tokens.text.lower() == "one" and _pronoun(tokens[-1]):
        return "one as pronoun"
    if quantity.bound != "exact" or quantity.low is not None or tokens[0].i == 0:
        return None
    before, word = doc[tokens[0].i - 1], tokens[-1]
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    digits = quantity.form == "digits" and _named_by(before, tokens[0], word, after)
    titled = quantity.form == "words" and _titled(before, word, after)
    return "part of a name" if digits or titled or _one_entity(word, before, after) else None


def _named_by(before: Token, first: Token, last: Token, after: Token | None) -> bool:
    """Whether a capitalised word right before the digits takes them into its name; not where a plural follows."""
    counts = after is not None and after.tag_ == "NNS" and last.whitespace_ == " "
    return not counts and before.i + 1 == first.i and _is_name(before)


def _titled(before: Token, word: Token, after: Token | None) -> bool:
    """Whether a number in words has a capital within a sentence and stands beside a name, as in "the Big Seven"."""
    if not word.text[0].isupper() or word.is_sent_start:
        return False
    return (after is not None and after.pos_ == "PROPN") or (
        before.pos_ == "PROPN" and before.text[0].isupper() and not set_in_capitals(word)
    )


_PRODUCTS = frozenset({"PRODUCT", "LAW", "WORK_OF_ART", "FAC"})


def _one_entity(word: Token, before: Token, after: Token | None) -> bool:
    return word.ent_type_ in _PRODUCTS and word.ent_type_ in {
        before.ent_type_,
        after.ent_type_ if after is not None else "",
    }


_NO_NAMES = frozenset({"VERB", "AUX", "ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV", "PUNCT"})


_CALENDAR = frozenset([*words.MONTHS, *words.WEEKDAYS])


def _is_name(word: Token) -> bool:
    """Whether a word with a capital is a name: not where the whole line is set in capitals."""
    if word.lower_.rstrip(".") in _CALENDAR or word.pos_ in _NO_NAMES:
        return False
    capital = any(letter.isupper() for letter in word.text) and (word.pos_ == "PROPN" or not word.is_sent_start)
    return capital and not set_in_capitals(word)


def set_in_capitals(word: Token) -> bool:
    """Whether most long words of the sentence begin with a capital, as in a headline."""
    long = [token.text for token in word.sent if token.is_alpha and len(token) > 3]
    return len(long) > 2 and sum(text[0].isupper() for text in long) > 0.7 * len(long)


_VAGUE_HEADS = frozenset(
    "mind accord voice breath day way thing time point side hand end example moment reason another night morning week case sense kind part more step year month evening afternoon".split()
)
_SPEAKING = frozenset(
    "say tell add note ask claim argue write recall explain insist warn suggest call describe admit joke".split()
)


def _pronoun(word: Token) -> bool:
    """Whether "one" counts nothing: "one of them", "no one", "one day", "the one who", "one official said"."""
    head = word.head
    if word.dep_ != "nummod" or head.i <= word.i or head.pos_ not in {"NOUN", "PROPN"}:
        return True
    if head.lemma_.lower() in _VAGUE_HEADS:
        return True
    return head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING
