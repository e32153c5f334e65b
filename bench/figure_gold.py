"""From two readers' notes to the gold: how far they agree, and offsets of what both say or what was decided.

A note is a line a number of the sheet: why it is no figure (``no``), or what it claims. Words are turned into offsets
(code points of the article's text), so that the gold holds no text. Where the readers differ, a third file decides;
it may allow several answers (``head``, ``period`` and ``claimant`` as lists, ``null`` among them for none).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]
FIELDS = ("value", "unit", "bound", "change", "head", "period", "claimant")
WORDS = {"head": "heads", "period": "periods", "claimant": "claimants"}
BEFORE = "BEFORE"
"""What a reader writes for a source whose words stand before the stretch; decided by its words and ``^``."""


def agreement(first: Mapping[str, Row], second: Mapping[str, Row]) -> Iterator[str]:
    """A line a field: in how many of the numbers that both call figures the readers say the same."""
    both = [name for name in first if name in second]
    figures = [name for name in both if "no" not in first[name] and "no" not in second[name]]
    alike = sum(("no" in first[name]) == ("no" in second[name]) for name in both)
    yield f"a figure or not: {alike}/{len(both)} ({alike / max(1, len(both)):.3f}), kappa {_kappa(first, second, both):.3f}"
    for field in FIELDS:
        same = sum(said_alike(field, first[name], second[name]) for name in figures)
        yield f"{field}: {same}/{len(figures)} ({same / max(1, len(figures)):.3f})"


def _kappa(first: Mapping[str, Row], second: Mapping[str, Row], names: Sequence[str]) -> float:
    """Cohen's kappa of figure or not."""
    total = max(1, len(names))
    seen = sum(("no" in first[name]) == ("no" in second[name]) for name in names) / total
    shares = [sum("no" in notes[name] for name in names) / total for notes in (first, second)]
    chance = shares[0] * shares[1] + (1 - shares[0]) * (1 - shares[1])
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def said_alike(field: str, first: Row, second: Row) -> bool:
    """Whether two notes of one figure say the same; of words, whether one is a part of the other."""
    if field == "value":
        ends = [(note["value"], note.get("low"), note.get("high")) for note in (first, second)]
        return all(same_number(a, b) for a, b in zip(*ends, strict=True))
    if field not in WORDS:
        return first.get(field) == second.get(field)
    one, other = (_plain(note.get(field)) for note in (first, second))
    if not one or not other:
        return one == other
    return one in other or other in one


def same_number(one: float | None, other: float | None) -> bool:
    """Whether two values are the same, to three places."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 2e-3 * max(abs(one), abs(other))


def _plain(words: str | None) -> str:
    return re.sub(r"^(?:the|a|an|in|on|since|of) ", "", (words or "").lower()).strip(" .,'’\"“”")


def build(
    sheet: Sequence[Row], notes: Mapping[str, Row], articles: Mapping[str, Row], parts: Mapping[str, str]
) -> Iterator[Row]:
    """A row an article: its digest, the stretches read, the figures and what is none, by offsets alone."""
    stretches: dict[str, list[Row]] = {}
    for stretch in sheet:
        stretches.setdefault(stretch["article"], []).append(stretch)
    for name, own in sorted(stretches.items()):
        text = articles[name]["text"]
        numbers = [(stretch, number, notes[number["id"]]) for stretch in own for number in stretch["numbers"]]
        yield {
            "article": name,
            "digest": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
            "part": parts[own[0]["story"]],
            "stretches": [[stretch["start"], stretch["end"]] for stretch in own],
            "figures": [_figure(text, stretch, number, note) for stretch, number, note in numbers if "no" not in note],
            "none": [
                {"at": _place(stretch, number), "why": note["no"]} for stretch, number, note in numbers if "no" in note
            ],
        }


def _place(stretch: Row, number: Row) -> list[int]:
    start = stretch["start"] + number["at"]
    return [start, start + len(number["printed"])]


def _figure(text: str, stretch: Row, number: Row, note: Row) -> Row:
    at = _place(stretch, number)
    row: Row = {"at": at, "value": note["value"]}
    row |= {key: note[key] for key in ("low", "high", "unit") if note.get(key) is not None}
    row |= {"bound": note["bound"], "change": note["change"]}
    for field, key in WORDS.items():
        said = note.get(field)
        allowed = said if isinstance(said, list) else [said] if said else []
        row[key] = [_found(text, stretch, at, words) if words else None for words in allowed]
    return row


def _found(text: str, stretch: Row, at: Sequence[int], words: str) -> list[int]:
    """The place of the words in the stretch that is nearest to the number; of words with ``^``, the last before it."""
    if words.startswith("^"):
        start = text.rindex(words[1:], 0, stretch["start"])
        return [start, start + len(words) - 1]
    places = [
        match.start()
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        if stretch["start"] <= match.start() < stretch["end"]
    ]
    if not places:
        raise SystemExit(f"{number_name(stretch, at)}: {words!r} does not stand in the stretch")
    start = min(places, key=lambda place: max(place - at[1], at[0] - place - len(words)))
    return [start, start + len(words)]


def number_name(stretch: Row, at: Sequence[int]) -> str:
    """How a message names a number of the sheet."""
    return f"{stretch['stretch']} at {at[0] - stretch['start']}"
