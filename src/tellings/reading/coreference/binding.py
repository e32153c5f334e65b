"""Which mentions a pronoun of the same clause cannot mean, and which noun a relative clause hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from tellings.reading.coreference.places import Place

_REFLEXIVE = frozenset({"himself", "herself", "themselves"})
_POSSESSIVE = frozenset({"his", "her", "their"})


def heads(other: Place, noun: Token, place: Place) -> bool:
    """Whether a mention is the noun that a relative clause hangs on."""
    if other.paragraph != place.paragraph or other.mention.form == "pronoun":
        return False
    return bool(other.root.i == noun.i or other.first.i <= noun.i < other.first.i + len(other.text.split()))


def bound(place: Place, other: Place) -> bool:
    """Whether two mentions of one clause cannot be the same person ("Lee met him")."""
    if other.sentence != place.sentence or other.paragraph != place.paragraph:
        return False
    lower = place.text.casefold()
    if lower in _REFLEXIVE or (lower in _POSSESSIVE and place.root.dep_ == "poss") or other.root.dep_ == "poss":
        return False  # "late in her career, she said"
    verb, other_verb = place.verb, other.verb
    return verb is not None and other_verb is not None and verb.i == other_verb.i and other.subject != place.subject
