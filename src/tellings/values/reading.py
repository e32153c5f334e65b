"""What one article says, read alone: sentences, mentions, quotations, figures, moments, events.

All places are spans of ``article.text``. Values refer to one another by their
position in the reading's own tuples (``moment=3`` is ``reading.moments[3]``):
ids are the archive's concern.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.values.article import Article, BlockKind
from tellings.values.span import Span, Spans

EntityKind = Literal["person", "organisation", "place", "group", "document", "other"]
"""A group is people named by what they are ("residents", "several officials")."""

Form = Literal["name", "description", "pronoun"]

Manner = Literal["direct", "mixed", "indirect"]
"""Direct: all of the content stands in quotation marks; mixed: a part; indirect: nothing."""

Certainty = Literal["stated", "resolved", "inferred", "unknown"]
"""Of the speaker: stated, the source words are the name; resolved, by pronoun or description;
inferred, there are no source words, e.g. a quotation that goes on; unknown, nobody is named."""

QuotationKind = Literal["speech", "belief", "plan", "finding"]
"""Of what is attributed: speech, said or written; a belief, thought, hoped or feared; a plan, wanted or
intended; a finding, measured or ruled. What is printed in quotation marks was said."""

Bound = Literal["exact", "about", "more than", "less than", "at least", "at most"]

Change = Literal["level", "rise", "fall"]

MomentKind = Literal["DATE", "TIME", "DURATION", "SET"]
"""The TIMEX3 types."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the kind of block it stands in, and the number of its paragraph (from 0)."""

    span: Span
    block: BlockKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or refer to an entity; ``kind`` and ``form`` say how."""

    span: Span
    kind: EntityKind
    form: Form


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one entity in one article (coreference), as positions in ``mentions``.

    ``name`` is the fullest name printed, or the description where no name is. ``roles`` are
    printed titles and descriptions ("Mayor", "the alderman"). ``reasons`` says for each mention
    why it belongs, in the same order.
    """

    name: str
    kind: EntityKind
    mentions: tuple[int, ...]
    roles: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is attributed (``content``, with its marks), to whom (``source``), by which words (``cue``).

    ``speaker`` is a position in ``mentions``, or none; ``reason`` says in words why this speaker.
    """

    content: Spans
    cue: Spans
    source: Spans
    manner: Manner
    speaker: int | None
    certainty: Certainty
    reason: str
    block: BlockKind = "body"
    kind: QuotationKind = "speech"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression.

    ``value`` is the TIMEX3 value; ``start`` and ``end`` the first and last ISO date it covers, partial where the text is partial ("2017-01"), none where it cannot be told.

    ``anchor`` is the ISO date against which it was resolved, none where it needs none.
    ``rule`` names the rule that made it.
    """

    span: Span
    kind: MomentKind
    value: str
    start: str | None
    end: str | None
    anchor: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A claimed quantity.

    ``span`` covers bound, number, unit and counted noun as printed ("more than 40 boats"); ``number`` the
    number alone. ``value`` is the number, the middle of a range ``low``-``high``, or the lower end of a
    vague one ("dozens"). ``unit`` is a plain word ("percent", "times", "percentage points"), a currency code where the country is printed or plain ("GBP"),
    the currency's name where it is not ("dollars"), or a measure ("km").
    ``counted`` is the noun phrase that is counted and ``head`` its head noun's lemma. ``moment``
    (position in ``moments``) is the as-of date or period. ``quotation`` (position in
    ``quotations``) is the innermost one that claims it; none means that the outlet does.
    ``doing`` is the lemma of what is told of the counted ("sink" in "40 boats sank"). ``cited`` are the words for
    who claims it where no quotation says so: a poll or body ("one poll gave her"), the author of a post.
    """

    span: Span
    number: Span
    value: float
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    bound: Bound = "exact"
    change: Change = "level"
    counted: Span | None = None
    head: str | None = None
    where: Span | None = None
    moment: int | None = None
    quotation: int | None = None
    doing: str | None = None
    cited: Span | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """A dated doing: the clause that tells it, its trigger word, and who took part.

    ``participants`` are positions in ``mentions``, ``moment`` a position in ``moments``.
    ``label`` is the wider clause that reads by itself, where ``span`` alone does not.
    """

    span: Span
    trigger: Span
    lemma: str
    participants: tuple[int, ...]
    moment: int
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did or underwent, dated or not: the verb that tells it, with its particle.

    ``agents`` and ``patients`` are the head nouns of who does it and to whom it is done, ``moment`` a position
    in ``moments``. ``told`` says that it is told as done, not as planned, denied or supposed; ``before`` that it was
    done before what is told ("had left").
    """

    span: Span
    lemma: str
    agents: Spans
    patients: Spans
    moment: int | None
    told: bool
    before: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, with the name and version of every part that read it.

    ``faults`` names parts that broke on this article, each with the error: what they give is missing.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    moments: tuple[Moment, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    parts: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
