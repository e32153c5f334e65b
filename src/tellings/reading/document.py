"""An article made ready for the parts: its paragraphs and their parse.

A ``Document`` lives as long as one reading; only values leave the room.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tellings.reading.paragraphs import Paragraph
from tellings.values import Article, Span, Spans


@dataclass(frozen=True, slots=True)
class Document:
    """An article, its paragraphs and, for each, the parse of its plain text (same offsets)."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    docs: tuple[Doc, ...]

    def spans(self, paragraph: Paragraph, tokens: TokenSpan | Token) -> Spans:
        """The places in the article of tokens of that paragraph."""
        start, end = _bounds(tokens)
        return paragraph.spans(start, end)

    def span(self, paragraph: Paragraph, tokens: TokenSpan | Token) -> Span:
        """The one stretch of the article that covers tokens of that paragraph."""
        start, end = _bounds(tokens)
        return paragraph.span_of(start, end)


def _bounds(tokens: TokenSpan | Token) -> tuple[int, int]:
    if isinstance(tokens, Token):
        return tokens.idx, tokens.idx + len(tokens)
    return tokens.start_char, tokens.end_char
