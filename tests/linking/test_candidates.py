"""Which groups a doing may belong to: found by what is shared, in the months it may be of."""

from __future__ import annotations

from dataclasses import replace

from tellings.linking import doings
from tellings.linking.candidates import Candidates
from tellings.linking.matches import Told
from tellings.values import Span


def told(text: str, lemma: str, start: str | None, *, end: str | None = None, actor: int | None = None) -> Told:
    """A doing told of a time."""
    span = Span(0, len(text))
    doing = doings.Doing(lemma, frozenset(), frozenset(), frozenset(text.lower().split()))
    return Told(
        0,
        0,
        span,
        start,
        end,
        actor,
        False,
        frozenset(),
        doing,
        text,
        span,
        start or "",
        frozenset(),
        frozenset(),
        False,
    )


SINKING = told("ferry sank", "sink", "2031-05-02")


def test_only_groups_that_share_something_are_candidates() -> None:
    """A shared word or lemma makes a group a candidate; nothing in common makes none."""
    candidates = Candidates()
    candidates.add(0, SINKING)
    candidates.add(1, told("mayor resigned", "resign", "2031-05-02"))
    assert candidates.of(told("boat went down", "sink", "2031-05-03")) == [0]
    assert candidates.of(told("the ferry left", "leave", "2031-05-03")) == [0]
    assert candidates.of(told("a choir sang", "sing", "2031-05-03")) == []


def test_only_groups_of_the_same_months_are_candidates() -> None:
    """A group of another month is none; one of unknown or long time is one of every month."""
    candidates = Candidates()
    candidates.add(0, SINKING)
    assert candidates.of(replace(SINKING, start="2031-07-02")) == []
    assert candidates.of(replace(SINKING, start=None)) == [0]
    candidates.add(1, replace(SINKING, start="2031"))
    assert candidates.of(replace(SINKING, start="2031-07-02")) == [1]
    assert candidates.of(replace(SINKING, start="2031-04-28", end="2031-05-04")) == [0, 1]
