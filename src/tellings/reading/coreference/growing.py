"""A chain under way, while names, descriptions and pronouns still join it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference import roles
from tellings.reading.coreference.places import Place
from tellings.values import EntityKind


@dataclass
class Growing:
    """A chain under way."""

    name: str
    kind: EntityKind
    members: dict[int, str] = field(default_factory=dict)
    """Position of a mention -> why it belongs."""
    roles: list[str] = field(default_factory=list)
    gender: genders.Gender | None = None
    named: bool = True

    def nouns(self) -> frozenset[str]:
        """The nouns by which a later description may mean this chain."""
        return frozenset(noun for role in self.roles for noun in roles.nouns(role))

    def last_before(self, place: Place, by_position: Mapping[int, Place]) -> int:
        """Where the last mention before a place begins; -1 if there is none."""
        return max(
            (
                by_position[m].mention.span.start
                for m in self.members
                if by_position[m].mention.span < place.mention.span
            ),
            default=-1,
        )
