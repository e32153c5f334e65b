"""Why a quotation is given to its speaker: the cue, the source words, and the mentions that lead from them to the name.

All of it is read out of the export, which holds every place with its words; nothing is worked out anew. So the reasons
that ``tellings why`` and the page print are the ones by which the reading and the linking decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tellings.errors import ExportError

Row = Mapping[str, Any]
Role = Literal["content", "cue", "source", "goes on from", "name", "mention"]

KNOWN = {
    "stated": "stated: the words that name the source are the name itself",
    "resolved": "resolved: the source is a pronoun or a description",
    "inferred": "inferred: there are no source words",
    "unknown": "unknown: it cannot be told who speaks",
}
_SHOWN = 3
"""Mentions shown between the name and the source."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Printed words that speak for the speaker: what they are, where they stand, and what was made of them.

    ``line`` counts from 1 in the text of the article; ``start`` and ``end`` are offsets into it.
    """

    role: Role
    article: str
    start: int
    end: int
    line: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons for the speaker of one quotation. ``left_out`` counts mentions that are not shown."""

    quote: str
    speaker: str | None
    certainty: str
    reason: str
    evidence: tuple[Evidence, ...]
    left_out: int = 0


def why(exported: Row, quote: str) -> Why:
    """The reasons for the speaker of a quotation. Raises ``ExportError`` where the export has none of that id."""
    row = next((row for row in exported["quotes"] if row["id"] == quote), None)
    if row is None:
        ids = [row["id"] for row in exported["quotes"]]
        there = f"its quotations are {ids[0]} to {ids[-1]}" if ids else "it has no quotation"
        raise ExportError(f"there is no quotation {quote!r} in this export: {there}")
    text = next(article["text"] for article in exported["articles"] if article["id"] == row["article"])
    own = [*_places(row, text, "content"), *_places(row, text, "cue"), *_places(row, text, "source")]
    sources = row["source"]
    if not sources and (before := _before(exported, row)) is not None:
        own += _places(before, text, "source", "goes on from")
        sources = before["source"]
    entity = next((entity for entity in exported["entities"] if entity["id"] == row["speaker"]), None)
    chain, left_out = _chain(exported, entity, row["article"], sources) if entity else ([], 0)
    name = entity["name"] if entity else None
    return Why(quote, name, row["certainty"], row["reason"], (*own, *chain), left_out)


def _places(
    quote: Row, text: str, role: Literal["content", "cue", "source"], shown: Role | None = None
) -> list[Evidence]:
    return [_evidence(shown or role, quote["article"], span, text) for span in quote[role]]


def _evidence(role: Role, article: str, span: Sequence[int], text: str, reason: str = "") -> Evidence:
    start, end = span
    return Evidence(role, article, start, end, text.count("\n", 0, start) + 1, text[start:end], reason)


def _before(exported: Row, quote: Row) -> Row | None:
    """The last quotation of the same speaker in the article that has source words: what this one goes on from."""
    earlier = [
        row
        for row in exported["quotes"]
        if row["article"] == quote["article"]
        and row["speaker"] == quote["speaker"] is not None
        and row["source"]
        and row["content"][0] < quote["content"][0]
    ]
    return earlier[-1] if earlier else None


def _chain(exported: Row, entity: Row, article: str, sources: Sequence[Sequence[int]]) -> tuple[list[Evidence], int]:
    """The mentions from the fullest name to the source: the name, then the last few before the source, and the source's own."""
    texts = {row["id"]: row["text"] for row in exported["articles"]}
    mentions = sorted(entity["mentions"], key=lambda row: (row["article"] != article, row["article"], row["span"]))
    here = [row for row in mentions if row["article"] == article]
    end = max((place[1] for place in sources), default=max((row["span"][1] for row in here), default=0))
    upto = [row for row in here if row["span"][1] <= end]
    full = next((row for row in (*here, *mentions) if entity["name"] in row["text"]), None)
    between = [row for row in upto if row is not full]
    shown = [*([full] if full else []), *between[-_SHOWN:]]
    return [_mention(row, texts, first=row is full) for row in shown], len(between) - len(between[-_SHOWN:])


def _mention(row: Row, texts: Mapping[str, str], *, first: bool) -> Evidence:
    return _evidence("name" if first else "mention", row["article"], row["span"], texts[row["article"]], row["reason"])


def lines(exported: Row, found: Why) -> Iterator[str]:
    """The reasons in words, a line each: what is told first, then every place with its line, offsets and words."""
    files = {row["id"]: row["file"] for row in exported["articles"]}
    home = found.evidence[0].article
    yield f"{found.quote} in {files[home]}"
    yield f"speaker    {found.speaker or 'not told'} ({KNOWN[found.certainty]})"
    yield f"reason     {found.reason}"
    for one in found.evidence:
        file = "" if one.article == home else f"{files[one.article]}, "
        because = f"  ({one.reason})" if one.reason else ""
        place = f"{file}line {one.line}, {one.start}-{one.end}:"
        yield f"{one.role:10} {place} {' '.join(one.text.split())}{because}"
    if found.left_out:
        yield f"           and {found.left_out:,} more mentions between"
