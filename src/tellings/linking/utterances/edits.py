"""Edits: the differences of a printing as the story holds them, at their places in the two articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tellings.linking.utterances.alignment import Column
from tellings.linking.utterances.differences import Difference, differences
from tellings.linking.utterances.words import Wording
from tellings.values import Edit, Spans


def edits(lead: Wording, printing: Wording, columns: Sequence[Column] | None = None) -> tuple[Edit, ...]:
    """What was done to the leading words to get this printing, in the order of the words; mere typography is left out.

    ``columns`` is their alignment, where it is known.
    """
    return tuple(
        edit for difference in differences(lead, printing, columns) for edit in _edits(lead, printing, difference)
    )


def _edits(lead: Wording, printing: Wording, difference: Difference) -> Iterator[Edit]:
    """A difference that goes over an attribution is one edit for each stretch."""
    if difference.kind == "typography":
        return
    there = _places(lead, difference.lead_words)
    here = _places(printing, difference.here_words)
    if not there and not here:
        return
    for one, other in zip_longest(there, here):
        yield Edit(difference.kind, one, other)


def _places(wording: Wording, shown: tuple[int, int] | None) -> Spans:
    return wording.places(*shown) if shown else ()
