"""Which outlet printed a text, where its own words tell.

There is no list of outlets here. A copyright line names one; so does a person
who speaks "in a statement to" it, or a reporter's "has learned". A paper that is
cited ("according to the ...") is another one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tellings.intake import days
from tellings.intake.media import MASTHEAD, MEDIUM, NAME, OUTLET
from tellings.values import Block, BlockKind, Known, Span

_COPYRIGHT = re.compile(
    rf"(?:Copyright|©|\([Cc]\))\s*(?:©|\([Cc]\))?\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s*)?(?:[Bb]y )?(?P<name>(?:The )?{NAME})",
)
_ADDRESSED = re.compile(
    rf"\b(?:[Ii]n (?:a|an|his|her|their)(?: \w+)? (?:statement|interview|e-?mail|message|letter|response|comment|phone call)s? (?:to|with|sent to|given to|provided to|obtained by)|(?:[Ii]n|[Dd]uring) an interview (?:with|on)|[Ii]n comments to|[Ii]n remarks to|[Ss]peaking to|spoke (?:exclusively )?(?:to|with)) {OUTLET}",
)
_OWN = re.compile(
    rf"{OUTLET} (?:has learned|has learnt|can (?:exclusively )?reveal|has seen|understands that|has obtained)\b"
)
_TOLD = re.compile(rf"\btold {OUTLET}(?! (?:reporters?|journalists?|that time))")
_FIRST = re.compile(
    rf"(?i:\bthis (?:article|story|piece|report|column) (?:was )?(?:originally |first )?(?:appeared|published|posted|printed) (?:in|on|at|by) (?:the )?)(?P<name>{NAME})"
)
_CITED = (
    re.compile(rf"(?i:\b(?:according to|reported by|as reported in|reports|cited by|citing|quoted by)) {OUTLET}"),
    re.compile(rf"{OUTLET} (?:reported|reports|first reported)\b"),
)
_SURE = {
    _OWN: ("has learn", "reveal", "has seen", "understands that", "has obtained"),
    _TOLD: ("told ",),
    _CITED[1]: ("report",),
}
"""Words without which a form that begins with a name cannot fit: looking for them first spares most of the time."""
_MASTHEAD = re.compile(rf"(?P<name>(?:The )?(?:{NAME} )?{MEDIUM})\s*[,|·•—–-]\s*(?:\w+day,? )?{days.WRITTEN}")
_BESIDE_AUTHOR = re.compile(rf",\s+(?:for |of )?(?:{OUTLET})\.?$")
_AGENCY = re.compile(r"\((?P<name>[A-Z][\w .&-]+)\)")


class Sign(NamedTuple):
    """One place that points at an outlet."""

    name: str
    span: Span
    reason: str


def find(text: str, blocks: Sequence[Block]) -> Known | None:
    """The outlet, inferred from what the text says; none where it says nothing or names several."""
    witnesses = (_masthead, _copyright, _first_printed, _addressed, _beside_author, _agency)
    return next((known for witness in witnesses if (known := witness(text, blocks))), None)


def _in_blocks(text: str, blocks: Sequence[Block], kind: BlockKind, form: re.Pattern[str], reason: str) -> Known | None:
    """The one outlet that blocks of a kind name in a form."""
    return _one([sign for block in blocks if block.kind == kind for sign in _signs(text, block, form, reason)])


def _masthead(text: str, blocks: Sequence[Block]) -> Known | None:
    alone = [block for block in blocks if block.kind == "metadata" and MASTHEAD.fullmatch(block.span.of(text))]
    if len(alone) == 1:
        span = alone[0].span
        return Known(span.of(text), "inferred", "it stands by itself at the top", (span,))
    return _in_blocks(text, blocks, "metadata", _MASTHEAD, "the line with the date names it")


def _beside_author(text: str, blocks: Sequence[Block]) -> Known | None:
    return _in_blocks(text, blocks, "byline", _BESIDE_AUTHOR, "it stands beside the author's name")


def _copyright(text: str, blocks: Sequence[Block]) -> Known | None:
    return _in_blocks(text, blocks, "banner", _COPYRIGHT, "the copyright line names it")


def _first_printed(text: str, blocks: Sequence[Block]) -> Known | None:
    return _in_blocks(text, blocks, "note", _FIRST, "a note says where it was printed")


def _addressed(text: str, blocks: Sequence[Block]) -> Known | None:
    """The outlet that those who speak are said to have spoken to; not one that the text cites as a source."""
    body = [block for block in blocks if block.kind == "body"]
    spoken = [
        sign for block in body for sign in _signs(text, block, _ADDRESSED, "those who speak are said to speak to it")
    ]
    own = [sign for block in body for sign in _signs(text, block, _OWN, "the text says that it found this out")]
    told = [sign for block in body for sign in _signs(text, block, _TOLD, "those who speak are said to have told it")]
    often = Counter(sign.name for sign in told)
    signs = own + spoken + [sign for sign in told if often[sign.name] > 1]
    cited = {sign.name for block in body for pattern in _CITED for sign in _signs(text, block, pattern, "")}
    return _one([sign for sign in signs if sign.name not in cited])


def _agency(text: str, blocks: Sequence[Block]) -> Known | None:
    return _one(
        [
            sign
            for block in blocks
            if block.kind == "dateline"
            for sign in _signs(text, block, _AGENCY, "the dateline names it")
        ]
    )


def _signs(text: str, block: Block, pattern: re.Pattern[str], reason: str) -> Iterator[Sign]:
    if pattern in _SURE and not any(word in block.span.of(text) for word in _SURE[pattern]):
        return
    for found in pattern.finditer(text, block.span.start, block.span.end):
        start, end = found.span("name")
        yield Sign(found["name"], Span(start, end), reason)


def _one(signs: Sequence[Sign]) -> Known | None:
    """The outlet on which all signs agree."""
    if len({sign.name for sign in signs}) != 1:
        return None
    return Known(signs[0].name, "inferred", signs[0].reason, tuple(sign.span for sign in signs))
