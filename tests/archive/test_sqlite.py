"""The archive in one SQLite file: the contract of every archive, and what is particular to this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from contract import *  # noqa: F403  # every test of the contract is a test of this module
from contract import BRIDGE, NEWS, POST, URL, Opened, filled, told

from tellings.archive import Query, SqliteArchive
from tellings.errors import ArchiveError

NOON = datetime(2031, 5, 8, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "news"


@pytest.fixture
def opened(folder: Path) -> Iterator[Opened]:
    with ExitStack() as stack:
        yield lambda: stack.enter_context(SqliteArchive(folder, create=True, patience=0.05, clock=lambda: NOON))


@pytest.fixture
def database(folder: Path, opened: Opened) -> Iterator[sqlite3.Connection]:
    """The file as any SQLite tool sees it."""
    filled(opened())
    with closing(sqlite3.connect(folder / "archive.db")) as connection:
        yield connection


def test_views_for_any_sqlite_tool(database: sqlite3.Connection) -> None:
    """Quotations, figures, stories and articles, one a row, with the words as printed."""
    quotes = database.execute("SELECT outlet, speaker, certainty, text FROM quotes ORDER BY article, start").fetchall()
    assert quotes[0] == ("The Wendle Post", "Nora Feld", "stated", "“The gates are old and nobody mended them,”")
    assert len(quotes) == 4
    figures = database.execute("SELECT value, bound, counted, text FROM figures ORDER BY value").fetchall()
    assert figures == [(40.0, "more than", "boat", "More than 40 boats"), (43.0, "exact", "boat", "43 boats")]
    stories = database.execute("SELECT id, title, articles, outlets, origins FROM stories ORDER BY id").fetchall()
    assert stories == [(1, "Bridge shut", 2, 2, 2), (2, "Bell is found in barn", 1, 1, 1)]
    articles = database.execute("SELECT id, outlet, first_day, story, origin, revisions FROM articles").fetchall()
    assert articles[1] == (2, "The Oldhaven Echo", "2031-05-07", 1, 2, 1)


def test_the_view_of_revisions(opened: Opened, database: sqlite3.Connection) -> None:
    """Each text with its number, and which is the newest."""
    archive = opened()
    archive.add(told("The Wendle Post", BRIDGE, url=URL, file="y.txt"))
    archive.add(told("The Wendle Post", BRIDGE + " More soon.", url=URL, file="x.txt"))
    rows = database.execute(
        "SELECT number, newest, added FROM revisions WHERE url = ? ORDER BY number", (URL,)
    ).fetchall()
    assert rows == [(1, 0, "2031-05-08T12:00:00+00:00"), (2, 1, "2031-05-08T12:00:00+00:00")]
    assert database.execute("SELECT revisions FROM articles WHERE url = ?", (URL,)).fetchall() == [(2,)]


def test_the_search_index_agrees_with_the_texts(database: sqlite3.Connection) -> None:
    """SQLite's own check of it, and of the file."""
    for index in ("article_words", "line_words", "name_words"):
        database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_folder_without_an_archive(folder: Path) -> None:
    """Is not made into one by asking."""
    with pytest.raises(ArchiveError, match="there is no archive; make one with: tellings add"):
        SqliteArchive(folder)
    assert not folder.exists()


