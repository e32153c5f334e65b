"""The rows of time expressions, figures and figure claims."""

from __future__ import annotations

from tellings.export.ids import Ids, article_id
from tellings.export.places import Row, number_of, place_row, printed_row, span_row, text_of
from tellings.values import Figure, FigureClaim, Moment, Story


def moment_row(story: Story, ids: Ids, article: int, position: int) -> Row:
    """One time expression: ``moments`` of the export."""
    moment: Moment = story.readings[article].moments[position]
    return {
        "id": ids.moments[article, position],
        "article": article_id(article),
        "span": span_row(moment.span),
        "text": moment.span.of(text_of(story, article)),
        "kind": moment.kind,
        "value": moment.value,
        "start": moment.start,
        "end": moment.end,
        "anchor": moment.anchor,
        "rule": moment.rule,
    }


def figure_row(story: Story, ids: Ids, article: int, position: int) -> Row:
    """One figure: ``figures`` of the export."""
    reading = story.readings[article]
    figure: Figure = reading.figures[position]
    text = reading.article.text
    said = None if figure.quotation is None else reading.quotations[figure.quotation]
    return {
        "id": ids.figures[article, position],
        "article": article_id(article),
        "span": span_row(figure.span),
        "number": span_row(figure.number),
        "text": figure.span.of(text),
        "value": number_of(figure.value),
        "low": number_of(figure.low),
        "high": number_of(figure.high),
        "unit": figure.unit,
        "bound": figure.bound,
        "change": figure.change,
        "counted": printed_row(text, figure.counted),
        "head": figure.head,
        "where": printed_row(text, figure.where),
        "moment": None if figure.moment is None else ids.moments[article, figure.moment],
        "quote": None if figure.quotation is None else ids.quotes[article, figure.quotation],
        "claimed_by": None if said is None else ids.speaker(article, said),
        "cited": printed_row(text, figure.cited),
        "claim": ids.claims.get((article, position)),
    }


def claim_row(story: Story, ids: Ids, index: int, claim: FigureClaim) -> Row:
    """The figures of one thing: ``figure_claims`` of the export."""
    return {
        "id": f"c{index + 1}",
        "counted": claim.counted,
        "tellings": [
            {**place_row(story, telling), "figure": ids.figures[place], "reason": telling.reason}
            for telling, place in zip(claim.tellings, claim.figures, strict=True)
        ],
    }
