"""Coreference inside one article: names first, then roles and descriptions, then pronouns.

Each mention joins at most one chain and says why. A pronoun is resolved only
where a person stands before it that fits; otherwise it stays without a chain,
and what it says stays without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference import names as naming
from tellings.reading.coreference import pronouns, roles
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.lexicon import words
from tellings.reading.names import MASTHEADS
from tellings.values import Chain, Quotation

SETTLEMENTS = frozenset(
    "city county state country town village region district province nation municipality borough island".split()
)
"""What a place can be called later: "the city"."""


def chains(found: Sequence[Place], quotations: Sequence[Quotation]) -> tuple[Chain, ...]:
    """The chains of one article, in the order of their first mention."""
    by_position = {place.position: place for place in found}
    growing = _named(found)
    for place in found:
        if place.mention.form == "description":
            _describe(place, growing, by_position)
    pronouns.resolve(found, growing, quotations)
    finished = sorted(growing, key=lambda chain: min(by_position[m].mention.span for m in chain.members))
    return tuple(_finish(chain, by_position) for chain in finished)


def _named(found: Sequence[Place]) -> list[Growing]:
    names = [_printed(place) for place in found if place.mention.form == "name"]
    by_position = {place.position: place for place in found}
    growing: list[Growing] = []
    for names_of_one in naming.group(names):
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


def _printed(place: Place) -> naming.Printed:
    """A name with what the words beside it say: offices and titles part two people of one surname."""
    if place.mention.kind != "person":
        return naming.Printed(place.position, place.text, place.mention.kind)
    own = tuple(roles.printed(place))
    offices = frozenset(office for role in own if (office := roles.office(role)) is not None)
    gender = genders.of_person((place.text,), _words_before(place), own)
    titles = frozenset(noun for role in own if (noun := roles.noun(role)) is not None)
    return naming.Printed(place.position, place.text, "person", offices, titles, gender)


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


def _describe(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> None:
    """Let a description join the chain whose role it takes up, or begin one of its own."""
    fits = [chain for chain in growing if _fits(place, chain)]
    before = [chain for chain in fits if chain.last_before(place, by_position) >= 0]
    best = (
        _beside(place, growing, by_position)
        or _just_named(place, growing, by_position)
        or max(
            before,
            key=lambda chain: (chain.named, _same_office(place, chain), chain.last_before(place, by_position)),
            default=None,
        )
    )
    if best is None and place.mention.kind == "organisation" and _bare_body(place):
        best = _main_body(place, growing, by_position)
    if best is None and len(fits) == 1 and fits[0].named:
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


def _just_named(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> Growing | None:
    """The one named body that the last two sentences are about, where a bare "the group" follows; of papers, one that is named like a paper."""
    head = place.root.lemma_.lower()
    if place.mention.kind != "organisation" or not _bare_body(place):
        return None
    near = [c for c in growing if c.kind == "organisation" and c.named and _just_told(place, c, by_position)]
    if head in _PAPERS:
        near = [chain for chain in near if naming.words_of(chain.name)[-1] in MASTHEADS]
    elif head != "group":
        near = [chain for chain in near if not _public(chain)]
    return near[0] if len(near) == 1 else None


_PAPERS = frozenset("paper newspaper daily weekly magazine tabloid".split())
_COMPANIES = _PAPERS | frozenset(
    "company firm manufacturer maker retailer airline carmaker insurer lender supplier publisher chain operator group business brand start-up startup".split()
)


def _bare_body(place: Place) -> bool:
    """Whether a description is no more than "the company"."""
    return place.first.lower_ == "the" and len(place.text.split()) == 2 and place.root.lemma_.lower() in _COMPANIES


def _main_body(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> Growing | None:
    """The body that the text before a bare description is about: named twice as often as any other, or the only one."""
    near = [
        chain
        for chain in growing
        if chain.kind == "organisation" and chain.named and not _public(chain) and _just_told(place, chain, by_position)
    ]
    if len(near) == 1:
        return near[0]
    counts = []
    for chain in growing:
        if chain.kind == "organisation" and chain.named and not _public(chain):
            count = sum(
                by_position[m].mention.span < place.mention.span and not by_position[m].quoted for m in chain.members
            )
            if count:
                counts.append((count, -min(chain.members), chain))
    counts.sort(key=lambda item: item[:2], reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    return counts[0][2]


def _just_told(place: Place, chain: Growing, by_position: dict[int, Place]) -> bool:
    """Whether one of the two sentences before is about a chain."""
    return any(
        other.mention.span < place.mention.span
        and not other.quoted
        and place.sentence - other.sentence <= 2
        and other.subject
        for other in (by_position[m] for m in chain.members)
    )


def _public(chain: Growing) -> bool:
    """Whether a body is plainly no company: a ministry, a court, a university."""
    return bool(set(naming.words_of(chain.name)) & (words("bodies") - _COMPANIES - {"bank", "brand"}))


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
        noun = "attorney general" if "attorney general" in text else head
        own = roles.modifiers(text)
        short = len(place.text.split()) <= 3 or any(
            text.removeprefix("the ") in role.casefold() for role in chain.roles
        )
        return short and any(noun in roles.nouns(role) and (own <= roles.modifiers(role)) for role in chain.roles)
    if place.mention.kind == "organisation" and len(place.text.split()) == 2:
        name = naming.words_of(chain.name)
        if chain.kind == "organisation":
            return head in name or head + "s" in name or any(head == roles_noun for roles_noun in _body_roles(chain))
        return chain.kind == "place" and head in SETTLEMENTS and head in chain.roles
    return False


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


def _finish(chain: Growing, by_position: dict[int, Place]) -> Chain:
    members = sorted(chain.members, key=lambda m: (by_position[m].mention.span, m))
    return Chain(
        name=chain.name,
        kind=chain.kind,
        mentions=tuple(members),
        roles=tuple(chain.roles) if chain.named else (),
        reasons=tuple(chain.members[m] for m in members),
    )
