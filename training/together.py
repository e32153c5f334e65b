"""Learns which figures of two articles are of one thing, from stories that were read whole, and writes what linking asks.

    python training/together.py bench/gold/figure_groups.jsonl ../shared/data/stories [--kept FOLDER] [--folds] [--out FILE]

Two forests: of the context, and of the whole, which is shown the context as it is judged by forests that have not
seen the story. Two figures of the gold that are equal are learned from twice: as they are, and as if the other article
printed another number, since real contradictions are rare and are told in the same words as agreements. Pairs of the
seeded editor teach short texts. ``--folds`` writes nothing: every story is judged by what was learned without its
fold, and the links and conflicts that come of it are scored as ``bench/figure_groups.py`` does. ``--kept`` holds
readings between runs. Needs lightgbm, which nothing at run time does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

import lightgbm
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "training")]

from trees import nodes  # noqa: E402  # beside this program

from figure_editor import LEADS, pairs  # noqa: E402  # stands in bench/, beside the program that measures
from figure_groups import Gold, articles_of, gold_of, measure  # noqa: E402
from relations import article  # noqa: E402
from tellings import run  # noqa: E402
from tellings.archive import codec  # noqa: E402
from tellings.comparing import differences  # noqa: E402
from tellings.comparing import figures as relations  # noqa: E402
from tellings.linking import dates, entities, figures, origins, together  # noqa: E402
from tellings.linking.nesting import Places  # noqa: E402
from tellings.linking.resemblance import CONTEXT, VALUES  # noqa: E402
from tellings.linking.stories import forest  # noqa: E402
from tellings.linking.story import arrival  # noqa: E402
from tellings.linking.told import told_of  # noqa: E402
from tellings.run import Told  # noqa: E402
from tellings.values import Article, Reading, Story  # noqa: E402

OUT = ROOT / "src" / "tellings" / "linking" / "together.json"
FOLDS = 5
MADE, MADE_SEED = 240, 901  # pairs of the editor; the bench measures on another seed
ALIKE = frozenset({"same value", "rounded", "bound satisfied", "conflict", "update", "revised"})
MOST = 60.0  # pairs of a story; of a story with more each counts for less
LEARN = "learn"  # the part of the gold that may be learned from
ALTERED, RATIO = 0.3, 0.18  # what an altered pair counts for; how far apart its numbers are made, in natural logarithms

MORE = frozenset(
    "unit,noun,class,phrase,phrase share,near,near share,said,said share,rarest,names,numbers,place,period,claimant,word behind,"
    "word before,pairs of words,near names,name before,name behind,next words,doing,change,head,equal,allowed,context,ahead,by rule".split(
        ","
    )
)
LESS = frozenset(
    "other names,from,more,of the,own words,from and to,names against,words against,ratio,printed there,other period,part or whole,"
    "rival of one,rival of both,fitting rival of one,fitting rival of both".split(",")
)
"""Features of which more never makes a pair less likely to be of one thing, or never likelier."""
SETTINGS = {
    "n_estimators": 100, "learning_rate": 0.08, "num_leaves": 8, "min_child_samples": 20, "subsample": 0.7,
    "subsample_freq": 1, "colsample_bytree": 0.4, "reg_lambda": 5, "n_jobs": 1, "verbose": -1, "random_state": 1,
}  # fmt: skip
Rows = NDArray[np.float64]
Model = dict[str, object]


@dataclass(frozen=True, eq=False)
class Known:
    """A story with its candidate pairs; ``labels``: 1 of one thing, 0 not, -1 not asked; ``fold`` -1 is never left out."""

    name: str
    story: Story
    found: together.Candidates
    labels: NDArray[np.int64]
    fold: int

    @property
    def weights(self) -> Rows:
        """What each pair counts for."""
        return np.full(len(self.labels), min(1.0, MOST / max(1, len(self.labels))))


def linked(readings: Sequence[Reading]) -> Story:
    """A story as far as figures need it."""
    ordered = tuple(sorted(dates.settle(tuple(sorted(readings, key=arrival))), key=arrival))
    return Story("", ordered, entities=entities.link(ordered), origins=origins.link(ordered))


def real(golds: Sequence[Gold], stories: Mapping[str, Story]) -> list[Known]:
    """The stories that were read, in folds."""
    order = np.random.default_rng(0).permutation(len(golds))
    known = []
    for place, gold in enumerate(golds):
        story = stories[gold.story]
        told = tuple(told_of(story))
        found = together.candidates(story, told, Places(story))
        places = [
            gold.place(story.readings[one.place[0]].article.file, one.figure.number.start, one.figure.number.end)
            for one in told
        ]
        labels = []
        for one, other in found.pairs:
            pair = frozenset((places[one], places[other]))
            asked = None not in pair and pair not in gold.open
            labels.append(int(pair in gold.joined) if asked else -1)
        known.append(Known(gold.story, story, found, np.array(labels, np.int64), int(order[place]) % FOLDS))
    return known


def made() -> list[Known]:
    """Pairs of the editor that print one figure each: one thing, or two."""
    known = []
    for number, pair in enumerate(pairs(MADE, MADE_SEED)):
        texts = [
            article(place, each, " ".join(LEADS[(number + 2 * place + step) % len(LEADS)] for step in (0, 1)))
            for place, each in enumerate((pair.first, pair.second))
        ]
        story = linked(list(run.read(texts)))
        found = together.candidates(story, tuple(told_of(story)), Places(story))
        if len(found.pairs) == 1:
            known.append(Known(pair.relation, story, found, np.array([pair.relation in ALIKE], np.int64), -1))
    return known


def learn(rows: Rows, labels: NDArray[np.int64], weights: Rows, names: Sequence[str]) -> Model:
    """A forest as linking reads it."""
    rising = [int(name in MORE) - int(name in LESS) for name in names]
    learned = lightgbm.LGBMClassifier(**SETTINGS, monotone_constraints=rising).fit(rows, labels, sample_weight=weights)
    return {
        "features": list(names),
        "trees": [nodes(tree["tree_structure"]) for tree in learned.booster_.dump_model()["tree_info"]],
    }


def learn_context(known: Sequence[Known]) -> Model:
    """The forest of the context."""
    asked = [one.labels >= 0 for one in known]
    return learn(
        np.concatenate([one.found.contexts[ask] for one, ask in zip(known, asked, strict=True)]),
        np.concatenate([one.labels[ask] for one, ask in zip(known, asked, strict=True)]),
        np.concatenate([one.weights[ask] for one, ask in zip(known, asked, strict=True)]),
        CONTEXT,
    )


def learn_whole(known: Sequence[Known], contexts: Sequence[Rows]) -> Model:
    """The forest of the whole, from what the contexts were judged to be by forests that had not seen them."""
    rows, labels, weights = [], [], []
    chance = np.random.default_rng(3)
    for one, judged in zip(known, contexts, strict=True):
        asked = one.labels >= 0
        rows.append(together.rows(one.found, judged)[asked])
        labels.append(one.labels[asked])
        weights.append(one.weights[asked])
        if one.fold >= 0:
            rows.append(altered(one, judged, chance))
            labels.append(np.ones(len(rows[-1]), np.int64))
            weights.append(np.full(len(rows[-1]), ALTERED * one.weights[:1].sum()))
    return learn(np.concatenate(rows), np.concatenate(labels), np.concatenate(weights), together.FEATURES)


def altered(one: Known, judged: Rows, chance: np.random.Generator) -> Rows:
    """The equal pairs of one thing as if the second article printed another number, and nothing of the same thing were left."""
    equal = (one.labels == 1) & (one.found.values[:, VALUES.index("equal")] > 0)
    table = together.rows(one.found, judged, one.labels == 1)[equal]
    first = together.FEATURES.index(VALUES[0])
    for name, value in {"equal": 0, "allowed": 0, "printed there": 0}.items():
        table[:, first + VALUES.index(name)] = value
    table[:, first + VALUES.index("ratio")] = np.maximum(0.01, chance.exponential(RATIO, len(table)))
    return table


def judged_apart(known: Sequence[Known], made_known: Sequence[Known]) -> list[Rows]:
    """The contexts of every story by a forest that has not seen its fold."""
    models = {
        fold: forest.parse(learn_context([one for one in [*known, *made_known] if one.fold != fold]))
        for fold in range(FOLDS)
    }
    models[-1] = forest.parse(learn_context(known))
    return [models[one.fold].probability(one.found.contexts) for one in [*known, *made_known]]


def folds(known: Sequence[Known], made_known: Sequence[Known]) -> dict[str, Rows]:
    """How likely the pairs of every story are of one thing, by what was learned without its fold."""
    judged: dict[str, Rows] = {}
    for fold in range(FOLDS):
        rest = [one for one in known if one.fold != fold]
        context = forest.parse(learn_context([*rest, *made_known]))
        whole = forest.parse(learn_whole([*rest, *made_known], judged_apart(rest, made_known)))
        for one in known:
            if one.fold == fold:
                judged[one.name] = whole.probability(together.rows(one.found, context.probability(one.found.contexts)))
    return judged


def told(one: Known, chances: Rows) -> Told:
    """What the house tells of a story by these chances."""
    with mock.patch.object(together, "chances", return_value=chances):
        story = replace(one.story, figure_claims=figures.link(one.story))
    return Told(story, (*relations.compare(story), *differences.compare(story)))


def read(articles: Mapping[str, Sequence[Article]], kept: Path | None) -> dict[str, Story]:
    """Every story; readings are taken from, and put into, the folder ``kept``."""
    return {name: linked([_reading(one, kept) for one in own]) for name, own in articles.items()}


def _reading(one: Article, kept: Path | None) -> Reading:
    file = kept / f"{one.file}.reading" if kept else None
    if file is not None and file.exists():
        return codec.decode(file.read_bytes(), text=one.text)
    (reading,) = run.read([one])
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(codec.encode(reading))
    return reading


def write(path: Path, models: Mapping[str, Model], about: str) -> None:
    """One line a tree: a change shows where it is."""
    parts = [f' "about": {json.dumps(about)}']
    for name, model in models.items():
        trees = model["trees"]
        assert isinstance(trees, list)
        lines = ",\n  ".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        parts.append(f' "{name}": {{"features": {json.dumps(model["features"])}, "trees": [\n  {lines}\n ]}}')
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Learn, and write or judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    golds = gold_of(options.gold, LEARN)
    known = real(golds, read(articles_of(options.gold, options.folder, LEARN), options.kept))
    made_known = made()
    labels = np.concatenate([one.labels for one in known])
    counts = f"{(labels == 1).sum()} pairs of one thing and {(labels == 0).sum()} others in {len(known)} stories"
    print(counts)
    if options.folds:
        judged = folds(known, made_known)
        by_name = {one.name: one for one in known}
        total = measure(golds, lambda name: told(by_name[name], judged[name]))
        print("\n".join([*(total.misses if options.misses else ()), *total.lines()]))
        return
    contexts = judged_apart(known, made_known)
    models = {"context": learn_context([*known, *made_known]), "whole": learn_whole([*known, *made_known], contexts)}
    write(options.out, models, f"learned by training/together.py from {options.gold.name}: {counts}")


if __name__ == "__main__":
    main()
