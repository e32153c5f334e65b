"""Names of programmes and papers that are made of words of time: they are no times.

What is written with capitals inside a sentence (a programme called "This Week", a paper called "Harbour Today") is a
name, but not in a headline, which is written with capitals throughout.
"""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"(?i:Seconds?|Minutes?|Hours?|Days|Nights?|Weeks?|Weekend|Months?|Years?|Today|Tonight|Tomorrow|Yesterday|Morning|"
    r"Afternoon|Evening|Night|Overnight|Noon|Midnight|Now|Daily|Weekly|Monthly)"
)
_EDITION = re.compile(r"\s+(?:Morning|Night|Times|Mail|Mirror|Telegraph|Express|Herald)\b")
_QUOTE = "\"'`"
_OPENS = re.compile(rf"(?:^|[.!?:;,)\]>]|\s-|--|_)\s*[{_QUOTE}(\[]*\s*$")
_CLOSES = re.compile(r"\"|''")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}\s+$")
_LONG = re.compile(r"[A-Za-z][\w'-]{3,}")
_SHARE = 0.6  # of the long words of a headline that are written with capitals
_FEWEST = 3  # long words by which a headline is known
_AROUND = 120  # characters on each side in which that is asked


def is_name(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is written as the name of something."""
    words = text[start:end].split()
    around = text[max(0, start - _AROUND) : end + _AROUND]
    if words[-1].endswith("day") and words[-1][0].isupper() and _EDITION.match(text, end):
        return not _is_headline(around)
    if not words[-1][0].isupper() or not _WORDS.fullmatch(words[-1]):
        return False
    if words[-1].isupper():
        return bool(_CAPITALS_BEFORE.search(text[max(0, start - 24) : start])) and not _is_headline(
            around, throughout=True
        )
    if len(words) > 1:
        return all(word[0].isupper() or not word[0].isalpha() for word in words) and not _is_headline(around)
    quoted = start > 0 and text[start - 1] in _QUOTE and bool(_CLOSES.match(text, end))
    return (quoted or not _OPENS.search(text[max(0, start - 8) : start])) and not _is_headline(around)


def _is_headline(text: str, *, throughout: bool = False) -> bool:
    """Whether most long words have a capital first, or are capitals throughout."""
    words = _LONG.findall(text)
    capitals = sum(word.isupper() if throughout else word[0].isupper() for word in words)
    return len(words) >= _FEWEST and capitals > _SHARE * len(words)
