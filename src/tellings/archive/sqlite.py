"""The archive in one SQLite file: each verb, in plain SQL, in the module that knows its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tellings.archive import codec, connection, grouped, keeping, mending, repairs, search, views
from tellings.archive.repairs import Repair, Repairs
from tellings.archive.values import CopyOf, Counts, Grouped, Hit, Kept, Member, Placed, Query, Settled, StoryLine
from tellings.errors import ArchiveError
from tellings.values import Article, Reading

if TYPE_CHECKING:
    from tellings.archive.search.nearest import Nearest
    from tellings.checking import QuoteIndex  # the language model is behind this import

Clock = Callable[[], datetime]


_MISSING = "there is no article a{}; 'tellings search' finds articles"


def _now() -> datetime:
    return datetime.now(UTC)


class SqliteArchive:
    """An ``Archive`` in a folder. Use it as a context manager, or close it; one object is for one thread."""

    def __init__(
        self, folder: Path, *, create: bool = False, patience: float = connection.PATIENCE, clock: Clock = _now
    ) -> None:
        """Open the archive in ``folder``, or make one; ``patience`` is how many seconds a writer waits for its turn."""
        self.folder = folder
        self._clock = clock
        self._database = connection.connect(folder, create=create, patience=patience)
        self._quotes: QuoteIndex | None = None
        self._nearest: dict[str, Nearest] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @property
    def database(self) -> sqlite3.Connection:
        """The connection, for a part that keeps tables of its own in the same file and the same transaction."""
        return self._database

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One batch, whole or not at all. Inside a batch it is the same batch."""
        if self._database.in_transaction:
            yield
            return
        try:
            with connection.transaction(self._database):
                yield
        except BaseException:
            self._quotes = None  # its tables may have been made in the batch that is undone
            raise

    def find(self, article: Article) -> Kept | None:
        """Where this very text stands already."""
        return keeping.find(self._database, article)

    def add(self, reading: Reading) -> Kept:
        """Keep a reading, once; a changed text at a known address becomes a revision."""
        with self.writing():
            known = keeping.find(self._database, reading.article)
            if known is not None:
                return known
            kept = keeping.keep(self._database, reading, added=self._time())
            if kept.newest:
                self.quotes().put(kept.key, reading)
            return kept

    def article(self, key: str) -> int | None:
        """The number of the article of this key."""
        row = self._database.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def key(self, article: int) -> str:
        """What an article is called in every archive."""
        row = self._database.execute("SELECT key FROM article WHERE id = ?", (article,)).fetchone()
        if row is None:
            raise ArchiveError(_MISSING.format(article))
        key: str = row[0]
        return key

    def prints(self, name: str) -> bool:
        """Whether some article names somebody so."""
        row = self._database.execute("SELECT EXISTS (SELECT 1 FROM name WHERE name = ?)", (name,)).fetchone()
        return bool(row[0])

    def kept(self, *, after: int = 0) -> Iterator[Kept]:
        """All texts behind a revision, in the order of their coming."""
        rows = self._database.execute(f"{keeping.KEPT} WHERE revision.id > ? ORDER BY revision.id", (after,))
        return (keeping.kept(row) for row in rows)

    def readings(self, articles: Sequence[int]) -> Iterator[Reading]:
        """The newest reading of each article, in the order given."""
        for article in articles:
            yield self._readings("revision.id = article.newest", article)[0]

    def revisions(self, article: int) -> tuple[Reading, ...]:
        """All readings of an article, the oldest first."""
        return self._readings("TRUE ORDER BY dated, number", article)

    def _readings(self, which: str, article: int) -> tuple[Reading, ...]:
        rows = self._database.execute(
            "SELECT data, text, format FROM article JOIN revision ON revision.article = article.id"
            " JOIN reading ON reading.revision = revision.id JOIN content ON content.revision = revision.id"
            f" WHERE article.id = ? AND {which}",
            (article,),
        ).fetchall()
        if not rows:
            raise ArchiveError(_MISSING.format(article))
        return tuple(codec.decode(data, text=text, format=form) for data, text, form in rows)

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
        """How many settlings there were, and how many articles the last had seen."""
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

    def search(self, query: Query) -> tuple[Hit, ...]:
        """What is found, the best first."""
        if query.meaning is None:
            return search.find(self._database, query)
        from tellings.archive.search import hybrid, nearest  # noqa: PLC0415  # NumPy is behind these imports

        method, _ = query.meaning
        if method not in self._nearest:
            self._nearest[method] = nearest.Nearest(self.folder, method)
        return hybrid.find(self._database, query, self._nearest[method])

    def repairs(self) -> Repairs:
        """What a user has set right."""
        return repairs.load(self.folder)

    def repair(self, repair: Repair) -> None:
        """Set something right; the stories follow at the next settling."""
        self.repairs()  # raises where the file is broken, before it is written
        repairs.append(self.folder, repair)
        self.replay()

    def replay(self) -> None:
        """Bring names and speakers to what the repairs say."""
        with self.writing():
            mending.replay(self._database, self.repairs())

    def noted(self, name: str) -> str | None:
        """What was noted last under a name."""
        return mending.noted(self._database, name)

    def note(self, name: str, value: str) -> None:
        """Remember something of the archive as a whole."""
        with self.writing():
            mending.note(self._database, name, value)

    def quotes(self) -> QuoteIndex:
        """The index of all that is quoted in the newest revisions, for ``checking.check``."""
        if self._quotes is None:
            from tellings.checking import QuoteIndex  # noqa: PLC0415

            with self.writing():
                self._quotes = QuoteIndex(self._database)
        return self._quotes

    def keep_vectors(self, method: str, vectors: Iterable[tuple[int, bytes]]) -> None:
        """Keep the vectors of revisions."""
        with self.writing():
            self._database.executemany(
                "INSERT OR REPLACE INTO vector VALUES (?, ?, ?)",
                [(revision, method, data) for revision, data in vectors],
            )

    def vectors(self, method: str, *, after: int = 0) -> Iterator[tuple[int, bytes]]:
        """The vectors behind a revision."""
        return self._database.execute(
            "SELECT revision, data FROM vector WHERE method = ? AND revision > ? ORDER BY revision", (method, after)
        )

    def story_number(self, key: str) -> int | None:
        """The number of the story that the grouping calls so."""
        return grouped.number_of(self._database, key)

    def table(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of a view."""
        return views.rows(self._database, name)

    def counts(self) -> Counts:
        """How much there is."""
        return views.counts(self._database)

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")
