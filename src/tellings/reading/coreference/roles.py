"""What a text says somebody is: titles, offices and descriptions beside a name.

"Mayor Ann Lee", "Ann Lee, the mayor", "the mayor, Ann Lee", "Ann Lee is the
mayor": each lets a later "the mayor" stand for Ann Lee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.coreference.places import Place
from tellings.reading.lexicon import table, words

MODIFIERS = frozenset(
    "former ex deputy vice acting assistant interim co late prime shadow first incoming outgoing".split()
)
"""Words that make another office of the same noun."""

_LONGEST = 9  # words; more is a clause, not a role


def printed(place: Place) -> Iterator[str]:
    """The roles printed beside a name of a person or as its first word ("Prince Jan"), as they stand in the text."""
    own = place.first.lower_
    if place.first.i < place.root.i and own in words("people") and own not in words("names_he", "names_she"):
        yield place.first.text
    yield from before(place)
    for child in place.root.children:
        if child.dep_ == "appos" and child.i > place.root.i:
            yield from _phrase(child)
    if (
        place.root.dep_ == "appos"
        and place.root.head.pos_ in {"NOUN", "PROPN"}
        and place.root.head.lemma_.lower() in words("people")
    ):
        yield from _phrase(place.root.head, stop=place.first)
    verb = place.root.head
    if place.root.dep_ == "nsubj" and verb.lemma_ in {"be", "become"}:
        for child in verb.children:
            if child.dep_ == "attr" and child.lemma_.lower() in words("people") and child.tag_ in {"NN", "NNP"}:
                yield from _phrase(child)


def before(place: Place) -> Iterator[str]:
    """The words of the same noun phrase before the name."""
    doc, end = place.first.doc, place.first.i
    start = end
    while start > 0 and (
        (doc[start - 1].pos_ in {"PROPN", "NOUN"} and doc[start - 1].ent_type_ not in {"DATE", "TIME"})
        or doc[start - 1].lower_ in MODIFIERS | {"general"}
        or (
            doc[start - 1].lower_ == "of" and start > 1 and doc[start - 2].text[:1].isupper()
        )  # not "members of President X"
        or doc[start - 1].text == "-"
        or doc[start - 1].text in table("titles")
    ):
        start -= 1
    while start < end and doc[start].lower_ in {"of", "-"}:
        start += 1
    text = doc[start:end].text
    if text and noun(text) is not None and len(text.split()) <= _LONGEST:
        yield text


def _phrase(head: Token, stop: Token | None = None) -> Iterator[str]:
    doc = head.doc
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and (stop is None or child.right_edge.i < stop.i):
            edge = child.right_edge.i + 1
            inner = [t for t in doc[child.i : edge] if t.is_punct or t.dep_ in {"relcl", "acl"}]
            end = max(end, inner[0].i if inner else edge)
        elif child.dep_ in {"punct", "appos", "relcl", "acl"}:
            break
    if stop is not None:
        end = min(end, stop.i)
    text = doc[start:end].text.strip(" ,")
    if text and len(text.split()) <= _LONGEST and noun(text) is not None:
        yield text


def noun(role: str) -> str | None:
    """The noun that a role is about ("Deputy Mayor of X" -> "mayor"), as a later "the ..." would use it."""
    plain = role.casefold().replace("’", "'")
    last = plain.split()[-1].strip("'\"()") if plain.split() else ""
    if last in words("people") and last != "general":
        return str(last)
    head = re.split(r"\b(?:of|for|at|in|on|from|with|to)\b|,", plain)[0]
    pieces = [piece.strip("'\"()") for piece in head.split()]
    for piece in reversed(pieces):
        title = next((value for key, value in table("titles").items() if key.casefold() == piece), None)
        if title is not None:
            return title
        if piece.rstrip(".") in words("people"):
            return str(piece.rstrip("."))
        if piece == "general" and "attorney" in pieces:
            return "attorney general"
    return None


def relative(role: str) -> bool:
    """Whether a role calls somebody the relative of one named before: "his wife", not "daughter of a miner" or the nurse's "Sister"."""
    folded = role.casefold()
    return folded.endswith("first lady") or (noun(role) in _RELATIVES and " of " not in folded and not role.istitle())


def modifiers(text: str) -> frozenset[str]:
    """The words of a role or description that make another office of it ("former", "deputy")."""
    return frozenset(re.split(r"[\s-]+", text.casefold())) & MODIFIERS


_RELATIVES = frozenset("brother sister wife husband son daughter father mother uncle aunt cousin nephew niece".split())
_NO_OFFICE = _RELATIVES | frozenset(
    "doctor professor sir friend partner neighbor neighbour colleague man woman boy girl child resident native veteran member".split()
)


def office(role: str) -> str | None:
    """The office that a role names, which nobody else of the same surname is likely to hold as well."""
    shorter = role.rsplit(maxsplit=1)
    found = noun(role)
    if found in _NO_OFFICE and len(shorter) == 2 and shorter[1] in {*table("titles"), *words("titles_plain")}:
        found = noun(shorter[0])  # "Health Minister Dr"
    return None if found in _NO_OFFICE else found


_SEATS = frozenset(
    "senator representative congressman congresswoman lawmaker legislator leader speaker whip chair chairman chairwoman".split()
)
_HEADS = frozenset("chief director head boss".split())


def compatible(one: str, other: str) -> bool:
    """Whether one person may well be called by both offices: synonyms, or two seats of a member of parliament."""
    same = one == other or other in table("synonyms").get(one, "").split(", ")
    return same or {one, other} <= _SEATS or {one, other} <= _HEADS


def nouns(role: str) -> frozenset[str]:
    """All nouns by which a later description may take up a role: "Sen." also answers to "lawmaker"."""
    own = [noun(role)]
    shorter = role.rsplit(maxsplit=1)
    if len(shorter) == 2 and shorter[1] in {*table("titles"), *words("titles_plain")}:  # "Health Minister Dr"
        own.append(noun(shorter[0]))
    own += [office for office in table("synonyms") if " " in office and office in role.casefold()]  # "prime minister"
    return frozenset(word for one in own if one for word in (one, *table("synonyms").get(one, "").split(", "))) - {""}
