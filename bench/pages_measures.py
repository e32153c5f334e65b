"""The measures of ``pages.py``: those of the article-extraction benchmark, with its runs of four words."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

RUN = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page: shares of the runs of words that are right and that are found; whether all words are equal."""

    page: str
    precision: float
    recall: float
    equal: bool


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, or the whole of a shorter one."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))) if words else Counter()


def score(page: str, found: str, gold: str) -> Score:
    """The page's scores, as the article-extraction benchmark takes them."""
    ours, theirs = runs(found), runs(gold)
    both = sum((ours & theirs).values())
    precision = both / sum(ours.values()) if ours else float(not theirs)
    recall = both / sum(theirs.values()) if theirs else float(not ours)
    return Score(page, precision, recall, re.findall(r"\w+", found) == re.findall(r"\w+", gold))


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def summary(scores: Sequence[Score]) -> tuple[float, float, float, float]:
    """F1, precision, recall and accuracy of all pages."""
    precision = sum(score.precision for score in scores) / len(scores)
    recall = sum(score.recall for score in scores) / len(scores)
    return f1(precision, recall), precision, recall, sum(score.equal for score in scores) / len(scores)


def interval(scores: Sequence[Score]) -> tuple[float, float]:
    """The middle 95 % of F1 over 1,000 drawings of the pages, always the same ones."""
    drawn = random.Random(0)
    found = sorted(summary(drawn.choices(scores, k=len(scores)))[0] for _ in range(1_000))
    return found[25], found[975]
