"""Who claims a figure: the innermost quotation that says it, or that the clause it hangs on is said in.

Not every quotation claims what it names: who approves $3 million, offers a
reward or has not said how many does something with a number, and claims none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from tellings.reading.paragraphs import Paragraph
from tellings.values import Quotation, Reading, Span, hull

_ACTS = re.compile(
    r"\b(?:approv|reject|offer|impos|grant|order|allow|permit|forc|urg|authori[sz]|bann|veto|adopt|valu|block|requir|demand|request|sought|seek"
    r"|made|make|making|let|gave|giv|su(?:ed|ing)\b|want|need|hop|applaud|prais|condemn|counter|call(?:s|ed|ing)? (?:up)?on\b"
    r"|call(?:s|ed|ing)? for|look(?:s|ed|ing)? at|includ)",
    re.IGNORECASE,
)
"""Doings that are put to words, and claim nothing: what they name is done by them."""

_DENIED = re.compile(r"\b(?:not|never|refus\w+|declin\w+|fail\w+)\b|n['’]t\b", re.IGNORECASE)


def claimed_by(reading: Reading, paragraph: Paragraph, doc: Doc, figure: tuple[int, int]) -> int | None:
    """The position of the quotation that claims a number at these characters of the paragraph; none: the outlet does."""
    said = _innermost(reading, paragraph.span_of(*figure))
    if said is not None:
        return said
    for start, end in _hung_on(doc, figure):
        said = _innermost(reading, paragraph.span_of(start, end))
        if said is not None and reading.quotations[said].manner == "indirect":
            return said
    return None


def _innermost(reading: Reading, place: Span) -> int | None:
    claiming = [
        (len(hull(quotation.content)), position)
        for position, quotation in enumerate(reading.quotations)
        if any(piece.covers(place) for piece in quotation.content) and claims(reading, quotation)
    ]
    return min(claiming)[1] if claiming else None


def claims(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation claims what it says: not "approved $3 million", "has not said how many"."""
    if quotation.manner != "indirect" or not quotation.cue:
        return True
    cue = hull(quotation.cue).of(reading.article.text)
    return quotation.kind != "plan" and _ACTS.search(cue) is None and _DENIED.search(cue) is None


_HANGING = frozenset({"relcl", "conj", "appos", "acl", "prep", "pobj", "dobj", "nummod", "quantmod", "compound"})


def _hung_on(doc: Doc, figure: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The words that a number hangs on by a list or a relative clause: "said it has 90 boats, among them 12 ferries"."""
    tokens = doc.char_span(*figure, alignment_mode="expand")
    if tokens is None:
        return
    word = tokens.root
    while word.dep_ in _HANGING and word.head.i < word.i:
        word = word.head
        yield word.idx, word.idx + len(word)
