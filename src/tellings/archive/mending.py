"""Repairs in rows: names that are one, and speakers that a user has set. Made anew whenever the file of repairs has changed."""

from __future__ import annotations

import sqlite3

from tellings.archive.repairs import Rename, Repairs, Speaker


def replay(database: sqlite3.Connection, repairs: Repairs) -> None:
    """Bring the rows to what the repairs say."""
    database.execute("UPDATE name SET same_as = NULL WHERE same_as IS NOT NULL")
    database.execute(
        "UPDATE line SET speaker = (SELECT read FROM respoken WHERE respoken.line = line.id)"
        " WHERE id IN (SELECT line FROM respoken)"
    )
    database.execute("DELETE FROM respoken")
    for repair in repairs:
        if isinstance(repair, Rename):
            _rename(database, repair)
        elif isinstance(repair, Speaker):
            _respeak(database, repair)


def noted(database: sqlite3.Connection, name: str) -> str | None:
    """What was noted last under a name."""
    row = database.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def note(database: sqlite3.Connection, name: str, value: str) -> None:
    """Remember something."""
    database.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))


def _rename(database: sqlite3.Connection, repair: Rename) -> None:
    """All names written so are the other one: of their own kind, where it is there, else of any; and so is who was this one."""
    named = "SELECT id, kind, coalesce(same_as, id) FROM name WHERE name = ? ORDER BY kind"
    others = database.execute(named, (repair.to,)).fetchall()
    for number, kind, _ in database.execute(named, (repair.name,)).fetchall():
        for _, _, same in sorted(others, key=lambda other: other[1] != kind)[:1]:
            if same != number:
                database.execute("UPDATE name SET same_as = ? WHERE ? IN (id, same_as)", (same, number))


def _respeak(database: sqlite3.Connection, repair: Speaker) -> None:
    lines = database.execute(
        "SELECT line.id, line.speaker, line.revision FROM line JOIN line_text ON line_text.id = line.id"
        " JOIN revision ON revision.id = line.revision JOIN article ON article.id = revision.article"
        " WHERE article.key = ? AND line.kind = 'quote' AND line_text.text = ?",
        (repair.article, repair.quote),
    ).fetchall()
    for line, read, revision in lines:
        speaker = _speaker(database, revision, repair.speaker)
        if repair.speaker is None or speaker is not None:
            database.execute("INSERT OR IGNORE INTO respoken VALUES (?, ?)", (line, read))
            database.execute("UPDATE line SET speaker = ? WHERE id = ?", (speaker, line))


def _speaker(database: sqlite3.Connection, revision: int, name: str | None) -> int | None:
    """The name as this article prints it."""
    row = database.execute(
        "SELECT name.id FROM naming JOIN name ON name.id = naming.name WHERE revision = ? AND name.name = ?"
        " ORDER BY name.kind LIMIT 1",
        (revision, name),
    ).fetchone()
    return row[0] if row else None
