"""An article as received, and what is known about it.

``Article.text`` is never changed: not a mark straightened, not a line joined.
What is not body is a ``Block`` of another kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.values.span import Span, Spans

BlockKind = Literal[
    "title",
    "deck",  # subheading or standfirst
    "byline",
    "dateline",
    "body",
    "caption",
    "credit",  # photo or agency credit
    "banner",  # site furniture: browser and cookie notices, navigation, sign-up lines
    "metadata",  # a field of the page that leaked into the text
    "note",  # about the article: its author, a correction, who contributed
    "junk",  # anything else that is not the article, also inside a sentence
]
"""What a block is. Every character that is not white space lies in exactly one block."""

How = Literal["given", "stated", "inferred"]
"""Given by the user (an option, a field, a metadata file); stated in the text; inferred from it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text of one kind; a paragraph of the body is a block of its own.

    ``repeat`` marks a title, caption or paragraph that was printed before in the same text.
    """

    kind: BlockKind
    span: Span
    reason: str = ""
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about an article: its value, how it is known, why, and the words that tell it."""

    value: str
    how: How
    reason: str = ""
    evidence: Spans = ()


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was printed: the first and the last ISO day that it may have been.

    The two are the same where the day is known. ``time`` is the ISO 8601 time of day, if any.
    """

    earliest: str
    latest: str
    how: How
    reason: str = ""
    evidence: Spans = ()
    time: str | None = None

    @property
    def day(self) -> str | None:
        """The ISO day, where it is known."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the text exactly as received and what is known about it.

    ``file`` is the path as given; ``record`` the line (from 1) in a file that holds many.
    ``digest`` is the SHA-256 of the source bytes (of the line, in a file that holds many).
    For HTML, ``text`` is the visible text and ``encoding`` that of the page. ``headlines``: all that a page
    gives of itself, each with its source; ``title`` is the one that its readers saw.
    """

    file: str
    text: str
    digest: str
    blocks: tuple[Block, ...]
    format: str = "text"
    encoding: str = "utf-8"
    record: int | None = None
    outlet: Known | None = None
    title: Known | None = None
    byline: Known | None = None
    url: str | None = None
    published: Published | None = None
    modified: Published | None = None
    language: str = "en"
    headlines: tuple[Known, ...] = ()
