"""Comparing: what the tellings of one story have to do with one another. Who printed what, never who is right."""

from __future__ import annotations

from tellings.comparing import coverage, differences, figures, firsts, headlines, rankings, wording
from tellings.values import Comparison, Story

_ORDER = ("conflict", "update", "agree", "different", "altered", "headline", "first", "only one reports")


def compare(story: Story) -> tuple[Comparison, ...]:
    """All comparisons of a story, by kind and then in the order of the articles."""
    found = [
        item
        for room in (figures, rankings, differences, wording, headlines, firsts, coverage)
        for item in room.compare(story)
    ]
    return tuple(sorted(found, key=lambda item: (_ORDER.index(item.kind), item.tellings, item.why)))
