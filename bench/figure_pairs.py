"""Real pairs of figures that were read by eye, and the relations that the house gives them.

``gold/figure_pairs.jsonl`` holds a pair a line: the story, for each of the two its article's id, the digest of its
text and the offsets of its number, the relation, and the part (``dev`` and ``check``, whose misses were read, and ``blind``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from figures import as_article, labelled, rows
from tellings import run
from tellings.run import Told

GOLD = Path(__file__).with_name("gold") / "figure_pairs.jsonl"
Row = dict[str, Any]
Place = tuple[str, int]
"""An article's id, and where a number begins in its text."""


def real_pairs(folder: Path, part: str | None = None) -> Iterator[tuple[str, frozenset[str], str, str]]:
    """Of every pair the relation read, the relations given, how to show it, and its part. Raises ``SystemExit`` on another text."""
    archive, _ = labelled(folder)
    wanted = [row for row in rows(GOLD) if part in {None, row["part"]}]
    stories: dict[str, list[Row]] = {}
    for row in wanted:
        stories.setdefault(row["story"], []).append(row)
    for story, own in sorted(stories.items()):
        names = sorted({side["article"] for row in own for side in (row["one"], row["other"])})
        for row in own:
            for side in (row["one"], row["other"]):
                check(side, archive)
        found = given(run.tell([as_article(archive[name]) for name in names]))
        for row in own:
            pair = frozenset((side["article"], side["at"][0]) for side in (row["one"], row["other"]))
            shown = f"{story}: " + " | ".join(
                _around(archive[side["article"]]["text"], side["at"]) for side in (row["one"], row["other"])
            )
            yield row["relation"], frozenset(found.get(pair, ())), shown, row["part"]


def check(side: Row, archive: dict[str, Row]) -> None:
    """Raises ``SystemExit`` where an article is not in the archive, or has another text than the one that was read."""
    text = archive[side["article"]]["text"] if side["article"] in archive else ""
    if side["digest"] != f"sha256:{hashlib.sha256(text.encode()).hexdigest()}":
        raise SystemExit(f"article {side['article']}: not in the archive, or another text than the one that was read")


def given(told: Told) -> dict[frozenset[Place], set[str]]:
    """The relations of every two figures that a comparison sets side by side."""
    found: dict[frozenset[Place], set[str]] = {}
    for comparison in told.comparisons:
        places = {
            (told.story.readings[telling.article].article.file, figure.number.start)
            for telling in comparison.tellings
            for figure in told.story.readings[telling.article].figures
            if telling.span.covers(figure.number)
        }
        for pair in combinations(sorted(places), 2):
            if comparison.relation is not None:
                found.setdefault(frozenset(pair), set()).add(comparison.relation)
    return found


def _around(text: str, at: list[int]) -> str:
    start, end = at
    return " ".join(f"{text[max(0, start - 80) : start]}[{text[start:end]}]{text[end : end + 60]}".split())
