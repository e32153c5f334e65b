"""Whether an export holds together: every id once, every reference to a row that is there, every position in range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Row = Mapping[str, Any]

REFERENCES = frozenset(
    {
        "article",
        "articles",
        "speaker",
        "utterance",
        "quote",
        "figure",
        "first",  # of an origin; elsewhere it is a position
        "moment",
        "claim",
        "claimed_by",
        "entity",
        "participants",
    }
)
"""The fields that hold ids of other rows."""


def dangling(exported: Row) -> list[str]:
    """One line for each reference that leads nowhere, in the order of the export."""
    rows = [row for table in exported.values() if isinstance(table, list) for row in table if isinstance(row, Mapping)]
    ids = Counter(row["id"] for row in rows if "id" in row)
    twice = [f"{name}: the id stands for more than one row" for name, number in ids.items() if number > 1]
    headlines = {row["title"]["value"] for row in exported["articles"] if row["title"]}
    untold = [
        f"story {row['id']}: no article has its headline"
        for row in exported["stories"]
        if row["title"] is not None and row["title"] not in headlines
    ]
    torn = [
        f"quote {row['id']}: it has {len(row['content'])} stretches and words for {len(row['text'])}"
        for row in exported["quotes"]
        if len(row["content"]) != len(row["text"])
    ]
    apart = [
        f"utterance {row['id']}: there is no printing {part}, which is said to be a part of another"
        for row in exported["utterances"]
        for part in dict.fromkeys(part for telling in row["tellings"] for part in telling["parts"])
        if part >= len(row["tellings"])
    ]
    return [
        *twice,
        *untold,
        *torn,
        *apart,
        *(line for row in rows for line in _row(str(row.get("id", row.get("entity"))), row, ids)),
    ]


def _row(name: str, row: Row, ids: Mapping[str, int]) -> Iterator[str]:
    for key, value in row.items():
        values = value if isinstance(value, list) else [value]
        if key in REFERENCES:
            yield from (f"{name}: it refers to {found}, which is not there" for found in values if _missing(found, ids))
        for inner in values:
            if isinstance(inner, Mapping):
                yield from _row(name, inner, ids)
    for key in ("lead", "first"):
        if isinstance(row.get(key), int) and row[key] >= len(row.get("tellings", ())):
            yield f"{name}: its {key} printing is not there"


def _missing(found: object, ids: Mapping[str, int]) -> bool:
    return isinstance(found, str) and found not in ids
