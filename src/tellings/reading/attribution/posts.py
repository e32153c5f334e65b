"""Posts of a network that an article prints whole: a paragraph that ends in who signs it, with a handle and mostly a day.

"The pier is shut. — Nora Feld (@norafeld) March 4, 2024": all before the dash is
what the account printed, though no marks are around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.reading.attribution.found import Found
from tellings.reading.document import Document
from tellings.reading.language import text_of

_SIGNED = re.compile(
    r"\s*[—–-]{1,2}\s?(?P<name>[^()\n—–]{2,50}?) \(@\w{1,30}\)"
    r"(?:,? (?:on )?(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4}))?"
)
_ADDRESSES = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+$")
_WORD = re.compile(r"\w{2}")


def posts(document: Document) -> dict[int, tuple[Found, ...]]:
    """The posts of every paragraph that is nothing but signed posts, by the paragraph's number."""
    found: dict[int, tuple[Found, ...]] = {}
    for paragraph, doc in zip(document.paragraphs, document.docs, strict=True):
        text = text_of(doc)
        signed = list(_SIGNED.finditer(text))
        if paragraph.block == "body" and signed and not text[signed[-1].end() :].strip():
            found[paragraph.number] = tuple(_posts(text, document, paragraph.number, signed))
    return {number: own for number, own in found.items() if own}


def _posts(text: str, document: Document, number: int, signed: list[re.Match[str]]) -> Iterator[Found]:
    start = 0
    for signature in signed:
        before = text[start : signature.start()]
        first = start + len(before) - len(before.lstrip())
        last = first + len(_ADDRESSES.sub("", before.strip()))
        start = signature.end()
        source = signature.span("name")
        head = [token for token in document.docs[number] if source[0] <= token.idx < source[1]]
        if head and _WORD.search(text[first:last]):
            yield Found(((first, last),), (), (source,), head[-1], "the post is signed with this name")
