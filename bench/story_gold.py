"""What an export holds of a story's gold made by hand: each measure with its hits, and what was missed.

Quotations, utterances, figures, events, comparisons and people, by places: a thing of the gold is found where characters of
the article meet it. ``score`` takes an export as ``tellings read`` writes it and a folder of gold.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from story_export import Export, Place, Row, likeness, meet, plain


@dataclass
class Measure:
    """How many of what the gold holds were found, and which were not.

    ``least`` is true where fewer is better: then ``hits`` counts mistakes and ``total`` is zero.
    """

    name: str
    hits: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)
    least: bool = False

    def count(self, ok: bool, miss: str) -> None:  # noqa: FBT001  # the outcome is the subject
        """One more row of the gold, found or missed."""
        self.total += 1
        self.hits += ok
        if not ok:
            self.misses.append(miss)

    def mistake(self, what: str) -> None:
        """One more thing that should not be."""
        self.least = True
        self.hits += 1
        self.misses.append(what)

    @property
    def value(self) -> float:
        """The share found; of mistakes, their number."""
        return float(self.hits) if self.least else self.hits / self.total if self.total else 1.0

    def __str__(self) -> str:
        return str(self.hits) if self.least else f"{self.hits}/{self.total}"


def quotes(export: Export, gold: list[Row]) -> Iterator[Measure]:
    """Quotations found by manner, how many that have marks are right, and the speakers of those found."""
    found = {manner: Measure(manner) for manner in ("direct", "mixed", "indirect")}
    right, wrong, open_ = Measure("speaker right"), Measure("speakers wrong", least=True), Measure("open", least=True)
    for row in gold:
        here = [q for q in export.data["quotes"] if export.article[q["article"]] == row["article"]]
        best = max(here, key=lambda q: likeness(q["content"], row["content"]), default=None)
        hit = best is not None and likeness(best["content"], row["content"]) >= 0.5
        label = f"{row['article']} {row['manner']} {' … '.join(row['text'])[:70]}"
        if row.get("optional"):
            continue
        found[row["manner"]].count(hit, label)
        if best is not None and hit:
            name = export.name.get(best["speaker"])
            ok = plain(name) in {plain(known) for known in row["speakers"]}
            right.count(ok, f"{label}: {name}, not {' or '.join(row['speakers'])} [{best['reason']}]")
            if name is None:
                open_.mistake(label)
            elif not ok:
                wrong.mistake(label)
    yield from found.values()
    yield precision(export, gold)
    yield from (right, wrong, open_)


def precision(export: Export, gold: list[Row]) -> Measure:
    """Of the quotations in marks, those that the gold knows, whole or as one of its pieces."""
    measure = Measure("marked precision")
    for quote in export.data["quotes"]:
        if quote["manner"] == "indirect":
            continue
        article = export.article[quote["article"]]
        known = [row["content"] for row in gold if row["article"] == article]
        pieces = known + [[piece] for content in known for piece in content]
        ok = any(likeness(quote["content"], piece) >= 0.5 for piece in pieces)
        measure.count(ok, f"{article} {' … '.join(quote['text'])[:90]}")
    return measure


def groups(name: str, found: list[list[Place]], gold: list[Row]) -> Iterator[Measure]:
    """Pairs of tellings in different articles that are held together, and pairs that wrongly are."""
    members = [
        (number, (row["article"], (row["span"][0], row["span"][1])), row["text"])
        for number, group in enumerate(gold)
        for row in group["tellings"]
    ]
    together = Measure(f"{name} together")
    wrongly = Measure(f"{name} wrongly together", least=True)
    for (one, first, words), (other, second, others) in combinations(members, 2):
        held = any(any(meet(p, first) for p in group) and any(meet(p, second) for p in group) for group in found)
        label = f"{first[0]} {words[:50]!r} + {second[0]} {others[:50]!r}"
        if one == other and first[0] != second[0]:
            together.count(held, label)
        elif one != other and held and not meet(first, second):
            wrongly.mistake(label)
    yield together
    yield wrongly


def utterances(export: Export, gold: list[Row]) -> Iterator[Measure]:
    yield from groups("utterances", [export.places(row["tellings"]) for row in export.data["utterances"]], gold)


def figures(export: Export, gold: list[Row]) -> Iterator[Measure]:
    """Figures found with their value, and how many of those found the gold knows."""
    found = [(export.place(row), float(row["value"]), row["text"]) for row in export.data["figures"]]
    recall, right = Measure("figures"), Measure("figures precision")
    for row in gold:
        if row.get("optional"):
            continue
        ok = any(meet(place, _place(row)) and _same(value, row["values"]) for place, value, _ in found)
        recall.count(ok, f"{row['article']} {row['text']!r}")
    for place, value, text in found:
        ok = any(meet(place, _place(row)) and _same(value, row["values"]) for row in gold)
        right.count(ok, f"{place[0]} {text!r} = {value:g}")
    yield recall
    yield right


def _place(row: Row) -> Place:
    return row["article"], (row["span"][0], row["span"][1])


def _same(value: float, values: list[float]) -> bool:
    return any(abs(value - known) <= 1e-6 * max(1.0, abs(known)) for known in values)


def events(export: Export, gold: list[Row]) -> Iterator[Measure]:
    """Events with their date at any telling, and tellings in different articles held as one."""
    dated = Measure("events dated")
    found = [(row["when"] or {}, export.places(row["tellings"])) for row in export.data["events"]]
    for row in gold:
        starts = [
            when.get("start") or ""
            for when, places in found
            if any(meet(place, _place(telling)) for place in places for telling in row["tellings"])
        ]
        ok = any(start.startswith(row["when"]) or start == row["exact"] for start in starts)
        dated.count(ok, f"{row['id']} {row['when']}, found {sorted(set(starts))}")
    yield dated
    yield from groups("events", [places for _, places in found], gold)


def comparisons(export: Export, gold: list[Row]) -> Iterator[Measure]:
    """Conflicts and updates found between the places of the gold, and pairs of them called the wrong one."""
    found = [(row["kind"], export.places(row["tellings"]), row) for row in export.data["comparisons"]]
    measure, wrong = Measure("conflicts and updates"), Measure("called the other", least=True)
    for row in gold:
        if row["kind"] not in ("conflict", "update"):
            continue
        places = [_place(telling) for telling in row["tellings"]]
        kinds = {kind for kind, here, _ in found if all(any(meet(place, p) for p in here) for place in places)}
        measure.count(row["kind"] in kinds, f"{row['kind']}: {row['about']}")
        if kinds & {"conflict", "update"} - {row["kind"]} and row["kind"] not in kinds:
            wrong.mistake(f"{row['about']}: {sorted(kinds)}")
    yield measure
    yield wrong
    yield unknown_conflicts(found, gold)


def unknown_conflicts(found: list[tuple[str, list[Place], Row]], gold: list[Row]) -> Measure:
    """Conflicts that the gold does not know: each is one too many."""
    measure = Measure("conflicts too many", least=True)
    known = [[_place(telling) for telling in row["tellings"]] for row in gold if row["kind"] == "conflict"]
    for kind, places, row in found:
        if kind == "conflict" and not any(all(any(meet(p, k) for p in places) for k in each) for each in known):
            measure.mistake(row["why"])
    return measure


def people(export: Export, gold: list[Row]) -> Iterator[Measure]:
    """People held as one entity in every article that names them, and entities left over under their names."""
    whole, split = Measure("people whole"), Measure("people split", least=True)
    persons = [row for row in export.data["entities"] if row["kind"] == "person"]
    surnames = [plain(row["name"]).split()[-1] for row in gold]
    for row in gold:
        names = {plain(name) for name in [row["name"], *row.get("also", [])]}
        surname = plain(row["name"]).split()[-1]
        same = [p for p in persons if surname in plain(p["name"]).split()]
        right = [p for p in same if plain(p["name"]) in names]
        seen = [{export.article[m["article"]] for m in p["mentions"]} for p in right]
        miss = f"{row['name']} in {row['articles']}, found {[(p['name'], len(p['mentions'])) for p in same]}"
        whole.count(any(set(row["articles"]) <= articles for articles in seen), miss)
        # every person of that surname may have an entity; what is left over is a split
        if surname == plain(row["name"]).split()[-1] and surnames.index(surname) == gold.index(row):
            for p in same[surnames.count(surname) :]:
                split.mistake(f"{p['name']} beside {row['name']}")
    yield whole
    yield split


MEASURES: dict[str, Callable[[Export, list[Row]], Iterator[Measure]]] = {
    "quotes": quotes,
    "utterances": utterances,
    "figures": figures,
    "events": events,
    "comparisons": comparisons,
    "entities": people,
}
"""What is measured against which file of the gold."""


def score(export: Row, gold: Path) -> list[Measure]:
    """All measures of one export against the gold in a folder."""
    asked = Export(export)
    return [
        measure
        for name, measures in MEASURES.items()
        for measure in measures(asked, json.loads((gold / f"{name}.json").read_text(encoding="utf-8")))
    ]
