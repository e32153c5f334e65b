"""Coreference inside one article: names first, then roles and descriptions, then pronouns.

Each mention joins at most one chain and says why. A pronoun is resolved only
where a person stands before it that fits; otherwise it stays without a chain,
and what it says stays without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference import grouping, pronouns, roles
from tellings.reading.coreference import names as naming
from tellings.reading.coreference.descriptions import SETTLEMENTS, describe
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.coreference.scene import Scene
from tellings.values import Chain, Quotation


def chains(found: Sequence[Place], quotations: Sequence[Quotation], text: str) -> tuple[Chain, ...]:
    """The chains of one article with this text, in the order of their first mention."""
    by_position = {place.position: place for place in found}
    growing: list[Growing] = []
    scene = Scene(by_position, growing, quotations, text)
    growing += _named(found, scene)
    for place in found:
        if place.mention.form == "description":
            describe(place, growing, by_position)
    pronouns.resolve(found, scene)
    finished = sorted(growing, key=lambda chain: min(by_position[m].mention.span for m in chain.members))
    return tuple(_finish(chain, by_position) for chain in finished)


def _named(found: Sequence[Place], scene: Scene) -> list[Growing]:
    names = [
        _printed(place, told=place.quoted or place.position in scene.told_of)
        for place in found
        if place.mention.form == "name"
    ]
    by_position = {place.position: place for place in found}
    growing: list[Growing] = []
    for names_of_one in grouping.group(names):
        fullest = names_of_one.fullest
        chain = Growing(fullest, names_of_one.kind)
        for position, form in zip(names_of_one.members, names_of_one.forms, strict=True):
            whole = naming.words_of(form) == naming.words_of(fullest)
            chain.members[position] = "the name" if whole else f"a shorter form of {fullest}"
            if chain.kind in {"person", "organisation"}:
                chain.roles.extend(r for r in roles.printed(by_position[position]) if r not in chain.roles)
            elif (settlement := _settlement(by_position[position])) is not None and settlement not in chain.roles:
                chain.roles.append(settlement)
        if chain.kind == "person":
            before = [w for m in names_of_one.members for w in _words_before(by_position[m])]
            alone = all(
                len(form.split()) == 1 for form in names_of_one.forms
            )  # one of whom only the first name is told
            forms = [fullest, *names_of_one.forms]
            chain.gender = genders.of_person(forms, before, chain.roles, first_alone=alone)
        growing.append(chain)
    return growing


def _printed(place: Place, *, told: bool) -> grouping.Printed:
    """A name with what the words beside it say: offices and titles part two people of one surname."""
    if place.mention.kind != "person":
        return grouping.Printed(place.position, place.text, place.mention.kind, told=told)
    own = tuple(roles.printed(place))
    offices = frozenset(office for role in own if (office := roles.office(role)) is not None)
    gender = genders.of_person((place.text,), _words_before(place), own)
    titles = frozenset(noun for role in own if (noun := roles.noun(role)) is not None)
    relative = any(map(roles.relative, own))
    titled = any(True for _ in roles.before(place))
    return grouping.Printed(place.position, place.text, "person", offices, titles, gender, titled, told, relative)


def _settlement(place: Place) -> str | None:
    """What a place is, where it is called so: "the city of X", "X, a city"."""
    if (
        place.root.dep_ == "pobj"
        and place.root.head.lower_ == "of"
        and place.root.head.head.lemma_.lower() in SETTLEMENTS
    ):
        return place.root.head.head.lemma_.lower()
    return next(
        (c.lemma_.lower() for c in place.root.children if c.dep_ == "appos" and c.lemma_.lower() in SETTLEMENTS), None
    )


def _words_before(place: Place) -> list[str]:
    return [place.first.nbor(-1).text] if place.first.i > 0 else []


def _finish(chain: Growing, by_position: dict[int, Place]) -> Chain:
    members = sorted(chain.members, key=lambda m: (by_position[m].mention.span, m))
    return Chain(
        name=chain.name,
        kind=chain.kind,
        mentions=tuple(members),
        roles=tuple(chain.roles) if chain.named else (),
        reasons=tuple(chain.members[m] for m in members),
    )
