"""Marks the blocks of extracted news texts and writes what is not body, for a scorer of cleaning.

python bench/cleaning.py GOLD.jsonl PREDICTIONS.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tellings.intake import blocks


def removed(text: str) -> Iterator[dict[str, object]]:
    """The stretches that are not body."""
    for block in blocks.mark(text):
        if block.kind != "body":
            yield {"start": block.span.start, "end": block.span.end, "label": block.kind}


def main(gold: str, predictions: str) -> None:
    """Read the gold's texts (its labels are not looked at) and write one line for each."""
    with Path(gold).open(encoding="utf-8") as lines, Path(predictions).open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            print(json.dumps({"id": row["id"], "remove": list(removed(row["text"]))}), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
