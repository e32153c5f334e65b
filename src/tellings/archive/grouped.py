"""Which article is in which story, and what is counted of a story: kept up to date as articles come, never counted anew over all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from tellings.archive.values import CopyOf, Grouped, Member, Placed, Settled, StoryLine, Why

_COUNT = """
UPDATE story SET (articles, outlets, origins, first_day, last_day) = (
  SELECT count(*), count(DISTINCT lower(revision.outlet)), count(DISTINCT coalesce(copy.origin, member.article)),
         min(first_day), max(last_day)
  FROM member
  JOIN article ON article.id = member.article
  JOIN revision ON revision.id = article.newest
  LEFT JOIN copy ON copy.article = member.article
  WHERE member.story = story.id
), title = (
  SELECT revision.title
  FROM member
  JOIN article ON article.id = member.article
  JOIN revision ON revision.id = article.newest
  WHERE member.story = story.id AND revision.title IS NOT NULL
  ORDER BY coalesce(first_day, '9999'), file, coalesce(record, 0), digest LIMIT 1
) WHERE id = ?
"""
"""The headline is that of ``linking.story``: of the first article, in the order of a story, that has one."""

_LINE = "SELECT id, title, articles, outlets, origins, first_day, last_day FROM story"


def place(database: sqlite3.Connection, placed: Iterable[Placed]) -> None:
    """Put articles into stories and count what changed."""
    touched: set[int] = set()
    for one in placed:
        story = _number(database, one.story)
        row = database.execute("SELECT story FROM member WHERE article = ?", (one.article,)).fetchone()
        touched.update((row[0], story) if row else (story,))
        database.execute(
            "INSERT INTO member VALUES (?, ?, ?, ?) ON CONFLICT (article)"
            " DO UPDATE SET story = excluded.story, score = excluded.score, why = excluded.why",
            (one.article, story, one.score, msgspec.json.encode(one.why).decode()),
        )
    count(database, touched)


def number_of(database: sqlite3.Connection, key: str) -> int | None:
    """The number of a story that the grouping calls so."""
    row = database.execute("SELECT id FROM story WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _number(database: sqlite3.Connection, key: str) -> int:
    """The number of a story; a new one where it is not known."""
    known = number_of(database, key)
    number = known or database.execute("INSERT INTO story (key) VALUES (?)", (key,)).lastrowid
    assert number is not None
    return number


def rename(database: sqlite3.Connection, key: str, new: str) -> None:
    """A story keeps its number when the grouping calls it otherwise, unless a story of that name is there."""
    database.execute("UPDATE OR IGNORE story SET key = ? WHERE key = ?", (new, key))


def rows(database: sqlite3.Connection, *, after: int) -> Iterator[Grouped]:
    """What the grouping kept of the articles behind a position."""
    found = database.execute(
        "SELECT position, article.key, story.key, signature, links FROM placed"
        " JOIN article ON article.id = placed.article JOIN member ON member.article = placed.article"
        " JOIN story ON story.id = member.story WHERE position > ? ORDER BY position",
        (after,),
    )
    return (Grouped(*row) for row in found)


def keep_rows(database: sqlite3.Connection, kept: Iterable[Grouped]) -> None:
    """Keep what the grouping needs to go on. The row of a revised article takes the place of its older one."""
    database.executemany(
        "INSERT OR REPLACE INTO placed SELECT ?, id, ?, ? FROM article WHERE key = ?",
        [(row.position, row.signature, row.links, row.key) for row in kept],
    )


def settlings(database: sqlite3.Connection) -> tuple[int, int]:
    """How many settlings there were, and up to which position the last had seen all."""
    row = database.execute("SELECT id, seen FROM settling ORDER BY id DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, 0)


def settle(database: sqlite3.Connection, changes: Iterable[Settled], *, seen: int, added: str) -> int:
    """Keep that a settling was made, and what it changed. Returns its number."""
    number = database.execute("INSERT INTO settling (seen, added) VALUES (?, ?)", (seen, added)).lastrowid
    assert number is not None
    database.executemany(
        "INSERT INTO settled (settling, kind, stories, articles, reason) VALUES (?, ?, ?, ?, ?)",
        [(number, one.kind, json.dumps(one.stories), json.dumps(one.articles), one.reason) for one in changes],
    )
    return number


def settled(database: sqlite3.Connection, story: int | None) -> tuple[Settled, ...]:
    """What settlings changed, of one story or of all, the latest last."""
    found = database.execute(
        "SELECT kind, stories, articles, reason FROM settled WHERE :story IS NULL"
        " OR :story IN (SELECT value FROM json_each(stories)) ORDER BY id",
        {"story": story},
    )
    return tuple(
        Settled(kind, tuple(json.loads(stories)), tuple(json.loads(articles)), why)
        for kind, stories, articles, why in found
    )


def count(database: sqlite3.Connection, stories: Iterable[int]) -> None:
    """Bring the rows of stories up to date with their articles."""
    database.executemany(_COUNT, [(story,) for story in sorted(stories)])


def count_as_copies(database: sqlite3.Connection, copies: Iterable[CopyOf]) -> None:
    """Keep who prints whose text; the counts of origins follow."""
    touched: set[int] = set()
    for copy in copies:
        if copy.origin == copy.article:
            database.execute("DELETE FROM copy WHERE article = ?", (copy.article,))
        else:
            database.execute(
                "INSERT INTO copy VALUES (?, ?, ?) ON CONFLICT (article)"
                " DO UPDATE SET origin = excluded.origin, reason = excluded.reason",
                (copy.article, copy.origin, copy.reason),
            )
        row = database.execute("SELECT story FROM member WHERE article = ?", (copy.article,)).fetchone()
        touched.update(row or ())
    count(database, touched)


def copies(database: sqlite3.Connection, articles: Iterable[int]) -> tuple[CopyOf, ...]:
    """Those of the articles that print the text of another."""
    rows = (
        database.execute("SELECT article, origin, reason FROM copy WHERE article = ?", (article,))
        for article in articles
    )
    return tuple(CopyOf(*row) for found in rows for row in found)


def members(database: sqlite3.Connection, story: int) -> tuple[Member, ...]:
    """The articles of a story."""
    rows = database.execute("SELECT article, story, score, why FROM member WHERE story = ? ORDER BY article", (story,))
    return tuple(_member(row) for row in rows)


def member(database: sqlite3.Connection, article: int) -> Member | None:
    """The story of an article."""
    row = database.execute("SELECT article, story, score, why FROM member WHERE article = ?", (article,)).fetchone()
    return _member(row) if row else None


def _member(row: tuple[int, int, float, str]) -> Member:
    article, story, score, why = row
    return Member(article, story, score, msgspec.json.decode(why, type=Why))


def stories(
    database: sqlite3.Connection, *, first: str | None, last: str | None, least: int, limit: int | None
) -> tuple[StoryLine, ...]:
    """The stories of some days, the latest first; undated ones last, and only where no day is asked for."""
    rows = database.execute(
        f"{_LINE} WHERE articles >= :least AND (:first IS NULL OR last_day >= :first)"
        " AND (:last IS NULL OR first_day <= :last) ORDER BY last_day DESC, id DESC LIMIT :limit",
        {"least": max(1, least), "first": first, "last": last and last + "~", "limit": -1 if limit is None else limit},
    )
    return tuple(StoryLine(*row) for row in rows)


def story(database: sqlite3.Connection, number: int) -> StoryLine | None:
    """One story, if it has articles."""
    row = database.execute(f"{_LINE} WHERE id = ? AND articles > 0", (number,)).fetchone()
    return StoryLine(*row) if row else None
