"""Events: dated doings. For each moment, the doing it dates, and who took part.

The doing is the verb that the moment hangs on in the parse, or the event noun
("the raid on Monday"). A moment that only belongs to a quantity or to a state
("the city has more homes this year") dates no doing and gives no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from tellings.reading import clauses, triggers
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
        beside = _beside(reading.moments, paragraph, moment)
        clause = clauses.clause(document.docs[paragraph.number], paragraph, moment, beside)
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
    """Whether the moment can date a doing: "now", "daily", "for three days", "so far this year" and "9/11", a name, cannot."""
    if moment.rule.startswith("named.sept-11"):
        return False
    if moment.kind in ("DATE", "TIME"):
        counts = moment.rule.startswith(("unit.so-far", "unit.part")) and moment.end == moment.anchor
        return not (moment.value.endswith("_REF") or counts)
    return moment.rule.startswith("unit.after") and moment.start is not None


def _beside(moments: Sequence[Moment], paragraph: Paragraph, moment: Moment) -> list[Moment]:
    """The other moments of a paragraph that may date a doing."""
    return [other for other in moments if other is not moment and paragraph.span.covers(other.span) and _dates(other)]


def _event(
    document: Document,
    paragraph: Paragraph,
    clause: Clause,
    reading: Reading,
    position: int,
) -> EventMention:
    """The mention: its place is the clause that reads by itself, unless that holds what another time dates."""
    moment = reading.moments[position]
    span, label = (_place(document, paragraph, tokens, moment) for tokens in (clause.tokens, clause.label))
    actors = [document.span(paragraph, token) for token in clause.actors]
    heads = [document.span(paragraph, token) for token in clause.heads]
    participants = _participants(reading.mentions, span, heads, actors)
    beside = _beside(reading.moments, paragraph, moment)
    more = any(label.covers(other.span) and not span.covers(other.span) for other in beside)
    more = more or _owned(document, paragraph, clause, moment)
    return EventMention(
        span if more else label,
        document.span(paragraph, clause.trigger),
        triggers.lemma(clause.trigger),
        participants,
        position,
        label if more else None,
    )


def _owned(document: Document, paragraph: Paragraph, clause: Clause, moment: Moment) -> bool:
    """Whether the doing is a noun that the time owns ("after Tuesday's announcement, she called"): the verb may be of another time."""
    noun, behind = clause.trigger, document.article.text[moment.span.end : moment.span.end + 2]
    owned = behind in ("'s", "’s") and moment.span.end <= document.span(paragraph, noun).start
    return owned and noun.pos_ in ("NOUN", "PROPN")


def _place(document: Document, paragraph: Paragraph, tokens: Sequence[Token], moment: Moment) -> Span:
    """The stretch of the article that the tokens take, with the moment."""
    words = tokens[0].doc[tokens[0].i : tokens[-1].i + 1]
    pieces = document.spans(paragraph, words)  # several where junk stands inside the clause
    whole = document.span(paragraph, words)
    span = _bare(next((piece for piece in pieces if piece.covers(moment.span)), whole), document)
    return Span(min(span.start, moment.span.start), max(span.end, moment.span.end))


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


PART = Part("events.clauses.v2", read, gives=("events",), requires=("mentions", "moments"))
