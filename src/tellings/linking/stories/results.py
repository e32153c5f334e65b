"""What the grouping of stories answers: where an article was placed, why, and what a settling changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an article belongs to its story: what it shares with the other articles of it.

    ``nearest`` is the key of the article that it is most alike, ``likeness`` how far, from 0 to 1;
    ``names`` and ``words`` are as this article prints them, rarest first; ``days`` are the ISO days of print
    of the two. All empty for an article that is alone or that a user has put there.
    """

    nearest: str | None = None
    likeness: float = 0.0
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    placed_by_user: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article was put as it arrived. ``score`` is the mean likeness to the story; 0 where it opens one."""

    story: str
    score: float
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a settling did: ``keys`` went from the stories ``before`` to the stories ``after``.

    A merge has several before and one after, a split one before and several after; a move has one of each; a
    rename gives the same articles another id, where an earlier article of the story has come to be known.
    """

    kind: Literal["merge", "split", "move", "rename"]
    before: tuple[str, ...]
    after: tuple[str, ...]
    keys: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """All that is kept of one article between runs. Rows are saved and restored in the order of ``position``.

    Only ``story`` ever changes. ``links`` are the likenesses to articles that came before.
    """

    position: int
    key: str
    story: str
    signature: bytes
    links: bytes
