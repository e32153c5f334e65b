"""Entities across articles: one person under name, surname, title and role; two of one surname stay two.

Each article's chains are joined by name. Full names come first, so that a bare
surname finds the person it can only mean; where it may mean two, the roles
decide, and where they do not, it stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tellings.reading.coreference.names import keys, same_body, same_person, words_of
from tellings.reading.coreference.roles import noun, office, relative
from tellings.values import Chain, Entity, EntityKind, EntityMention, Mention, Reading, Telling

_Key = tuple[int, int]
"""(article, chain): positions in the readings and in the reading's chains."""


@dataclass(eq=False)
class _Joined:
    kind: EntityKind
    chains: list[_Key] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    reasons: dict[_Key, str] = field(default_factory=dict)

    @property
    def role_nouns(self) -> frozenset[str]:
        return frozenset(found for role in self.roles if (found := noun(role)) is not None)

    def name(self) -> str:
        """Of the forms with more than one word the most printed; of others the most printed and then longest."""
        full = {
            name: count for name, count in self.names.items() if self.kind != "person" or len(words_of(name)) > 1
        } or dict(self.names)
        return min(full, key=lambda name: (-full[name], -len(name), name))


def link(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """The entities of a story, the most mentioned first."""
    kinds = _kinds(readings)
    joined: list[_Joined] = []
    index: dict[str, list[_Joined]] = {}
    named, described = _chains(readings)
    for key in sorted(named, key=lambda key: _order(readings, key)):
        chain = _chain(readings, key)
        kind = kinds.get(words_of(chain.name), chain.kind)
        home, reason = _home(_candidates(index, chain.name), chain, kind, key[0])
        if home is None:
            home = _Joined(kind)
            joined.append(home)
        _join(home, key, readings, reason)
        for word in sorted({word for name in home.names for word in keys(name)}):
            found = index.setdefault(word, [])
            if home not in found:
                found.append(home)
    for key in described:
        _place_description(joined, key, readings)
    entities = [_entity(item, readings) for item in joined]
    return tuple(sorted(entities, key=lambda entity: (-len(entity.mentions), entity.mentions[0].telling, entity.name)))


def _chain(readings: Sequence[Reading], key: _Key) -> Chain:
    return readings[key[0]].chains[key[1]]


def _mentions(readings: Sequence[Reading], key: _Key) -> list[Mention]:
    return [readings[key[0]].mentions[position] for position in _chain(readings, key).mentions]


def _order(readings: Sequence[Reading], key: _Key) -> tuple[int, int, str, _Key]:
    """Full names before bare surnames, much mentioned before little; then by name, so that no order of arrival counts."""
    chain = _chain(readings, key)
    return -len(words_of(chain.name)), -len(chain.mentions), chain.name, key


def _kinds(readings: Sequence[Reading]) -> dict[tuple[str, ...], EntityKind]:
    """The kind that most mentions give a name, where they do not agree: "Doe" is a person wherever "Jane Doe" is one."""
    votes: dict[tuple[str, ...], Counter[EntityKind]] = {}
    for reading in readings:
        for chain in reading.chains:
            for position in chain.mentions:
                mention = reading.mentions[position]
                if mention.form == "name":
                    votes.setdefault(words_of(mention.span.of(reading.article.text)), Counter())[chain.kind] += 1
    return {name: min(count, key=lambda kind: (-count[kind], kind)) for name, count in votes.items() if len(count) > 1}


def _chains(readings: Sequence[Reading]) -> tuple[list[_Key], list[_Key]]:
    """Chains with a name, and those with none that speak or are mentioned again."""
    named: list[_Key] = []
    described: list[_Key] = []
    for article, reading in enumerate(readings):
        speaking = {quotation.speaker for quotation in reading.quotations}
        for position, chain in enumerate(reading.chains):
            if any(reading.mentions[m].form == "name" for m in chain.mentions):
                named.append((article, position))
            elif speaking & set(chain.mentions):
                described.append((article, position))
    return named, described


def _candidates(index: dict[str, list[_Joined]], name: str) -> list[_Joined]:
    """What may be the same under another name, each once, in the order of joining."""
    found = {id(item): item for word in sorted(keys(name)) for item in index.get(word, ())}
    return sorted(found.values(), key=lambda item: item.chains[0])


def _home(joined: Sequence[_Joined], chain: Chain, kind: EntityKind, article: int) -> tuple[_Joined | None, str]:
    if kind == "person":
        fits = [
            item
            for item in joined
            if item.kind == "person" and all(same_person(name, chain.name) for name in _full(item))
        ]
        if len(words_of(chain.name)) == 1 and any(map(office, chain.roles)):  # "President Doe" is not Doe's wife
            fits = [item for item in fits if not any(map(relative, item.roles))]
    else:
        fits = [
            item
            for item in joined
            if item.kind == kind and any(same_body(name, chain.name, kind=kind) for name in item.names)
        ]
    # two chains of one article with different names were kept apart by the reading; a bare first name is no proof against it
    apart = [item for item in fits if not any(key[0] == article for key in item.chains)]
    fits = apart or [item for item in fits if any(words_of(name) == words_of(chain.name) for name in item.names)]
    if len(fits) > 1 and (leading := _leading(fits)) is not None and len(words_of(chain.name)) == 1:
        return leading, f"of the people called {chain.name} the one that the articles are about"
    if len(fits) > 1:
        own = frozenset(found for role in chain.roles if (found := noun(role)) is not None)
        fits = [
            item
            for item in fits
            if any(words_of(n) == words_of(chain.name) for n in item.names) and len(words_of(chain.name)) > 1
        ] or [item for item in fits if own & item.role_nouns]
    if len(fits) != 1:
        return None, "the name"
    exact = any(words_of(name) == words_of(chain.name) for name in fits[0].names)
    return fits[0], "the same name" if exact else f"{chain.name} can only be {fits[0].name()} here"


def _leading(fits: Sequence[_Joined]) -> _Joined | None:
    """Of people who share a surname the one named twice as often as any other."""
    ordered = sorted(fits, key=lambda item: -sum(item.names.values()))
    first, second = (sum(item.names.values()) for item in ordered[:2])
    return ordered[0] if first >= max(3, 2 * second) else None


def _full(item: _Joined) -> list[str]:
    """The full names of a person, or its bare ones where it has no other; what is the end of a fuller one tells nothing more."""
    full = [name for name in item.names if len(words_of(name)) > 1] or list(item.names)
    return [name for name in full if not any(_ends(longer, name) for longer in full)]


def _ends(longer: str, name: str) -> bool:
    """Whether a name is the last words of a longer one: "J. Marek" of "Ada J. Marek"."""
    whole, part = words_of(longer), words_of(name)
    return len(whole) > len(part) and whole[-len(part) :] == part


def _join(home: _Joined, key: _Key, readings: Sequence[Reading], reason: str) -> None:
    chain = _chain(readings, key)
    home.chains.append(key)
    home.reasons[key] = reason
    home.roles.extend(role for role in chain.roles if role not in home.roles)
    article = readings[key[0]].article
    for mention in _mentions(readings, key):
        if mention.form == "name":
            home.names[_clean(mention.span.of(article.text))] += 1
    if not home.names:
        home.names[chain.name] += 1


def _clean(name: str) -> str:
    return " ".join(name.split())


def _place_description(joined: list[_Joined], key: _Key, readings: Sequence[Reading]) -> None:
    """Who speaks unnamed is an entity of its own article; a body under the same words is one everywhere."""
    chain = _chain(readings, key)
    home = _by_role(joined, chain) or next(
        (
            item
            for item in joined
            if chain.kind == item.kind == "organisation"
            and len(words_of(chain.name)) > 1
            and any(words_of(n) == words_of(chain.name) for n in item.names)
        ),
        None,
    )
    if home is None:
        home = _Joined(chain.kind)
        joined.append(home)
    _join(
        home,
        key,
        readings,
        "another article gives this role to the name"
        if home.chains and chain.kind == "person"
        else "the same description"
        if home.chains
        else "a description; the text gives no name",
    )


def _by_role(joined: Sequence[_Joined], chain: Chain) -> _Joined | None:
    """The one person whom another article gives exactly this role ("the Relief Minister")."""
    if chain.kind != "person":
        return None
    own = words_of(chain.name)
    fits = [
        item
        for item in joined
        if item.kind == "person" and len(item.names) and any(words_of(role) == own for role in item.roles)
    ]
    return fits[0] if len(fits) == 1 else None


def _entity(item: _Joined, readings: Sequence[Reading]) -> Entity:
    mentions = sorted(
        _entity_mentions(item, readings),
        key=lambda mention: (mention.telling.article, mention.telling.span, mention.mention),
    )
    return Entity(name=item.name(), kind=item.kind, roles=_roles(item, readings), mentions=tuple(mentions))


def _roles(item: _Joined, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Printed roles, the most printed first; the same words in another case count as one."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for key in sorted(item.chains):
        for role in _chain(readings, key).roles:
            folded = role.casefold().removeprefix("the ")
            counts[folded] += 1
            shown.setdefault(folded, role)
    return tuple(shown[role] for role in sorted(counts, key=lambda role: (-counts[role], -len(role), role)))


def _entity_mentions(item: _Joined, readings: Sequence[Reading]) -> Iterable[EntityMention]:
    for key in item.chains:
        chain = _chain(readings, key)
        for position, why in zip(chain.mentions, chain.reasons, strict=True):
            mention = readings[key[0]].mentions[position]
            reason = f"{why}; across articles: {item.reasons[key]}" if item.reasons[key] != "the name" else why
            yield EntityMention(Telling(key[0], mention.span, reason), position, mention.form)
