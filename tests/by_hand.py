"""Articles, readings and stories made by hand: every place is found by its words, so that no test counts characters."""

from __future__ import annotations

import hashlib

from tellings.values import Article, Block, Figure, Known, Published, Reading, Sentence, Span, Story


def article(name: str, body: str, *, day: str | None = None, title: str = "") -> Article:
    """An invented article: a title line, if any, and one paragraph a line."""
    text = f"{title}\n{body}" if title else body
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = "title" if title and start == 0 else "body"
        blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(
        file=f"{name.lower().replace(' ', '-')}.txt",
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(blocks),
        outlet=Known(name, "given"),
        title=Known(title, "stated") if title else None,
        published=Published(day, day, "given") if day else None,
    )


def at(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def figure(text: str, words: str, value: float, **fields: object) -> Figure:
    """A figure at its words; ``counted`` and ``where`` are given by their words too."""
    for name in ("counted", "where"):
        if isinstance(fields.get(name), str):
            fields[name] = at(text, str(fields[name]))
    span = at(text, words)
    return Figure(span=span, number=span, value=value, **fields)  # type: ignore[arg-type]


def reading(article: Article, *figures: Figure, **fields: object) -> Reading:
    """The reading of an article whose every block is one sentence."""
    sentences = tuple(Sentence(block.span, block.kind, number) for number, block in enumerate(article.blocks))
    return Reading(article, sentences=sentences, figures=figures, **fields)  # type: ignore[arg-type]


def story(*readings: Reading, **fields: object) -> Story:
    """A story of readings, in the order given."""
    return Story("", readings, **fields)  # type: ignore[arg-type]
