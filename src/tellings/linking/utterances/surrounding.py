"""The words of the outlet around a fragment: those of its sentence that stand outside the marks.

Of a fragment ("they risk being “bystanders” if they do not act") the sentence says as much as the words in marks. A
printing that begins as a sentence does is none.
"""

from __future__ import annotations

import re

from tellings.linking.utterances.words import Wording
from tellings.values import Span

_LONGEST = 300  # characters of a sentence on either side
_STOP = re.compile(r"[.!?]['\"’”)]*\s|\n")


def own_words(printing: Wording) -> Wording | None:
    """The outlet's own words in the sentence of a fragment; none for a whole sentence, or where the text is not at hand."""
    first, last = printing.pieces[0].start, printing.pieces[-1].end
    if not printing.line[:1].islower() or last > len(printing.text):
        return None
    before = list(_STOP.finditer(printing.text, max(0, first - _LONGEST), first))
    start = before[-1].end() if before else max(0, first - _LONGEST)
    ended = printing.line.rstrip()[-1:] in ".!?"
    behind = None if ended else _STOP.search(printing.text, last, last + _LONGEST)
    end = last if ended else behind.start() if behind else min(len(printing.text), last + _LONGEST)
    own = tuple(Span(*sides) for sides in ((start, first), (last, end)) if sides[0] < sides[1])
    return Wording.of(printing.text, own) if own else None
