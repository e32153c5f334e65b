"""What ran into a sentence or to the end of a paragraph and is not part of it.

The words on both sides stay; only what lies between is cut out as a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tellings.intake.blocks.lines import Line
from tellings.values import BlockKind

_CAPITAL = r"[A-Z][\w.’'-]*"


class Cut(NamedTuple):
    """A stretch of a line, from and to, that is a block of its own."""

    start: int
    end: int
    kind: BlockKind
    reason: str


_TEASER = r"[^\n]{20,1200}?(?<=[\w?!'’\"”)\]]) ?(?:MORE|More »|Read more)(?![A-Za-z])"
_CARD_END = re.compile(r"MORE|More »|Read more")
_CARDS = (
    # The surname that was printed, then the full name of the card that ends in it, glued to the first teaser.
    re.compile(
        rf"(?<!\w)(?P<name>[A-Z][\w’'-]+?)(?P<card>\s?(?:\(?{_CAPITAL}\)?\s){{1,4}}(?P=name)(?:Jr\.|Sr\.|III?)?(?=[A-Z‘“'\"’\d]){_TEASER})"
    ),
    # The whole name twice, then the first teaser.
    re.compile(rf"(?<!\w)(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,3}})(?P<card> (?P=name) (?=[A-Z‘“'\"’\d]){_TEASER})"),
)
_LABELLED = re.compile(
    r"\s?[(\[](?:RELATED|READ|READ MORE|SEE ALSO|ALSO READ|MORE|WATCH|VIDEO|LISTEN|PHOTOS|Related|Read more|See also|Also read|Watch)\s?:[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]"
)
_TICKER = re.compile(
    r"\s?\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|LON|TSX|ASX|FRA|ETR|EPA|TYO|HKG|OTC\w*|NYSEARCA)\s?:\s?[A-Z0-9.]{1,8}(?:[;,]\s?(?:[A-Za-z]+\s?:\s?)?[A-Z0-9.]{1,8})*\)"
)
_QUOTED_PRICE = re.compile(r"(?<=\w) [A-Z][A-Z0-9.]{1,6}, [+−–-]?\d{1,3}\.\d{2}%")
"""The price of the day on which the page was saved, which is not the sentence's own."""
_TRAILING = re.compile(
    r"(?<=[.!?”\"’)])(?:\d{1,2})?\s+(?:Ad Policy|AD POLICY|Advertisement|ADVERTISEMENT|Article continues|Story continues|Continue [Rr]eading|Current Issue|Related (?:Articles?|Stories|Content|Coverage)"
    r"|Read [Mm]ore|See [Aa]lso|Sign [Uu]p (?:for|to|here)|Ready to .{3,30}\? Sign [Uu]p|Subscribe (?:to|now|here)|View our|Share this|Click here|More in this series)\b.{0,500}$"
)
_SERIES = re.compile(
    r"(?<=[.!?”\"’)])(?:\d{1,2})?\s+(?=[A-Z])[^.!?]{10,300}\bMore in this series$|(?<=[.!?”\"’)])(?:\d{1,2})?\s+(?=[A-Z])(?:[^.!?]|\.(?! )|[.?!](?= [A-Z][a-z]+ [A-Z])){10,300}\bMore in this series$"
)
_CONTRIBUTED = re.compile(
    r"(?<=[.!?”\"’)])\s+\(?(?:Additional reporting|Reporting|Writing|Editing|Compiled|With reporting) by [A-Z].{2,200}$"
)
_CLOSING_BYLINE = re.compile(rf"(?<=[.!?”\"’])\s+By {_CAPITAL}(?: {_CAPITAL}){{1,3}}$")


class _Form(NamedTuple):
    """A form of what is to be cut out, and words of which it has one, so that few lines need be searched for it."""

    kind: BlockKind
    pattern: re.Pattern[str]
    reason: str
    words: tuple[str, ...]


