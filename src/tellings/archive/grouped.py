"""Which article is in which story, and what is counted of a story: kept up to date as articles come, never counted anew over all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from tellings.archive.values import CopyOf, Member, StoryLine

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


def place(database: sqlite3.Connection, members: Iterable[Member]) -> None:
    """Put articles into stories and count what changed."""
    touched: set[int] = set()
    for member in members:
        row = database.execute("SELECT story FROM member WHERE article = ?", (member.article,)).fetchone()
        touched.update((row[0], member.story) if row else (member.story,))
        database.execute("INSERT OR IGNORE INTO story (id) VALUES (?)", (member.story,))
        database.execute(
            "INSERT INTO member VALUES (?, ?, ?, ?) ON CONFLICT (article)"
            " DO UPDATE SET story = excluded.story, score = excluded.score, reasons = excluded.reasons",
            (member.article, member.story, member.score, json.dumps(member.reasons, ensure_ascii=False)),
        )
    count(database, touched)


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
                "INSERT INTO copy VALUES (?, ?, ?, ?) ON CONFLICT (article)"
                " DO UPDATE SET origin = excluded.origin, share = excluded.share, reason = excluded.reason",
                (copy.article, copy.origin, copy.share, copy.reason),
            )
        row = database.execute("SELECT story FROM member WHERE article = ?", (copy.article,)).fetchone()
        touched.update(row or ())
    count(database, touched)


def members(database: sqlite3.Connection, story: int) -> tuple[Member, ...]:
    """The articles of a story."""
    rows = database.execute(
        "SELECT article, story, score, reasons FROM member WHERE story = ? ORDER BY article", (story,)
    )
    return tuple(_member(row) for row in rows)


def member(database: sqlite3.Connection, article: int) -> Member | None:
    """The story of an article."""
    row = database.execute(
        "SELECT article, story, score, reasons FROM member WHERE article = ?", (article,)
    ).fetchone()
    return _member(row) if row else None


def _member(row: tuple[int, int, float, str]) -> Member:
    article, story, score, reasons = row
    return Member(article, story, score, tuple(json.loads(reasons)))


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
