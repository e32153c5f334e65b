"""Whether one article is a copy of another, or cut from it, judged by what they have in common.

Two desks that report one event on their own share quotations, names and set phrases; a
desk that prints another's text shares sentences from its beginning on. So half of
the shorter article is proof wherever it stands, and less is enough where both begin with
it. Lines that an outlet prints under many of its articles prove nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from tellings.linking.copies.shared import Mask, Side, side
from tellings.linking.copies.words import Numbers

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


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two articles overlap: the shorter one's side and the longer one's."""

    shorter: Side
    longer: Side


def likeness(shorter: Numbers, longer: Numbers, furniture: Mask) -> Likeness | None:
    """What makes the shorter of two articles a copy of, or a cut from, the longer; none if nothing does.

    Both are given by their shingles; ``furniture`` marks those of the shorter that recur
    in articles of one outlet.
    """
    whole = side(shorter, longer)
    if whole.share < _OPENING_OF_BOTH or whole.words < _WORDS_OF_BRIEFS:
        return None
    other = side(longer, shorter)
    if whole.share >= _PLAIN and whole.words >= _PLAIN_WORDS:
        return Likeness(whole, other)
    if not _proved(whole, other):
        return None
    if furniture.any() and not _proved(side(shorter, longer, furniture), other):
        return None
    return Likeness(whole, other)


def _proved(shorter: Side, longer: Side) -> bool:
    begins = (shorter.first <= _BEGIN, longer.first <= _BEGIN)
    if all(begins):
        if shorter.words >= _WORDS_OF_LEADS and shorter.share >= _OPENING_OF_BOTH:
            return True
        if shorter.words >= _WORDS_OF_BRIEFS and shorter.share >= _BRIEF:
            return True
    if shorter.words < _WORDS:
        return False
    return shorter.share >= (_OPENING_OF_ONE if any(begins) else _PROOF)
