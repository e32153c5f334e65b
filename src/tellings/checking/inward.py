"""The check turned inward: the quotations of an article's headline, subheading and captions against its own body.

Only the article itself is asked. A headline may be set in capitals and may
quote a part; that is exact. What stands in the body without quotation marks is
told as that: a headline's marks around the reporter's words are no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tellings.checking.check import Checked, Source, check, judged
from tellings.checking.draft import SHORTEST
from tellings.checking.index import QuoteIndex
from tellings.checking.printed import Printed, of_article, of_reading
from tellings.linking.utterances.words import Wording
from tellings.reading.attribution import marks
from tellings.reading.paragraphs import Paragraph, paragraphs
from tellings.values import Article, BlockKind, Edit, Reading, Span

HEADS: Final[frozenset[BlockKind]] = frozenset({"title", "deck", "caption"})
"""What is laid beside the body. A caption's words also bear out a headline."""

WHERE: Final = {"title": "headline", "deck": "subheading", "caption": "caption"}
"""What those blocks are called in a sentence."""

_RUN = 3  # words; in one article even few words together are not there by chance


@dataclass(frozen=True, slots=True)
class Heading:
    """One quotation of a headline, subheading or caption (``block``), and what became of it in the article's own body.

    ``span`` is its place in the article's text; none for a headline that is told beside the text (a field of a record).
    """

    article: Article
    block: BlockKind
    span: Span | None
    checked: Checked


def headings(article: Article, reading: Reading | None = None) -> tuple[Heading, ...]:
    """The quotations above and beside an article's body, each checked against it, in the order of the text.

    A reading joins quotations that an attribution parts and names their speakers; without one, marks alone are looked
    at. An article without a body has nothing to be checked against, and gives nothing.
    """
    found = paragraphs(article)
    quotes = [*_beside(article, found), *(quote for paragraph in found for quote in _quotes(article, paragraph))]
    if not quotes or not any(paragraph.block == "body" for paragraph in found):
        return ()
    body = [*_printed(article, reading), *_unmarked(article, found)]
    return tuple(
        heading for quote in quotes for heading in [_heading(article, quote, body)] if not _term(heading.checked)
    )


@dataclass(frozen=True, slots=True)
class _Quote:
    block: BlockKind
    span: Span | None
    wording: Wording


def _beside(article: Article, found: tuple[Paragraph, ...]) -> Iterator[_Quote]:
    """The quotations of a headline that does not stand in the text."""
    if article.title is None or any(paragraph.block == "title" for paragraph in found):
        return
    title = article.title.value
    for marked in marks.find(title):
        if marked.words(title) >= SHORTEST:
            yield _Quote("title", None, Wording.of(title, (Span(marked.inner_start, marked.inner_end),)))


def _quotes(article: Article, paragraph: Paragraph) -> Iterator[_Quote]:
    if paragraph.block in HEADS:
        for marked in marks.find(paragraph.text):
            if marked.words(paragraph.text) >= SHORTEST:
                span = paragraph.span_of(marked.inner_start, marked.inner_end)
                yield _Quote(paragraph.block, span, Wording.of(article.text, (span,)))


def _printed(article: Article, reading: Reading | None) -> Iterator[Printed]:
    """The quotations of the article: as read, and any marks that the reading passed over."""
    read = list(of_reading(reading)) if reading else []
    taken = {piece for printed in read for piece in printed.pieces}
    yield from read
    yield from (printed for printed in of_article(article) if not taken & set(printed.pieces))


def _unmarked(article: Article, found: tuple[Paragraph, ...]) -> Iterator[Printed]:
    """Each paragraph as words without marks."""
    for paragraph in found:
        if paragraph.text.strip():
            pieces = paragraph.spans(0, len(paragraph.text))
            line = " ".join(piece.of(article.text) for piece in pieces)
            yield Printed(
                article.file, article.record, article.digest, None, None, pieces, line,
                reported=True, block=paragraph.block,
            )  # fmt: skip


def _heading(article: Article, quote: _Quote, body: list[Printed]) -> Heading:
    bearing = {"body"} if quote.block == "caption" else {"body", "caption"}
    index = QuoteIndex()
    index.add(printed for printed in body if printed.block in bearing)
    checked = check(quote.wording, index, run=_RUN)
    sources = [_without_capitals(article, quote, source) for source in checked.sources]
    if sources:
        return Heading(article, quote.block, quote.span, judged(checked, sources))
    reason = "the body below does not print these words, nor most of them in this order"
    return Heading(article, quote.block, quote.span, replace(checked, reason=reason))


def _term(checked: Checked) -> bool:
    """Whether the marks stand around a name, which the body prints without marks and with all its capitals."""
    nearest = checked.sources[0] if checked.sources else None
    if nearest is None or not nearest.unmarked:
        return False
    wanted = {word.folded for word in Wording.of(checked.line, (Span(0, len(checked.line)),)).words}
    line = nearest.printed.line
    there = [word.span.of(line) for word in nearest.printed.wording.words if word.folded in wanted]
    return all(word[:1].isupper() for word in there)


def _without_capitals(article: Article, quote: _Quote, source: Source) -> Source:
    """A source without the edits that only a headline's capitals are."""
    return replace(source, edits=tuple(edit for edit in source.edits if not _capital(article, quote, edit)))


def _capital(article: Article, quote: _Quote, edit: Edit) -> bool:
    if edit.kind != "spelling or punctuation" or edit.lead is None or edit.here is None:
        return False
    one, other = edit.lead.of(article.text), edit.here.of(quote.wording.text)
    return one.casefold().replace("’", "'") == other.casefold().replace("’", "'")
