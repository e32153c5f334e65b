"""Events: dated doings. For each moment, the doing it dates, and who took part.

The doing is the verb that the moment hangs on in the parse, or the event noun
("the raid on Monday"). A moment that only belongs to a quantity or to a state
("the city has more homes this year") dates no doing and gives no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.reading import clauses
from tellings.reading.clauses import Clause
from tellings.reading.document import Document
from tellings.reading.paragraphs import Paragraph, paragraph_at
from tellings.reading.reader import Part
from tellings.values import EventMention, Mention, Moment, Reading, Span


def read(document: Document, reading: Reading) -> dict[str, tuple[EventMention, ...]]:
    """The event mentions of an article, in the order of their moments."""
    found: list[EventMention] = []
    for position, moment in enumerate(reading.moments):
        paragraph = paragraph_at(document.paragraphs, moment.span.start)
        if paragraph is None or not _dates(moment):
            continue
        clause = clauses.clause(document.docs[paragraph.number], paragraph, moment)
        if clause is not None:
            found.append(_event(document, paragraph, clause, reading, position))
    return {"events": tuple(_once(found, reading.moments))}


def _once(found: Sequence[EventMention], moments: Sequence[Moment]) -> list[EventMention]:
    """One mention a doing: of several moments that date it ("at 5 p.m." and "on Monday") the one that tells most."""
    best: dict[Span, EventMention] = {}
    for event in found:
        known = best.get(event.trigger)
        if known is None or _precision(moments[event.moment]) > _precision(moments[known.moment]):
            best[event.trigger] = event
    return sorted(best.values(), key=lambda event: event.moment)


def _precision(moment: Moment) -> tuple[bool, int]:
    return moment.start is not None, len(moment.value.split("T")[0].replace("X", ""))


def _dates(moment: Moment) -> bool:
    """Whether the moment can date a doing: "now", "daily", "for three days" and "so far this year" cannot."""
    if moment.kind in ("DATE", "TIME"):
        counts = moment.rule.startswith(("unit.so-far", "unit.part")) and moment.end == moment.anchor
        return not (moment.value.endswith("_REF") or counts)
    return moment.rule.startswith("unit.after") and moment.start is not None


def _event(document: Document, paragraph: Paragraph, clause: Clause, reading: Reading, position: int) -> EventMention:
    moment = reading.moments[position]
    words = clause.trigger.doc[clause.tokens[0].i : clause.tokens[-1].i + 1]
    pieces = document.spans(paragraph, words)  # several where junk stands inside the clause
    span = _bare(
        next((piece for piece in pieces if piece.covers(moment.span)), document.span(paragraph, words)), document
    )
    span = Span(min(span.start, moment.span.start), max(span.end, moment.span.end))
    actors = [document.span(paragraph, token) for token in clause.actors]
    heads = [document.span(paragraph, token) for token in clause.heads]
    return EventMention(
        span,
        document.span(paragraph, clause.trigger),
        clauses.lemma(clause.trigger),
        _participants(reading.mentions, span, heads, actors),
        position,
    )


def _bare(span: Span, document: Document) -> Span:
    """Without white space at its edges."""
    words = span.of(document.article.text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _participants(
    mentions: Sequence[Mention], span: Span, heads: Sequence[Span], actors: Sequence[Span]
) -> tuple[int, ...]:
    """The mentions in the clause: who does it first, then the others in the order of the text."""

    def among(mention: Mention, places: Sequence[Span]) -> bool:
        return any(mention.span.overlaps(place) for place in places)

    ranked = [
        (not among(mention, heads), not among(mention, actors), position)
        for position, mention in enumerate(mentions)
        if span.covers(mention.span) or among(mention, heads) or among(mention, actors)
    ]
    return tuple(position for *_, position in sorted(ranked))


PART = Part("events.clauses.v1", read, gives=("events",), requires=("mentions", "moments"))
