"""The queries themselves. First the places in order, then, for those alone that are shown, their words.

Only the newest revision of an article is found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tellings.archive.search import passages
from tellings.archive.search.asked import expression
from tellings.archive.values import Hit, Query
from tellings.errors import ArchiveError
from tellings.values import Span

_NAMED = (
    "SELECT id FROM name JOIN (SELECT rowid AS found FROM name_words WHERE name_words MATCH :{})"
    " ON id = found OR same_as = found"
)
_ARTICLE = """
SELECT revision.id AS id, {score} AS score
FROM {source} CROSS JOIN revision ON revision.id = {revision} CROSS JOIN article ON article.id = revision.article
WHERE article.newest = revision.id {where} ORDER BY {order} LIMIT :limit
"""
_LINE = """
SELECT line.id AS id, {score} AS score
FROM {source} CROSS JOIN revision ON revision.id = line.revision CROSS JOIN article ON article.id = revision.article
WHERE article.newest = revision.id {where} ORDER BY {order} LIMIT :limit
"""
_BEST = "SELECT id, score FROM ({}) ORDER BY score DESC, id DESC LIMIT :best"
MOST = 4_000
"""Matches that are ranked, the latest kept: of a word that more hold, to rank all would take longer than it tells."""
_LATEST = "revision.first_day DESC, revision.id DESC"


def find(database: sqlite3.Connection, query: Query) -> tuple[Hit, ...]:
    """What a query finds by words and filters, the best first. Raises ``ArchiveError`` where it asks for nothing."""
    words = expression(query.words)
    if query.words.strip() and not words:
        raise ArchiveError(f"there is no word in {query.words!r}")
    if not words and not _filters(query):
        raise ArchiveError("nothing is asked for; name words, or a field such as outlet:NAME")
    if query.kind == "article":
        return tuple(article(database, row, words) for row in articles(database, query, words))
    if query.kind == "headline":
        return tuple(_headline(database, row, words) for row in articles(database, query, words))
    return tuple(_line(database, row, words, query) for row in _lines(database, query, words))


def names(database: sqlite3.Connection, words: str, *, limit: int) -> tuple[str, ...]:
    """The names with all of these words, those of most articles first."""
    asked = expression(words)
    if not asked:
        return ()
    rows = database.execute(
        "SELECT name.name FROM name_words JOIN name ON name.id = name_words.rowid JOIN naming ON naming.name = name.id"
        " WHERE name_words MATCH ? GROUP BY name.name ORDER BY count(*) DESC, name.name LIMIT ?",
        (asked, limit),
    )
    return tuple(row[0] for row in rows)


def _filters(query: Query) -> str:
    """The conditions on the article that a query sets."""
    conditions = {
        "revision.outlet = :outlet COLLATE NOCASE": query.outlet,
        "revision.last_day >= :first": query.first,
        "revision.first_day <= :last": query.last,
        "article.id IN (SELECT article FROM member WHERE story = :story)": query.story,
        f"revision.id IN (SELECT revision FROM naming WHERE name IN ({_NAMED.format('entity')}))": query.entity,
    }
    if query.kind in {"quote", "figure", "event"}:
        conditions[f"line.speaker IN ({_NAMED.format('speaker')})"] = query.speaker
    elif query.speaker:
        spoken = f"SELECT revision FROM line WHERE kind = 'quote' AND speaker IN ({_NAMED.format('speaker')})"
        conditions[f"revision.id IN ({spoken})"] = query.speaker
    return "".join(f" AND {condition}" for condition, value in conditions.items() if value is not None)


def _values(query: Query, words: str) -> dict[str, Any]:
    return {
        "words": f"{{title}} : ({words})" if query.kind == "headline" else words,
        "outlet": query.outlet,
        "first": query.first,
        "last": query.last and query.last + "~",  # "2024-05~" is behind every day of that month
        "story": query.story,
        "kind": query.kind,
        "speaker": query.speaker and expression(query.speaker),
        "entity": query.entity and expression(query.entity),
        "limit": query.limit,
    }


def allowed(database: sqlite3.Connection, query: Query, revisions: Sequence[int]) -> frozenset[int]:
    """Those of the revisions that are the newest of their articles, and of which holds what a query asks of an article."""
    marks = ", ".join(map(str, revisions))
    statement = _ARTICLE.format(
        score="0.0",
        source="content",
        revision="content.revision",
        where=f"{_filters(query)} AND revision.id IN ({marks})",
        order="revision.id",
    )
    rows = database.execute(statement, {**_values(query, ""), "limit": -1})
    return frozenset(row[0] for row in rows)


def articles(database: sqlite3.Connection, query: Query, words: str) -> list[tuple[int, float]]:
    """The revisions that a query finds with their scores; ``words`` as ``expression`` gives them."""
    if words:
        where = f"{_filters(query)} AND article_words MATCH :words"
        source = {"source": "article_words", "revision": "article_words.rowid"}
        statement = _ARTICLE.format(score="-rank", where=where, order="article_words.rowid DESC", **source)
        return _ranked(database, statement, query, words)
    where = _filters(query) + (" AND content.title <> ''" if query.kind == "headline" else "")
    statement = _ARTICLE.format(score="0.0", source="content", revision="content.revision", where=where, order=_LATEST)
    return database.execute(statement, _values(query, words)).fetchall()


def _lines(database: sqlite3.Connection, query: Query, words: str) -> list[tuple[int, float]]:
    where = f" AND line.kind = :kind{_filters(query)}"
    if words:
        source = "line_words CROSS JOIN line ON line.id = line_words.rowid"
        where += " AND line_words MATCH :words"
        statement = _LINE.format(score="-rank", source=source, where=where, order="line_words.rowid DESC")
        return _ranked(database, statement, query, words)
    statement = _LINE.format(score="0.0", source="line", where=where, order=f"{_LATEST}, line.position")
    return database.execute(statement, _values(query, words)).fetchall()


def _ranked(database: sqlite3.Connection, statement: str, query: Query, words: str) -> list[tuple[int, float]]:
    """The best of the latest matches."""
    values = {**_values(query, words), "best": query.limit, "limit": MOST}
    return database.execute(_BEST.format(statement), values).fetchall()


_ABOUT = (
    "revision.article, revision.outlet, nullif(revision.title, ''), revision.first_day, member.story, revision.file,"
    " revision.record"
)
_FROM = "JOIN revision ON revision.id = {} LEFT JOIN member ON member.article = revision.article"


def article(database: sqlite3.Connection, row: tuple[int, float], words: str) -> Hit:
    """The hit of a revision: its best passage."""
    number, score = row
    about = database.execute(
        f"SELECT {_ABOUT}, text FROM content {_FROM.format('content.revision')} WHERE content.revision = ?", (number,)
    ).fetchone()
    text: str = about[-1]
    found: Sequence[Span] = ()
    if words:
        marked = database.execute(
            "SELECT highlight(article_words, 1, ?, ?) FROM article_words WHERE rowid = ? AND article_words MATCH ?",
            (passages.OPEN, passages.CLOSE, number, words),
        ).fetchone()[0]
        found = passages.matches(marked, text)
    span = passages.best(text, found)
    return _hit(about, score, span, text, tuple(match for match in found if span.covers(match)))


def _headline(database: sqlite3.Connection, row: tuple[int, float], words: str) -> Hit:
    """A headline stands in the text, or is known from elsewhere: then its place is that of the article's beginning."""
    number, score = row
    about = database.execute(
        f"SELECT {_ABOUT}, content.title, text FROM content {_FROM.format('content.revision')}"
        " WHERE content.revision = ?",
        (number,),
    ).fetchone()
    title, text = about[-2:]
    start = text.find(title)
    span = Span(start, start + len(title)) if start >= 0 else passages.best(text, ())
    found: tuple[Span, ...] = ()
    if words and start >= 0:
        marked = database.execute(
            "SELECT highlight(article_words, 0, ?, ?) FROM article_words WHERE rowid = ? AND article_words MATCH ?",
            (passages.OPEN, passages.CLOSE, number, words),
        ).fetchone()[0]
        found = tuple(Span(start + m.start, start + m.end) for m in passages.matches(marked, title))
    return replace(_hit(about, score, span, text, found), kind="headline")


