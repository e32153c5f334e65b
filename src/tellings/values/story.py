"""What several articles say, linked: every linked thing is a set of tellings, each with its reason.

``article`` is always a position in ``Story.readings``, which stand in one
order whatever the order of arrival.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.values.reading import EntityKind, Form, Reading
from tellings.values.span import Span

EditKind = Literal[
    "cut at the front",
    "cut in the middle",
    "cut at the end",
    "words added",
    "word replaced",
    "bracketed word",
    "ellipsis",
    "order changed",
    "tense or person shifted",
    "spliced from two utterances",
    "paraphrase",
    "spelling or punctuation",
]

Sense = Literal["negation", "hedge", "condition", "number", "name"]
"""What a small change of words may change in what is said. A date is a number."""

ComparisonKind = Literal["conflict", "update", "agree", "different", "altered", "only one reports", "headline", "first"]
"""Different: figures that look like one and are of two things, each true by itself."""

Relation = Literal[
    "same value",
    "rounded",
    "bound satisfied",
    "update",
    "revised",
    "conflict",
    "another year",  # one comparison ("more than A and B"), told of two years
    "different place",
    "different period",
    "different definition",  # the killed and the injured
    "percent and percentage points",
    "part and whole",
    "altered",  # the quotation of a headline: the body prints it in other words
    "without quotation marks",
    "not found",
]
"""What two figures have to do with one another, or a headline's quotation with the body. Of figures, the kind of
comparison says whether both can be true."""


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One place in one article, and why it belongs where it stands."""

    article: int
    span: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention of an entity in one article: ``mention`` is a position in that reading's mentions."""

    telling: Telling
    mention: int
    form: Form


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or group under all its names, across articles."""

    name: str
    kind: EntityKind
    roles: tuple[str, ...]
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference of a printing from the fullest one.

    ``lead`` is the place in the leading
    printing's article and ``here`` in this printing's; one of them may be none. ``source`` is where words
    spliced in stand in the fullest printing of the other utterance.
    """

    kind: EditKind
    lead: Span | None
    here: Span | None
    source: Telling | None = None


@dataclass(frozen=True, slots=True)
class MeaningWarning:
    """A word that turns the meaning, lost from the fullest printing, gained, or changed for another, and where it stands."""

    sense: Sense
    change: Literal["lost", "gained", "changed"]
    lead: Span | None
    here: Span | None


@dataclass(frozen=True, slots=True)
class Printing:
    """One stretch of a printing of an utterance: the words inside the marks, and the quotation they stand in.

    Most printings are one stretch. Where an attribution stands inside, each stretch is a row of its own and ``parts``
    names all of them in their order, as positions in ``Utterance.printings``; the edits of all parts together turn the
    fullest printing into this one.
    """

    telling: Telling
    quotation: int
    edits: tuple[Edit, ...] = ()
    warnings: tuple[MeaningWarning, ...] = ()
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, and every printing of it.

    ``speaker`` is a position in ``Story.entities``;
    ``lead`` (the fullest, or its first part) and ``first`` (the earliest in print, where that can be told) are
    positions in ``printings``.
    """

    speaker: int | None
    printings: tuple[Printing, ...]
    lead: int
    first: int | None


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """Figures of the same thing in several places.

    What is counted, in one noun, and the
    ``(article, figure)`` positions with the reason for each.
    """

    counted: str
    tellings: tuple[Telling, ...]
    figures: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An outlet's first telling of an event in print.

    ``telling`` is a position in ``Event.tellings``. ``rank`` is 1 for who had it first, the same for two of one day, and
    none where the days of print do not tell, or where it is only announced; ``corrections`` are the outlet's own, later ones.
    """

    telling: int
    rank: int | None
    corrections: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One dated doing and every telling of it.

    ``start`` and ``end`` are ISO dates, partial where
    the texts are partial; ``participants`` positions in ``Story.entities``; ``first`` the position
    in ``tellings`` of the earliest print, where that can be told. ``label`` is printed text.
    ``reports`` has one for each outlet, in the order of print. ``announced`` are the positions in ``tellings`` of those
    that only announce or plan what others tell as done: none of them is ``first``, or has a rank.
    """

    label: str
    start: str | None
    end: str | None
    participants: tuple[int, ...]
    tellings: tuple[Telling, ...]
    first: int | None = None
    reports: tuple[Report, ...] = ()
    announced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that an entity did or underwent, and every telling of it.

    ``start`` and ``end`` are ISO dates as of an event, ``words`` the printed clause of its first telling; the
    reason of each telling says how its day is known.
    """

    words: str
    start: str
    end: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that print one text (a wire copy and its cuts), with the stretches that they share.

    ``first`` is the article that the others were likely taken from, where that can be told, and ``first_reason`` why.
    """

    articles: tuple[int, ...]
    reason: str = ""
    shared: tuple[Telling, ...] = ()
    first: int | None = None
    first_reason: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """All articles of one story, read and linked."""

    title: str
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    figure_claims: tuple[FigureClaim, ...] = ()
    events: tuple[Event, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two or more tellings have to do with one another.

    ``why`` is a sentence that only states what is there. Never who is right. ``relation`` is that of figures and of a headline's
    quotation, and ``alterations`` are the kinds of edit by which that differs from the body.
    """

    kind: ComparisonKind
    why: str
    tellings: tuple[Telling, ...]
    relation: Relation | None = None
    alterations: tuple[EditKind, ...] = ()
