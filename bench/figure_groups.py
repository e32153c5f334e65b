"""Measures which figures of a story are brought together, and which conflicts are told, on stories that were read whole.

    python bench/figure_groups.py bench/gold/figure_groups.jsonl ../shared/data/stories [--part learn] [--misses]

The gold (``gold/README.md``) gives for every story the numbers that its readers were asked about, the groups of those
that are of one thing in one state, and pairs that are of one thing and not compatible, or hardly of one. Two figures of
two articles are rightly brought together where one group holds both, or where they are a conflict, an update or a
revision of one another; of numbers that no reader was asked about nothing is judged. A conflict told is right where
the gold has one between two of its numbers; each conflict of the gold is wanted once.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from typing import Any

from figures import as_article, labelled, rows
from tellings import run
from tellings.run import Told
from tellings.values import Article, Telling

Row = dict[str, Any]
Place = tuple[str, int]
"""An article's id, and where a number begins in its text."""
Pair = frozenset[Place]

ONE_THING = frozenset({"conflict", "update", "revised"})
"""Relations of two numbers of one thing that are not compatible."""


@dataclass(frozen=True)
class Gold:
    """A story as read: its numbers, the pairs of one thing, and by relation each thing told, with all pairs that tell it."""

    story: str
    numbers: dict[str, list[tuple[int, int]]]
    together: frozenset[Pair]
    joined: frozenset[Pair]
    told: tuple[tuple[str, frozenset[Pair]], ...]
    open: frozenset[Pair]

    @staticmethod
    def of(row: Row) -> Gold:
        """The gold of one line."""
        names = [article["article"] for article in row["articles"]]
        groups = [[(names[article], at) for article, at in group] for group in row["groups"]]
        mates: dict[Place, set[Place]] = {}
        for group in groups:
            for place in group:
                mates.setdefault(place, set()).update(group)
        told: dict[tuple[str, frozenset[Pair]], None] = {}
        for one, other, relation in row["pairs"]:
            sides = [(names[article], at) for article, at in (one, other)]
            own, others = (sorted(mates.get(side, set()) | {side}) for side in sides)
            told[relation, frozenset(_across(product(own, others)))] = None
        together = frozenset(pair for group in groups for pair in _across(combinations(group, 2)))
        clashing = frozenset(pair for relation, pairs in told if relation in ONE_THING for pair in pairs)
        unclear = frozenset(pair for relation, pairs in told if relation == "unclear" for pair in pairs)
        return Gold(
            row["story"],
            {article["article"]: [(start, end) for start, end in article["numbers"]] for article in row["articles"]},
            together,
            together | clashing,
            tuple(_merged(told)),
            unclear,
        )

    def place(self, article: str, start: int, end: int) -> Place | None:
        """The number that a stretch of an article holds, as the readers were asked about it."""
        return next(((article, at) for at, last in self.numbers[article] if at < end and start < last), None)


def _across(pairs: Iterable[tuple[Place, Place]]) -> Iterator[Pair]:
    return (frozenset(pair) for pair in pairs if pair[0][0] != pair[1][0])


def _merged(told: Iterable[tuple[str, frozenset[Pair]]]) -> list[tuple[str, frozenset[Pair]]]:
    """Each thing told once: pair lines of the same two groups, one for each two outlets, are one."""
    found: list[tuple[str, frozenset[Pair]]] = []
    for relation, pairs in told:
        if not any(relation == known and pairs & others for known, others in found):
            found.append((relation, pairs))
    return found


@dataclass
class Score:
    """Counts over all stories, and the misses as lines."""

    linked: Counter[str] = field(default_factory=Counter)
    called: Counter[str] = field(default_factory=Counter)
    relations: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """What is printed."""
        for name, counts in (("brought together", self.linked), ("conflicts", self.called)):
            given, right, wanted, found = (counts[key] for key in ("given", "right", "wanted", "found"))
            yield (
                f"{name}: precision {right / max(given, 1):.3f} ({right}/{given}), "
                f"recall {found / max(wanted, 1):.3f} ({found}/{wanted})"
            )
        for relation in sorted({relation for relation, _ in self.relations}):
            yield f"  {relation:22} told so {self.relations[relation, 'told']}/{self.relations[relation, 'all']}"


