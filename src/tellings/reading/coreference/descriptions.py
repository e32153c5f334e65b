"""Descriptions: whom or what "the mayor", "the company" and "the Norland envoy" take up again.

A description joins the chain that has its role, and of several the one with just this office, or told of last. Words
that tell one bearer of an office from another ("the Norland envoy", "the 39th president") must be printed beside the
name: else the description stays by itself, and nobody is named for what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference import names as naming
from tellings.reading.coreference import roles
from tellings.reading.coreference.bodies import bare_body, just_named, main_body
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.lexicon import fold, table, words

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
    if not chain.named or text != _SHARED or _of_nobody(place, chain):
        return False
    first = min(chain.members)
    told = any(min(c.members) < first and c.name.casefold() == text for c in growing if not c.named)
    return told or place.position < first


_SHARED = "president"  # an office of countries and of firms


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
        if head in _PARTIES.values():  # "the Norland Democrat": whose party and state are printed
            return True
        noun = next((office for office in _LONG_OFFICES if office in text), head)
        own = roles.modifiers(text)
        short = len(text.replace(noun, "office").split()) <= 3 or any(
            text.removeprefix("the ") in role.casefold() for role in chain.roles
        )
        return short and any(noun in roles.nouns(role) and (own <= roles.modifiers(role)) for role in chain.roles)
    owned = place.first.tag_ not in {"DT", "PRP$"}  # "Quill's committee" is not the one that is named
    if place.mention.kind == "organisation" and len(place.text.split()) == 2 and place.root.tag_ != "NNS" and not owned:
        name = naming.words_of(chain.name)
        if chain.kind == "organisation":
            return head in name or head + "s" in name or any(head == roles_noun for roles_noun in _body_roles(chain))
        return chain.kind == "place" and head in SETTLEMENTS and head in chain.roles
    return False


_LONG_OFFICES = ("attorney general", "commander in chief")
_PARTIES = {"r": "republican", "d": "democrat"}
_STEM = 4  # letters that a land and its people share


def _supported(place: Place, chain: Growing, by_position: Mapping[int, Place]) -> bool:
    """Whether the words that tell one bearer of an office from another are printed beside the chain's name."""
    telling, over = list(_telling(place)), list(_over(place))
    if not (telling or over) or not chain.named or chain.kind != "person":
        return True
    printed = {word for role in chain.roles for word in naming.words_of(role)}
    for member in chain.members:
        if by_position[member].mention.form == "name":
            printed.update(_beside_name(by_position[member]))
    borne_out = [word for word in (*telling, *over) if any(_same_stem(word, other) for other in printed)]
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
    return not any(t.ent_type_ in {"GPE", "NORP"} for other in named for t in _around(other))


def _telling(place: Place) -> Iterator[str]:
    """The words before a description's noun that tell whose or which: a land, a party, an owner, a number."""
    doc = place.root.doc
    for token in doc[place.first.i : place.root.i + 1]:
        own = token.i == place.root.i
        named = token.ent_type_ in {"NORP", "GPE", "ORDINAL", "LOC"} or (token.pos_ == "PROPN" and token.text.istitle())
        if (named and (not own or fold(token.text) in _PARTIES.values()) and token.tag_ not in {"DT", "POS"}) or (
            token.dep_ == "poss" and token.pos_ in {"PROPN", "NOUN"}
        ):
            yield fold(token.text)


def _over(place: Place) -> Iterator[str]:
    """The names in what somebody is said to be the head of: "the chair of the Harbour Committee"."""
    for child in place.root.children:
        if child.lower_ == "of":
            yield from (fold(token.text) for token in child.subtree if token.pos_ == "PROPN")


def _around(place: Place) -> Span:
    """The words of a name's noun phrase, and the apposition or brackets behind it."""
    doc, first, last = place.root.doc, place.first.i, place.root.i
    while first > 0 and (doc[first - 1].pos_ in {"ADJ", "NOUN", "PROPN", "PART"} or doc[first - 1].lower_ == "of"):
        first -= 1
    closing = {",": ",", "(": ")", "of": ","}.get(doc[last + 1].lower_) if last + 1 < len(doc) else None
    if closing is not None:
        last += 1
        while last + 1 < len(doc) and doc[last + 1].text not in {closing, ";", ":"} and not _clause(doc[last + 1]):
            last += 1
    return doc[first : last + 1]


def _beside_name(place: Place) -> Iterator[str]:
    """The words beside a name, and what a party and state behind it in brackets or commas stand for."""
    for token in _around(place):
        for part in fold(token.text).strip(",()").split("-") if token.text not in table("titles") else ():
            yield _PARTIES.get(part.strip("."), part)


def _clause(token: Token) -> bool:
    return token.is_sent_start or token.pos_ in {"VERB", "AUX"}


def _same_stem(one: str, other: str) -> bool:
    """Whether two words are of one land or party ("Norland", "Norlander"), or one is short for the other ("Tex.")."""
    if one == other or (len(one) >= _STEM and one[:_STEM] == other[:_STEM]):
        return True
    short, letters = other.replace(".", ""), iter(one)
    return other.endswith(".") and short[:1] == one[:1] and all(letter in letters for letter in short)


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
