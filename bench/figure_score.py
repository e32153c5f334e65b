"""The reading's figures, and a peer's, against the gold: value, unit, counted head, period, claimant, bound, change.

Of all figures of the gold: one that is not found is wrong in every field. Precision counts what is called a figure
inside the stretches that were read and is none there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from figure_gold import FIELDS, same_number
from tellings.values import Figure, Reading, Span

Row = dict[str, Any]


@dataclass
class Score:
    """Counts of one reader of figures: right by field, of the gold's figures; and figures that are none."""

    gold: int = 0
    found: int = 0
    extra: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    misses: list[str] = field(default_factory=list)

    def lines(self, fields: Sequence[str] = FIELDS) -> Iterator[str]:
        """The figures in lines, by field: of all of the gold, and of those found with the right value."""
        valued = self.right["value"]
        precision, recall = self.found / max(1, self.found + self.extra), self.found / max(1, self.gold)
        yield f"figures of the gold: {self.gold}; found {self.found} ({recall:.3f}), besides {self.extra} that are none (precision {precision:.3f})"
        for name in fields:
            hits = self.right[name]
            yield f"{name}: {hits}/{self.gold} ({hits / max(1, self.gold):.3f}), of those with the right value {hits / max(1, valued):.3f}"


def score(reading: Reading, row: Row, total: Score) -> None:
    """Adds one article."""
    stretches = [Span(*stretch) for stretch in row["stretches"]]
    left = [figure for figure in reading.figures if any(stretch.covers(figure.number) for stretch in stretches)]
    for gold in row["figures"]:
        total.gold += 1
        ours = next((figure for figure in left if figure.number.overlaps(Span(*gold["at"]))), None)
        if ours is None:
            total.misses.append(_shown(reading, gold, None, ["not found"]))
            continue
        left.remove(ours)
        total.found += 1
        wrong = [name for name in FIELDS if not _right(reading, ours, gold, name)]
        for name in FIELDS:
            total.right[name] += name not in wrong and "value" not in wrong
        if wrong:
            total.misses.append(_shown(reading, gold, ours, wrong))
    total.extra += len(left)
    total.misses += [_shown(reading, {"at": [f.number.start, f.number.end]}, f, ["none in the gold"]) for f in left]


def _right(reading: Reading, ours: Figure, gold: Row, name: str) -> bool:
    if name == "value":
        return valued(gold, ours.value, ours.low, ours.high)
    if name == "unit":
        return ours.unit == gold.get("unit")
    if name == "head":
        return _one_of(gold["heads"], ours.head, lambda span: same_noun(ours.head or "", span.of(reading.article.text)))
    if name == "period":
        moment = None if ours.moment is None else reading.moments[ours.moment].span
        return _one_of(gold["periods"], moment, lambda span: moment is not None and moment.overlaps(span))
    if name == "claimant":
        words = claimants(reading, ours)
        return _one_of(gold["claimants"], words, lambda span: any(own.overlaps(span) for own in words))
    return bool(getattr(ours, name) == gold[name])


def _one_of(allowed: Sequence[list[int] | None], given: object, fits: Callable[[Span], bool]) -> bool:
    """Whether what is given fits one of the spans allowed, or is none where none is right."""
    if not given:
        return not allowed or None in allowed
    return any(place is not None and fits(Span(*place)) for place in allowed)


def valued(gold: Row, value: float, low: float | None = None, high: float | None = None) -> bool:
    """Whether a value is the gold's; a range needs both ends, and a vague plural may be told by its least."""
    if gold.get("low") is not None:
        return same_number(low, gold["low"]) and same_number(high, gold["high"])
    return same_number(value, gold["value"])


def same_noun(lemma: str, printed: str) -> bool:
    """Whether a lemma is that of a printed noun; of a compound with a hyphen the last part decides."""
    one, other = (re.split(r"[-–]", word.lower().replace("’", "'").removesuffix("'s"))[-1] for word in (lemma, printed))
    return one == other or _stem(one) == _stem(other) or {one, other} in _IRREGULAR


