"""Score the quantities of the reading against labelled news sentences.

    python bench/quantities.py GOLD.jsonl[.gz] [--errors] [--without-ones] [--part 0|1]

GOLD has a sentence a line: ``text`` and ``quantities`` with ``value`` (a range is ``a-b``), ``unit``,
``normalized_unit`` and ``change`` (one of ``= ~ up down > <``). Prints precision, recall and F1 of the
value alone, of value and unit, and of value and change, and the milliseconds a sentence takes.
A change that only a noun tells ("a 19% drop") is "=" in the gold and is scored so, though it is a change to us; a move
"from A to B" is one range in the gold and two levels to us, and is scored as the range; "A or B" is two numbers in the
gold and a range to us, and is scored as the two.
Durations and ages count here, though the export leaves them to the moments. ``--without-ones`` leaves
out every quantity of exactly one that has no measure: "one of the best" is labelled in part of the gold.
``--part 0`` or ``--part 1`` takes one half of the sentences (by digest), so that errors can be read on
one half and a change be checked on the other.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from tellings.reading import language
from tellings.reading.figures import Quantity, found
from tellings.reading.figures.carried import all_counted
from tellings.reading.figures.changes import by_noun, change
from tellings.reading.figures.counted import Counted

SAME = {
    "percent": "percentage", "dollars": "dollar", "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "CNY": "chinese yuan",
    "HKD": "hong kong dollar", "JPY": "japanese yen", "¥": "japanese yen", "MYR": "malaysian ringgit", "ILS": "shekel", "INR": "indian rupee",
    "miles": "mile", "mph": "mile per hour", "km/h": "kilometre per hour", "km": "kilometre", "m": "metre", "cm": "centimetre",
    "mm": "millimetre", "micrometres": "micrometre", "nm": "nanometre", "feet": "foot", "inches": "inch", "yards": "yard", "hp": "horsepower", "rpm": "revolutions per minute",
    "lb-ft": "pound-foot", "l": "litre", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GWh": "gigawatt hour", "Nm": "newton metre",
    "GB": "gigabyte", "Hz": "hertz", "GHz": "gigahertz", "dB": "decibel", "mAh": "milliampere-hour", "mg": "milligram", "kg": "kilogram",
    "times": "count", "share": "%", "square m": "square metre", "ksi": "kilopound per square inch", "ppb": "parts-per-billion", "ppm": "part per million", "mpg": "mile per gallon",
    "m/s": "metre per second", "pounds": "pound-mass", "cubic feet": "cubic foot", "pence": "point", "volts": "volt", "MPa": "megapascal", "points": "point",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One quantity, of the gold or found: the value in one spelling, the unit in one spelling, the change."""

    value: tuple[float, ...]
    unit: str
    change: str


def main() -> None:
    """Read the gold, find the quantities, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--without-ones", action="store_true")
    parser.add_argument("--part", type=int, choices=(0, 1))
    options = parser.parse_args()
    rows = [json.loads(line) for line in lines(options.gold)]
    if options.part is not None:
        rows = [row for row in rows if zlib.crc32(row["text"].encode()) % 2 == options.part]
    model = language.load()
    model("Warm.")
    begun = time.process_time()
    docs = list(model.pipe(row["text"].replace("’", "'").replace("–", "-") for row in rows))
    parsed = time.process_time()
    predicted = [as_rows(doc) for doc in docs]
    done = time.process_time()
    expected = [[gold_row(quantity) for quantity in row["quantities"]] for row in rows]
    if options.without_ones:
        predicted, expected = without_ones(predicted), without_ones(expected)
    if options.errors:
        show(rows, predicted, expected)
    report("value", predicted, expected, lambda *_: True)
    report("value and unit", predicted, expected, lambda a, b: units_agree(a.unit, b.unit))
    report("value and change", predicted, expected, lambda a, b: a.change == b.change)
    report("all three", predicted, expected, lambda a, b: a.change == b.change and units_agree(a.unit, b.unit))
    print(
        f"ms of CPU a sentence: {1000 * (done - parsed) / len(rows):.2f}, beside the parse's {1000 * (parsed - begun) / len(rows):.2f}"
    )


def lines(path: Path) -> list[str]:
    """The lines of a file, gzipped or plain."""
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").splitlines()


def gold_row(quantity: dict[str, str]) -> Row:
    """A row of the gold; a range "a-b" is two numbers."""
    text = str(quantity["value"]).replace(" ", "")
    parts = re.fullmatch(r"(-?[\d.]+(?:E-?\d+)?)-(-?[\d.]+)", text)
    value = tuple(sorted(float(part) for part in parts.groups())) if parts else (float(text),)
    return Row(value, quantity["normalized_unit"], quantity["change"])


def as_rows(doc: Doc) -> list[Row]:
    """What was found in a sentence, in the gold's terms."""
    quantities = found(doc)
    told = all_counted(doc, quantities)
    rows = [as_row(doc, quantity, quantities, about) for quantity, about in zip(quantities, told, strict=True)]
    return list(as_moves(doc.text, quantities, rows))


_FROM = re.compile(r"\b(?:from|between)(?: (?:about|around|up to|just|nearly))? ?[^\w\s]?$", re.IGNORECASE)
_TO = re.compile(r"[^.,;]{0,40}\b(?:up )?to\b(?: (?:about|around|just|nearly))? ?")


