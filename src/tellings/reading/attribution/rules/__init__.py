"""The rules: from one frame to its attributions.

In order: quotations beside a cue ('"...", she said', 'she said: "..."'); clauses
of a cue ('she said that ...'); "according to"; phrases in quotation marks that a
weaker verb carries ('called it "..."'); a colon. An earlier rule's words are not
given to a later one.
Quotation marks are nearly certain evidence, so marked words are tried first
and the grammar only has to say whose they are.
"""

from __future__ import annotations

from tellings.reading.attribution.found import Found, speaks, without_gap
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.rules.according import according
from tellings.reading.attribution.rules.beside import beside
from tellings.reading.attribution.rules.clauses import clauses
from tellings.reading.attribution.rules.phrases import phrases
from tellings.reading.attribution.rules.signs import announced_behind, announcement, colon, signed

__all__ = ["announcement", "attributions"]


def attributions(framed: Framed, frame: Frame) -> list[Found]:
    """The attributions of one frame, without those inside another's quotation marks."""
    found: list[Found] = []
    for rule in (beside, signed, announced_behind, clauses, according, phrases, colon):
        for candidate in rule(framed, frame, tuple(found)):
            if not any(_clash(candidate, other) for other in found) and speaks(candidate):
                found.append(without_gap(candidate, framed.text))
    return found


def _clash(candidate: Found, other: Found) -> bool:
    return any(other.overlaps(start, end) for start, end in candidate.content)
