"""What an export claims: which words stand at which place, and which stand somewhere in which articles.

Where the export gives a place alone, the words there are those of its own text
of the article; the proof holds them against the source all the same. A name,
a label or a headline has no place of its own, but must be printed somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

NAMES = {
    "articles": "article",
    "entities": "entity",
    "quotes": "quote",
    "utterances": "utterance",
    "moments": "moment",
    "figures": "figure",
    "figure_claims": "figure claim",
    "events": "event",
    "comparisons": "comparison",
    "origins": "origin",
    "stories": "story",
    "voices": "voice",
}
"""How one row of each list is called."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That certain words stand at a place of an article."""

    name: str
    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """That certain words are printed in one of several articles, white space aside."""

    name: str
    articles: tuple[str, ...]
    text: str


def claims(exported: Row) -> Iterator[Claim]:
    """Everything the export says to stand somewhere, row by row."""
    texts = {row["id"]: row["text"] for row in exported["articles"]}
    for table, rows in exported.items():
        if table not in NAMES:
            continue
        for row in rows:
            name = f"{NAMES[table]} {row.get('id', row.get('entity'))}"
            article = row["id"] if table == "articles" else row.get("article")
            yield from _row_claims(name, row, article, texts)
            if table == "utterances":
                yield from _edit_claims(name, row)


def _row_claims(name: str, row: Row, article: str | None, texts: Mapping[str, str]) -> Iterator[Claim]:
    """The claims of a row and of the rows inside it. Where only a place is given, the export's own text has its words."""
    if article is not None:
        yield from _own_claims(name, row, article, texts)
    for key, value in row.items():
        if key in {"edits", "warnings"}:
            continue
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping):
                yield from _row_claims(name, inner, inner.get("article", article), texts)


def _own_claims(name: str, row: Row, article: str, texts: Mapping[str, str]) -> Iterator[Claim]:
    known = texts.get(article, "")
    for key in ("span", "number"):
        if isinstance(row.get(key), list):
            start, end = row[key]
            printed = row.get("text") if key == "span" else None
            yield Claim(name, article, start, end, known[start:end] if printed is None else printed)
    for key in ("content", "cue", "source", "evidence"):
        printed_pieces: Sequence[str] | None = row.get("text") if key == "content" else None
        for index, (start, end) in enumerate(row.get(key, ())):
            if printed_pieces is None:
                yield Claim(name, article, start, end, known[start:end])
            else:
                piece = printed_pieces[index] if index < len(printed_pieces) else ""
                yield Claim(name, article, start, end, piece)


def _edit_claims(name: str, utterance: Row) -> Iterator[Claim]:
    """An edit or a warning stands in two articles: that of the leading printing, and that of its own."""
    tellings = utterance["tellings"]
    if utterance["lead"] >= len(tellings):
        return
    lead = tellings[utterance["lead"]]["article"]
    for telling in tellings:
        for edit in (*telling["edits"], *telling["warnings"]):
            if edit.get("source"):
                yield from _own_claims(name, edit["source"], edit["source"]["article"], {})
            for article, key in ((lead, "lead"), (telling["article"], "here")):
                if edit[key] is not None:
                    start, end = edit[key]
                    yield Claim(name, article, start, end, edit[f"{key}_text"] or "")


def printed(exported: Row) -> Iterator[Printed]:
    """Everything the export says in words of the articles without saying where."""
    for article in exported["articles"]:
        for key in ("outlet", "title", "byline"):
            if article[key] and article[key]["evidence"]:
                yield Printed(f"article {article['id']}, {key}", (article["id"],), article[key]["value"])
    for entity in exported["entities"]:
        articles = tuple(dict.fromkeys(mention["article"] for mention in entity["mentions"]))
        yield Printed(f"entity {entity['id']}, name", articles, entity["name"])
    for event in exported["events"]:
        articles = tuple(dict.fromkeys(telling["article"] for telling in event["tellings"]))
        yield Printed(f"event {event['id']}, label", articles, event["label"])
