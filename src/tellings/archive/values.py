"""What an archive hands out: places in it, stories in a line, hits of a search. The numbers are the archive's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.values import Span

LineKind = Literal["article", "headline", "quote", "figure", "event"]
"""What a search can find: whole articles, or lines of one kind."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an article stands in the archive: its number, that of this text, and which revision it is (from 1).

    ``key`` is what the article is called in every archive.
    """

    article: int
    key: str
    revision: int
    number: int
    newest: bool = True


@dataclass(frozen=True, slots=True)
class Why:
    """What makes an article belong to its story.

    ``nearest`` is the article that it is most alike ("a12"), ``likeness`` how far, from 0 to 1; ``names`` and ``words`` are what
    it shares with it, as printed, rarest first. All empty for an article that opened the story, or was put there ``by_hand``.
    """

    nearest: str | None = None
    likeness: float = 0.0
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Into which story an article goes: ``story`` is what the grouping calls it, ``score`` how surely (0 to 1), and why."""

    article: int
    story: str
    score: float = 1.0
    why: Why = Why()


@dataclass(frozen=True, slots=True)
class Member:
    """An article in a story of the archive, by its number."""

    article: int
    story: int
    score: float
    why: Why


@dataclass(frozen=True, slots=True)
class Grouped:
    """What the grouping of stories keeps of one article, in its own order; only ``story`` ever changes."""

    position: int
    key: str
    story: str
    signature: bytes
    links: bytes


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing that a settling did: which stories it took apart, put together or moved articles between, and why."""

    kind: str
    stories: tuple[int, ...]
    articles: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class CopyOf:
    """An article that prints the text of another, or a part of it: ``origin`` is the one that all of them are counted under."""

    article: int
    origin: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line: headline of its first article, counts, and the days of print.

    ``origins`` counts independent texts: an article and its copies are one.
    """

    id: int
    title: str | None
    articles: int
    outlets: int
    origins: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: words, and what must hold of the article or the line.

    All ``words`` must stand in what is found; words in double quotation marks must stand together. ``about`` is the same for what was said, and goes
    with ``speaker``. ``first`` and ``last`` are ISO days, partial ones as well ("2024-05"). ``meaning`` is a
    method and the vector of what is meant: with it, articles near in meaning are found too.
    """

    words: str = ""
    kind: LineKind = "article"
    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    speaker: str | None = None
    entity: str | None = None
    story: int | None = None
    meaning: tuple[str, bytes] | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: in which article, at which place, and the words that stand there.

    ``matches`` are the words that were looked for, inside ``span``. ``by`` says how it was found, ``cue`` are the words that
    attribute a quotation.
    """

    article: int
    kind: LineKind
    span: Span
    text: str
    matches: tuple[Span, ...]
    score: float
    outlet: str | None
    title: str | None
    day: str | None
    story: int | None
    file: str
    record: int | None
    speaker: str | None = None
    certainty: str | None = None
    by: tuple[Literal["words", "meaning"], ...] = ("words",)
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an archive holds."""

    articles: int
    revisions: int
    stories: int
    quotes: int
    figures: int
