"""Lines that stand in four or more articles of one outlet: its furniture, whatever its words are.

What is learned comes from the articles given and from nothing else, so that the same
articles in any order give the same blocks. A sentence is never told to be furniture for
its repetition alone: an outlet may print the same background in every article of a
story. It must also speak to the reader, as furniture does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tellings.intake.blocks.lines import Line, split
from tellings.values import Article, Block

_FEWEST = 4
"""Articles of an outlet; with fewer, more body than furniture is found (docs/cleaning.md)."""
_ADDRESSED = re.compile(r"\b(?:you|your|us|our)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"[“”\"]|\b(?:said|says|told)\b", re.IGNORECASE)


def learn(articles: Iterable[Article]) -> Mapping[str, frozenset[str]]:
    """For each outlet the lines of its articles that recur, as keys."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        if article.outlet is not None:
            keys = {line.key for line in split(article.text) if _may_be_furniture(line)}
            counts.setdefault(article.outlet.value, Counter()).update(keys - {""})
    return {
        outlet: frozenset(key for key, count in found.items() if count >= _FEWEST) for outlet, found in counts.items()
    }


def marked(articles: Sequence[Article]) -> list[Article]:
    """The articles with the lines that recur told in their blocks; their texts are the same."""
    learned = learn(articles)
    return [
        _told(article, found) if article.outlet and (found := learned.get(article.outlet.value)) else article
        for article in articles
    ]


def _may_be_furniture(line: Line) -> bool:
    return not line.ends or bool(_ADDRESSED.search(line.text) and not _SPOKEN.search(line.text))


def _told(article: Article, recurring: frozenset[str]) -> Article:
    spans = [line.span for line in split(article.text) if line.key in recurring and _may_be_furniture(line)]

    def told(block: Block) -> Block:
        if block.kind != "body" or not any(span.covers(block.span) for span in spans):
            return block
        return replace(block, kind="banner", reason=f"stands in {_FEWEST} or more articles of the outlet")

    return replace(article, blocks=tuple(told(block) for block in article.blocks)) if spans else article
