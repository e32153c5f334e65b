"""The database file: opening it, its pragmas, its migrations, and who may write.

One process writes at a time and readers are never kept waiting (write-ahead
log). A second writer waits for its turn, which comes after one batch; where it
does not come, it is told so in a sentence.
"""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TypeGuard

from tellings.errors import ArchiveError

NAME = "archive.db"
"""The file in an archive's folder."""
PATIENCE = 60.0
"""Seconds that a writer waits for its turn."""

_APPLICATION = 0x74656C6C  # "tell": what ``file`` and SQLite tools may show
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers go on while one writes
    "PRAGMA synchronous = NORMAL",  # a killed process loses nothing; a power cut at most the last batches, never the file
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",  # 64 MiB: the inner pages of the search index of 100,000 articles
    "PRAGMA mmap_size = 1073741824",
    "PRAGMA temp_store = MEMORY",
)


def connect(folder: Path, *, create: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """The database of an archive, brought to the newest form. Raises ``ArchiveError``."""
    path = folder / NAME
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        elif not path.is_file():
            raise ArchiveError(
                f"{folder}: there is no archive; make one with: tellings add ARTICLES --archive {folder}"
            )
        database = sqlite3.connect(path, timeout=patience, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{folder}: no archive can be kept there ({error}); choose another folder") from error
    try:
        _check(database, path)
        for pragma in _PRAGMAS:
            database.execute(pragma)
        _migrate(database)
    except sqlite3.Error as error:
        database.close()
        raise ArchiveError(f"{path}: it cannot be opened as an archive ({error}); is it damaged, or in use?") from error
    except ArchiveError:
        database.close()
        raise
    return database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside, or nothing of it. Raises ``ArchiveError`` where the turn does not come."""
    try:
        database.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:
        raise ArchiveError(_turn(error)) from error
    try:
        _check_form(database)
        yield
    except BaseException as error:
        _undo(database)
        if of_file(error):
            raise ArchiveError(_lost(error)) from error
        raise
    try:
        database.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        _undo(database)
        raise ArchiveError(_lost(error)) from error


def _undo(database: sqlite3.Connection) -> None:
    if database.in_transaction:  # where the disk is full, SQLite has undone it already
        database.execute("ROLLBACK")


def _check_form(database: sqlite3.Connection) -> None:
    """Raise where a newer release has migrated the archive since it was opened: what this one writes would not fit."""
    form = _form(database)
    if form > len(_migrations()):
        raise ArchiveError(
            f"a newer release has brought the archive to form {form} meanwhile; the last batch was not kept, nothing else"
            " is lost: run the same again with that release"
        )


def of_file(error: BaseException | None) -> TypeGuard[sqlite3.DatabaseError]:
    """Whether an error says that the file, or the disk below it, is at fault, and not what was asked."""
    return type(error) in {sqlite3.OperationalError, sqlite3.DatabaseError}


def unreadable(folder: Path, error: sqlite3.DatabaseError) -> ArchiveError:
    """What a user is told of such an error where nothing was written."""
    return ArchiveError(f"{folder / NAME}: it cannot be read ({error}); is it damaged, or in use by a later release?")


def _lost(error: BaseException) -> str:
    return f"the last batch could not be kept ({error}), nothing else is lost; make room, and run the same again"


def _turn(error: sqlite3.Error) -> str:
    if "locked" in str(error) or "busy" in str(error):
        return "another process is writing to this archive and did not come to an end; wait for it, then run the same again"
    return f"the archive cannot be written ({error}); check its permissions and the room on the disk"


def _check(database: sqlite3.Connection, path: Path) -> None:
    """Raise for a file that is something else, or of a later release."""
    application = database.execute("PRAGMA application_id").fetchone()[0]
    tables = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and application != _APPLICATION:
        raise ArchiveError(f"{path}: it is a database of something else; choose another folder")
    form = _form(database)
    if form > len(_migrations()):
        raise ArchiveError(f"{path}: it was written by a later release (form {form}); install that one")


def _form(database: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    form: int = database.execute("PRAGMA user_version").fetchone()[0]
    return form


def _migrate(database: sqlite3.Connection) -> None:
    """Run the migrations that the file has not seen, each whole or not at all."""
    scripts = _migrations()
    if _form(database) == len(scripts):
        return
    with transaction(database):
        # asked again inside: another process may have done it while this one waited
        done = _form(database)
        for number, script in enumerate(scripts[done:], done + 1):
            for statement in _statements(script):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {number}")
        database.execute(f"PRAGMA application_id = {_APPLICATION}")


@functools.cache
def _migrations() -> tuple[str, ...]:
    folder = files("tellings.archive") / "schema"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: ``executescript`` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
