"""Whether two names may be of one person or body: what a check and a ledger of many articles know of who speaks."""

from __future__ import annotations

from tellings.reading.coreference.names import words_of
from tellings.reading.lexicon import table


def same_person(one: str | None, other: str | None) -> bool | None:
    """Whether two names may be of one person or body; none where one of them is not told."""
    if not one or not other:
        return None
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return None
    return first <= second or second <= first


def name_words(name: str) -> frozenset[str]:
    """The words of a name without titles and offices."""
    titles = {title.casefold().rstrip(".") for title in table("titles")}
    found = frozenset(words_of(name))
    return frozenset(word for word in found if word.rstrip(".") not in titles) or found
