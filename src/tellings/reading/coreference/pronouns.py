"""Pronouns: which person before it a "he" or "she" stands for, and what "they" and "it" are where they speak.

No learned model yet: a handful of weights over what the literature on
pronoun resolution has always used (Lappin and Leass 1994: recency, subjecthood,
repetition), with one that is the newswriter's own: who spoke last goes on
speaking. Words inside somebody's quotation marks count little outside them.
Where two people fit about as well, neither is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference.closeness import bound, closeness, heads
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.values import Quotation

_REACH = 12  # sentences; beyond, a writer names the person again
_LEAST = -2.0  # of the score; below, the nearest person is too far to be meant
_MARGIN = 0.1  # of the score; below, two people fit equally well and neither is named
_MANY = frozenset({"group", "organisation"})
_NEAR = 3  # sentences


def resolve(found: Sequence[Place], growing: list[Growing], quotations: Sequence[Quotation], text: str) -> None:
    """Let pronouns join chains, in the order of the text, so that each helps the next."""
    resolver = _Resolver({place.position: place for place in found}, growing, quotations, text)
    for place in found:
        if place.mention.form == "pronoun":
            resolver.resolve(place)


@dataclass(frozen=True)
class _Resolver:
    """The chains of one article under way, and what is known of its mentions and quotations."""

    by_position: Mapping[int, Place]
    growing: list[Growing]
    quotations: Sequence[Quotation]
    text: str

    def resolve(self, place: Place) -> None:
        """Let one pronoun join the chain that it stands for, if that can be told."""
        lower = place.text.casefold()
        if lower == "who":
            self._relative(place)
        elif (gender := genders.of_pronoun(lower)) is not None:
            self._personal(place, gender)
        elif lower == "it" and self._speaks(place):
            self._body(place)
        elif lower in {"they", "them", "their"} and self._speaks(place):
            self._plural(place)

    def _speaks(self, place: Place) -> bool:
        return place.position in self._said

    def _relative(self, place: Place) -> None:
        """The noun that the clause of a "who" hangs on."""
        verb = next((a for a in place.root.ancestors if a.dep_ in {"relcl", "acl"}), None)
        if verb is None:
            return
        for chain in self.growing:
            if any(heads(self.by_position[member], verb.head, place) for member in chain.members):
                chain.members[place.position] = f"the clause describes {chain.name}"
                return

    def _personal(self, place: Place, gender: genders.Gender) -> None:
        told, last = self._just_told(place), self._last_speaker(place)
        if (
            told is not None
            and last is not None
            and self.by_position[told].mention.span > self.by_position[last].mention.span
        ):
            last = told  # somebody else was told of since
        going_on = (told, last)
        scored = sorted(
            (
                (score, -min(chain.members), chain)
                for chain in self.growing
                if (score := self._fit(place, chain, gender, going_on)) is not None
            ),
            key=lambda item: item[:2],
            reverse=True,
        )
        ahead = self._ahead(place, gender)
        if ahead is not None and (not scored or scored[0][0] < 0 or not scored[0][2].named):
            ahead.members[place.position] = f"“{place.text}” is read as {ahead.name}, whom the sentence is about"
            return
        if not scored or scored[0][0] < _LEAST or (len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN):
            return
        chain = scored[0][2]
        chain.members[place.position] = (
            f"“{place.text}” is read as {chain.name}, the nearest person before it that fits"
        )
        if chain.gender is None and not place.quoted:
            chain.gender = gender

    def _ahead(self, place: Place, gender: genders.Gender) -> Growing | None:
        """Who is named behind a pronoun that comes first: "When she arrived, Lee said ..."."""
        clause = next((a for a in place.root.ancestors if a.dep_ == "advcl" and place.root.i < a.head.i), None)
        subject = clause and next((c for c in clause.head.children if c.dep_ == "nsubj" and c.i > place.root.i), None)
        if subject is None:
            return None
        for chain in self.growing:
            if chain.kind == "person" and chain.named and chain.gender in {None, gender}:
                for member in chain.members:
                    other = self.by_position[member]
                    if (
                        other.paragraph == place.paragraph
                        and other.root.i == subject.i
                        and other.mention.form == "name"
                    ):
                        return chain
        return None

    def _fit(
        self, place: Place, chain: Growing, gender: genders.Gender, going_on: tuple[int | None, int | None]
    ) -> float | None:
        """How well a person fits a "he" or "she"; none where it cannot be the one. ``going_on``: who has just spoken."""
        if (
            chain.kind != "person"
            or chain.gender not in {None, gender}
            or (place.quoted and self._speaks_here(place, chain))
        ):
            return None
        score = self._score(place, chain)
        if score is None:
            return None
        score += 0.25 if chain.gender == gender else 0.0
        score -= 0.0 if chain.named else 2.0
        score += 1.4 if self._introduces(place, chain) else 0.0
        told, last = going_on
        if (asker := self._asker(place)) is not None and asker in chain.members:
            return score - 4.0
        score += 1.0 if told in chain.members else 0.0
        return score + (1.5 if last in chain.members else 0.0)

    def _just_told(self, place: Place) -> int | None:
        """Who was told to have said something right before what a pronoun says ("Lee said no. 'Never,' she said.")."""
        own = self._said.get(place.position)
        if own is None:
            return None
        start = min(own.content[0].start, place.mention.span.start)
        earlier = [
            q.speaker
            for q in self.quotations
            if q.source
            and q.speaker is not None
            and q.speaker in self.by_position
            and q.speaker != place.position
            and q.source[0].start < start
        ]
        if not earlier:
            return None
        last = self.by_position[earlier[-1]]
        if last.paragraph != place.paragraph and any(self._introduces(place, chain) for chain in self.growing):
            return None
        near = place.sentence - last.sentence <= _NEAR and place.paragraph - last.paragraph <= 1
        return last.position if near else None

    def _asker(self, place: Place) -> int | None:
        """Who has just asked a question that the words of a pronoun may answer."""
        own = self._said.get(place.position)
        if own is None or own.manner == "indirect":
            return None
        earlier = [q for q in self.quotations if q.content[0].start < own.content[0].start and q.source]
        last = earlier[-1] if earlier else None
        if last is None or last.speaker is None or last.manner == "indirect" or last.speaker not in self.by_position:
            return None
        near = place.paragraph - self.by_position[last.speaker].paragraph <= 1
        asks = any(piece.of(self.text).rstrip("\"'”’» ").endswith("?") for piece in last.content)
        return last.speaker if near and asks and any("ask" in p.of(self.text).lower() for p in last.cue) else None

    @cached_property
    def _told_of(self) -> frozenset[int]:
        """The mentions that stand in what somebody else is told to have said."""
        pieces = [piece for quotation in self.quotations if quotation.source for piece in quotation.content]
        return frozenset(
            position
            for position, place in self.by_position.items()
            if any(piece.covers(place.mention.span) for piece in pieces)
        )

    @cached_property
    def _said(self) -> dict[int, Quotation]:
        """The first quotation of each mention that is a speaker by source words."""
        found: dict[int, Quotation] = {}
        for quotation in self.quotations:
            if quotation.speaker is not None and quotation.source:
                found.setdefault(quotation.speaker, quotation)
        return found

    def _own_words(self, place: Place, other: Place) -> bool:
        """Whether a mention stands in what the pronoun itself is quoted as saying: speakers name others, not themselves."""
        own = self._said.get(place.position)
        return own is not None and own.manner == "direct" and any(p.covers(other.mention.span) for p in own.content)

    def _score(self, place: Place, chain: Growing) -> float | None:
        """The chain's best mention before the pronoun, and how often it is mentioned."""
        best: float | None = None
        count = 0
        speaks = self._speaks(place)
        for member in chain.members:
            other = self.by_position[member]
            if other.mention.span.start >= place.mention.span.start or self._own_words(place, other):
                continue
            if bound(place, other):
                return None
            distance = place.sentence - other.sentence
            if distance <= _REACH:
                count += 1
                score = closeness(place, other, distance)
                score += 0.4 if other.leads and not other.quoted else 0.0
                score -= 0.5 if speaks and not other.quoted and other.position in self._told_of else 0.0
                best = score if best is None or score > best else best
        return None if best is None else best + 0.15 * min(count, 6)

    def _speaks_here(self, place: Place, chain: Growing) -> bool:
        """Whether a chain is the speaker of the quotation that a pronoun stands in: speakers call themselves "I"."""
        return any(
            q.speaker in chain.members
            and q.manner != "indirect"
            and any(piece.covers(place.mention.span) for piece in q.content)
            for q in self.quotations
        )

    def _introduces(self, place: Place, chain: Growing) -> bool:
        """Whether the pronoun's paragraph is about this person: names it as a subject of the narrator's."""
        return any(
            other.paragraph == place.paragraph
            and other.mention.span < place.mention.span
            and other.subject
            and not other.quoted
            and other.mention.form == "name"
            for other in (self.by_position[member] for member in chain.members)
        )

    def _last_speaker(self, place: Place) -> int | None:
        """The speaker of the quotation right before one that a pronoun is the source of."""
        own = self._said.get(place.position)
        if (
            own is None
            or own.manner == "indirect"
            or own.content[0].start > place.mention.span.start
            or any(chain.kind == "person" and self._introduces(place, chain) for chain in self.growing)
        ):
            return None
        earlier = [
            q.speaker
            for q in self.quotations
            if q.speaker not in {None, place.position}
            and q.content[0].start < own.content[0].start
            and q.manner != "indirect"
        ]
        last = earlier[-1] if earlier else None
        near = last is not None and last in self.by_position and place.paragraph - self.by_position[last].paragraph <= 2
        return last if near else None

    def _plural(self, place: Place) -> None:
        """Who "they" are: the group or body that has just spoken, else the nearest group before, else the nearest body.

        Subjects outside quotation marks alone count. Where there are none, "they" may be one person who has just spoken, of whom
        the text says neither he nor she.
        """
        told = self._just_told(place)
        chain = next((chain for chain in self.growing if told in chain.members), None)
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
            for chain, other in self._before(place, frozenset({kind}))
            if other.subject and not other.quoted and place.sentence - other.sentence <= reach
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
            for chain, other in self._before(place, frozenset({"organisation", "document"}))
            if not other.quoted and (distance := place.sentence - other.sentence) <= 3
        ]
        if near:
            chain = max(near, key=lambda item: item[:2])[2]
            chain.members[place.position] = f"“{place.text}” is read as {chain.name}, the nearest body before it"

    def _before(self, place: Place, kinds: frozenset[str]) -> list[tuple[Growing, Place]]:
        return [
            (chain, self.by_position[member])
            for chain in self.growing
            if chain.kind in kinds
            for member in chain.members
            if self.by_position[member].mention.span.start < place.mention.span.start
        ]
