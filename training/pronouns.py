"""Learns the weights by which a "he" or "she" that says something is given a person, and writes them where coreference reads them.

    python training/pronouns.py bench/gold/pronouns.jsonl ARCHIVE.jsonl[.gz] [--folds 10] [--out FILE]

A softmax over the candidates and "none of them", by maximum likelihood with a small ridge. Each pronoun helps the
next, so the articles are resolved anew with what was learned, twice. ``--folds`` writes nothing: it learns on the other
articles each time and prints what is right, wrong and open by the least probability, of articles that were not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest import mock

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from attribution_reading import Row, article  # noqa: E402  # stands in bench/, beside the program that measures
from pronouns import gold, is_right  # noqa: E402
from tellings.reading import Reader  # noqa: E402
from tellings.reading.coreference import persons  # noqa: E402
from tellings.reading.coreference.gender import Gender  # noqa: E402
from tellings.reading.coreference.growing import Growing  # noqa: E402
from tellings.reading.coreference.places import Place  # noqa: E402
from tellings.reading.coreference.scene import Scene  # noqa: E402
from tellings.reading.document import Document  # noqa: E402
from tellings.reading.paragraphs import paragraphs  # noqa: E402
from tellings.values import Reading  # noqa: E402

OUT = ROOT / "src" / "tellings" / "reading" / "coreference" / "persons.json"
RIDGE = 1.0
ROUNDS = 2
START = {"named": 1.0, "nearest subject": 1.0, "of this paragraph": 1.0, persons.NONE: 0.0}
"""What the first round resolves by: no more than that the nearest person named as a subject is meant."""
LEAST = (0.0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7)


@dataclass(frozen=True, slots=True)
class Example:
    """One pronoun of the gold: what speaks for each candidate, and which of them are the one meant."""

    article: str
    rows: Sequence[Mapping[str, float]]
    right: Sequence[bool]


def prepared(pairs: Sequence[tuple[Row, Row]]) -> list[tuple[Row, Document, Reading]]:
    """Each article of the gold, parsed and read as far as coreference needs: that does not change from round to round."""
    reader = Reader()
    last = next(place for place, part in enumerate(reader.parts) if "chains" in part.gives)
    known = []
    for row, own in pairs:
        one = article(own)
        cut = paragraphs(one)
        document = Document(one, cut, tuple(reader.model.pipe(paragraph.plain for paragraph in cut)))
        reading = Reading(one)
        for part in reader.parts[:last]:
            reading = replace(reading, **part.read(document, reading))
        known.append((row, document, reading))
    return known


@dataclass(slots=True)
class Recorder:
    """Stands in for ``persons.resolve``: resolves as it does, and keeps what there was to choose from at the pronouns of the gold."""

    row: Row
    resolve: Callable[[Scene, Place, Gender], Growing | None]
    found: list[Example] = field(default_factory=list)

    def __call__(self, scene: Scene, place: Place, gender: Gender) -> Growing | None:
        """The person that the pronoun is resolved to."""
        pronoun = next((p for p in self.row["pronouns"] if p["pronoun"][0] == place.mention.span.start), None)
        if pronoun is not None:
            choice = persons.candidates(scene, place, gender)
            right = [is_right(pronoun, _mentions(scene, one.chain), scene.text) for one in choice]
            self.found.append(Example(self.row["article"], [one.features for one in choice], right))
        return self.resolve(scene, place, gender)


def examples(known: Sequence[tuple[Row, Document, Reading]], weights: Mapping[str, float]) -> Iterator[Example]:
    """What coreference, resolving by these weights, has to choose from at each pronoun of the gold."""
    part = next(part for part in Reader().parts if "chains" in part.gives)
    for row, document, reading in known:
        recorder = Recorder(row, persons.resolve)
        with (
            mock.patch.object(persons, "resolve", recorder),
            mock.patch.object(persons, "weights", return_value=weights),
        ):
            part.read(document, reading)
        yield from recorder.found


def _mentions(scene: Scene, chain: Growing) -> Iterator[tuple[object, str]]:
    for member in chain.members:
        mention = scene.by_position[member].mention
        yield mention.span, mention.form


def learn(given: Sequence[Example]) -> dict[str, float]:
    """The weights under which the persons meant are likeliest."""
    names = sorted({name for one in given for row in one.rows for name in row})
    column = {name: place for place, name in enumerate(names)}
    tables = []
    for one in given:
        table = np.zeros((len(one.rows) + 1, len(names) + 1))
        table[-1, -1] = 1.0
        for line, row in enumerate(one.rows):
            for name, value in row.items():
                table[line, column[name]] = value
        tables.append((table, np.array([*one.right, not any(one.right)], dtype=float)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for table, right in tables:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            of_right = float(chances @ right)
            total -= np.log(of_right)
            slope = slope + table.T @ (chances - chances * right / of_right)
        return total, slope

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip([*names, persons.NONE], best, strict=True)}


def folds(given: Sequence[Example], count: int) -> None:
    """Print right, wrong and open by the least probability, each article judged by what was learned without it."""
    articles = sorted({one.article for one in given})
    np.random.default_rng(0).shuffle(articles)
    fold = {name: place % count for place, name in enumerate(articles)}
    counts = {least: Counter[str]() for least in LEAST}
    for number in range(count):
        weights = learn([one for one in given if fold[one.article] != number])
        for one in (one for one in given if fold[one.article] == number):
            chances = persons.probabilities(one.rows, weights)
            best = max(range(len(chances)), key=chances.__getitem__, default=None)
            for least in LEAST:
                if best is None or chances[best] < max(least, 1 - sum(chances)):
                    counts[least]["open"] += 1
                else:
                    counts[least]["right" if one.right[best] else "wrong"] += 1
    for least, tally in counts.items():
        share = 100 * tally["right"] / max(1, tally["right"] + tally["wrong"])
        print(
            f"least {least:.2f}: {tally['right']} right, {tally['wrong']} wrong, {tally['open']} open; {share:.1f} % right"
        )


def main() -> None:
    """Learn, and write or judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=int)
    options = parser.parse_args()
    known = prepared(gold(options.gold, options.archive))
    weights = START
    for _ in range(ROUNDS):
        given = list(examples(known, weights))
        weights = learn(given)
    print(
        f"{len(given)} pronouns in {len(known)} articles, {sum(not any(one.right) for one in given)} without the one meant"
    )
    if options.folds:
        folds(given, options.folds)
        return
    about = f"learned by training/pronouns.py from {len(given)} pronouns of {options.gold.name}"
    options.out.write_text(json.dumps({"about": about, "weights": weights}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
