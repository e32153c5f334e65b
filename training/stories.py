"""Learns what the grouping of stories ships: the rarity of words, the likeness of two articles, the say of their company.

    python training/stories.py rarity ARTICLES.jsonl.gz...
    python training/stories.py learn LABELLED.jsonl.gz STORIES.json POOL.jsonl.gz [--folds DIRECTORY]

``rarity`` writes background.bin; ``learn`` writes likeness.json and company.json. The labelled articles are seen
twice: alone, and among the dated articles of a slice of the pool, as the company of an article differs. The company
is learned from likenesses that were learned without the stories in question. ``--folds`` writes models as well
that were each learned without a fifth of the stories by time, for ``bench/stories.py --folds``.
Needs lightgbm and scikit-learn, which nothing else does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zlib
from pathlib import Path

import lightgbm
import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from trees import nodes  # noqa: E402

import stories as bench  # noqa: E402  # stands in bench/, beside the program that measures
from tellings.linking.stories import background, forest, graph, likeness, terms  # noqa: E402  # after the path is set
from tellings.linking.stories.index import Index  # noqa: E402

ROOM = ROOT / "src" / "tellings" / "linking" / "stories"
LEAST = 3  # articles; a rarer word is not kept: it weighs as much as one never seen
RISING = {*range(len(likeness.FIELDS)), 8, 9, 12}  # features of which more never makes a pair less alike
SETTINGS = {
    "n_estimators": 120, "learning_rate": 0.06, "num_leaves": 8, "min_child_samples": 30, "subsample": 0.7,
    "subsample_freq": 1, "colsample_bytree": 0.6, "reg_lambda": 5, "n_jobs": 1, "verbose": -1, "random_state": 1,
    "monotone_constraints": [int(place in RISING) for place in range(len(likeness.FEATURES))],
}  # fmt: skip


class Table:
    """All pairs of some articles that are compared, with features, and labels: 1 one story, 0 two, -1 not known."""

    def __init__(self, articles: list[bench.Signed], gold: bench.Gold) -> None:
        self.articles = articles
        index = Index()
        pairs, rows = [], []
        for position, article in enumerate(articles):
            one = likeness.Weighed.of(article.sign)
            places, features = index.candidates(one, window=likeness.WINDOW)
            rows.append(features)
            pairs += [(int(place), position) for place in places]
            index.add(one)
        self.pairs, self.features = pairs, np.concatenate(rows)
        self.labels = np.array([gold.same(articles[one].key, articles[other].key) for one, other in pairs])
        folds = bench.fold_of(gold, articles)
        self.folds = np.array([(folds[articles[one].key], folds[articles[other].key]) for one, other in pairs])

    def company(self, chances: np.ndarray) -> dict[str, np.ndarray]:
        """The features of the company of every pair, as the later of the two arrives and when all are there.

        Both are -1 throughout for a pair too little alike to be linked.
        """
        none = graph.Weights(0.0, ())
        linked = graph.Graph(graph.Company(none, none))
        links: list[dict[int, int]] = [{} for _ in self.articles]
        place = {pair: number for number, pair in enumerate(self.pairs)}
        for (one, other), chance in zip(self.pairs, chances, strict=True):
            if round(chance * graph.UNIT) >= graph.KEPT:
                links[other][one] = round(chance * graph.UNIT)
        rows = {name: np.full((len(place), len(graph.FEATURES)), -1.0) for name in ("arriving", "settled")}
        for position, (article, own) in enumerate(zip(self.articles, links, strict=True)):
            linked.add(graph.Node(article.key, article.sign.day, article.sign.outlet), own)
            for other in own:
                rows["arriving"][place[other, position]] = linked.features(other, position)
        for pair, number in place.items():
            if pair[0] in links[pair[1]]:
                rows["settled"][number] = linked.features(*pair)
        return rows


def learn_likeness(tables: list[Table], without: int | None = None) -> dict[str, object]:
    """The forest, learned from the pairs of which the label is known."""
    kept = [(table.labels >= 0) & (table.folds != without).all(axis=1) for table in tables]
    rows = np.concatenate([table.features[keep] for table, keep in zip(tables, kept, strict=True)])
    labels = np.concatenate([table.labels[keep] for table, keep in zip(tables, kept, strict=True)])
    learned = lightgbm.LGBMClassifier(**SETTINGS).fit(rows, labels)
    trees = [nodes(tree["tree_structure"]) for tree in learned.booster_.dump_model()["tree_info"]]
    return {"features": list(likeness.FEATURES), "trees": trees}


Company = list[dict[str, np.ndarray]]


def learn_company(tables: list[Table], company: Company, without: int | None = None) -> dict[str, object]:
    """The weights of both regressions."""
    return {name: regression(tables, [rows[name] for rows in company], without) for name in ("arriving", "settled")}


def regression(tables: list[Table], company: list[np.ndarray], without: int | None) -> dict[str, object]:
    """Bias and weights, learned from the linked pairs of which the label is known."""
    kept = [
        (table.labels >= 0) & (rows[:, 5] >= 0) & (table.folds != without).all(axis=1)
        for table, rows in zip(tables, company, strict=True)
    ]
    rows = np.concatenate([each[keep] for each, keep in zip(company, kept, strict=True)])
    labels = np.concatenate([table.labels[keep] for table, keep in zip(tables, kept, strict=True)])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    learned = LogisticRegression(C=1, max_iter=500).fit((rows - mean) / spread, labels)
    weights = learned.coef_[0] / spread
    return {
        "bias": round(float(learned.intercept_[0] - weights @ mean), 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(graph.FEATURES, weights, strict=True)},
    }


def learn(args: argparse.Namespace) -> None:
    gold = bench.Gold(args.stories)
    labelled = bench.signed(args.labelled)
    some = [article for article in labelled + bench.signed(args.pool, *args.slice) if in_slice(article, args.slice)]
    tables = [Table(labelled, gold), Table(sorted(some, key=lambda each: (each.sign.day, each.key)), gold)]
    forests = [learn_likeness(tables[:1], without) for without in range(bench.FOLDS)]
    company = []
    for table in tables:
        by_fold = np.stack([forest.parse(each).probability(table.features) for each in forests])
        chances = np.mean([by_fold[table.folds[:, side], np.arange(len(table.pairs))] for side in (0, 1)], axis=0)
        company.append(table.company(chances))
    data = {
        "learned by": "training/stories.py learn",
        "data": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (args.labelled, args.stories, args.pool)
        },
        "pairs": {"one story": int((tables[0].labels == 1).sum()), "two stories": int((tables[0].labels == 0).sum())},
    }
    write(ROOM / "likeness.json", data | learn_likeness(tables[:1]))
    write(ROOM / "company.json", data | learn_company(tables, company))
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for without in range(bench.FOLDS):
            write(args.folds / f"likeness-{without}.json", forests[without])
            write(args.folds / f"company-{without}.json", learn_company(tables, company, without))


def in_slice(article: bench.Signed, days: tuple[str, str]) -> bool:
    return bench.ordinal(days[0]) <= article.sign.day <= bench.ordinal(days[1])


def write(path: Path, model: dict[str, object]) -> None:
    """One line a tree or weight: readable, and a change shows where it is."""
    lines = []
    for name, value in model.items():
        if name == "trees":
            assert isinstance(value, list)
            text = "[\n  " + ",\n  ".join(json.dumps(tree, separators=(",", ":")) for tree in value) + "\n ]"
        else:
            text = json.dumps(value, indent=1).replace("\n", "\n ")
        lines.append(f" {json.dumps(name)}: {text}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def rarity(args: argparse.Namespace) -> None:
    held, articles = np.zeros(1 << background.BITS, dtype=np.int64), 0
    for file in args.files:
        for row in bench.rows(file):
            words = terms.read(f"{row['title']}\n{row['text'][:6000]}").numbers
            held[np.unique(words >> np.uint32(32 - background.BITS))] += 1
            articles += 1
    held[held < LEAST] = 0
    rare = np.log((articles + 1) / (held + 1))
    table = np.round(rare * background.STEP).clip(0, 255).astype(np.uint8)
    (ROOM / "background.bin").write_bytes(zlib.compress(table.tobytes(), 9))
    print(f"{articles} articles, {np.count_nonzero(held)} buckets held")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True)
    words = commands.add_parser("rarity")
    words.add_argument("files", type=Path, nargs="+")
    words.set_defaults(run=rarity)
    pairs = commands.add_parser("learn")
    pairs.add_argument("labelled", type=Path)
    pairs.add_argument("stories", type=Path)
    pairs.add_argument("pool", type=Path)
    pairs.add_argument("--slice", nargs=2, default=("2018-01-01", "2019-06-30"), metavar=("FROM", "TO"))
    pairs.add_argument("--folds", type=Path)
    pairs.set_defaults(run=learn)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
