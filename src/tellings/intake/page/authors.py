"""The names in a byline as pages write it: without "By", offices, addresses and the outlet."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|story|text|words|analysis|opinion|published|review)\s+)?(?:by|von|par|por|di|af|av|door|author|autor(?:in)?)[:\s]+",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:,|;|/|\||•|·|\band\b|&|\bund\b|\bet\b|\by\b|\band by\b|\n)\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:[-–—|•(@]|(?:in|for|at)\s+(?-i:[A-Z])|(?:updated|published|posted)\b).*$|\s*\S+@\S+.*$",
    re.DOTALL | re.IGNORECASE,
)
_JOB = (
    r"(?:reporters?|writers?|correspondents?|editors?|columnists?|contributors?|bureau|producers?|journalists?|redakteur(?:in)?|reporterin|analysts?|critics?|blogger"
    r"|fellow|professor|officer|director)"
)
_OFFICE = re.compile(
    rf"(?:^|\s+)(?:(?:(?:senior|staff|chief|deputy|executive|contributing|associate|assistant|managing|special|digital|national|political|politics|news|sports?|business|science|health|tech\w*|opinion|guest)\s+)*{_JOB}|follow)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_A_NAME = re.compile(
    rf"\b(?:by|more|view|comments?|follow|subscribe|share|photos?|images?|read|all|posts?|profile|bio|email|updated|published|ago|{_JOB})\b|^(?:the|our|a)\s",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:Jr|Sr|M\.?D|Ph\.?D|III?|IV)\.?", re.IGNORECASE)
_MOST = 12
_LONGEST = 60


def names(written: Iterable[str], *, outlet: str | None = None, sure: bool = True) -> tuple[str, ...]:
    """The names in the order in which they stand, each once. ``sure``: nothing but authors stands there."""
    found: dict[str, str] = {}
    for text in written:
        for name in _names(html.unescape(text)):
            if not (outlet and name.casefold() == outlet.casefold()) and (sure or _looks_personal(name)):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST]


def _names(text: str) -> list[str]:
    found: list[str] = []
    for part in _PARTED.split(_BY.sub("", " ".join(text.split()))):
        name = _OFFICE.sub("", _AFTER.sub("", _BY.sub("", part))).strip(" .,:;|-–—\"'")
        if _SUFFIX.fullmatch(part.strip()) and found:
            found[-1] = f"{found[-1]}, {part.strip()}"
        elif _is_name(name):
            found.append(name)
    return found


def _is_name(name: str) -> bool:
    if not 2 < len(name) <= _LONGEST or any(sign.isdigit() for sign in name) or name.startswith(("http", "www.", "{")):
        return False
    glued = " " not in name and re.search(r"[a-z][A-Z].*[a-z][A-Z]", name)
    return len(name.split()) <= 6 and not glued and any(sign.isupper() or not sign.isascii() for sign in name)


def _looks_personal(name: str) -> bool:
    """Whether it has the form of a person's name: two to five words, none of a page's own."""
    words = name.split()
    return 2 <= len(words) <= 5 and not _NOT_A_NAME.search(name) and words[0][0].isupper() and words[-1][0].isupper()
