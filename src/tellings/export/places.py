"""Places as rows: every one with the words that stand there, so that a reader needs no offsets and both can be proved."""

from __future__ import annotations

from typing import Any

from tellings.export.ids import article_id
from tellings.values import Span, Spans, Story, Telling

Row = dict[str, Any]
"""One JSON object."""


def text_of(story: Story, article: int) -> str:
    """The text of an article, exactly as received."""
    return story.readings[article].article.text


def span_row(span: Span) -> list[int]:
    """Where it begins and ends, in code points, half open."""
    return [span.start, span.end]


def span_rows(spans: Spans) -> list[list[int]]:
    """Each of several spans."""
    return [span_row(span) for span in spans]


def number_of(value: float | None) -> float | int | None:
    """A whole number without its decimal point: 433, not 433.0."""
    return int(value) if value is not None and value == int(value) else value


def printed_row(text: str, span: Span | None) -> Row | None:
    """A span of a known article with its words, if there is one."""
    return None if span is None else {"span": span_row(span), "text": span.of(text)}


def place_row(story: Story, telling: Telling) -> Row:
    """Where something is told, and in which words."""
    return {
        "article": article_id(telling.article),
        "span": span_row(telling.span),
        "text": telling.span.of(text_of(story, telling.article)),
    }


def telling_row(story: Story, telling: Telling) -> Row:
    """A place with the reason why it stands here."""
    return {**place_row(story, telling), "reason": telling.reason}
