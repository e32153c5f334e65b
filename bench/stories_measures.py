"""Measures of stories: B-cubed, pairs, stories whole and clean, sizes, and search; as ../shared/bench/stories counts them.

Each takes the stories to be judged, so that the parts of a cross-validation add up: an article is judged in the
run that was made without its story, beside all labelled articles of that run.
"""

from __future__ import annotations

import json
import statistics
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

Clusters = Mapping[str, str]
"""The cluster of every article, by its key."""


class Gold:
    """Labelled stories: which article is in which, and which stories are not judged against which."""

    def __init__(self, path: Path, kept: Collection[str] | None = None) -> None:
        self.story_of: dict[str, str] = {}
        self.members: dict[str, frozenset[str]] = {}
        self.source: dict[str, tuple[str, ...]] = {}
        self.neutral: dict[str, set[str]] = defaultdict(set)
        for record in json.loads(path.read_text(encoding="utf-8")):
            members = frozenset(key for key in record["articles"] if kept is None or key in kept)
            if members:
                self.members[record["story"]] = members
                self.source[record["story"]] = tuple(record.get("source", ()))
                self.story_of.update(dict.fromkeys(members, record["story"]))
            for other in record.get("neutral", ()):
                self.neutral[record["story"]].add(other)
                self.neutral[other].add(record["story"])

    def same(self, one: str, other: str) -> int:
        """1 for two articles of one story, 0 of two, -1 where that is not known or not judged."""
        here, there = self.story_of.get(one), self.story_of.get(other)
        if here is None or there is None or there in self.neutral.get(here, ()):
            return -1
        return int(here == there)

    def apart(self, one: str, other: str) -> bool:
        """Whether two stories are judged to be two."""
        return one != other and other not in self.neutral.get(one, ())


class Tally:
    """What was found of the stories judged so far; ``scores`` sums it up."""

    def __init__(self) -> None:
        self.values: dict[str, list[float]] = defaultdict(list)
        self._pairs: Counter[str] = Counter()

    def add(self, gold: Gold, clusters: Clusters, judged: Collection[str]) -> None:
        """Judge the stories of one grouping. An article that is in no cluster is alone."""
        cluster_of = {key: clusters.get(key, f"alone {key}") for key in gold.story_of}
        content: dict[str, Counter[str]] = defaultdict(Counter)
        for key, cluster in cluster_of.items():
            content[cluster][gold.story_of[key]] += 1
        sizes = Counter(clusters.values())
        for story in judged:
            members = gold.members[story]
            for key in members:
                here = content[cluster_of[key]]
                wrong = sum(count for other, count in here.items() if gold.apart(story, other))
                self.values["precision"].append(here[story] / (here[story] + wrong))
                self.values["recall"].append(here[story] / len(members))
                self.values["size"].append(sizes[cluster_of[key]] or 1)
                self._pairs.update(right=here[story] - 1, wrong=wrong, gold=len(members) - 1)
            if len(members) > 1:
                found = {cluster_of[key] for key in members}
                mixed = any(gold.apart(story, other) for cluster in found for other in content[cluster])
                self.values["whole"].append(len(found) == 1)
                self.values["clean"].append(len(found) == 1 and not mixed)

    def scores(self) -> dict[str, float]:
        """Percent, but for the mean and largest cluster that a labelled article is in, distractors included."""
        mean = {name: 100 * statistics.fmean(values) for name, values in self.values.items()}
        right, wrong, gold = (self._pairs[name] for name in ("right", "wrong", "gold"))
        return {
            "B3 P": mean["precision"],
            "B3 R": mean["recall"],
            "B3 F1": 2 * mean["precision"] * mean["recall"] / (mean["precision"] + mean["recall"]),
            "pair F1": 100 * 2 * right / (right + wrong + gold) if right else 0.0,
            "whole": mean["whole"],
            "clean": mean["clean"],
            "mean cluster": mean["size"] / 100,
            "largest": max(self.values["size"]),
        }


class Ranking:
    """How well the others of a story are found, by every article of it."""

    AT = (1, 5, 10, 20, 50)

    def __init__(self) -> None:
        self._found: dict[str, list[float]] = defaultdict(list)

    def add(self, gold: Gold, story: str, ranked: Mapping[str, Sequence[str]]) -> None:
        """Judge one story by the rankings of its articles; articles of neutral stories are passed over."""
        members, complete = gold.members[story], dict.fromkeys(self.AT, True)
        for key in members:
            others = members - {key}
            ranking = [
                found
                for found in ranked[key]
                if found != key and gold.story_of.get(found) not in gold.neutral.get(story, ())
            ]
            first = next((place for place, found in enumerate(ranking, 1) if found in others), 0)
            self._found["MRR"].append(1 / first if first else 0.0)
            for most in self.AT:
                got = len(others.intersection(ranking[:most]))
                self._found[f"recall@{most}"].append(got / min(len(others), most))
                complete[most] &= got == len(others)
        for most, whole in complete.items():
            self._found[f"whole@{most}"].append(whole)

    def scores(self) -> dict[str, float]:
        """Percent."""
        return {name: 100 * statistics.fmean(values) for name, values in self._found.items()}
