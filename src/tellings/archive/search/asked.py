"""What a user types, as a ``Query``: words first, then fields, each up to the next; what is one word by nature ends with it.

``bridge "old gates" outlet:The Wendle Post from:2031-05`` looks for articles with
the word and the two words together; ``speaker:Nora Feld about:gates`` for what
she said of gates. Words are matched by their stems, without case and accents.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from tellings.archive.values import LineKind, Query
from tellings.errors import ArchiveError

FIELDS = ("outlet", "from", "to", "speaker", "about", "entity", "story", "kind")
_FIELD = re.compile(rf"(?:^|(?<=\s))({'|'.join(FIELDS)}):", re.IGNORECASE)
_ONE_WORD = {"from", "to", "story", "kind"}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_STORY = re.compile(r"s?(\d+)", re.IGNORECASE)
_ARTICLE = re.compile(r"a?(\d+)", re.IGNORECASE)
_PIECE = re.compile(r'"([^"]*)"|(\S+)')


def asked(text: str, query: Query | None = None) -> Query:
    """The query that a line of words and fields asks. Raises ``ArchiveError`` for a field that cannot be."""
    query = query or Query()
    words, *rest = _FIELD.split(text)
    query = replace(query, words=" ".join(part for part in (query.words, words.strip()) if part))
    for name, value in zip(map(str.lower, rest[::2]), map(str.strip, rest[1::2]), strict=True):
        told, _, more = value.partition(" ") if name in _ONE_WORD else (value.strip('"'), "", "")
        query = _with(query, name, told)
        query = replace(query, words=f"{query.words} {more}".strip())
    return query


def _with(query: Query, name: str, value: str) -> Query:
    if not value:
        raise ArchiveError(f"{name}: nothing is named; write {name}:SOMETHING")
    if name in {"from", "to"}:
        return replace(query, first=day(value)) if name == "from" else replace(query, last=day(value))
    if name == "story":
        return replace(query, story=story(value))
    if name == "kind":
        return replace(query, kind=kind(value))
    if name == "about":
        return replace(query, words=f"{query.words} {value}".strip(), kind="quote")
    if name == "speaker" and query.kind == "article":
        query = replace(query, kind="quote")
    fields: dict[str, Any] = {name: value}
    return replace(query, **fields)


def day(value: str) -> str:
    """An ISO day, month or year. Raises ``ArchiveError``."""
    whole = value + "-01-01"[len(value) - 4 :] if _DAY.fullmatch(value) else value
    try:
        date.fromisoformat(whole)
    except ValueError as error:
        raise ArchiveError(f"{value!r} is no day; write 2024-05-14, 2024-05 or 2024") from error
    return value


def story(value: str) -> int:
    """The number of a story: "s12" or "12". Raises ``ArchiveError``."""
    found = _STORY.fullmatch(value)
    if found is None:
        raise ArchiveError(f"{value!r} is no story; 'tellings stories' lists them: s12")
    return int(found[1])


def article(value: str) -> int:
    """The number of an article: "a34" or "34". Raises ``ArchiveError``."""
    found = _ARTICLE.fullmatch(value)
    if found is None:
        raise ArchiveError(f"{value!r} is no article; 'tellings search' finds them: a34")
    return int(found[1])


def kind(value: str) -> LineKind:
    """A kind of line. Raises ``ArchiveError``."""
    for known in get_args(LineKind):
        if value.lower() == known:
            found: LineKind = known
            return found
    raise ArchiveError(f"{value!r} is no kind of line; choose one of {', '.join(get_args(LineKind))}")


def expression(words: str) -> str:
    """Words as SQLite's full-text search takes them: all of them, those in double quotation marks side by side.

    Empty where there is no letter or digit in them.
    """
    pieces = [(quoted or word).replace('"', " ") for quoted, word in _PIECE.findall(words)]
    return " ".join(f'"{piece}"' for piece in pieces if any(sign.isalnum() for sign in piece))
