"""Descriptions: whom or what "the mayor", "the company" and "the Norland envoy" take up again.

A description joins the chain that has its role, and of several the one with just this office, or told of last. Words
that tell one bearer of an office from another ("the Norland envoy", "the 39th president") must be printed beside the
name: else the description stays by itself, and nobody is named for what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference import names as naming
from tellings.reading.coreference import roles
from tellings.reading.coreference.beside import PARTIES, around, beside_name, same_stem
from tellings.reading.coreference.bodies import bare_body, just_named, main_body
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.lexicon import fold, words

SETTLEMENTS = frozenset(
    "city county state country town village region district province nation municipality borough island".split()
)
"""What a place can be called later: "the city"."""


def describe(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> None:
    """Let a description join the chain whose role it takes up, or begin one of its own."""
    fitting = [chain for chain in growing if _fits(place, chain)]
    fits = [chain for chain in fitting if _supported(place, chain, by_position)]
    if not fits and len(fitting) == 1 and _undisputed(place, fitting[0], by_position):
        fits = fitting
    fits = [chain for chain in fits if not _anothers(place, chain, growing)]
    before = [chain for chain in fits if chain.last_before(place, by_position) >= 0]
    best = (
        _beside(place, growing, by_position)
        or just_named(place, growing, by_position)
        or max(
            before,
            key=lambda chain: (
                chain.named,
                _same_office(place, chain),
                _told_so(place, chain),
                _of_nobody(place, chain),
                chain.last_before(place, by_position),
            ),
            default=None,
        )
    )
    if best is None and place.mention.kind == "organisation" and bare_body(place):
        best = main_body(place, growing, by_position)
    if best is None and len(fits) == 1 and fits[0].named and _soon_named(place, fits[0], by_position):
        best = fits[0]  # the headline says "the mayor", the first paragraph her name
    if best is not None:
        best.members[place.position] = (
            "a description that the text gives to this name" if best.named else "the same description"
        )
        return
    chain = Growing(_without_article(place.text), place.mention.kind, named=False)
    chain.members[place.position] = "a description of somebody whom the text does not name"
    chain.gender = genders.of_person((), (), (place.text,)) if place.mention.kind == "person" else None
    chain.roles.append(place.text)
    growing.append(chain)


def _soon_named(place: Place, chain: Growing, by_position: Mapping[int, Place]) -> bool:
    """Whether who holds just the office of a person's description is named in one of the next paragraphs."""
    if place.mention.kind != "person":
        return True
    first = min((by_position[m] for m in chain.members), key=lambda other: other.mention.span)
    return first.paragraph - place.paragraph <= _SOON and _same_office(place, chain)


_SOON = 5  # paragraphs


