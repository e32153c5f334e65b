"""The documented views: what a reader with any SQLite tool sees, for those who ask in Python, and how much there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from tellings.archive.values import Counts
from tellings.errors import ArchiveError

VIEWS = ("articles", "revisions", "quotes", "figures", "stories")


def rows(database: sqlite3.Connection, view: str) -> Iterator[dict[str, Any]]:
    """The rows of a view by column, in the order of their numbers. Raises ``ArchiveError`` for another name."""
    if view not in VIEWS:
        raise ArchiveError(f"{view!r} is no view; choose one of {', '.join(VIEWS)}")
    found = database.execute(f"SELECT * FROM {view} ORDER BY id")
    columns = [column[0] for column in found.description]
    return (dict(zip(columns, row, strict=True)) for row in found)


def counts(database: sqlite3.Connection) -> Counts:
    """How much there is."""
    tables = ("article", "revision", "stories", "quote", "figure")
    return Counts(*(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables))
