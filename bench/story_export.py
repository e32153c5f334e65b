"""An export of a story, asked by the places that a gold names: an article's file name and characters in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Range = tuple[int, int]
Place = tuple[str, Range]
"""An article of the gold, and the characters in it."""


@dataclass
class Export:
    """An export, asked in the gold's names of articles (the file name without its ending)."""

    data: Row

    def __post_init__(self) -> None:
        self.article = {row["id"]: Path(row["file"]).stem for row in self.data["articles"]}
        self.text = {self.article[row["id"]]: row["text"] for row in self.data["articles"]}
        self.name = {row["id"]: row["name"] for row in self.data["entities"]}

    def places(self, tellings: Iterable[Row]) -> list[Place]:
        """The places of the tellings."""
        return [self.place(row) for row in tellings]

    def place(self, row: Row) -> Place:
        """The place of a row that has an article and a span."""
        return self.article[row["article"]], (row["span"][0], row["span"][1])


def shared(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> int:
    """How many characters two lists of ranges have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def likeness(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> float:
    """Characters in common over characters in either (Jaccard)."""
    both = shared(left, right)
    return both / (sum(b - a for a, b in left) + sum(b - a for a, b in right) - both)


def meet(left: Place, right: Place) -> bool:
    """Whether two places share a character."""
    return left[0] == right[0] and shared([left[1]], [right[1]]) > 0


def plain(name: str | None) -> str:
    """A name without what does not tell names apart: case, the shape of marks, a leading article."""
    return (name or "").replace("’", "'").lower().removeprefix("the ").strip()
