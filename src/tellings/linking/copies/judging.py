"""Whether one article is a copy of another, or cut from it, judged by what they have in common.

Two desks that report one event on their own share quotations, names and set phrases; a
desk that prints another's text shares sentences from its beginning on. So half of
the shorter article is proof wherever it stands, and less is enough where both begin with
it. Lines that an outlet prints under many of its articles prove nothing.
"""

from __future__ import annotations

import numpy as np

from tellings.linking.copies.shared import Mask, Sides

# Chosen on seed 1 of a made benchmark and measured on other seeds (bench/copies.py, bench/RESULTS.md).
_PLAIN = 0.8  # share of the shorter article that is proof even of lines that recur in the outlet
_PLAIN_WORDS = 60  # words that must be shared then: more than a line or two under an article
_PROOF = 0.5  # share that is proof wherever it stands
_OPENING_OF_ONE = 0.4  # share that is proof where one of the two begins with it
_OPENING_OF_BOTH = 0.25  # share that is proof where both begin with it
_BEGIN = 25  # words within which an article "begins" with something: a dateline, a credit and a greeting go before
_WORDS = 24  # words that must be shared
_WORDS_OF_LEADS = 12  # words that must be shared where both begin with them: a brief may be one sentence
_BRIEF = 0.4  # share that is proof of a brief of a line or two
_WORDS_OF_BRIEFS = 8  # words that must be shared then


def may_be_copies(sides: Sides) -> Mask:
    """For each pair, whether one is a copy of the other, or cut from it, if none of it is lines of an outlet."""
    return _plain(sides) | _proved(sides)


def are_copies(sides: Sides, bare: Sides) -> Mask:
    """The same, where ``bare`` is what is in common but for lines that recur in articles of one outlet."""
    return _plain(sides) | _proved(sides) & _proved(bare)


def _plain(sides: Sides) -> Mask:
    return (sides.shares[::2] >= _PLAIN) & (sides.words[::2] >= _PLAIN_WORDS)


def _proved(sides: Sides) -> Mask:
    words, shares = sides.words[::2], sides.shares[::2]
    begins = sides.begins <= _BEGIN
    of_both, of_one = begins[::2] & begins[1::2], begins[::2] | begins[1::2]
    leads = of_both & (words >= _WORDS_OF_LEADS) & (shares >= _OPENING_OF_BOTH)
    briefs = of_both & (words >= _WORDS_OF_BRIEFS) & (shares >= _BRIEF)
    return leads | briefs | (words >= _WORDS) & (shares >= np.where(of_one, _OPENING_OF_ONE, _PROOF))