_CONTINUED = (
    "Ad Policy", "AD POLICY", "Advertisement", "ADVERTISEMENT", " continues", "Continue ", "Current Issue", "Related ", "Read ", "See ", "Sign ",
    "Ready to ", "Subscribe ", "View our", "Share this", "Click here", "More in this series",
)  # fmt: skip
_FORMS = (
    _Form("junk", _LABELLED, "a related link in brackets", (":",)),
    _Form("junk", _TICKER, "a stock ticker", (":",)),
    _Form("junk", _QUOTED_PRICE, "a stock ticker with the price of another day", ("%",)),
    _Form("junk", _TRAILING, "page furniture that ran on", _CONTINUED),
    _Form("junk", _SERIES, "related links that ran on", ("More in this series",)),
    _Form("note", _CONTRIBUTED, "it says who contributed", ("ing by ", "Compiled by ")),
    _Form("byline", _CLOSING_BYLINE, "it names the author of the paragraph", ("By ",)),
)
_PLACE = r"[A-Z][A-Z.’'-]+(?:[ /-][A-Z.’'-]{2,})*"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, (?:[A-Z][\w.]+)(?: [A-Z][\w.]+)?)?(?:[,:]? ?(?:on )?(?:\w{{3,9}}\.? )?\d{{1,2}}(?: \w{{3,9}})?(?:,? \d{{4}})?)?(?:,? ?\([A-Z][\w ./-]{{1,30}}\))?\s?(?:—|–|--|─|- | -|:? ?\u2009?—)\s*"
    rf"|{_CAPITAL}(?: {_CAPITAL}){{0,2}}(?:, {_CAPITAL}(?: {_CAPITAL})?)?(?:,? \w{{3,9}}\.? \d{{1,2}})?,? ?\([A-Z][A-Za-z .&/-]{{1,30}}\)\s?(?:—|–|--|-)\s*"
    rf"|{_CAPITAL}(?: {_CAPITAL}){{0,2}} \([A-Z]{{2,5}}\)\s"
    rf"|\([A-Z][A-Za-z .&/-]{{1,30}}\)\s?(?:—|–|--|-)\s*)(?=[A-Z“\"‘'\d])"
)
_COLON = re.compile(
    rf"{_PLACE}(?:, {_CAPITAL})?(?:,? \w{{3,9}}\.? \d{{1,2}})?(?: \([A-Z][\w .&-]{{1,30}}\))?:\s+(?=[A-Z“\"‘'\d].{{60}})"
)
_SPEAKER = re.compile(rf"{_PLACE}:\s")
_FOOTNOTE = re.compile(r"(?<=[.!?”\"’)])(\d{1,3})(?=$|\s+(?:Ad Policy|Current Issue|[A-Z]))")


def cuts(line: Line, *, opening: bool, footnotes: bool, transcript: bool = False) -> tuple[Cut, ...]:
    """What to cut out of a paragraph, in order. ``opening``: it is the first of the article, where a dateline may stand.

    ``transcript``: names in capitals before a colon are those who speak, and no place is set off so.
    """
    datelines = () if not opening else (_DATELINE,) if transcript else (_DATELINE, _COLON)
    # Of two that begin at one place the longer one is meant.
    found = sorted(_all(line.text, datelines=datelines, footnotes=footnotes), key=lambda cut: (cut.start, -cut.end))
    kept: list[Cut] = []
    for cut in found:
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return tuple(_trim(line.text, cut) for cut in kept)


def spoken(lines: Sequence[Line]) -> bool:
    """Whether several paragraphs begin with a name in capitals and a colon: a transcript."""
    return sum(bool(_SPEAKER.match(line.text)) for line in lines) > 1


def numbered(lines: Sequence[Line]) -> bool:
    """Whether the numbers at the ends of paragraphs count from one on: footnotes, not figures."""
    numbers = [int(found[1]) for line in lines if (found := _FOOTNOTE.search(line.text))]
    return len(numbers) >= 3 and numbers[0] == 1 and all(after == before + 1 for before, after in pairwise(numbers))


def _all(text: str, *, datelines: Sequence[re.Pattern[str]], footnotes: bool) -> Iterator[Cut]:
    for pattern in datelines:
        if (found := pattern.match(text)) and found.end() < len(text):
            yield Cut(0, found.end(), "dateline", "where, and by which agency")
    for pattern in _CARDS if _CARD_END.search(text) else ():
        for found in pattern.finditer(text):
            yield Cut(found.start("card"), found.end("card"), "junk", "link text of a name that ran into the sentence")
    for form in _FORMS:
        if any(word in text for word in form.words):
            for found in form.pattern.finditer(text):
                yield Cut(found.start(), found.end(), form.kind, form.reason)
    if footnotes and (found := _FOOTNOTE.search(text)):
        yield Cut(found.start(), found.end(), "junk", "the number of a footnote")


def _trim(text: str, cut: Cut) -> Cut:
    """Without the white space at its edges, which belongs to no block."""
    stretch = text[cut.start : cut.end]
    start = cut.start + len(stretch) - len(stretch.lstrip())
    return cut._replace(start=start, end=start + len(stretch.strip()))