def score(gold: Gold, told: Told, total: Score) -> None:
    """Add one story."""
    claimed: set[Pair] = set()
    for claim in told.story.figure_claims:
        places = [_figure_place(gold, told, article, figure) for article, figure in claim.figures]
        claimed.update(_across(combinations([place for place in places if place is not None], 2)))
    claimed -= gold.open
    total.linked.update(
        given=len(claimed), right=len(claimed & gold.joined),
        wanted=len(gold.joined), found=len(claimed & gold.joined),
    )  # fmt: skip
    show = _Show(told)
    total.misses += [
        f"{gold.story} together wrongly: {show(pair)}" for pair in sorted(map(sorted, claimed - gold.joined))
    ]
    total.misses += [f"{gold.story} not together: {show(pair)}" for pair in sorted(map(sorted, gold.joined - claimed))]
    _score_relations(gold, told, total, show)


def _score_relations(gold: Gold, told: Told, total: Score, show: _Show) -> None:
    given: dict[str, list[frozenset[Pair]]] = {}
    for comparison in told.comparisons:
        places = [_telling_place(gold, told, telling) for telling in comparison.tellings]
        pairs = frozenset(_across(combinations([place for place in places if place is not None], 2)))
        if comparison.relation is not None and pairs and not pairs <= gold.open:
            given.setdefault(comparison.relation, []).append(pairs)
    wanted = [pairs for relation, pairs in gold.told if relation == "conflict"]
    every = frozenset(pair for pairs in wanted for pair in pairs)
    for pairs in given.get("conflict", []):
        total.called.update(given=1, right=bool(pairs & every))
        if not pairs & every:
            total.misses.append(f"{gold.story} conflict wrongly: {show(min(pairs, key=sorted))}")
    for relation, pairs in gold.told:
        hit = any(pairs & others for others in given.get(relation, []))
        total.relations.update({(relation, "all"): 1, (relation, "told"): hit})
        if relation == "conflict":
            total.called.update(wanted=1, found=hit)
        if not hit:
            total.misses.append(f"{gold.story} {relation} not told: {show(min(pairs, key=sorted))}")


def _figure_place(gold: Gold, told: Told, article: int, figure: int) -> Place | None:
    reading = told.story.readings[article]
    number = reading.figures[figure].number
    return gold.place(reading.article.file, number.start, number.end)


def _telling_place(gold: Gold, told: Told, telling: Telling) -> Place | None:
    reading = told.story.readings[telling.article]
    figure = next((one for one in reading.figures if one.span == telling.span), None)
    return gold.place(reading.article.file, figure.number.start, figure.number.end) if figure else None


class _Show:
    """Two numbers in the words around them."""

    def __init__(self, told: Told) -> None:
        self._text = {reading.article.file: reading.article.text for reading in told.story.readings}

    def __call__(self, pair: Iterable[Place]) -> str:
        return " || ".join(self._around(*place) for place in sorted(pair))

    def _around(self, article: str, start: int) -> str:
        text = self._text[article]
        return " ".join(
            f"{text[max(0, start - 110) : start]}[{text[start : start + 8]}]{text[start + 8 : start + 80]}".split()
        )


def gold_of(path: Path, part: str | None = None) -> list[Gold]:
    """The gold of a file."""
    return [Gold.of(row) for row in rows(path) if part in {None, row["part"]}]


def articles_of(path: Path, folder: Path, part: str | None = None) -> dict[str, list[Article]]:
    """The articles of every story. Raises ``SystemExit`` where one is not there as it was read."""
    archive, _ = labelled(folder)
    found: dict[str, list[Article]] = {}
    for row in rows(path):
        for side in row["articles"] if part in {None, row["part"]} else ():
            text = archive[side["article"]]["text"] if side["article"] in archive else ""
            if side["digest"] != f"sha256:{hashlib.sha256(text.encode()).hexdigest()}":
                raise SystemExit(f"{side['article']}: not in the archive, or another text than the one that was read")
            found.setdefault(row["story"], []).append(as_article(archive[side["article"]]))
    return found


def measure(golds: Iterable[Gold], told: Callable[[str], Told]) -> Score:
    """The score of all stories; ``told`` gives what the house tells of one."""
    total = Score()
    for gold in golds:
        score(gold, told(gold.story), total)
    return total


def main() -> None:
    """Read, link and compare every story of the gold, and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path, help="the folder of the real stories")
    parser.add_argument("--part")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    articles = articles_of(args.gold, args.folder, args.part)
    total = measure(gold_of(args.gold, args.part), lambda story: run.tell(articles[story]))
    if args.misses:
        print("\n".join(total.misses))
    print("\n".join(total.lines()))


if __name__ == "__main__":
    main()
