"""Which printings share runs of words, in tables of a ledger's working file.

Most runs of three words stand in one printing alone and lead nowhere. So all runs are written down in one go, sorted by SQLite
(on disk, where memory does not hold them), and only those are kept that several printings share, a few printings of
each: a run that more share says little.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tellings.linking.utterances import groups, splices
from tellings.linking.utterances.postings import runs

_SCHEMA = """
CREATE TABLE occurrence (key INTEGER, reported INTEGER, number INTEGER);
CREATE TABLE run (key INTEGER, reported INTEGER, number INTEGER, PRIMARY KEY (key, reported, number)) WITHOUT ROWID;
CREATE TABLE leading (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""
_SHARED = """
INSERT INTO run
SELECT key, reported, number FROM (
  SELECT key, reported, number, count(*) OVER (PARTITION BY key) AS printings,
    row_number() OVER (PARTITION BY key ORDER BY reported, number) AS place
  FROM occurrence
) WHERE printings > 1 AND place <= ?
"""
_IN = "key IN (SELECT value FROM json_each(?)) ORDER BY key, number"


class Shared:
    """The printings in marks under each run that several share; filled once, with all printings of the file."""

    def __init__(self, database: sqlite3.Connection, printings: Iterable[tuple[int, str, int]]) -> None:
        """Take in the number of each printing, its folded words in one line, and whether it is reported."""
        for statement in filter(str.strip, _SCHEMA.split(";")):
            database.execute(statement)
        entries = (
            (key, reported, number) for number, words, reported in printings for key in set(runs(words.split(" ")))
        )
        database.executemany("INSERT INTO occurrence VALUES (?, ?, ?)", entries)
        database.execute(_SHARED, (splices.FREQUENT + 1,))
        database.execute("DROP TABLE occurrence")
        self._database = database

    def get(self, keys: Sequence[int], most: int) -> Sequence[Sequence[int]]:
        """The numbers under each key, the lowest first; one more than ``most`` at most."""
        rows = self._database.execute(f"SELECT key, number FROM run WHERE reported = 0 AND {_IN}", (_json(keys),))  # noqa: S608  # a text of this module
        return _by_key(rows, keys, most)


class Leading:
    """The groups under the runs of their leading words, in the same file; only runs that other printings share."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Put a group under some keys."""
        self._database.execute(
            "INSERT INTO leading SELECT value, ? FROM json_each(?) WHERE EXISTS (SELECT 1 FROM run WHERE key = value)"
            " AND (SELECT count(*) FROM leading WHERE key = value) <= ?",
            (number, _json(keys), groups.FREQUENT),
        )

    def get(self, keys: Sequence[int], most: int) -> Sequence[Sequence[int]]:
        """The numbers under each key, the lowest first; one more than ``most`` at most."""
        rows = self._database.execute(f"SELECT key, number FROM leading WHERE {_IN}", (_json(keys),))  # noqa: S608  # a text of this module
        return _by_key(rows, keys, most)


def _json(keys: Sequence[int]) -> str:
    return f"[{','.join(map(str, keys))}]"


def _by_key(rows: Iterable[tuple[int, int]], keys: Sequence[int], most: int) -> Sequence[Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, number in rows:
        found[key].append(number)
    return [found[key][: most + 1] if key in found else () for key in keys]
