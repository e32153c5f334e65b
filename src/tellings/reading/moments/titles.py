"""Names of programmes and papers that are made of words of time: they are no times.

What is written with capitals inside a sentence ("This Week", "Saturday Night Live", "… Today") is a name, but not in a
headline, which is written with capitals throughout.
"""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"(?:Seconds?|Minutes?|Hours?|Days|Nights?|Weeks?|Weekend|Months?|Years?|Today|Tonight|Tomorrow|Yesterday|Morning|"
    r"Afternoon|Evening|Night|Overnight|Noon|Midnight|Now|Daily|Weekly|Monthly)"
)
_QUOTE = "\"'`"
_OPENS = re.compile(rf"(?:^|[.!?:;,)\]>]|\s-|--|_)\s*[{_QUOTE}(\[]*\s*$")
_CLOSES = re.compile(r"\"|''")
_NIGHT = re.compile(r"\s+(?:Morning|Night|Times|Mail|Mirror|Telegraph|Express|Herald)\b")
_LONG = re.compile(r"[A-Za-z][\w'-]{3,}")
_CAPITALS = 0.6  # share of the long words of a headline that have one
_AROUND = 120  # characters on each side in which that is asked


def is_name(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is written as the name of something."""
    words = text[start:end].split()
    if words and words[-1].endswith("day") and _NIGHT.match(text, end):
        return not _is_headline(text[max(0, start - _AROUND) : end + _AROUND])
    if not words or not (_WORDS.fullmatch(words[-1]) or words[-1] == "TODAY"):
        return False
    if words[-1] == "TODAY":
        return text[max(0, start - 4) : start] == "USA "
    if len(words) == 1:
        quoted = start > 0 and text[start - 1] in _QUOTE and bool(_CLOSES.match(text, end))
        named = quoted or not _OPENS.search(text[max(0, start - 8) : start])
    else:
        named = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return named and not _is_headline(text[max(0, start - _AROUND) : end + _AROUND])


def _is_headline(text: str) -> bool:
    words = _LONG.findall(text)
    return sum(word[0].isupper() for word in words) > _CAPITALS * len(words)
