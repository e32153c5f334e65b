"""The words of a comparison: outlets, days and printed words put into one plain sentence.

Only what an article prints stands between quotation marks, character for
character; where words had to be left out the marks close before the gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tellings.linking.lookup import day, outlet
from tellings.values import Span, Story, Telling

LONGEST = 160
"""Printed words longer than this are cut at a word."""


def printed(story: Story, article: int, span: Span) -> str:
    """The words of an article between marks; white space is shown as one space."""
    text = bare(" ".join(span.of(story.readings[article].article.text).split()))
    if len(text) <= LONGEST:
        return f"“{text}”"
    cut = text[:LONGEST].rsplit(" ", 1)[0]
    return f"“{cut[1:] if cut[0] in _PAIRS else cut}” …"


_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}


def bare(text: str) -> str:
    """The words without the marks around the whole of them, and without a last comma."""
    text = text.strip().rstrip(",;:")
    if len(text) > 2 and _PAIRS.get(text[0]) == text[-1] and text[0] not in text[1:-1] and text[-1] not in text[1:-1]:
        return text[1:-1].strip().rstrip(",;:")
    return text


def source(story: Story, article: int) -> str:
    """Who printed it, and on which day where that is known."""
    printed_on = day(story.readings[article].article)
    name = outlet(story.readings[article].article)
    return f"{name} ({printed_on})" if printed_on else name


def tells(story: Story, telling: Telling) -> str:
    """As in "The Courier (2031-05-02) prints “12 people”"."""
    return f"{source(story, telling.article)} prints {printed(story, telling.article, telling.span)}"


def enumerated(parts: Sequence[str]) -> str:
    """One, two and three."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def joined(parts: Iterable[str]) -> str:
    """Clauses in one sentence."""
    return "; ".join(parts)
