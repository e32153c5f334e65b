"""What a text tells of itself: its headline, its author, its outlet, the day it was printed.

Only what the words say is told, with the words that say it. A paper that is cited
is not the outlet; the first date of a text is not its publication date; where
nothing tells, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from tellings.intake import days
from tellings.intake.blocks import head
from tellings.intake.facts import Facts
from tellings.intake.outlets import find
from tellings.values import Block, Known, Published, Span

_CHANGED = re.compile(r"\b(?:updated?|modified|corrected|amended)\b", re.IGNORECASE)
_DATE = re.compile(days.WRITTEN, re.IGNORECASE)
_CLOCK = re.compile(r"T\d{2}:\d{2}")


def read(text: str, blocks: Sequence[Block], *, url: str | None = None, outlet: bool = True) -> Facts:
    """What the blocks of a text (and the address of its page) tell; ``outlet``: whether it is asked for its outlet."""
    dates = list(_dates(text, blocks))
    return Facts(
        outlet=(find(text, blocks) or _of_address(url)) if outlet else None,
        title=_title(text, blocks),
        byline=_byline(text, blocks),
        published=next((published for changed, published in dates if not changed), None),
        modified=next((published for changed, published in dates if changed), None),
    )


def _title(text: str, blocks: Sequence[Block]) -> Known | None:
    block = next((block for block in blocks if block.kind == "title" and not block.repeat), None)
    if block is None:
        return None
    return Known(block.span.of(text), "stated", block.reason or "the headline", (block.span,))


def _byline(text: str, blocks: Sequence[Block]) -> Known | None:
    """The author that the article's own byline names; not that of a paragraph within."""
    body = next((block.span.start for block in blocks if block.kind == "body" and len(block.span) > 80), len(text))
    named = [block for block in blocks if block.kind == "byline"]
    block = next((block for block in named if block.span.start < body), named[0] if len(named) == 1 else None)
    if block is None:
        return None
    return Known(head.byline_name(block.span.of(text)), "stated", block.reason, (block.span,))


def _dates(text: str, blocks: Sequence[Block]) -> Iterator[tuple[bool, Published]]:
    """The dates that the page gives of the article: whether it is of a change, and the date."""
    for block in blocks:
        if block.kind not in {"metadata", "dateline", "byline", "note"}:
            continue
        words = block.span.of(text)
        for found in _DATE.finditer(words):
            changed = bool(_CHANGED.search(words[: found.start()]))
            if block.kind == "note" and not changed:
                continue
            read = days.parse(found[0])
            if read:
                span = Span(block.span.start + found.start(), block.span.start + found.end())
                yield changed, Published(read.earliest, read.latest, "stated", _reason(block), (span,), read.time)


def _reason(block: Block) -> str:
    return {
        "metadata": "a date line of the page",
        "dateline": "the date in the dateline",
        "byline": "the date beside the author's name",
    }.get(block.kind, "a note on changes")


def _of_address(url: str | None) -> Known | None:
    """The site, where nothing else tells the outlet."""
    host = (urlsplit(url).hostname or "") if url else ""
    site = host.removeprefix("www.")
    return Known(site, "inferred", "the site of the article's address") if "." in site else None
