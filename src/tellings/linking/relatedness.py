"""How much two articles, or two sentences, are of one thing: the cosine of their words, rare words weighing more.

Articles of one day of news are put into stories by average-link clustering.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tellings.linking.clustering import Pair, average_link

Vector = Mapping[str, float]
"""Words with their weights, of length 1."""

LEAST = 0.05
"""A cosine of two articles below this is chance."""

SAME_STORY = 0.15
"""The mean cosine of the articles of one story; the middle of a wide plateau on ECB+'s training part."""

_COMMON = 0.2  # share of the articles above which a word tells no pair apart; a word of few is kept in a small set
_SMALL = 20  # articles


def rarity(documents: Sequence[Iterable[str]]) -> dict[str, float]:
    """For every word the logarithm of how few documents hold it (inverse document frequency)."""
    held = Counter(word for words in documents for word in set(words))
    return {word: math.log((len(documents) + 1) / (count + 0.5)) for word, count in held.items()}


def vector(words: Iterable[str], rare: Mapping[str, float]) -> dict[str, float]:
    """The words weighed by how often they stand there (logarithm) and how rare they are."""
    weights = {word: (1 + math.log(count)) * rare.get(word, 1.0) for word, count in sorted(Counter(words).items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def cosine(one: Vector, other: Vector) -> float:
    """From 0, no word in common, to 1, the same words."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def related(vectors: Sequence[Vector]) -> dict[Pair, float]:
    """The cosine of every two articles that have more in common than chance, by the words they share."""
    holders: dict[str, list[int]] = {}
    for place, words in enumerate(vectors):
        for word in words:
            holders.setdefault(word, []).append(place)
    most = max(_SMALL, int(_COMMON * len(vectors)))
    found = {
        (one, other)
        for places in holders.values()
        if len(places) <= most
        for index, other in enumerate(places)
        for one in places[:index]
    }
    cosines = {pair: cosine(vectors[pair[0]], vectors[pair[1]]) for pair in sorted(found)}
    return {pair: alike for pair, alike in cosines.items() if alike >= LEAST}


def stories(vectors: Sequence[Vector], cosines: Mapping[Pair, float]) -> list[int]:
    """For every article the number of its story."""
    number = [0] * len(vectors)
    for story, members in enumerate(average_link(len(vectors), cosines, SAME_STORY)):
        for member in members:
            number[member] = story
    return number
