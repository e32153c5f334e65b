"""What of an article is read: its paragraphs without the junk, with the way back to the text.

A paragraph is one block that says something (title, deck, caption, body).
Junk inside a sentence is passed over, so the words on both sides meet; every
character still knows where it stands in ``article.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.values import Article, Block, BlockKind, Span, Spans, stretches

READ: frozenset[BlockKind] = frozenset({"title", "deck", "caption", "body"})
"""The kinds of block that are read. A repeated block says nothing new and is passed over."""

# One sign for one sign, so that no offset moves: the language model was trained on plain marks and spaces.
_PLAIN = str.maketrans("’‘“”\u00a0\u2009\u200a\u202f\u2007\u2500\u2015\u2014\u2013", "''\"\"     ----")


def plain(text: str) -> str:
    """The text with typographic marks and spaces made plain, character for character."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``text`` is what is read, ``pieces`` the stretches of the article it is made of."""

    number: int
    block: BlockKind
    text: str
    pieces: Spans

    @property
    def plain(self) -> str:
        """The text with typographic marks and spaces made plain, character for character."""
        return plain(self.text)

    @property
    def span(self) -> Span:
        """From the first to the last character in the article, junk inside included."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def spans(self, start: int, end: int) -> Spans:
        """The places in the article of ``text[start:end]``: several where junk lies between."""
        return stretches(self.pieces, start, end)

    def span_of(self, start: int, end: int) -> Span:
        """The one stretch of the article from the first to the last character of ``text[start:end]``."""
        spans = self.spans(start, end)
        return Span(spans[0].start, spans[-1].end)

    def offset(self, place: int) -> int:
        """The position in ``text`` of a place in the article; of the next character read, where it was passed over."""
        offset = 0
        for piece in self.pieces:
            if place < piece.end:
                return offset + max(0, place - piece.start)
            offset += len(piece)
        return offset


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in the order of its text."""
    return tuple(
        Paragraph(
            number, group[0].kind, "".join(block.span.of(article.text) for block in group), tuple(b.span for b in group)
        )
        for number, group in enumerate(_groups(article))
    )


def _groups(article: Article) -> Iterator[list[Block]]:
    """Blocks that are read, those of one kind on one line together: only junk parts them."""
    group: list[Block] = []
    for block in sorted(article.blocks, key=lambda block: block.span):
        if block.kind not in READ or block.repeat:
            continue
        if group:
            between = article.text[group[-1].span.end : block.span.start]
            if block.kind == group[0].kind and "\n" not in between and "\r" not in between:
                group.append(block)
                continue
            yield group
        group = [block]
    if group:
        yield group


def paragraph_at(found: Sequence[Paragraph], place: int) -> Paragraph | None:
    """The paragraph that holds a place of the article, if one does."""
    index = bisect_right(found, place, key=lambda paragraph: paragraph.pieces[0].start) - 1
    return found[index] if index >= 0 and place < found[index].span.end else None
