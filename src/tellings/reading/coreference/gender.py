"""Whether a person is he or she, by what is printed: title, role noun, first name. Often it cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from tellings.reading.lexicon import fold, words

Gender = Literal["he", "she"]

_HE = frozenset({"mr", "sir", "lord", "king", "prince", "father", "fr", "imam", "sheikh"})
_SHE = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister", "mme", "madam"})
_GIVEN_LAST = re.compile(r"\s\w+-[a-zà-ÿ]+$")
"""A name that ends in the given names ("Moon Tae-il"), and begins with no first name."""
_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}


def of_pronoun(text: str) -> Gender | None:
    """What a pronoun says."""
    return _PRONOUNS.get(text.casefold())


def of_person(
    names: Iterable[str], before: Iterable[str], roles: Iterable[str], *, first_alone: bool = False
) -> Gender | None:
    """What the words before the names, the roles and the first name say; the first that says anything.

    A single word is taken for a surname, unless ``first_alone``.
    """
    for word in before:
        title = word.casefold().rstrip(".")
        if title in _HE:
            return "he"
        if title in _SHE:
            return "she"
    for role in roles:
        for word in reversed(role.casefold().replace("’", "'").split()):
            if word in words("people_he"):
                return "he"
            if word in words("people_she"):
                return "she"
    for name in names:
        if _GIVEN_LAST.search(name):
            continue
        first = fold(name.split()[0])
        if len(name.split()) > 1 or first_alone:
            if first in words("names_he") and first not in words("names_she"):
                return "he"
            if first in words("names_she") and first not in words("names_he"):
                return "she"
    return None