@pytest.mark.parametrize("data", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_archive(folder: Path, data: bytes) -> None:
    """An empty file becomes one; another is left as it is."""
    folder.mkdir()
    (folder / "archive.db").write_bytes(data)
    if data:
        with pytest.raises(ArchiveError, match="cannot be opened as an archive"):
            SqliteArchive(folder)
        assert (folder / "archive.db").read_bytes() == data
    else:
        SqliteArchive(folder).close()


def test_a_database_of_something_else(folder: Path) -> None:
    """Is refused and left as it is."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "archive.db")) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = (folder / "archive.db").read_bytes()
    with pytest.raises(ArchiveError, match="a database of something else"):
        SqliteArchive(folder)
    assert (folder / "archive.db").read_bytes() == before


def test_an_archive_of_a_later_release(folder: Path, opened: Opened) -> None:
    """Is not written by this one."""
    opened().close()
    with closing(sqlite3.connect(folder / "archive.db")) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveError, match="written by a later release"):
        SqliteArchive(folder)


def test_a_newer_release_migrates_while_this_one_writes(folder: Path, opened: Opened) -> None:
    """The older process is told so at its next batch, in a line; what it kept before is there."""
    older = opened()
    older.add(NEWS)
    with closing(sqlite3.connect(folder / "archive.db", isolation_level=None)) as newer:
        newer.execute("ALTER TABLE quote ADD COLUMN mood TEXT")
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveError, match=r"newer release .* form 99 .* nothing else is lost") as told_:
        older.add(POST)
    assert "\n" not in str(told_.value)
    with closing(sqlite3.connect(folder / "archive.db")) as seen:
        assert seen.execute("SELECT count(*) FROM revision").fetchone() == (1,)


def test_a_disk_that_is_full(opened: Opened) -> None:
    """The batch is undone whole and the user is told in a line; with room, the same goes on."""
    archive = opened()
    archive.add(NEWS)
    pages = archive.database.execute("PRAGMA page_count").fetchone()[0]
    archive.database.execute(f"PRAGMA max_page_count = {pages}")
    long = told("Wendle Post", " ".join(f"Gate {number} of the lock is old." for number in range(9_000)))

    def batch() -> None:
        with archive.writing():
            archive.add(POST)
            archive.add(long)

    with pytest.raises(ArchiveError, match=r"could not be kept \(.*full\), nothing else is lost"):
        batch()
    assert archive.counts().articles == 1
    archive.database.execute("PRAGMA max_page_count = 1073741823")
    archive.add(POST)
    archive.add(long)
    assert archive.counts().articles == 3


def test_a_file_that_breaks_while_it_is_open(folder: Path, opened: Opened) -> None:
    """Reading it ends in a line for the user, not in an error of SQLite."""
    filled(opened())
    with closing(sqlite3.connect(folder / "archive.db", isolation_level=None)) as other:
        other.execute("DROP VIEW stories")
    with pytest.raises(ArchiveError, match="it cannot be read"), SqliteArchive(folder) as archive:
        archive.counts()


def test_an_archive_of_the_first_release_is_brought_up(folder: Path, opened: Opened) -> None:
    """What it keeps stays; what a later release keeps besides is not told of it."""
    folder.mkdir()
    first = (files("tellings.archive") / "schema" / "001_first.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(folder / "archive.db")) as old:
        old.executescript(f"PRAGMA application_id = {0x74656C6C}; {first}; PRAGMA user_version = 1;")
        old.execute(
            "CREATE TABLE had AS SELECT count(*) AS tables FROM sqlite_schema WHERE name IN ('quote', 'quotes')"
        )
        old.commit()
    archive = opened()
    archive.add(POST)
    kept = archive.database.execute("SELECT tables FROM had").fetchone()
    assert kept == (2,)
    assert {row["cue"] for row in archive.table("quotes")} == {"said"}


def test_a_reading_of_another_form_is_not_guessed_at(opened: Opened) -> None:
    """Nor is one that is damaged."""
    archive = opened()
    number = archive.add(POST).article
    archive.database.execute("UPDATE reading SET format = 'tellings.reading.v9'")
    with pytest.raises(ArchiveError, match="install a newer one"):
        list(archive.readings([number]))
    archive.database.execute("UPDATE reading SET format = 'tellings.reading.v1', data = x'00ff'")
    with pytest.raises(ArchiveError, match="damaged"):
        list(archive.readings([number]))


def unit(*numbers: float) -> bytes:
    """A vector of length 1."""
    vector = np.array(numbers, "<f4")
    return (vector / np.linalg.norm(vector)).astype("<f4").tobytes()


def test_search_by_meaning(opened: Opened, folder: Path) -> None:
    """What is near is found without the words; what has the words as well stands first; filters hold."""
    archive = opened()
    numbers = filled(archive)
    near = [unit(1, 0.1, 0, 0, 0, 0, 0, 0), unit(1, 0.9, 0, 0, 0, 0, 0, 0), unit(-1, 0, 0, 0, 0, 0, 0, 1)]
    archive.keep_vectors("by-hand.v1", enumerate(near, 1))
    meant = ("by-hand.v1", unit(1, 0, 0, 0, 0, 0, 0, 0))
    hits = archive.search(Query("skipper", meaning=meant))
    assert [(hit.article, hit.by) for hit in hits[:2]] == [
        (numbers[1], ("words", "meaning")),
        (numbers[0], ("meaning",)),
    ]
    assert [hit.article for hit in archive.search(Query("skipper", outlet="Thornwick News", meaning=meant))] == [3]
    assert (folder / "vectors" / "by-hand.v1.npy").is_file()
    with pytest.raises(ArchiveError, match="whole articles"):
        archive.search(Query("skipper", kind="quote", meaning=meant))


def test_search_by_meaning_without_vectors(opened: Opened) -> None:
    """Says how they are made, and not that nothing is found."""
    archive = opened()
    filled(archive)
    with pytest.raises(ArchiveError, match="--meaning"):
        archive.search(Query("bridge", meaning=("m", np.ones(384, "<f4").tobytes())))


def test_the_bits_beside_the_archive_are_made_anew(opened: Opened, folder: Path) -> None:
    """Where they are gone, broken, or behind."""
    archive = opened()
    filled(archive)
    meant = ("by-hand.v1", unit(1, 0, 0, 0, 0, 0, 0, 0))
    archive.keep_vectors("by-hand.v1", [(1, unit(1, 0, 0, 0, 0, 0, 0, 1))])
    assert [hit.article for hit in opened().search(Query("bell", meaning=meant))] == [3, 1]
    archive.keep_vectors("by-hand.v1", [(2, unit(1, 0, 0, 0, 0, 0, 0, 0))])
    assert [hit.article for hit in opened().search(Query("Oldhaven", meaning=meant))] == [2, 1]
    path = folder / "vectors" / "by-hand.v1.npy"
    for broken in (b"", b"no array", path.read_bytes()[:-3]):
        path.write_bytes(broken)
        assert [hit.article for hit in opened().search(Query("Oldhaven", meaning=meant))] == [2, 1]
    path.unlink()
    assert [hit.article for hit in opened().search(Query("Oldhaven", meaning=meant))] == [2, 1]
