"""The verbs of stories on the archive file: where articles are placed, what settlings changed, which are copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tellings.archive import grouped
from tellings.archive.opened import Opened
from tellings.archive.values import CopyOf, Grouped, Member, Placed, Settled, StoryLine


class Stories(Opened):
    """The stories in the file."""

    def place(self, placed: Iterable[Placed]) -> None:
        """Put articles into stories."""
        with self.writing():
            grouped.place(self._database, placed)

    def rename_story(self, key: str, new: str) -> None:
        """What the grouping calls a story from now on."""
        with self.writing():
            grouped.rename(self._database, key, new)

    def grouping(self, *, after: int = -1) -> Iterator[Grouped]:
        """What the grouping kept."""
        return grouped.rows(self._database, after=after)

    def keep_grouping(self, rows: Iterable[Grouped]) -> None:
        """Keep what the grouping needs to go on."""
        with self.writing():
            grouped.keep_rows(self._database, rows)

    def settlings(self) -> tuple[int, int]:
        """How many settlings there were, and up to which position the last had seen all."""
        return grouped.settlings(self._database)

    def settle(self, changes: Iterable[Settled], *, seen: int) -> int:
        """Keep that a settling was made, and what it changed."""
        with self.writing():
            return grouped.settle(self._database, changes, seen=seen, added=self._time())

    def settled(self, story: int | None = None) -> tuple[Settled, ...]:
        """What settlings changed."""
        return grouped.settled(self._database, story)

    def members(self, story: int) -> tuple[Member, ...]:
        """The articles of a story."""
        return grouped.members(self._database, story)

    def member(self, article: int) -> Member | None:
        """The story of an article."""
        return grouped.member(self._database, article)

    def stories(
        self, *, first: str | None = None, last: str | None = None, least: int = 1, limit: int | None = None
    ) -> tuple[StoryLine, ...]:
        """The stories of some days, the latest first."""
        return grouped.stories(self._database, first=first, last=last, least=least, limit=limit)

    def story(self, number: int) -> StoryLine | None:
        """One story."""
        return grouped.story(self._database, number)

    def count_as_copies(self, copies: Iterable[CopyOf]) -> None:
        """Say who prints whose text."""
        with self.writing():
            grouped.count_as_copies(self._database, copies)

    def copies(self, articles: Sequence[int]) -> tuple[CopyOf, ...]:
        """Those of the articles that print the text of another."""
        return grouped.copies(self._database, articles)

    def story_number(self, key: str) -> int | None:
        """The number of the story that the grouping calls so."""
        return grouped.number_of(self._database, key)