_IRREGULAR = [
    {"person", "people"},
    {"child", "children"},
    {"man", "men"},
    {"woman", "women"},
    {"foot", "feet"},
    {"life", "lives"},
    {"mp", "mps"},
    {"criterion", "criteria"},
]


def _stem(word: str) -> str:
    for ending in ("ies", "y", "sses", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            if ending == "sses":
                return word.removesuffix("es")
            return word.removesuffix(ending)
    return word


def claimants(reading: Reading, figure: Figure) -> list[Span]:
    """The places of all words for whoever is said to claim a figure: the source words, and the speaker's mentions."""
    if figure.quotation is None:
        return [] if figure.cited is None else [figure.cited]
    quotation = reading.quotations[figure.quotation]
    chain = next((chain for chain in reading.chains if quotation.speaker in chain.mentions), None)
    positions = chain.mentions if chain else () if quotation.speaker is None else (quotation.speaker,)
    return [*quotation.source, *(reading.mentions[position].span for position in positions)]


def _shown(reading: Reading, gold: Row, ours: Figure | None, wrong: Sequence[str]) -> str:
    """A miss with its place and what was said of it; it prints the text around, for the screen alone."""
    text, (start, end) = reading.article.text, gold["at"]
    around = " ".join(f"{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 90]}".split())
    said = ""
    if ours is not None:
        period = None if ours.moment is None else reading.moments[ours.moment].span.of(text)
        source = [span.of(text) for span in claimants(reading, ours)][:2]
        low = "" if ours.low is None else f" {ours.low:g}-{ours.high:g}"
        said = f"{ours.value:g}{low} {ours.unit} {ours.bound} {ours.change} | {ours.head} | {period} | {source}"
    wanted = {key: gold.get(key) for key in ("value", "low", "high", "unit", "bound", "change") if gold.get(key)}
    for key in ("heads", "periods", "claimants"):
        wanted[key] = [place and text[place[0] : place[1]] for place in gold.get(key, ())]
    return f"{', '.join(wrong)}: {reading.article.file} {around}\n    ours: {said}\n    gold: {wanted}"


def score_peer(text: str, row: Row, total: Score, parse: Callable[[str], list[Any]]) -> None:
    """Adds one article as ``quantulum3`` reads it: its values and units alone."""
    for start, end in row["stretches"]:
        found = [(q.value, q.unit.name, q.span[0] + start, q.span[1] + start) for q in parse(text[start:end])]
        for gold in (each for each in row["figures"] if start <= each["at"][0] < end):
            total.gold += 1
            place = Span(*gold["at"])
            ours = next((each for each in found if place.overlaps(Span(each[2], each[3]))), None)
            if ours is None:
                continue
            found.remove(ours)
            total.found += 1
            middle = (gold["low"] + gold["high"]) / 2 if gold.get("low") is not None else gold["value"]
            if same_number(ours[0], middle) or same_number(ours[0], gold["value"]):
                total.right["value"] += 1
                total.right["unit"] += _peer_unit(ours[1]) == gold.get("unit")
        total.extra += len(found)


_PEER = {"dimensionless": None, "percentage": "percent", "dollar": "dollars", "euro": "EUR", "pound sterling": "GBP",
         "mile": "miles", "inch": "inches", "kilometre": "km", "mile per hour": "mph", "kilometre per hour": "km/h",
         "degree fahrenheit": "fahrenheit", "degree celsius": "celsius", "cent": "cents", "day": "days",
         "percentage point": "percentage points"}  # fmt: skip
"""The peer's names of units that stand in the gold; it has none for shares and "times"."""


def _peer_unit(name: str) -> str | None:
    return _PEER.get(name, name)


def by_part(rows: Sequence[Row], part: str | None) -> list[Row]:
    """The articles of one part of the gold, or all."""
    return [row for row in rows if part in {None, row["part"]}]


def check_text(row: Row, articles: Mapping[str, Row], digest: str) -> None:
    """Raises ``SystemExit`` where the text is another than the one that was read."""
    if row["article"] not in articles or row["digest"] != f"sha256:{digest}":
        raise SystemExit(f"article {row['article']}: not in the archive, or another text than the one that was read")
