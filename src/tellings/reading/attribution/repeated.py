"""Words that stand twice in one article: a headline, subheading or pull quote has its speaker from the body.

Pages print a striking line of a quotation again, in large type and without a name. It stands beside paragraphs about
others, so its place says nothing; the same words in a quotation that names its speaker do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tellings.reading.lexicon import fold
from tellings.values import Quotation

_WORD = re.compile(r"[^\W_]+")
_LEAST = 4  # words; fewer may be anybody's


def said_elsewhere(quotations: Sequence[Quotation], text: str) -> list[Quotation]:
    """The quotations, those without a source given the speaker of another in which all their words stand."""
    held = [(_words(q, text), q) for q in quotations if (q.source or q.cue) and q.speaker is not None]
    held = [(words, q) for words, q in held if q.manner != "indirect"]
    return [_given(quotation, _words(quotation, text), held) for quotation in quotations]


def _given(quotation: Quotation, words: str, held: Sequence[tuple[str, Quotation]]) -> Quotation:
    if quotation.source or quotation.cue or words.count(" ") < _LEAST + 1:
        return quotation
    other = next((q for longer, q in held if words in longer), None)
    if other is None or other.speaker == quotation.speaker:
        return quotation
    reason = "the same words stand in a quotation that names its speaker"
    return replace(quotation, speaker=other.speaker, certainty="inferred", reason=reason)


def _words(quotation: Quotation, text: str) -> str:
    """The words of a content, each with a space on either side."""
    return " ".join(("", *_WORD.findall(fold(" ".join(piece.of(text) for piece in quotation.content))), ""))
