"""The index of printed quotations: which of very many share words with one.

One SQLite file (or memory), so that it costs the same memory however many
quotations it holds, and opens at once. A quotation is found under its runs of
three words and under each word that carries meaning. A look-up reads only so
many entries of a key: a key that more share says little, and the rarer ones decide.

An archive carries the index in its own file. The contract: ``QuoteIndex(connection)``
makes its three tables (``quotation``, ``quotation_key``, ``quotation_version``) where they are not yet; ``put(article, reading)``
takes the quotations of a reading in place of all that stood under that article's key, so that it may be called twice
and after every revision; ``remove(article)`` takes them out. None of them begins, commits or rolls back: they are a part of
the caller's transaction. ``QuoteIndex.load(path)`` opens the same file for reading alone, for ``check``.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Self

from tellings.checking.printed import Printed, of_reading
from tellings.errors import CheckError
from tellings.linking.utterances.postings import keys
from tellings.linking.utterances.words import Wording
from tellings.values import Reading, Span

VERSION = "tellings.quotes.v2"
"""How quotations are split into keys. With other keys nothing would be found, so a file of another version is refused."""

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS quotation_version (version TEXT NOT NULL)",
    """CREATE TABLE IF NOT EXISTS quotation (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL, record INTEGER, digest TEXT NOT NULL, outlet TEXT, day TEXT,
  pieces TEXT NOT NULL, line TEXT NOT NULL, speaker TEXT, reported INTEGER NOT NULL, block TEXT NOT NULL, denied INTEGER NOT NULL,
  article TEXT
)""",
    "CREATE INDEX IF NOT EXISTS quotation_article ON quotation (article) WHERE article IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS quotation_key (key INTEGER, quotation INTEGER, PRIMARY KEY (key, quotation)) WITHOUT ROWID",
)
_BATCH = 5_000  # quotations whose keys are sorted and stored at once
_FREQUENT = 400  # entries read under one key
_NEAR = 20  # candidates


class QuoteIndex:
    """Printed quotations, and which of them share words with a given one."""

    def __init__(self, connection: sqlite3.Connection | None = None, *, new: bool = True) -> None:
        """Use a database, one in memory without one; its tables are made, unless it is not ``new``.

        Raises ``CheckError`` for an index of another version.
        """
        self._db = connection or sqlite3.connect(":memory:")
        if not new:
            return
        for statement in _SCHEMA:
            self._db.execute(statement)  # one by one: a script would end the caller's transaction
        found = [row[0] for row in self._db.execute("SELECT version FROM quotation_version")]
        if not found:
            self._db.execute("INSERT INTO quotation_version VALUES (?)", (VERSION,))
        elif found != [VERSION]:
            raise CheckError(f"it is an index of version {found[0]!r}, not {VERSION!r}; make it again with --save")

    @classmethod
    def load(cls, path: Path) -> Self:
        """The index in a file. Raises ``CheckError`` where there is none."""
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            with closing(connection.execute("SELECT version FROM quotation_version")) as rows:
                version = next(rows, None)
        except sqlite3.Error as error:
            raise CheckError(f"{path}: it is no index of quotations ({error}); make one with --save") from error
        if version is None or version[0] != VERSION:
            raise CheckError(f"{path}: it is an index of another version; make it again with --save")
        return cls(connection, new=False)

    @classmethod
    @contextmanager
    def create(cls, path: Path) -> Iterator[Self]:
        """A new index in one file: there when the block ends well, and nothing of it otherwise. Raises ``CheckError``."""
        part = path.with_name(f".{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            with closing(sqlite3.connect(part)) as connection:
                connection.executescript(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
                )  # thrown away if broken off
                yield cls(connection)
                connection.commit()
            part.replace(path)
        except (sqlite3.Error, OSError) as error:
            raise CheckError(f"{path}: the index cannot be written ({error}); choose another place") from error
        finally:
            part.unlink(missing_ok=True)

    def __len__(self) -> int:
        """How many quotations it holds."""
        count: int = self._db.execute("SELECT count(*) FROM quotation").fetchone()[0]
        return count

    def all(self) -> Iterator[tuple[int, Printed]]:
        """All quotations in the order of their numbers, read one by one; the index must not change meanwhile."""
        return ((row[0], _printed(row)) for row in self._db.execute("SELECT * FROM quotation ORDER BY id"))

    def printed(self, number: int) -> Printed:
        """The quotation of a number."""
        return next(self._rows([number]))

    def add(self, printed: Iterable[Printed]) -> None:
        """Take quotations in, each once; in any order and number: a batch at a time is held in memory."""
        stream = iter(printed)
        while batch := {_number(row): row for row in islice(stream, _BATCH)}:
            self._insert(batch, None)

    def put(self, article: str, reading: Reading) -> None:
        """Take in all that a reading prints of others, in place of what stood under this key of its article."""
        self.remove(article)
        self._insert({_number(row, article): row for row in of_reading(reading)}, article)

    def remove(self, article: str) -> None:
        """Take out what was put in under the key of an article; nothing where there is none."""
        rows = self._db.execute("SELECT * FROM quotation WHERE article = ?", (article,)).fetchall()
        entries = [(key, row[0]) for row in rows for key in keys(_printed(row).wording.folded)]
        self._db.executemany("DELETE FROM quotation_key WHERE key = ? AND quotation = ?", entries)
        self._db.execute("DELETE FROM quotation WHERE article = ?", (article,))

    def _insert(self, batch: Mapping[int, Printed], article: str | None) -> None:
        entries = sorted((key, number) for number, row in batch.items() for key in keys(row.wording.folded))
        self._db.executemany(
            "INSERT OR IGNORE INTO quotation VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            ((*_row(number, row), article) for number, row in sorted(batch.items(), key=lambda item: item[0])),
        )
        self._db.executemany("INSERT OR IGNORE INTO quotation_key VALUES (?,?)", entries)

    def near(self, wording: Wording) -> list[Printed]:
        """The quotations that share most with some words, each shared key weighed by how few share it; best first."""
        weights: dict[int, float] = defaultdict(float)
        for key in sorted(keys(wording.folded)):
            rows = self._db.execute(
                "SELECT quotation FROM quotation_key WHERE key = ? ORDER BY quotation LIMIT ?", (key, _FREQUENT)
            ).fetchall()
            for (number,) in rows:
                weights[number] += 1 / len(rows)
        best = sorted(weights, key=lambda number: (-weights[number], number))[:_NEAR]
        return list(self._rows(best))

    def containing(self, line: str) -> list[Printed]:
        """The quotations in which a line stands as it is, case aside: slow, for a few words that have no key."""
        rows = self._db.execute(
            "SELECT * FROM quotation WHERE instr(replace(lower(line), '’', ''''), ?) LIMIT ?",
            (line.lower().replace("’", "'"), _NEAR),
        )
        return [_printed(row) for row in rows]

    def _rows(self, numbers: Iterable[int]) -> Iterator[Printed]:
        for number in numbers:
            yield _printed(self._db.execute("SELECT * FROM quotation WHERE id = ?", (number,)).fetchone())


def _number(row: Printed, article: str = "") -> int:
    """The number of a quotation: made of its place, so that the order of filling leaves no trace."""
    place = f"{article}\x1f{row.file}\x1f{row.record}\x1f{row.digest}\x1f{_pieces(row)}"
    return int.from_bytes(blake2b(place.encode(), digest_size=7).digest(), "big")


def _pieces(row: Printed) -> str:
    return ",".join(f"{piece.start}-{piece.end}" for piece in row.pieces)


def _row(number: int, row: Printed) -> tuple[int | str | None, ...]:
    return (
        number, row.file, row.record, row.digest, row.outlet, row.day, _pieces(row), row.line, row.speaker,
        int(row.reported), row.block, int(row.denied),
    )  # fmt: skip


def _printed(
    row: tuple[int, str, int | None, str, str | None, str | None, str, str, str | None, int, str, int, str | None],
) -> Printed:
    _, file, record, digest, outlet, day, pieces, line, speaker, reported, block, denied, _ = row
    spans = tuple(Span(*map(int, piece.split("-"))) for piece in pieces.split(","))
    return Printed(file, record, digest, outlet, day, spans, line, speaker, bool(reported), block, bool(denied))
