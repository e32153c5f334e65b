"""The words of a comparison: outlets, days and printed words put into one plain sentence.

Only what an article prints stands between quotation marks, character for
character; where words had to be left out the marks close before the gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tellings.linking.lookup import outlet
from tellings.values import Span, Story, Telling

LONGEST = 160
"""Printed words longer than this are cut at a word."""


def printed(story: Story, article: int, span: Span) -> str:
    """The words of an article between marks; white space is shown as one space."""
    text = bare(" ".join(span.of(story.readings[article].article.text).split()))
    cut = text if len(text) <= LONGEST else lone(text[:LONGEST].rsplit(" ", 1)[0])
    left, right = ("‘", "’") if cut[0] in _DOUBLE or cut[-1] in _DOUBLE else ("“", "”")
    return f"{left}{cut}{right}{' …' if cut != text else ''}"


_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}
_CLOSING = {right: left for left, right in _PAIRS.items()}
_DOUBLE = '“”"„'
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")


def bare(text: str) -> str:
    """The words without the marks around the whole of them, without a mark that lacks its other half, and without a last comma."""
    text = text.strip().rstrip(",;:")
    inner = _APOSTROPHE.sub("", text[1:-1])
    if len(text) > 2 and _PAIRS.get(text[0]) == text[-1] and text[0] not in inner and text[-1] not in inner:
        return text[1:-1].strip().rstrip(",;:")
    return lone(text)


def lone(text: str) -> str:
    """The words without a mark at either end that is never closed, or was never opened, in them."""
    signs = _APOSTROPHE.sub("", text)
    if len(text) > 1 and text[0] in _PAIRS and _PAIRS[text[0]] not in signs[1:]:
        return lone(text[1:].strip())
    if len(text) > 1 and text[-1] in _CLOSING and text[-1] not in {"’", "'"} and _CLOSING[text[-1]] not in signs[:-1]:
        return text[:-1].strip().rstrip(",;:")
    return text


def capitalised(text: str) -> str:
    """The text with a capital at its front, for the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def texts(story: Story) -> list[int]:
    """For every article the text it prints: copies of one origin have one number."""
    number = list(range(len(story.readings)))
    for origin in story.origins:
        for article in origin.articles:
            number[article] = min(origin.articles)
    return number


def source(story: Story, article: int) -> str:
    """Who printed it, and on which day where that is known."""
    published = story.readings[article].article.published
    name = outlet(story.readings[article].article)
    if published is None:
        return name
    day = published.earliest if published.day else f"between {published.earliest} and {published.latest}"
    return f"{name} ({day})"


def tells(story: Story, telling: Telling) -> str:
    """As in "The Courier (2031-05-02) prints “12 people”"."""
    return f"{source(story, telling.article)} prints {printed(story, telling.article, telling.span)}"


def enumerated(parts: Sequence[str]) -> str:
    """One, two and three."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def joined(parts: Iterable[str]) -> str:
    """Clauses in one sentence."""
    return "; ".join(parts)
