"""The gold of figures: draws stretches for readers by eye, compares two readers, makes the gold, scores the reading.

    python bench/figures.py sheet ../shared/data/stories SHEET.jsonl [--seed N] [--stretches N]
    python bench/figures.py agree READER1.jsonl READER2.jsonl [--differences]
    python bench/figures.py gold ../shared/data/stories SHEET.jsonl READER1.jsonl READER2.jsonl DECIDED.jsonl GOLD.jsonl
    python bench/figures.py score ../shared/data/stories GOLD.jsonl [--part dev|check|learn|hold] [--misses] [--peer]

``--peer`` scores ``quantulum3`` too, on the same stretches, without its classifier of units (its pickle loads with no
scikit-learn of today).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from attribution_reading import article
from figure_gold import FIELDS, agreement, build, said_alike
from figure_score import Score, by_part, check_text, score, score_peer
from figure_sheet import draw, sheet
from tellings.reading import Reader
from tellings.values import Article, Published

Row = dict[str, Any]


def labelled(folder: Path) -> tuple[dict[str, Row], list[Row]]:
    """The labelled articles of the shared stories by id, and the stories."""
    with gzip.open(folder / "dev_labelled.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines)}
    return articles, json.loads((folder / "dev_stories.json").read_text(encoding="utf-8"))


def rows(path: Path) -> list[Row]:
    """The lines of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, found: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")


def _notes(path: Path) -> dict[str, Row]:
    return {row["id"]: row for row in rows(path)}


def _sheet(options: argparse.Namespace) -> None:
    articles, stories = labelled(options.folder)
    _write(options.out, sheet(articles, list(draw(articles, stories, seed=options.seed, stretches=options.stretches))))


def _agree(options: argparse.Namespace) -> None:
    first, second = _notes(options.first), _notes(options.second)
    print("\n".join(agreement(first, second)))
    for name in (name for name in first if options.differences and name in second):
        one, other = first[name], second[name]
        if ("no" in one) != ("no" in other):
            print(name, "|", one.get("no", "figure"), "|", other.get("no", "figure"))
        elif "no" not in one and (wrong := [field for field in FIELDS if not said_alike(field, one, other)]):
            print(name, "|", *(f"{field}: {one.get(field)} / {other.get(field)}" for field in wrong))


def _gold(options: argparse.Namespace) -> None:
    """What both readers say, and what was decided where they differ; every second story is to check by."""
    articles, _ = labelled(options.folder)
    first, second, decided = _notes(options.first), _notes(options.second), _notes(options.decided)
    open_ = [name for name in first if name not in decided and not _same(first[name], second[name])]
    if open_:
        raise SystemExit(f"{options.decided}: nothing decided for {', '.join(open_)}")
    drawn = rows(options.sheet)
    stories = sorted({stretch["story"] for stretch in drawn})
    parts = {story: ("dev", "check")[number % 2] for number, story in enumerate(stories)}
    _write(options.out, build(drawn, {**first, **decided}, articles, parts))


def _same(first: Row, second: Row) -> bool:
    if "no" in first or "no" in second:
        return "no" in first and "no" in second
    return all(said_alike(field, first, second) for field in FIELDS)


def _score(options: argparse.Namespace) -> None:
    archive, _ = labelled(options.folder)
    gold = by_part(rows(options.gold), options.part)
    for row in gold:
        check_text(row, archive, hashlib.sha256(archive[row["article"]]["text"].encode()).hexdigest())
    total = Score()
    for row, reading in zip(gold, Reader().read_all(as_article(archive[row["article"]]) for row in gold), strict=True):
        score(reading, row, total)
    if options.misses:
        print("\n".join(total.misses))
    print("\n".join(["tellings", *total.lines()]))
    if options.peer:
        from quantulum3 import classifier, parser  # noqa: PLC0415  # a peer, loaded where it is asked for

        classifier.USE_CLF = False

        peer = Score()
        for row in gold:
            score_peer(archive[row["article"]]["text"], row, peer, parser.parse)
        print("\n".join(["quantulum3", *peer.lines(("value", "unit"))]))


def as_article(row: Row) -> Article:
    """An article of the archive with its day of print."""
    day = row["date"]
    return replace(article(row), published=Published(day, day, "given") if day else None)


def main() -> None:
    """One subcommand a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    made = steps.add_parser("sheet", help="draw stretches and write the sheet for a reader")
    made.add_argument("folder", type=Path)
    made.add_argument("out", type=Path)
    made.add_argument("--seed", type=int, default=20261122)
    made.add_argument("--stretches", type=int, default=165)
    compared = steps.add_parser("agree", help="how far two readers agree")
    compared.add_argument("first", type=Path)
    compared.add_argument("second", type=Path)
    compared.add_argument("--differences", action="store_true")
    gold = steps.add_parser("gold", help="make the gold of two readers' notes and what was decided")
    for name in ("folder", "sheet", "first", "second", "decided", "out"):
        gold.add_argument(name, type=Path)
    scored = steps.add_parser("score", help="score the reading against the gold")
    scored.add_argument("folder", type=Path)
    scored.add_argument("gold", type=Path)
    scored.add_argument("--part", choices=("dev", "check", "learn", "hold"))
    scored.add_argument("--misses", action="store_true")
    scored.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    {"sheet": _sheet, "agree": _agree, "gold": _gold, "score": _score}[options.step](options)


if __name__ == "__main__":
    main()
