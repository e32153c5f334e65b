"""Measures how pairs of figures are related: pairs made by a seeded editor, and real ones that were read by eye.

    python bench/relations.py [--pairs N] [--seed N] [--real ../shared/data/stories] [--part dev|check] [--misses]

Every made pair is two small invented articles that print one figure each, in different sentences. The editor chooses
what is counted, where, and how the second figure differs (``figure_editor.py``). A real pair is two figures of two
articles of one story, by offsets (``gold/figure_pairs.jsonl``); the whole articles are read, linked and compared.

Prints for every relation how many pairs were given it, and precision and recall of conflict. Exit status 1 where
conflict is below 0.95 precision or 0.85 recall.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from figure_editor import LEADS, Made, pairs
from figure_pairs import real_pairs
from tellings import run
from tellings.values import Article, Block, Known, Published, Span

LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85
CLASHES = frozenset({"conflict", "another year"})


@dataclass(frozen=True)
class Judged:
    """A pair as labelled, the relations that the house gives it, and how a miss is shown; ``part`` of the real pairs."""

    relation: str
    given: frozenset[str]
    shown: str
    part: str = "made"

    @property
    def right(self) -> bool:
        """Whether the relation is given, and nothing else; of a part and a whole both articles may print the whole."""
        if self.relation == "other":  # of things apart: nothing may be said but that they are
            return not self.given - APART
        return self.given == {self.relation} or (
            self.relation == "part and whole" and self.given == {self.relation, "same value"}
        )


APART = frozenset({"different place", "different period", "different definition", "part and whole"})


def article(number: int, made: tuple[str, date, str], lead: str) -> Article:
    """An invented article of a few sentences."""
    outlet, day, sentence = made
    text = f"{sentence} {lead}"
    return Article(
        file=f"{number}.txt",
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block("body", Span(0, len(text))),),
        outlet=Known(outlet, "given"),
        published=Published(day.isoformat(), day.isoformat(), "given"),
    )


def given(made: Made, number: int) -> frozenset[str]:
    """The relations that the house gives to figures of the two articles."""
    articles = [
        article(place, each, " ".join(LEADS[(number + 2 * place + step) % len(LEADS)] for step in (0, 1)))
        for place, each in enumerate((made.first, made.second))
    ]
    told = run.tell(articles)
    return frozenset(
        row.relation
        for row in told.comparisons
        if row.relation is not None and len({telling.article for telling in row.tellings}) > 1
    )


def _made(count: int, seed: int) -> Iterator[Judged]:
    for number, made in enumerate(pairs(count, seed)):
        shown = f"{made.first[2]} | {made.second[2]} (+{(made.second[1] - made.first[1]).days})"
        yield Judged(made.relation, given(made, number), shown)


def conflicts(judged: list[Judged]) -> tuple[int, int, int]:
    """Of conflict: how many pairs are called one, how many of these are one, how many there are."""
    called = [each for each in judged if each.given & CLASHES]
    return (
        len(called),
        sum(each.relation in CLASHES for each in called),
        sum(each.relation in CLASHES for each in judged),
    )


def report(judged: list[Judged], *, misses: bool) -> tuple[float, float]:
    """Prints the counts by relation; gives precision and recall of conflict."""
    if misses:
        for each in judged:
            if not each.right:
                print(f"{each.relation}: given {', '.join(sorted(each.given)) or 'nothing'}: {each.shown}")
    right, all_of = Counter(each.relation for each in judged if each.right), Counter(each.relation for each in judged)
    for name, total in all_of.items():
        print(f"{name:30} {right[name]}/{total}")
    called, hits, wanted = conflicts(judged)
    precision, recall = hits / called if called else 1.0, hits / wanted if wanted else 1.0
    print(f"conflict: precision {precision:.3f} ({hits}/{called}), recall {recall:.3f} ({hits}/{wanted})")
    return precision, recall


def main() -> None:
    """Made pairs, real pairs where their articles are named, and both together."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=int, default=168)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--real", type=Path, help="the folder of the real stories")
    parser.add_argument("--part", choices=("dev", "check", "blind"), help="only this part of the real pairs")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    judged = list(_made(args.pairs, args.seed))
    figures = report(judged, misses=args.misses)
    if args.real:
        print("real pairs")
        real = [Judged(*row) for row in real_pairs(args.real, args.part)]
        known = [each for each in real if each.part != "blind"]
        report(known, misses=args.misses)
        print("real pairs, blind")
        report([each for each in real if each.part == "blind"], misses=False)
        print("made and real, without the blind")
        report([*judged, *known], misses=False)
        print("made and real")
        figures = report([*judged, *real], misses=False)
    raise SystemExit(figures[0] < LEAST_PRECISION or figures[1] < LEAST_RECALL)


if __name__ == "__main__":
    main()
