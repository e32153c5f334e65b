"""Which mentions a pronoun of the same clause cannot mean, and which noun a relative clause hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.coreference.places import Place
from tellings.reading.mentions import head_kind

_REFLEXIVE = frozenset({"himself", "herself", "themselves"})
_OBJECTS = frozenset({"dobj", "dative"})
_POSSESSIVE = frozenset({"his", "her", "their"})


def heads(other: Place, noun: Token, place: Place) -> bool:
    """Whether a mention is the noun that a relative clause hangs on."""
    if other.paragraph != place.paragraph or other.mention.form == "pronoun":
        return False
    return bool(other.root.i == noun.i or other.first.i <= noun.i < other.first.i + len(other.text.split()))


def described(noun: Token, *, person: bool) -> Iterator[Token]:
    """The nouns that a relative clause may be about, the likeliest first.

    The parse hangs a clause on the last noun before it. "Who" is not said of a body or thing: "a reporter from the Echo,
    who asked" is about the reporter. What an apposition says is said of the noun before it.
    """
    if person and not _may_be_who(noun):
        above = noun
        while above.dep_ in {"pobj", "prep", "compound", "conj"} and above.head is not above:
            above = above.head
            if above.pos_ in {"NOUN", "PROPN"} and _may_be_who(above):
                yield above
                yield from _apposed_to(above)
    yield noun
    yield from _apposed_to(noun)


def _apposed_to(noun: Token) -> Iterator[Token]:
    while noun.dep_ == "appos":
        noun = noun.head
        yield noun


def _may_be_who(noun: Token) -> bool:
    kind = head_kind(noun.lemma_.lower(), plural=noun.tag_ in {"NNS", "NNPS"})
    return kind in {"person", "group"} or noun.ent_type_ == "PERSON"


def bound(place: Place, other: Place) -> bool:
    """Whether two mentions of one clause cannot be the same person ("Lee met him")."""
    if other.sentence != place.sentence or other.paragraph != place.paragraph:
        return False
    lower = place.text.casefold()
    if lower in _REFLEXIVE or (lower in _POSSESSIVE and place.root.dep_ == "poss") or other.root.dep_ == "poss":
        return False  # "late in her career, she said"
    verb, other_verb = place.verb, other.verb
    if verb is None or other_verb is None:
        return False
    if verb.i == other_verb.i:
        return other.subject != place.subject
    return place.subject and _sent_to_do(other_verb, verb)  # "he told Lee to go"


def acts_on(place: Place, name: str) -> bool:
    """Whether the verb whose subject a pronoun is has the last word of a name as its object: "they told the bakers"."""
    verb = place.verb
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return verb is not None and place.subject and any(c.dep_ in _OBJECTS and c.lower_ == last for c in verb.children)


def _sent_to_do(infinitive: Token, verb: Token) -> bool:
    """Whether a verb with "to" hangs on another as what somebody is told or made to do."""
    hangs = infinitive.dep_ in {"xcomp", "ccomp"} and infinitive.head.i == verb.i
    return hangs and any(c.tag_ == "TO" for c in infinitive.children)
