"""Who is cited for a figure that no quotation says: a poll, a count, the author of a post that is set in.

"One poll gave her a 7-point lead" is the poll's figure though nobody speaks;
a post ends with its author ("— Ora Quill (@oraquill)"), who says all of it.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

_SIGNED = re.compile(r"(?:—|--|-) ?(?P<name>[^\n—()]{2,50}?) \(@ ?\w+\)")
_BODY = r"(?:polls?|surveys?|census|tax returns|tax records|tally|average|study|studies|reports?|records|estimates?|projections?)"
_GIVES = re.compile(
    rf"\b(?P<name>(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Rr]ecent|new|latest|internal|exit|[A-Z][\w'&./-]*) ){{0,6}}{_BODY})(?: [a-z]+){{0,2}} "
    r"(?:gave|given|gives|had|has|put|puts|placed|shows?|showed|showing|found|finds|counted|counts)\b",
)
_IN = re.compile(
    rf"\b(?:in|on|by) (?P<name>(?:an? |the )?(?:recent |new |latest |most recent )?(?:[A-Z][\w'&./-]* ){{0,5}}{_BODY})\b(?! of (?:the )?(?:last|past))"
)
_AS = re.compile(
    r"\b[Aa]s (?:both )?(?P<name>(?:the )?[A-Z][\w'&.-]*(?: (?:[A-Z][\w'&.-]*|of|the|and))*) (?:has |have |had )?(?:reported|revealed|noted|found|showed|documented)\b"
)


def cited(doc: Doc, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The characters that name who is cited for a number at these characters of a paragraph, or none.

    ``text`` is the paragraph with its long dashes.
    """
    if (signed := _SIGNED.search(text, end)) is not None:
        return signed.span("name")
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return None
    sentence = tokens.sent
    for pattern in (_GIVES, _AS):
        if (found := pattern.search(text, sentence.start_char, start)) is not None:
            return found.span("name")
    found = _IN.search(text, end, sentence.end_char)
    return None if found is None else found.span("name")
