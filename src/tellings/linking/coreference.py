"""Event coreference: which doings told in many articles are one, learned from labelled news.

Each pair of doings that has anything in common (its word, a class of words, a
word of its clause) is weighed by a logistic regression over some thirty plain
features; what it finds likely is put together by average-link clustering. The
features follow Bejan and Harabagiu (2010) and the lemma rules of Cybulska and
Vossen (2015), but for roles: they need words alone. The weights were learned
on the training part of ECB+ by ``training/event_coreference.py``.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources

from tellings.linking import doings, relatedness
from tellings.linking.clustering import Pair, average_link

THRESHOLD = 0.3
"""The mean probability from which two groups are one event; chosen on ECB+'s training part by two-fold learning."""

FEATURES = (
    "word", "root", "class", "part", "sentence", "article", "names", "numbers", "near", "one article", "one sentence",
    "word * sentence", "word * article", "other * sentence", "other * article", "word * report", "word * light",
    "word * rare", "other * rare", "word * one article", "word * near", "other * near", "other * report",
    "word * numbers", "word * names", "crossed", "story", "story * word", "story * word * common",
    "story * other * common",
)  # fmt: skip
"""What a pair is weighed by, in the order of the weights."""

_REPORTS = frozenset("say tell announce report add state claim confirm explain".split())
_LIGHT = frozenset("be have do make take get go come".split())
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]+|\d[\d,.]*")
_NEAR = 4  # words on either side
_ROOT = 4  # letters that a verb and its noun have in common at least
_MOST = 0.6  # a higher cosine of two articles is that of copies
_OWN = 0.4  # the cosine taken for one article with itself: as of two of one story


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One doing as told: its document, the number of its sentence, and the words that tell it.

    ``lemma`` is that of the trigger, ``parts`` are stems of all its words, ``words`` those of the rest of the
    sentence, ``near`` the closest of them; ``names`` and ``numbers`` are the capitalised words and the digits.
    """

    document: int
    sentence: int
    lemma: str
    stem: str
    parts: frozenset[str]
    words: tuple[str, ...]
    near: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    classes: frozenset[str]

    @property
    def key(self) -> tuple[int, int, str]:
        """What tells it from other doings told."""
        return self.document, self.sentence, self.lemma

    def moved(self, document: int) -> Occurrence:
        """The same in a document of another number."""
        return replace(self, document=document)


@dataclass(frozen=True, slots=True)
class Background:
    """What is known of all documents at once: how rare words are, which articles are related, who tells a word.

    ``least`` is the cosine taken for any two articles: above 0 where they are known to be of one story.
    """

    rare: Mapping[str, float]
    cosines: Mapping[Pair, float]
    story: Sequence[int]
    common: Mapping[tuple[int, str], float]
    vectors: Mapping[tuple[int, int, str], relatedness.Vector]
    least: float = 0.0


ONE_STORY = 0.3
"""The cosine that articles of one story have in the middle, on ECB+'s training part."""


def stems(words: Sequence[str]) -> list[str]:
    """The stems of the words that carry meaning."""
    return [
        doings.stem(doings.present(word.lower()))
        for word in words
        if len(word) > 1 and _WORD.fullmatch(word) and not doings.empty(word.lower())
    ]


def occurrence(document: int, sentence: int, tokens: Sequence[str], trigger: Sequence[int], lemma: str) -> Occurrence:
    """A doing from the tokens of its sentence, the places of its trigger in them, and the lemma of its head."""
    lemma = doings.present(lemma.lower())
    stem, first, last = doings.stem(lemma), min(trigger), max(trigger)
    rest = [token for place, token in enumerate(tokens) if place not in trigger]
    near = [*tokens[max(0, first - _NEAR) : first], *tokens[last + 1 : last + 1 + _NEAR]]
    return Occurrence(
        document,
        sentence,
        lemma,
        stem,
        frozenset({stem, *stems([tokens[place] for place in trigger])}),
        tuple(stems(rest)),
        frozenset(stems(near)),
        frozenset(token.lower() for token in tokens[1:] if token[:1].isupper()),
        frozenset(token for token in tokens if token[:1].isdigit()),
        doings.classes(lemma),
    )


