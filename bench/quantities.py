"""Score the quantities of the reading against labelled news sentences.

    python bench/quantities.py GOLD.jsonl[.gz] [--errors] [--without-ones]

GOLD has a sentence a line: ``text`` and ``quantities`` with ``value`` (a range is ``a-b``), ``unit``,
``normalized_unit`` and ``change`` (one of ``= ~ up down > <``). Prints precision, recall and F1 of the
value alone, of value and unit, and of value and change, and the milliseconds a sentence takes.
Durations and ages count here, though the export leaves them to the moments. ``--without-ones`` leaves
out every quantity of exactly one that has no measure: "one of the best" is labelled in part of the gold.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tellings.reading import language
from tellings.reading.figures import Quantity, found
from tellings.reading.figures.changes import change
from tellings.reading.figures.counted import counted

SAME = {
    "percent": "percentage", "dollars": "dollar", "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "CNY": "chinese yuan",
    "HKD": "hong kong dollar", "JPY": "japanese yen", "¥": "japanese yen", "MYR": "malaysian ringgit", "ILS": "shekel", "INR": "indian rupee",
    "miles": "mile", "mph": "mile per hour", "km/h": "kilometre per hour", "km": "kilometre", "m": "metre", "cm": "centimetre",
    "mm": "millimetre", "micrometres": "micrometre", "nm": "nanometre", "feet": "foot", "inches": "inch", "yards": "yard", "hp": "horsepower", "rpm": "revolutions per minute",
    "lb-ft": "pound-foot", "l": "litre", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GWh": "gigawatt hour", "Nm": "newton metre",
    "GB": "gigabyte", "Hz": "hertz", "GHz": "gigahertz", "dB": "decibel", "mAh": "milliampere-hour", "mg": "milligram", "kg": "kilogram",
    "times": "count", "share": "%", "square m": "square metre", "ppb": "parts-per-billion", "ppm": "part per million", "mpg": "mile per gallon",
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
    options = {argument for argument in sys.argv[1:] if argument.startswith("--")}
    paths = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    if len(paths) != 1:
        sys.exit(__doc__)
    rows = [json.loads(line) for line in lines(paths[0])]
    model = language.load()
    model("Warm.")
    begun = time.perf_counter()
    docs = list(model.pipe(row["text"].replace("’", "'").replace("–", "-") for row in rows))
    parsed = time.perf_counter()
    predicted = [[as_row(doc, quantity) for quantity in found(doc)] for doc in docs]
    done = time.perf_counter()
    expected = [[gold_row(quantity) for quantity in row["quantities"]] for row in rows]
    if "--without-ones" in options:
        predicted, expected = without_ones(predicted), without_ones(expected)
    if "--errors" in options:
        show(rows, predicted, expected)
    report("value", predicted, expected, lambda *_: True)
    report("value and unit", predicted, expected, lambda a, b: units_agree(a.unit, b.unit))
    report("value and change", predicted, expected, lambda a, b: a.change == b.change)
    report("all three", predicted, expected, lambda a, b: a.change == b.change and units_agree(a.unit, b.unit))
    print(
        f"ms a sentence: {1000 * (done - begun) / len(rows):.2f}, of it the parse {1000 * (parsed - begun) / len(rows):.2f}"
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


def as_row(doc: object, quantity: Quantity) -> Row:
    """What was found, in the gold's terms."""
    value = (
        (quantity.low, quantity.high) if quantity.low is not None and quantity.high is not None else (quantity.value,)
    )
    unit = unit_name(quantity)
    about = counted(doc, quantity, found(doc))  # type: ignore[arg-type]
    if unit is None:
        unit = about.phrase.lemma_.lower() if about.phrase is not None else "-"
    told = change(doc.text, quantity.start, quantity.end, quantity.unit)  # type: ignore[attr-defined]
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
    hits = sum(len(matches(p, e, agree)) for p, e in zip(predicted, expected, strict=True))
    found_all, gold_all = sum(map(len, predicted)), sum(map(len, expected))
    precision, recall = hits / max(1, found_all), hits / max(1, gold_all)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{label}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({hits} of {found_all} found, {gold_all} in the gold)"
    )


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
