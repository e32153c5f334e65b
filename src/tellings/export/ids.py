"""The ids of an export, made from positions ("a1", "q12"): values carry none, and the same story gives the same ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tellings.values import Quotation, Story

Place = tuple[int, int]
"""An article, and a position in one of its reading's tuples."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Which id stands for which place, and who is meant by which mention."""

    quotes: dict[Place, str] = field(default_factory=dict)
    moments: dict[Place, str] = field(default_factory=dict)
    figures: dict[Place, str] = field(default_factory=dict)
    entities: dict[Place, str] = field(default_factory=dict)
    utterances: dict[Place, str] = field(default_factory=dict)
    claims: dict[Place, str] = field(default_factory=dict)

    @classmethod
    def of(cls, story: Story) -> Ids:
        """The ids of a story: numbered in the order of articles, and within each in its own order."""
        readings = story.readings
        return cls(
            quotes=_numbered("q", [len(reading.quotations) for reading in readings]),
            moments=_numbered("m", [len(reading.moments) for reading in readings]),
            figures=_numbered("f", [len(reading.figures) for reading in readings]),
            entities=_members(
                "e", ([(m.telling.article, m.mention) for m in entity.mentions] for entity in story.entities)
            ),
            utterances=_members(
                "u", ([(p.telling.article, p.quotation) for p in row.printings] for row in story.utterances)
            ),
            claims=_members("c", (row.figures for row in story.figure_claims)),
        )

    def speaker(self, article: int, quotation: Quotation) -> str | None:
        """The entity that a quotation is attributed to."""
        return None if quotation.speaker is None else self.entities.get((article, quotation.speaker))


def _numbered(letter: str, counts: Iterable[int]) -> dict[Place, str]:
    places = ((article, position) for article, count in enumerate(counts) for position in range(count))
    return {place: f"{letter}{number}" for number, place in enumerate(places, start=1)}


def _members(letter: str, groups: Iterable[Iterable[Place]]) -> dict[Place, str]:
    """The id of the group each place belongs to; of the first, should it be in two."""
    found: dict[Place, str] = {}
    for number, group in enumerate(groups, start=1):
        for place in group:
            found.setdefault(place, f"{letter}{number}")
    return found


def article_id(index: int) -> str:
    """Of the article at a position of the story."""
    return f"a{index + 1}"
