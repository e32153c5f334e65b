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

from tellings.values import Block, Known, Span

_WORD = r"(?:[A-Z][\w&’'.-]*\w|[A-Z])"
_NAME = rf"{_WORD}(?: (?:(?:of|and|&|the|for) )?{_WORD}){{0,5}}"
_MEDIUM = (
    r"(?:News|Times|Post|Tribune|Herald|Journal|Gazette|Chronicle|Mail|Observer|Today|Magazine|Radio|TV|Television|Press|Star|Sun|Courier"
    r"|Echo|Argus|Standard|Independent|Telegraph|Review|Weekly|Network|Broadcasting|Media|Wire|Online|Register|Record|Examiner|Inquirer"
    r"|Dispatch|Bulletin|Sentinel|Globe|Daily|Express|Mirror|Monitor|Reporter|Advertiser|Ledger|Leader|Messenger|Voice|Digest|Agency|Sports?)"
)
_OUTLET = rf"(?:[Tt]he )?(?P<name>(?:{_NAME} )?{_MEDIUM}(?: (?:of )?{_WORD}){{0,2}}|[A-Z]{{2,5}}(?: (?:News|Sports?|TV|Radio))?)(?![\w’'])"

_COPYRIGHT = re.compile(
    rf"(?:Copyright|©|\([Cc]\))\s*(?:©|\([Cc]\))?\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s*)?(?:[Bb]y )?(?P<name>(?:The )?{_NAME})",
)
_ADDRESSED = re.compile(
    rf"\b(?:in (?:a|an|his|her|their)(?: \w+)? (?:statement|interview|e-?mail|message|letter|response|comment|phone call)s? (?:to|with|sent to|given to|provided to|obtained by)|(?:in|during) an interview (?:with|on)|in comments to|in remarks to|speaking to|spoke (?:exclusively )?(?:to|with)) {_OUTLET}",
)
_OWN = re.compile(
    rf"{_OUTLET} (?:has learned|has learnt|can (?:exclusively )?reveal|has seen|understands that|has obtained)\b"
)
_TOLD = re.compile(rf"\btold {_OUTLET}(?! (?:reporters?|journalists?|that time))")
_FIRST = re.compile(
    rf"(?i:\bthis (?:article|story|piece|report|column) (?:was )?(?:originally |first )?(?:appeared|published|posted|printed) (?:in|on|at|by) (?:the )?)(?P<name>{_NAME})"
)
_CITED = (
    re.compile(rf"(?i:\b(?:according to|reported by|as reported in|reports|cited by|citing|quoted by)) {_OUTLET}"),
    re.compile(rf"{_OUTLET} (?:reported|reports|first reported)\b"),
)
_AGENCY = re.compile(r"\((?P<name>[A-Z][\w .&-]+)\)")


class Sign(NamedTuple):
    """One place that points at an outlet."""

    name: str
    span: Span
    reason: str


def find(text: str, blocks: Sequence[Block]) -> Known | None:
    """The outlet, inferred from what the text says; none where it says nothing or names several."""
    return _copyright(text, blocks) or _first_printed(text, blocks) or _addressed(text, blocks) or _agency(text, blocks)


def _copyright(text: str, blocks: Sequence[Block]) -> Known | None:
    return _one(
        [
            sign
            for block in blocks
            if block.kind == "banner"
            for sign in _signs(text, block, _COPYRIGHT, "the copyright line names it")
        ]
    )


def _first_printed(text: str, blocks: Sequence[Block]) -> Known | None:
    return _one(
        [
            sign
            for block in blocks
            if block.kind == "note"
            for sign in _signs(text, block, _FIRST, "a note says where it was printed")
        ]
    )


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
    for found in pattern.finditer(text, block.span.start, block.span.end):
        start, end = found.span("name")
        yield Sign(found["name"], Span(start, end), reason)


def _one(signs: Sequence[Sign]) -> Known | None:
    """The outlet on which all signs agree."""
    if len({sign.name for sign in signs}) != 1:
        return None
    return Known(signs[0].name, "inferred", signs[0].reason, tuple(sign.span for sign in signs))
