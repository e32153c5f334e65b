"""What is known of an article while its chains grow: mentions, chains under way, and who has spoken so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.values import Quotation

_NEAR = 3  # sentences


@dataclass(frozen=True)
class Scene:
    """The mentions of one article by their position, its chains under way, its quotations and its text."""

    by_position: Mapping[int, Place]
    growing: list[Growing]
    quotations: Sequence[Quotation]
    text: str

    @cached_property
    def said(self) -> dict[int, Quotation]:
        """The first quotation of each mention that is a speaker by source words."""
        found: dict[int, Quotation] = {}
        for quotation in self.quotations:
            if quotation.speaker is not None and quotation.source:
                found.setdefault(quotation.speaker, quotation)
        return found

    @cached_property
    def told_of(self) -> frozenset[int]:
        """The mentions that stand in what somebody else is told to have said."""
        pieces = [piece for quotation in self.quotations if quotation.source for piece in quotation.content]
        return frozenset(
            position
            for position, place in self.by_position.items()
            if any(piece.covers(place.mention.span) for piece in pieces)
        )

    def speaks(self, place: Place) -> bool:
        """Whether a mention is the source of a quotation."""
        return place.position in self.said

    def own_words(self, place: Place, other: Place) -> bool:
        """Whether a mention stands in what the pronoun itself is quoted as saying: speakers name others, not themselves."""
        own = self.said.get(place.position)
        return own is not None and own.manner == "direct" and any(p.covers(other.mention.span) for p in own.content)

    def speaks_here(self, place: Place, chain: Growing) -> bool:
        """Whether a chain is the speaker of the quotation that a pronoun stands in: speakers call themselves "I"."""
        return any(
            q.speaker in chain.members
            and q.manner != "indirect"
            and any(piece.covers(place.mention.span) for piece in q.content)
            for q in self.quotations
        )

    def introduces(self, place: Place, chain: Growing) -> bool:
        """Whether the pronoun's paragraph is about this person: names it as a subject of the narrator's."""
        return any(
            other.paragraph == place.paragraph
            and other.mention.span < place.mention.span
            and other.subject
            and not other.quoted
            and other.mention.form == "name"
            for other in (self.by_position[member] for member in chain.members)
        )

    def just_told(self, place: Place) -> int | None:
        """Who was told to have said something right before what a pronoun says ("Lee said no. 'Never,' she said.")."""
        own = self.said.get(place.position)
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
        if last.paragraph != place.paragraph and any(self.introduces(place, chain) for chain in self.growing):
            return None
        near = place.sentence - last.sentence <= _NEAR and place.paragraph - last.paragraph <= 1
        return last.position if near else None

    def last_speaker(self, place: Place) -> int | None:
        """The speaker of the quotation right before one that a pronoun is the source of."""
        own = self.said.get(place.position)
        if (
            own is None
            or own.manner == "indirect"
            or own.content[0].start > place.mention.span.start
            or any(chain.kind == "person" and self.introduces(place, chain) for chain in self.growing)
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

    def asker(self, place: Place) -> int | None:
        """Who has just asked a question that the words of a pronoun may answer."""
        own = self.said.get(place.position)
        if own is None or own.manner == "indirect":
            return None
        earlier = [q for q in self.quotations if q.content[0].start < own.content[0].start and q.source]
        last = earlier[-1] if earlier else None
        if last is None or last.speaker is None or last.manner == "indirect" or last.speaker not in self.by_position:
            return None
        near = place.paragraph - self.by_position[last.speaker].paragraph <= 1
        asks = any(piece.of(self.text).rstrip("\"'”’» ").endswith("?") for piece in last.content)
        return last.speaker if near and asks and any("ask" in p.of(self.text).lower() for p in last.cue) else None

    def before(self, place: Place, kinds: frozenset[str]) -> list[tuple[Growing, Place]]:
        """The mentions before a place, each with its chain, of chains of these kinds."""
        return [
            (chain, self.by_position[member])
            for chain in self.growing
            if chain.kind in kinds
            for member in chain.members
            if self.by_position[member].mention.span.start < place.mention.span.start
        ]