def as_moves(text: str, quantities: list[Quantity], rows: list[Row]) -> Iterator[Row]:
    """The rows with every move "from A to B" as one range and every "A or B" as two numbers, as the gold has them."""
    skipped = -1
    for place, (quantity, row) in enumerate(zip(quantities, rows, strict=True)):
        following = quantities[place + 1] if place + 1 < len(quantities) else None
        if place == skipped:
            continue
        source = _FROM.search(text, max(0, quantity.start - 16), quantity.start)
        moves = following is not None and _TO.fullmatch(text, quantity.end, following.start)
        if source and following is not None and moves and len(row.value) == len(rows[place + 1].value) == 1:
            other = rows[place + 1]
            skipped = place + 1
            yield Row(tuple(sorted((row.value[0], other.value[0]))), other.unit if other.unit != "-" else row.unit, "=")
        elif len(row.value) > 1 and " or " in text[quantity.number : quantity.number_end]:
            yield from (Row((value,), row.unit, row.change) for value in row.value)
        else:
            yield row


def as_row(doc: Doc, quantity: Quantity, others: list[Quantity], about: Counted) -> Row:
    """One quantity in the gold's terms."""
    value = (
        (quantity.low, quantity.high) if quantity.low is not None and quantity.high is not None else (quantity.value,)
    )
    unit = unit_name(quantity)
    if unit is None:
        unit = about.phrase.lemma_.lower() if about.phrase is not None else "-"
    told = "level" if by_noun(doc.text, quantity, others) else change(doc.text, quantity, others)
    sign = {"about": "~", "more than": ">", "at least": ">", "less than": "<", "at most": "<", "exact": "="}[
        quantity.bound
    ]
    sign = "=" if quantity.form == "vague" else sign
    return Row(value, unit, {"rise": "up", "fall": "down", "level": "="}[told] if sign == "=" else sign)


def unit_name(quantity: Quantity) -> str | None:
    """The gold's name for a unit; none where things are counted."""
    if quantity.sort == "age":
        return f"{(quantity.unit or 'years').removesuffix('s')} of age"
    if quantity.unit is None:
        return None
    head, _, per = quantity.unit.partition(" per ")
    name = SAME.get(head, head.removesuffix("s"))
    return f"{name} per {per}" if per else name


def units_agree(ours: str, theirs: str) -> bool:
    """Whether two units are the same; of counted things the last noun decides."""
    ours, theirs = ours.lower(), theirs.lower()
    if ours == theirs or (ours == "%" and theirs.startswith("%")):
        return True
    stems = [unit.split() or ["-"] for unit in (ours, theirs)]
    return bool({stem(word) for word in stems[0]} & {stem(stems[1][-1])}) or (
        stem(stems[0][-1]) in {stem(w) for w in stems[1]}
    )


def stem(word: str) -> str:
    """A word without its plural."""
    return word.removesuffix("s")


def without_ones(rows: list[list[Row]]) -> list[list[Row]]:
    """The rows without any that counts a single thing."""
    return [[row for row in sentence if row.value != (1.0,) or "percent" in row.unit] for sentence in rows]


def close(a: Row, b: Row) -> bool:
    """Whether two values are the same."""
    return len(a.value) == len(b.value) and all(
        abs(x - y) <= 1e-4 * max(1.0, abs(y)) for x, y in zip(a.value, b.value, strict=True)
    )


def matches(predicted: list[Row], expected: list[Row], agree: object) -> list[tuple[Row, Row]]:
    """Each found quantity with one of the gold, at most once."""
    left, found_pairs = list(expected), []
    for row in predicted:
        hits = [gold for gold in left if close(row, gold) and agree(row, gold)]  # type: ignore[operator]
        if hits:
            left.remove(hits[0])
            found_pairs.append((row, hits[0]))
    return found_pairs


def report(label: str, predicted: list[list[Row]], expected: list[list[Row]], agree: object) -> None:
    """One line of precision, recall and F1."""
    counts = [(len(matches(p, e, agree)), len(p), len(e)) for p, e in zip(predicted, expected, strict=True)]
    hits, found_all, gold_all = (sum(column) for column in zip(*counts, strict=True))
    low, high = interval(counts)
    print(
        f"{label}: P {hits / max(1, found_all):.3f} R {hits / max(1, gold_all):.3f} F1 {f1(counts):.3f} "
        f"[{low:.3f}, {high:.3f}] ({hits} of {found_all} found, {gold_all} in the gold)"
    )


def f1(counts: list[tuple[int, int, int]]) -> float:
    """F1 of counts (right, found, in the gold)."""
    right, found_all, gold_all = (sum(column) for column in zip(*counts, strict=True))
    return float(2 * right / max(1, found_all + gold_all))


def interval(counts: list[tuple[int, int, int]], rounds: int = 1000) -> tuple[float, float]:
    """The 95 % interval of F1 by drawing the sentences again (seeded bootstrap)."""
    draw = random.Random(0)
    values = sorted(f1(draw.choices(counts, k=len(counts))) for _ in range(rounds))
    return values[rounds // 40], values[-rounds // 40 - 1]


def show(rows: list[dict[str, str]], predicted: list[list[Row]], expected: list[list[Row]]) -> None:
    """Every sentence where something is missed or made up."""
    for row, p, e in zip(rows, predicted, expected, strict=True):
        good = matches(p, e, lambda a, b: a.change == b.change and units_agree(a.unit, b.unit))
        missed, extra = list(e), list(p)
        for ours, theirs in good:
            missed.remove(theirs)
            extra.remove(ours)
        if missed or extra:
            print(row["text"])
            for label, left in (("missed", missed), ("extra", extra)):
                for item in left:
                    print(f"    {label}: {item}")


if __name__ == "__main__":
    main()
