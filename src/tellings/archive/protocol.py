"""What an archive must do, whatever keeps it: the verbs that every other room uses.

An implementation is one that passes ``tests/archive/contract.py`` unchanged.
Numbers of articles, revisions and stories are the archive's; they grow and are
never used twice. All verbs raise ``ArchiveError``, in one line for the user.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

from tellings.archive.repairs import Repair, Repairs
from tellings.archive.values import CopyOf, Counts, Grouped, Hit, Kept, Member, Placed, Query, Settled, StoryLine
from tellings.values import Article, Reading

if TYPE_CHECKING:
    from tellings.checking import QuoteIndex  # the language model is behind this import


class Archive(Protocol):
    """Keeps articles with what was read in them, and finds them again."""

    def writing(self) -> AbstractContextManager[None]:
        """One batch: all that is written inside is kept whole, or nothing of it. Waits for another writer's batch to end."""

    def find(self, article: Article) -> Kept | None:
        """Where this article stands with this very text; none where it is new, or a changed text of a known one."""

    def add(self, reading: Reading) -> Kept:
        """Keep a reading. The same article again changes nothing; another text at its address becomes a revision."""

    def article(self, key: str) -> int | None:
        """The number of the article of this key."""

    def key(self, article: int) -> str:
        """What an article is called in every archive."""

    def prints(self, name: str) -> bool:
        """Whether some article names somebody so."""

    def names(self, words: str, *, limit: int = 5) -> tuple[str, ...]:
        """The names that articles print with all of these words, those of most articles first."""

    def kept(self, *, after: int = 0) -> Iterator[Kept]:
        """All texts whose revision is behind ``after``, in the order in which they came."""

    def readings(self, articles: Sequence[int]) -> Iterator[Reading]:
        """The newest reading of each article, in the order given."""

    def revisions(self, article: int) -> tuple[Reading, ...]:
        """All readings of one article, the oldest first."""

    def place(self, placed: Iterable[Placed]) -> None:
        """Put articles into stories, each out of the one it was in. A story that is not there is made."""

    def rename_story(self, key: str, new: str) -> None:
        """What the grouping calls a story from now on: it keeps its number."""

    def grouping(self, *, after: int = -1) -> Iterator[Grouped]:
        """What the grouping of stories kept of the articles behind a position, in its order."""

    def keep_grouping(self, rows: Iterable[Grouped]) -> None:
        """Keep what the grouping needs to go on; the articles are placed already."""

    def settlings(self) -> tuple[int, int]:
        """How many settlings there were, and up to which position of the grouping the last had seen all."""

    def settle(self, changes: Iterable[Settled], *, seen: int) -> int:
        """Keep that a settling was made that saw all before a position, and what it changed. Returns its number."""

    def settled(self, story: int | None = None) -> tuple[Settled, ...]:
        """What settlings changed, of one story or of all, the latest last."""

    def members(self, story: int) -> tuple[Member, ...]:
        """The articles of a story, in the order of their numbers; none where there is no such story."""

    def member(self, article: int) -> Member | None:
        """Which story an article is in, and why."""

    def stories(
        self, *, first: str | None = None, last: str | None = None, least: int = 1, limit: int | None = None
    ) -> tuple[StoryLine, ...]:
        """The stories printed between two days with at least so many articles, the latest first."""

    def story(self, number: int) -> StoryLine | None:
        """One story."""

    def story_number(self, key: str) -> int | None:
        """The number of the story that the grouping calls so."""

    def count_as_copies(self, copies: Iterable[CopyOf]) -> None:
        """Say which articles print the text of which; an article that is its own origin is taken out again."""

    def copies(self, articles: Sequence[int]) -> tuple[CopyOf, ...]:
        """Those of the articles that print the text of another."""

    def repairs(self) -> Repairs:
        """What a user has set right, in order. It is replayed by whoever groups, links or shows."""

    def repair(self, repair: Repair) -> None:
        """Set something right. Names and speakers are found so at once, stories follow at the next settling."""

    def replay(self) -> None:
        """Bring names and speakers to what the repairs say, also in articles that came after them."""

    def noted(self, name: str) -> str | None:
        """What was noted last under a name."""

    def note(self, name: str, value: str) -> None:
        """Remember something of the archive as a whole."""

    def search(self, query: Query) -> tuple[Hit, ...]:
        """What is found, the best first."""

    def quotes(self) -> QuoteIndex:
        """The index of all that is quoted in the newest revisions, for ``checking.check``."""

    def keep_vectors(self, method: str, vectors: Iterable[tuple[int, bytes]]) -> None:
        """Keep the vector of each revision (float32, little-endian, of length 1)."""

    def vectors(self, method: str, *, after: int = 0) -> Iterator[tuple[int, bytes]]:
        """The vectors of all revisions behind ``after``, in the order of their numbers."""

    def table(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of one of the documented views: articles, revisions, quotes, figures, stories."""

    def counts(self) -> Counts:
        """How much there is."""

    def close(self) -> None:
        """Let go of the archive."""
