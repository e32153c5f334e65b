"""Where a name begins and ends: the language model's entities without what it drew in from around them.

It takes the title for a part of the name, the verb of a headline, the first word of the next sentence, a stray sign
of the page's layout; it stops at a hyphen, and it takes the ending of a firm's name for a possessive.
"""

from __future__ import annotations

import re

from tellings.reading.lexicon import table, words
from tellings.values import EntityKind

TITLES = tuple(sorted({*table("titles"), *words("titles_plain")}, key=len, reverse=True))
CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
NAME_WORD = re.compile(r"^[A-ZÀ-ÖØ-Þ]")
_TITLE = re.compile(r"(?:" + "|".join(re.escape(title) for title in TITLES) + r")(?=[\s\u00a0])\s*")
PARTICLES = frozenset("de du la le del della di da dos von van der den al el bin ibn st o ter ten".split())
"""Small words that belong to the surname behind them."""
_CUT = re.compile(
    r"\s(?:and|of|in|at|on|says?|said"
    r"|Says?|Said|Sees|Tells|Told|Calls|Urges|Warns|Vows|Slams|Issues|Backs|Rejects|Denies|Defends|Responds|Claims|Admits|Announces|Hopes|Wants|Plans|Seeks)\b"
    r"|[,(:;\n|–]|\s-\s"
)
"""Where a name ends that the model drew too long, into the verb of a headline for one."""
_SENTENCE = re.compile(r"(?<=[a-z]{4})\.\s+(?=[A-Z])|\s*\n|(?<=\w)—|(?<=\w)\s[-–—|]\s")
"""Where the model runs on into the next sentence or line, or over a dash between words."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|Jr|Sr|Inc|Co|Corp|Ltd|Bros|St)\.$")
POSSESSIVE = re.compile(r"['’]s?$")
_LEAD = re.compile(
    r"(?:Though|Although|While|If|When|As|But|And|After|Before|Since|Because|Until|Once|Whether|Where|Yet|Unlike|Despite|Facebook|Twitter|Pinterest"
    r"|WhatsApp|LinkedIn|Reddit|Instagram|Email|Share)[\s\u00a0]+"
)
_HYPHEN = re.compile(r"-[a-zà-ÿ]+(?![\w-])")  # "Tae-il": of given names, the second half is small


def trimmed(text: str, start: int, end: int, kind: EntityKind) -> tuple[int, int, EntityKind]:
    """An entity without its article, title, possessive ending and stray marks; behind a title it is a person."""
    end = within_sentence(text, start, end)
    while start < end and text[start] in "\"'([ @#-|":
        start += 1
    for prefix in ("the ", "The "):
        if text.startswith(prefix, start, end):
            start += len(prefix)
    if kind == "person":
        start = past_lead(text, start, end)
    start, titled = past_titles(text, start, end)
    if titled:
        kind = "person"
    if kind == "person":
        start = _at_first_name(text, past_offices(text, start, end), end)
        end = person_end(text, start, end)
    while start < end and text[end - 1] in "\"'.,;:!?)]- " and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    if (match := POSSESSIVE.search(text[start:end])) is not None:
        end = start + match.start()
    if (match := _HYPHEN.match(text, end)) is not None and kind == "person":
        end = match.end()
    return start, end, kind


def within_sentence(text: str, start: int, end: int) -> int:
    """Where a name ends that the model, or a run of capitals, carries into the next sentence or line."""
    found = _SENTENCE.search(text, start, end)
    whole = POSSESSIVE.sub("", text[start : found.start() if found else end])
    return start + len(whole if _ABBREVIATED.search(whole) else whole.rstrip("."))


def person_end(text: str, start: int, end: int) -> int:
    """Where a person's name ends, before the verb of a headline or a sign that the model drew in."""
    found = _CUT.search(text, start, end)
    return end if found is None else found.start()


def past_lead(text: str, start: int, end: int) -> int:
    """Past the first word of a sentence or the labels of a page's buttons, drawn into a person's name."""
    while (match := _LEAD.match(text, start, end)) is not None and NAME_WORD.match(text[match.end() : end]):
        start = match.end()
    return start


def past_titles(text: str, start: int, end: int) -> tuple[int, bool]:
    """Past titles before a name, and whether there was one."""
    titled = False
    while (match := _TITLE.match(text, start, end)) is not None and match.end() < end:
        start, titled = match.end(), True
    return start, titled


def past_offices(text: str, start: int, end: int) -> int:
    """Past words before a person's name that say what the person is ("Health Minister Dr | Ora Quill")."""
    pieces = text[start:end].split(" ")
    for index in range(len(pieces) - 2, -1, -1):
        plain = pieces[index].lower().rstrip(".")
        known = plain in words("offices") or pieces[index] in table("titles") or pieces[index] in words("titles_plain")
        if known or (plain in words("people", "bodies") and len(pieces) - index > 2):
            return start + sum(len(piece) + 1 for piece in pieces[: index + 1])
    return start


def _at_first_name(text: str, start: int, end: int) -> int:
    """Past capitalised words of an office that the model drew into a name of three words or more."""
    pieces = text[start:end].split(" ")
    known = words("names_he", "names_she")
    if len(pieces) < 3 or pieces[0].lower() in known or len(pieces[0].rstrip(".")) == 1:
        return start
    index = next((i for i, piece in enumerate(pieces[:-1]) if piece.lower() in known), 0)
    return start + sum(len(piece) + 1 for piece in pieces[:index])
