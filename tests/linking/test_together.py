"""What was learned of figures of one thing: told in other words they are brought together, and what has a better partner is not."""

from __future__ import annotations

import numpy as np

from by_hand import article, figure, reading, story
from tellings.linking import figures, together
from tellings.linking.nesting import Places
from tellings.linking.resemblance import CONTEXT
from tellings.linking.told import told_of
from tellings.values import Reading


def told(name: str, text: str, *counted: tuple[str, float, str]) -> Reading:
    """An article with figures given by their words, value and noun."""
    found = [figure(text, words, value, head=noun, counted=words.split()[-1]) for words, value, noun in counted]
    return reading(article(name, text, day="2031-05-02"), *found)


def lists() -> tuple[Reading, Reading]:
    first = "The ministry in Osmere put new duties on 5,140 products from Velding. The list names 212 kinds of fish and wool."
    second = "New duties fall on 5,140 product categories from Velding, the ministry in Osmere said, and on wool of 37 mills."
    return (
        told("The Lantern", first, ("5,140 products", 5140, "product"), ("212 kinds", 212, "kind")),
        told("Osmere Echo", second, ("5,140 product categories", 5140, "category"), ("37 mills", 37, "mill")),
    )


def test_another_noun_for_one_thing() -> None:
    """A count told with another noun in like words is one thing, and the reason is made of words that both print."""
    (claim,) = figures.link(story(*lists()))
    assert claim.figures == ((0, 0), (1, 0))
    for telling in claim.tellings:
        named = telling.reason.partition("in both sentences: ")[2].split(", ")
        assert named[0]
        assert all(word in one.article.text.lower() for one in lists() for word in named)


def test_every_pair_has_a_probability() -> None:
    """The forests ask the features that are made, and answer with a probability for every pair."""
    whole = story(*lists())
    found = together.candidates(whole, tuple(told_of(whole)), Places(whole))
    near, both = together.forests()
    assert near.features == CONTEXT
    assert both.features == together.FEATURES
    chances = together.chances(found)
    assert len(chances) == len(found.pairs)
    assert np.all((chances >= 0) & (chances <= 1))


def test_a_rival_makes_a_pair_less_likely() -> None:
    """Where the other article prints the very number as well, another number of it is hardly of the same thing."""
    one = told("The Lantern", "The yard will build 70 ferries for the line.", ("70 ferries", 70, "ferry"))
    alone = "The yard will build 75 ferries for the line."
    both = f"{alone} It first told the line of 70 ferries that the yard will build."
    least = []
    for text, counted in (
        (alone, (("75 ferries", 75.0, "ferry"),)),
        (both, (("75 ferries", 75.0, "ferry"), ("70 ferries", 70.0, "ferry"))),
    ):
        whole = story(one, told("Osmere Echo", text, *counted))
        known = together.likely(whole, tuple(told_of(whole)), Places(whole)).chances
        least.append(known[0, 1])
    assert least[1] < least[0]


def test_no_figures() -> None:
    """A story without figures has no pairs."""
    whole = story(told("The Lantern", "Nothing was counted."))
    assert together.likely(whole, (), Places(whole)).pairs == ()