def _beside(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> Growing | None:
    """The person whose name stands beside a description: "the mayor, Ora Quill"."""
    for child in place.root.children:
        if child.dep_ == "appos":
            for chain in growing:
                if (
                    chain.named
                    and chain.kind == place.mention.kind
                    and any(
                        by_position[m].paragraph == place.paragraph and by_position[m].root.i == child.i
                        for m in chain.members
                    )
                ):
                    return chain
    return None


def _same_office(place: Place, chain: Growing) -> bool:
    """Whether a chain holds just the office that is meant: "the mayor" is not the deputy mayor where there is a mayor."""
    own = roles.modifiers(place.text)
    head = place.root.lemma_.lower()
    return any(head in roles.nouns(role) and roles.modifiers(role) == own for role in chain.roles)


def _anothers(place: Place, chain: Growing, growing: list[Growing]) -> bool:
    """Whether "the president" is not this chain's: it is a body's, and the article had spoken of the president before."""
    text = _without_article(place.text).casefold()
    if not chain.named or text not in _SHARED or _of_nobody(place, chain):
        return False
    first = min(chain.members)
    told = any(min(c.members) < first and c.name.casefold() == text for c in growing if not c.named)
    return told or place.position < first


_SHARED = frozenset({"president"})  # an office of countries and of firms, that one has and others had
_OTHERS = frozenset({"vice", "deputy", "assistant", "shadow"})  # "the president" is not the vice president


def _told_so(place: Place, chain: Growing) -> bool:
    """Whether a role holds the words of a description as they stand: of several leaders "the majority leader"."""
    text = _without_article(place.text).casefold()
    return chain.named and " " in text and any(text in role.casefold() for role in chain.roles)


def _of_nobody(place: Place, chain: Growing) -> bool:
    """Whether an office is printed without whose it is: "the president" is the country's before a firm's."""
    head = place.root.lemma_.lower()
    return chain.named and any(set(naming.words_of(role)) - roles.MODIFIERS == {head} for role in chain.roles)


def _fits(place: Place, chain: Growing) -> bool:
    head = place.root.lemma_.lower()
    definite = place.first.lower_ in {"the", "this", "that"} or place.first.tag_ == "PRP$" or place.first.dep_ == "poss"
    text = place.text.casefold()
    if not chain.named:
        same_words = naming.words_of(chain.name) == naming.words_of(place.text)
        simple = definite and len(place.text.split()) == 2 and place.mention.kind in {"person", "document"}
        return (same_words and definite) or (simple and chain.kind == place.mention.kind and _head_of(chain) == head)
    if not definite:
        return False
    if place.mention.kind == "person" and chain.kind == "person":
        if head in PARTIES.values():  # "the Norland Democrat": whose party and state are printed
            return True
        noun = next((office for office in _LONG_OFFICES if office in text), head)
        own = roles.modifiers(text)
        short = len(text.replace(noun, "office").split()) <= 3 or any(
            text.removeprefix("the ") in role.casefold() for role in chain.roles
        )
        another = _OTHERS | {"former", "ex"} if noun in _SHARED else _OTHERS
        return short and any(
            noun in roles.nouns(role) and own <= (of_role := roles.modifiers(role)) and not (of_role - own) & another
            for role in chain.roles
        )
    owned = place.first.tag_ not in {"DT", "PRP$"}  # "Quill's committee" is not the one that is named
    if place.mention.kind == "organisation" and len(place.text.split()) == 2 and place.root.tag_ != "NNS" and not owned:
        name = naming.words_of(chain.name)
        if chain.kind == "organisation":
            return head in name or head + "s" in name or any(head == roles_noun for roles_noun in _body_roles(chain))
        return chain.kind == "place" and head in SETTLEMENTS and head in chain.roles
    return False


_LONG_OFFICES = ("attorney general", "commander in chief")


def _supported(place: Place, chain: Growing, by_position: Mapping[int, Place]) -> bool:
    """Whether the words that tell one bearer of an office from another are printed beside the chain's name."""
    telling, over = list(_telling(place)), list(_over(place))
    if not (telling or over) or not chain.named or chain.kind != "person":
        return True
    printed = {word for role in chain.roles for word in naming.words_of(role)}
    for member in chain.members:
        if by_position[member].mention.form == "name":
            printed.update(beside_name(by_position[member]))
    borne_out = [word for word in (*telling, *over) if any(same_stem(word, other) for other in printed)]
    return all(word in borne_out for word in telling) and (not over or any(word in borne_out for word in over))


def _undisputed(place: Place, chain: Growing, by_position: Mapping[int, Place]) -> bool:
    """Whether nothing beside the only name that fits says another land or party; "the 39th" and "the port's" never are.

    Nor is "the chair of the X Committee" somebody who was the chair of something, or the deputy chair.
    """
    doc = place.root.doc
    if chain.named and any(_over(place)) and not _same_office(place, chain):
        return False
    before = doc[place.first.i : place.root.i]
    if any(t.ent_type_ == "ORDINAL" or t.text[:1].isdigit() or (t.dep_ == "poss" and t.pos_ == "NOUN") for t in before):
        return False
    named = [by_position[m] for m in chain.members if by_position[m].mention.form == "name"]
    heads = [other.root.head for other in named if other.root.dep_ == "appos"]  # "the French envoy, Ora Quill"
    beside = [*(t for other in named for t in around(other)), *(c for head in heads for c in head.lefts)]
    return not any(t.ent_type_ in {"GPE", "NORP"} for t in beside)


def _telling(place: Place) -> Iterator[str]:
    """The words before a description's noun that tell whose or which: a land, a party, an owner, a number."""
    doc = place.root.doc
    for token in doc[place.first.i : place.root.i + 1]:
        own = token.i == place.root.i
        named = token.ent_type_ in {"NORP", "GPE", "ORDINAL", "LOC"} or (token.pos_ == "PROPN" and token.text.istitle())
        if (named and (not own or fold(token.text) in PARTIES.values()) and token.tag_ not in {"DT", "POS"}) or (
            token.dep_ == "poss" and token.pos_ in {"PROPN", "NOUN"}
        ):
            yield fold(token.text)


def _over(place: Place) -> Iterator[str]:
    """The names in what somebody is said to be the head of: "the chair of the Harbour Committee"."""
    for child in place.root.children:
        if child.lower_ == "of":
            yield from (fold(token.text) for token in child.subtree if token.pos_ == "PROPN")


def _body_roles(chain: Growing) -> list[str]:
    return [word for role in chain.roles for word in role.casefold().split() if word in words("bodies")]


def _head_of(chain: Growing) -> str:
    noun = roles.noun(chain.name)
    return noun if noun is not None else chain.name.split()[-1].casefold()


def _without_article(text: str) -> str:
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        if text.startswith(article):
            return text[len(article) :]
    return text
