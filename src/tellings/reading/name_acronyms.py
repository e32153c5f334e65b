"""Names of bodies and the initials that an article prints for them.

The model cuts a body's name at "and" or at a possessive ("Bread and | Butter Office", "Norland's Bakers' | League"),
and takes initials for a place or a person. The article settles both: where the words to the left of a name make the
whole spell initials that it prints (after the idea of Schwartz and Hearst, 2003, that a long form is found by its
letters), the name begins there; and initials that a body's name spells are that body's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tellings.reading.name_evidence import Name

_INITIALS = re.compile(r"(?<![\w.])[A-Z]{3,7}(?![\w.])")
_BEFORE = re.compile(r"(?:[A-Z][\w-]*(?:['’]s|s['’])?|and|of|for|the|&)\s$")
_SMALL = frozenset("and of for the &".split())
_MOST = 6  # words to the left


def by_initials(found: Sequence[Name], texts: Sequence[str]) -> list[Name]:
    """The names of an article with those of bodies whole, and its initials of the kind of the body that they stand for."""
    printed = frozenset(match[0] for text in texts for match in _INITIALS.finditer(text))
    whole = [_whole(name, texts[name.paragraph], printed) for name in found]
    spelt = {
        letters(texts[name.paragraph][name.start : name.end]) for name in whole if name.kind == "organisation"
    } & printed
    return [
        replace(name, kind="organisation") if texts[name.paragraph][name.start : name.end] in spelt else name
        for name in whole
    ]


def letters(name: str) -> str:
    """The initials of a name's words, without its small ones; empty for a single word, which spells nothing."""
    pieces = [piece for piece in name.split() if piece not in _SMALL]
    return "".join(piece[0] for piece in pieces) if len(pieces) > 1 else ""


def _whole(name: Name, text: str, printed: frozenset[str]) -> Name:
    """A name with the words to its left that make it spell initials of the article."""
    own = letters(text[name.start : name.end])
    if name.kind == "place" or not any(one.endswith(own) and one != own for one in printed if own):
        return name
    start = name.start
    for _ in range(_MOST):
        match = _BEFORE.search(text, 0, start)
        if match is None:
            break
        start = match.start()
        if match[0].strip() not in _SMALL and letters(text[start : name.end]) in printed:
            return replace(name, start=start, kind="organisation")
    return name
