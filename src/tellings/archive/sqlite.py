"""The archive in one SQLite file: each verb, in plain SQL, in the module that knows its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tellings.archive import codec, keeping, mending, repairs, search, views
from tellings.archive.repairs import Repair, Repairs
from tellings.archive.stories import Stories
from tellings.archive.values import Counts, Hit, Kept, Query
from tellings.errors import ArchiveError
from tellings.values import Article, Reading

if TYPE_CHECKING:
    from tellings.archive.search.nearest import Nearest
    from tellings.checking import QuoteIndex  # the language model is behind this import

_MISSING = "there is no article a{}; 'tellings search' finds articles"


class SqliteArchive(Stories):
    """An ``Archive`` in a folder. Use it as a context manager, or close it; one object is for one thread."""

    _nearest: Nearest | None = None
    """The sign bits of the vectors that were asked for last."""

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

    def names(self, words: str, *, limit: int = 5) -> tuple[str, ...]:
        """The names that articles print with all of these words, those of most articles first."""
        return search.names(self._database, words, limit=limit)

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

    def search(self, query: Query) -> tuple[Hit, ...]:
        """What is found, the best first."""
        if query.story is not None and self.story(query.story) is None:
            raise ArchiveError(f"there is no story s{query.story}; 'tellings stories' lists them")
        if query.meaning is None:
            return search.find(self._database, query)
        from tellings.archive.search import hybrid, nearest  # noqa: PLC0415  # NumPy is behind these imports

        method, _ = query.meaning
        if self._nearest is None or self._nearest.method != method:
            self._nearest = nearest.Nearest(self.folder, method)
        return hybrid.find(self._database, query, self._nearest)

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

    def table(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of a view."""
        return views.rows(self._database, name)

    def counts(self) -> Counts:
        """How much there is."""
        return views.counts(self._database)
