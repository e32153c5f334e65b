"""Killed at any moment, fifty times over: the archive opens, holds whole batches, and adding goes on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from told import of

from by_hand import article
from tellings.archive import SqliteArchive
from tellings.run import adding
from tellings.values import Article, Reading

KILLS = 50
BATCH = 4
ARTICLES = 100 * BATCH

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, so that no child loads anything")


def articles(number: int = ARTICLES) -> Iterator[Article]:
    """Invented articles of some stories, with a quotation in each."""
    for count in range(number):
        town = ("Wendle", "Oldhaven", "Thornwick", "Saltby", "Merrow")[count % 5]
        text = (
            f"The harbour of {town} was shut on Monday after storm number {count // 40}, with {43 + count} boats in it. "
            f"“The gates are old,” said Nora Feld. Report {count} of the {town} desk."
        )
        yield article(f"{town} Post {count}", text, day=f"2031-{1 + count // 40:02}-05", title=f"Storm shuts {town}")


def quick(stream: Iterator[Article], _: object) -> Iterator[list[Reading]]:
    """Stands in for the reading, which is not what is tested."""
    return iter(lambda: [of(found) for found in islice(stream, BATCH)], [])


def child(folder: Path, said: int) -> None:
    """Add everything, telling the parent of each batch begun."""

    def told(stream: Iterator[Article], workers: object) -> Iterator[list[Reading]]:
        for batch in quick(stream, workers):
            os.write(said, b".")
            yield batch

    adding.read_stream = told  # type: ignore[assignment]
    adding.KEPT_AT_ONCE = 1
    with SqliteArchive(folder, create=True) as archive:
        adding.add(articles(), archive)


def start_and_kill(folder: Path, chance: random.Random) -> None:
    """One run, killed a moment after its first or second batch has begun; or at its end, whichever is first."""
    heard, said = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            child(folder, said)
        finally:
            os._exit(0)
    os.close(said)
    for _ in range(chance.randint(1, 2)):
        os.read(heard, 1)
    time.sleep(chance.random() * 0.03)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(heard)


def whole(folder: Path) -> int:
    """How many articles there are, each with all that belongs to it. Fails where a batch is not whole."""
    with closing(sqlite3.connect(folder / "archive.db")) as database:
        counts = [
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("revision", "content", "reading", "member", "placed", "quote", "quotation")
        ]
        assert database.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        for index in ("article_words", "line_words", "name_words"):
            database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    assert set(counts) == {counts[0]}
    assert counts[0] % BATCH == 0
    return int(counts[0])


def stories(archive: SqliteArchive) -> set[frozenset[str]]:
    """The stories as sets of articles, called as in every archive."""
    found: Sequence[frozenset[str]] = [
        frozenset(archive.key(member.article) for member in archive.members(story.id)) for story in archive.stories()
    ]
    return set(found)


def test_killed_fifty_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost that was kept, nothing is half there, and at the end it is as if nobody had been killed."""
    chance = random.Random(50)
    folder = tmp_path / "news"
    with SqliteArchive(folder, create=True) as archive:
        archive.quotes()  # its tables; and what the children need is imported once, here
    before = 0
    for _ in range(KILLS):
        start_and_kill(folder, chance)
        now = whole(folder)
        assert now >= before
        before = now
    assert 0 < before < ARTICLES
    monkeypatch.setattr(adding, "read_stream", quick)
    with SqliteArchive(folder) as killed, SqliteArchive(tmp_path / "unharmed", create=True) as unharmed:
        added = adding.add(articles(), killed)
        assert (added.new, added.known) == (ARTICLES - before, before)
        adding.add(articles(), unharmed)
        assert stories(killed) == stories(unharmed)
        assert killed.counts() == unharmed.counts()
