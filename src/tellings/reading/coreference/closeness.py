"""How near a mention stands to a pronoun, and which mentions a pronoun of the same clause cannot mean."""

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


def closeness(place: Place, other: Place, distance: int) -> float:
    """How near a mention is to a pronoun in what counts for readers."""
    score = -0.55 * distance
    score += 1.0 if other.subject else 0.0
    score -= 0.6 if other.agent else 0.0
    score -= 3.0 if other.quoted and not place.quoted else 0.0
    score -= 0.5 if other.root.dep_ in {"poss", "compound"} else 0.0
    return score + (0.3 if other.mention.form == "pronoun" else 0.0)


def bound(place: Place, other: Place) -> bool:
    """Whether two mentions of one clause cannot be the same person ("Lee met him")."""
    if other.sentence != place.sentence or other.paragraph != place.paragraph:
        return False
    lower = place.text.casefold()
    if lower in _REFLEXIVE or (lower in _POSSESSIVE and place.root.dep_ == "poss") or other.root.dep_ == "poss":
        return False  # "late in her career, she said"
    verb, other_verb = place.verb, other.verb
    return verb is not None and other_verb is not None and verb.i == other_verb.i and other.subject != place.subject