def _line(database: sqlite3.Connection, row: tuple[int, float], words: str, query: Query) -> Hit:
    number, score = row
    about = database.execute(
        f'SELECT {_ABOUT}, line.start, line."end", name.name, quote.certainty, quote.cue, text FROM line'
        f" {_FROM.format('line.revision')} JOIN content ON content.revision = line.revision"
        " LEFT JOIN name AS printed ON printed.id = line.speaker"
        " LEFT JOIN name ON name.id = coalesce(printed.same_as, printed.id) LEFT JOIN quote ON quote.line = line.id WHERE line.id = ?",
        (number,),
    ).fetchone()
    *_, start, end, speaker, certainty, cue, text = about
    span = Span(start, end)
    found: tuple[Span, ...] = ()
    if words:
        marked = database.execute(
            "SELECT highlight(line_words, 0, ?, ?) FROM line_words WHERE rowid = ? AND line_words MATCH ?",
            (passages.OPEN, passages.CLOSE, number, words),
        ).fetchone()[0]
        found = tuple(Span(start + m.start, start + m.end) for m in passages.matches(marked, span.of(text)))
    hit = _hit(about, score, span, text, found)
    return replace(hit, kind=query.kind, speaker=speaker, certainty=certainty, cue=cue)


def _hit(about: Sequence[Any], score: float, span: Span, text: str, found: tuple[Span, ...]) -> Hit:
    article, outlet, title, day, story, file, record = about[:7]
    return Hit(
        article=article,
        kind="article",
        span=span,
        text=span.of(text),
        matches=found,
        score=score,
        outlet=outlet,
        title=title,
        day=day,
        story=story,
        file=file,
        record=record,
    )
