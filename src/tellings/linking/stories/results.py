"""What the grouping of stories answers: where an article was placed, why, and what a settling changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an article belongs to its story: what it shares with the article of it that it is most like.

    ``nearest`` is the key of that article, ``likeness`` how likely the two tell one story, from 0 to 1; ``names``
    and ``words`` are as this article prints them, rarest first; ``days`` are the ISO days of print of the two.
    All empty for an article that is alone; ``by_order`` says that nothing but an order of a user put it there.
    """

    nearest: str | None = None
    likeness: float = 0.0
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    by_order: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """The story that an article is in, and why."""

    story: str
    reasons: Reasons

    @property
    def score(self) -> float:
        """The likeness to the closest article of the story; 0 where it opens one."""
        return self.reasons.likeness


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

    ``links`` are the likenesses to articles that came before. Only ``story`` and ``unsettled`` (arrived since the
    last settling) ever change.
    """

    position: int
    key: str
    story: str
    signature: bytes
    links: bytes
    unsettled: bool = False
