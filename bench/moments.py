"""Score the moments on a gold of time expressions (TempEval-3 as JSON Lines).

    python bench/moments.py GOLD.jsonl.gz [--write PREDICTED.jsonl] [--errors]

Prints the figures of task A (strict, relaxed, type, value) and the time per
word. ``--errors`` lists what was missed, made up or valued otherwise.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

from tellings.reading.moments import find


def load(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"start": found.first, "end": found.last, "type": found.kind, "value": found.value, "rule": found.rule}
        for found in find(document["text"], anchor=document["created"][:10])
    ]


def pairs(gold: list[dict[str, Any]], guess: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Overlapping expressions: equal spans first, then the largest overlap, each used once."""
    candidates = sorted(
        ((g["start"], g["end"]) != (p["start"], p["end"]), -overlap, g["start"], p["start"], i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(guess)
        if (overlap := min(g["end"], p["end"]) - max(g["start"], p["start"])) > 0
    )
    left, right, found = set(), set(), []
    for *_, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((gold[i], guess[j]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--part", type=int, choices=(0, 1), help="one half of the documents, by digest")
    options = parser.parse_args()
    documents = [document for path in options.gold for document in load(path)]
    if options.part is not None:
        documents = [d for d in documents if zlib.crc32(d["doc"].encode()) % 2 == options.part]
    find("Wednesday", anchor=None)
    started = time.process_time()
    guesses = [predict(document) for document in documents]
    seconds = time.process_time() - started
    each: list[Counter[str]] = []
    for document, guess in zip(documents, guesses, strict=True):
        matched = pairs(document["timexes"], guess)
        each.append(Counter(gold=len(document["timexes"]), predicted=len(guess), relaxed=len(matched)))
        for gold, found in matched:
            each[-1]["strict"] += (gold["start"], gold["end"]) == (found["start"], found["end"])
            each[-1]["type"] += gold["type"] == found["type"]
            each[-1]["value"] += gold["value"] == found["value"]
        if options.errors:
            report(document, guess, matched)
    counts: Counter[str] = sum(each, Counter())
    for name in ("strict", "relaxed", "type", "value"):
        precision, recall = counts[name] / counts["predicted"], counts[name] / counts["gold"]
        low, high = interval(name, each)
        print(f"{name:8} P {precision:.3f}  R {recall:.3f}  F1 {f1(name, [counts]):.3f} [{low:.3f}, {high:.3f}]")
    words = sum(len(document["text"].split()) for document in documents)
    print(f"{words} words, {1000 * seconds / words:.4f} ms of CPU a word")
    if options.write:
        rows = ({"doc": d["doc"], "timexes": g} for d, g in zip(documents, guesses, strict=True))
        options.write.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def f1(name: str, each: list[Counter[str]]) -> float:
    return 2 * sum(c[name] for c in each) / max(1, sum(c["predicted"] + c["gold"] for c in each))


def interval(name: str, each: list[Counter[str]], rounds: int = 1000) -> tuple[float, float]:
    """The 95 % interval of F1 by drawing the documents again (seeded bootstrap)."""
    draw = random.Random(0)
    values = sorted(f1(name, draw.choices(each, k=len(each))) for _ in range(rounds))
    return values[rounds // 40], values[-rounds // 40 - 1]


def report(
    document: dict[str, Any], guess: list[dict[str, Any]], matched: list[tuple[dict[str, Any], dict[str, Any]]]
) -> None:
    text, seen = document["text"], [id(value) for pair in matched for value in pair]

    def show(what: str, row: dict[str, Any], more: str = "") -> None:
        around = (
            text[max(0, row["start"] - 45) : row["start"]]
            + "["
            + text[row["start"] : row["end"]]
            + "]"
            + text[row["end"] : row["end"] + 20]
        )
        print(
            f"{what:6} {document['created'][:10]} {row['type']} {row['value']:14} {more:28} {' '.join(around.split())}"
        )

    for row in document["timexes"]:
        if id(row) not in seen:
            show("MISSED", row)
    for row in guess:
        if id(row) not in seen:
            show("EXTRA", row, row["rule"])
    for gold, found in matched:
        if gold["value"] != found["value"]:
            show("VALUE", gold, f"{found['value']} {found['rule']} {text[found['start'] : found['end']]!r}")


if __name__ == "__main__":
    main()
