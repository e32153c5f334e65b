"""Pronouns: the chain that each of them joins, in the order of the text, so that each helps the next.

Persons are weighed (``persons``). For "they" and "it" there are rules: they stand
only where they speak, for the group or body that has just spoken or stands
nearest. Words inside somebody's quotation marks count little outside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference import persons
from tellings.reading.coreference.binding import acts_on, bound, described, heads
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.coreference.scene import Scene

_MANY = frozenset({"group", "organisation"})


def resolve(found: Sequence[Place], scene: Scene) -> None:
    """Let pronouns join chains, in the order of the text."""
    resolver = _Resolver(scene)
    for place in found:
        if place.mention.form == "pronoun":
            resolver.resolve(place)


@dataclass(frozen=True)
class _Resolver:
    """Resolves the pronouns of one article."""

    scene: Scene

    def resolve(self, place: Place) -> None:
        """Let one pronoun join the chain that it stands for, if that can be told."""
        lower = place.text.casefold()
        if lower == "who" or (lower == "which" and self.scene.speaks(place)):
            self._relative(place)
        elif (gender := genders.of_pronoun(lower)) is not None:
            self._personal(place, gender)
        elif lower == "it" and self.scene.speaks(place):
            self._body(place)
        elif lower in {"they", "them", "their"} and self.scene.speaks(place):
            self._plural(place)

    def _relative(self, place: Place) -> None:
        """The noun that the clause of a "who" hangs on."""
        verb = next((a for a in place.root.ancestors if a.dep_ in {"relcl", "acl"}), None)
        if verb is None:
            return
        for noun in described(verb.head, person=place.text.casefold() == "who"):
            for chain in self.scene.growing:
                if any(heads(self.scene.by_position[member], noun, place) for member in chain.members):
                    chain.members[place.position] = f"the clause describes {chain.name}"
                    return

    def _personal(self, place: Place, gender: genders.Gender) -> None:
        chain = persons.resolve(self.scene, place, gender)
        if chain is not None and self._named_behind(place, chain):
            return  # "he told Lee to go": the likeliest is none, and the next is a guess
        if chain is None or not chain.named:
            ahead = self._ahead(place, gender)
            if ahead is not None:
                ahead.members[place.position] = f"“{place.text}” is read as {ahead.name}, whom the sentence is about"
                return
        if chain is None:
            return
        chain.members[place.position] = (
            f"“{place.text}” is read as {chain.name}, the likeliest person before it that fits"
        )
        if chain.gender is None and not place.quoted:
            chain.gender = gender

    def _named_behind(self, place: Place, chain: Growing) -> bool:
        """Whether the same clause has the person's name behind the pronoun, as somebody else."""
        members = (self.scene.by_position[member] for member in chain.members)
        later = (m for m in members if m.mention.form == "name" and m.mention.span.start > place.mention.span.start)
        return any(bound(place, other) for other in later)

    def _ahead(self, place: Place, gender: genders.Gender) -> Growing | None:
        """Who is named behind a pronoun that comes first: "When she arrived, Lee said ..."."""
        clause = next((a for a in place.root.ancestors if a.dep_ == "advcl" and place.root.i < a.head.i), None)
        subject = clause and next((c for c in clause.head.children if c.dep_ == "nsubj" and c.i > place.root.i), None)
        if subject is None:
            return None
        for chain in self.scene.growing:
            if chain.kind == "person" and chain.named and chain.gender in {None, gender}:
                for member in chain.members:
                    other = self.scene.by_position[member]
                    if (
                        other.paragraph == place.paragraph
                        and other.root.i == subject.i
                        and other.mention.form == "name"
                    ):
                        return chain
        return None

    def _plural(self, place: Place) -> None:
        """Who "they" are: the group or body that has just spoken, else the nearest group before, else the nearest body.

        Subjects outside quotation marks alone count. Where there are none, "they" may be one person who has just spoken, of whom
        the text says neither he nor she.
        """
        told = self.scene.just_told(place)
        chain = next((chain for chain in self.scene.growing if told in chain.members), None)
        if chain is not None and (chain.kind in _MANY or self._one(place, chain)):
            chain.members[place.position] = f"“{place.text}” is read as {chain.name}, who has just spoken"
            return
        for kind, reach, what in (("group", 4, "group"), ("organisation", 2, "body")):
            if (nearest := self._nearest(place, kind, reach)) is not None:
                nearest.members[place.position] = (
                    f"“{place.text}” is read as {nearest.name}, the nearest {what} before it"
                )
                return

    def _one(self, place: Place, chain: Growing) -> bool:
        """Whether "they" can be one person: of whom the text says neither he nor she, with no group near."""
        return chain.kind == "person" and chain.gender is None and self._nearest(place, "group", 4) is None

    def _nearest(self, place: Place, kind: str, reach: int) -> Growing | None:
        """The chain of a kind that was a subject of the narrator's last, within so many sentences."""
        near = [
            (other.mention.span.start, chain)
            for chain, other in self.scene.before(place, frozenset({kind}))
            if other.subject and not other.quoted and place.sentence - other.sentence <= reach
            if not acts_on(place, chain.name)
        ]
        return max(near, key=lambda item: item[0])[1] if near else None

    def _body(self, place: Place) -> None:
        """What "it" is: the nearest body or document before, subjects and bodies first."""
        near = [
            (
                float(other.subject) + (0.4 if chain.kind == "organisation" else 0.0) - 0.6 * distance,
                other.mention.span.start,
                chain,
            )
            for chain, other in self.scene.before(place, frozenset({"organisation", "document"}))
            if not other.quoted and (distance := place.sentence - other.sentence) <= 3
        ]
        if near:
            chain = max(near, key=lambda item: item[:2])[2]
            chain.members[place.position] = f"“{place.text}” is read as {chain.name}, the nearest body before it"