def background(documents: Sequence[Sequence[str]], told: Sequence[Occurrence]) -> Background:
    """What the stems of all documents tell of pairs of doings."""
    rare = relatedness.rarity(documents)
    vectors = [relatedness.vector(words, rare) for words in documents]
    cosines = relatedness.related(vectors)
    story = relatedness.stories(vectors, cosines)
    size = Counter(story)
    tellers = {(story[one.document], one.stem, one.document) for one in told}
    count = Counter((number, stem) for number, stem, _ in tellers)
    common_in = {key: found / size[key[0]] for key, found in count.items()}
    return Background(rare, cosines, story, common_in, {one.key: relatedness.vector(one.words, rare) for one in told})


def pairs(told: Sequence[Occurrence], known: Background) -> Iterator[tuple[Pair, list[float]]]:
    """The features of all pairs of doings in one article or in related ones."""
    vectors = [relatedness.vector(one.words, known.rare) for one in told]
    for place, one in enumerate(told):
        for before in range(place):
            other = told[before]
            documents = (min(one.document, other.document), max(one.document, other.document))
            article = _OWN if one.document == other.document else known.cosines.get(documents, 0.0)
            if article:
                sentence = relatedness.cosine(vectors[place], vectors[before])
                yield (before, place), features(one, other, sentence, min(article, _MOST), known)


def features(one: Occurrence, other: Occurrence, sentence: float, article: float, known: Background) -> list[float]:
    """The values of ``FEATURES`` for a pair; ``sentence`` and ``article`` are the cosines of theirs."""
    same = one.lemma == other.lemma or one.stem == other.stem
    root = not same and _one_root(one.lemma, other.lemma)
    kin = not same and bool(one.classes & other.classes)
    part = not same and bool(one.parts & other.parts)
    kindred = root or kin or part
    rare = min(known.rare.get(one.stem, 3.0), known.rare.get(other.stem, 3.0)) / 5
    crossed = not same and (one.stem in other.words or other.stem in one.words)
    names = len(one.names & other.names) / (1 + min(len(one.names), len(other.names)))
    numbers = bool(one.numbers and other.numbers and not one.numbers & other.numbers)
    near = min(len(one.near & other.near), 4) / 4
    within = one.document == other.document
    report = one.lemma in _REPORTS or other.lemma in _REPORTS
    light = one.lemma in _LIGHT and other.lemma in _LIGHT
    story = known.story[one.document] == known.story[other.document]
    common = min(known.common.get((known.story[told.document], told.stem), 0.0) for told in (one, other))
    return [
        float(value)
        for value in (
            same, root, kin, part, sentence, article, names, numbers, near, within,
            within and one.sentence == other.sentence, same * sentence, same * article, kindred * sentence,
            kindred * article, same and report, same and light, same * rare, (not same) * rare, same and within,
            same * near, kindred * near, report and not same, same and numbers, same * names, crossed, story,
            story and same, (story and same) * common, (story and not same) * common,
        )
    ]  # fmt: skip


def _one_root(one: str, other: str) -> bool:
    """Whether two words begin alike, as a verb and its noun do."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _ROOT and shared >= min(len(one), len(other)) - 2


@functools.cache
def weights() -> tuple[float, tuple[float, ...]]:
    """The bias and the weight of every feature, as learned."""
    learned = json.loads(resources.files(__package__).joinpath("coreference.json").read_text(encoding="utf-8"))
    if tuple(learned["weights"]) != FEATURES:
        raise ValueError("coreference.json was learned for other features; run training/event_coreference.py again")
    return learned["bias"], tuple(learned["weights"].values())


def probability(values: Sequence[float]) -> float:
    """How likely a pair with these features is one event."""
    bias, learned = weights()
    return 1 / (1 + math.exp(-(bias + sum(weight * value for weight, value in zip(learned, values, strict=True)))))


def chance(one: Occurrence, other: Occurrence, known: Background) -> float:
    """How likely two doings of related articles are one; 0 where the articles are not related."""
    documents = (min(one.document, other.document), max(one.document, other.document))
    article = _OWN if one.document == other.document else max(known.cosines.get(documents, 0.0), known.least)
    if not article:
        return 0.0
    sentence = relatedness.cosine(known.vectors[one.key], known.vectors[other.key])
    return probability(features(one, other, sentence, min(article, _MOST), known))


def groups(told: Sequence[Occurrence], documents: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """The events: positions in ``told`` that tell one, whatever their order; ``documents`` are the stems of each."""
    known = background(documents, told)
    likely = {pair: chance for pair, values in pairs(told, known) if (chance := probability(values)) >= _HARDLY}
    return average_link(len(told), likely, THRESHOLD)


_HARDLY = 0.02
"""A pair less likely than this counts as no pair."""
