"""What is printed: one quotation in one article, with all that a check tells of it.

It comes from a reading, from an article of which nothing but the marks is looked
at (quick, and nobody is named), or from an export; always with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tellings.linking.utterances.printings import denied, printings_of
from tellings.linking.utterances.words import Wording
from tellings.reading.attribution import marks
from tellings.reading.paragraphs import paragraphs
from tellings.values import Article, Reading, Span, Spans

SHORTEST = 2
"""Words; one word in marks is a term."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that one article prints as somebody's.

    ``line`` is their stretches (``pieces``, in the article's text) joined by one space. ``speaker`` is a name, none where nobody is
    named; ``reported`` words stand without marks, ``denied`` ones as what the speaker does not say. ``digest`` is that of the article's source.
    """

    file: str
    record: int | None
    digest: str
    outlet: str | None
    day: str | None
    pieces: Spans
    line: str
    speaker: str | None = None
    reported: bool = False
    block: str = "body"
    denied: bool = False

    @property
    def wording(self) -> Wording:
        """The words, with the way back to the article's text."""
        return Wording.put_together(self.line, self.pieces, self.line)


def of_reading(reading: Reading) -> Iterator[Printed]:
    """All that an article prints of others, quoted or reported, with the fullest name it gives each speaker."""
    for marked in printings_of(reading):
        if len(marked.words) < SHORTEST:
            continue
        yield _printed(
            reading.article,
            marked.pieces,
            speaker=None if marked.speaker is None else reading.chains[marked.speaker].name,
            reported=marked.reported,
            block=reading.quotations[marked.quotations[0]].block,
            denied=marked.denied,
        )


def of_article(article: Article) -> Iterator[Printed]:
    """The words in quotation marks of an article that is not read: nobody is named."""
    for paragraph in paragraphs(article):
        for marked in marks.find(paragraph.text):
            if marked.words(paragraph.text) >= SHORTEST:
                piece = paragraph.span_of(marked.inner_start, marked.inner_end)
                yield _printed(article, (piece,), speaker=None, reported=False, block=paragraph.block)


def _printed(
    article: Article, pieces: Spans, *, speaker: str | None, reported: bool, block: str, denied: bool = False
) -> Printed:
    return Printed(
        file=article.file,
        record=article.record,
        digest=article.digest,
        outlet=article.outlet.value if article.outlet else None,
        day=article.published.day if article.published else None,
        pieces=pieces,
        line=" ".join(piece.of(article.text) for piece in pieces),
        speaker=speaker,
        reported=reported,
        block=block,
        denied=denied,
    )


def of_export(exported: Mapping[str, Any]) -> Iterator[Printed]:
    """The printings and the reported speech of an export (``story.json``), with the speakers that it names."""
    articles = {row["id"]: row for row in exported["articles"]}
    names = {row["id"]: row["name"] for row in exported["entities"]}
    quotes = {row["id"]: row for row in exported["quotes"]}
    done: set[str] = set()
    for utterance in exported["utterances"]:
        for number, telling in enumerate(utterance["tellings"]):
            parts = telling["parts"] or [number]
            if parts[0] != number:
                continue
            rows = [utterance["tellings"][part] for part in parts]
            done.update(row["quote"] for row in rows)
            quote = quotes[telling["quote"]]
            speaker = quote["speaker"] or utterance["speaker"]
            yield _exported(articles[telling["article"]], [row["span"] for row in rows], quote, names.get(speaker))
    for quote in exported["quotes"]:
        if quote["id"] not in done:
            spans = [[quote["content"][0][0], quote["content"][-1][1]]]
            yield _exported(articles[quote["article"]], spans, quote, names.get(quote["speaker"]))


def _exported(
    article: Mapping[str, Any], spans: list[list[int]], quote: Mapping[str, Any], speaker: str | None
) -> Printed:
    pieces = tuple(Span(start, end) for start, end in spans)
    return Printed(
        file=article["file"],
        record=article["record"],
        digest=article["digest"],
        outlet=article["outlet"]["value"] if article["outlet"] else None,
        day=article["published"]["day"] if article["published"] else None,
        pieces=pieces,
        line=" ".join(piece.of(article["text"]) for piece in pieces),
        speaker=speaker,
        reported=quote["manner"] == "indirect",
        block=quote["block"],
        denied=quote["manner"] == "indirect" and denied(article["text"][start:end] for start, end in quote["cue"]),
    )
