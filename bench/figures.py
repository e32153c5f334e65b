"""The gold of figures: draws stretches for readers by eye, compares two readers, makes the gold, scores the reading.

    python bench/figures.py sheet ../shared/data/stories SHEET.jsonl [--seed N] [--stretches N]
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

from figure_sheet import draw, sheet

Row = dict[str, Any]


def labelled(folder: Path) -> tuple[dict[str, Row], list[Row]]:
    """The labelled articles of the shared stories by id, and the stories."""
    with gzip.open(folder / "dev_labelled.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines)}
    return articles, json.loads((folder / "dev_stories.json").read_text(encoding="utf-8"))


def main() -> None:
    """One subcommand a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    made = steps.add_parser("sheet", help="draw stretches and write the sheet for a reader")
    made.add_argument("folder", type=Path)
    made.add_argument("out", type=Path)
    made.add_argument("--seed", type=int, default=20261122)
    made.add_argument("--stretches", type=int, default=165)
    options: Any = parser.parse_args()
    articles, stories = labelled(options.folder)
    drawn = list(draw(articles, stories, seed=options.seed, stretches=options.stretches))
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in sheet(articles, drawn)]
    options.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
