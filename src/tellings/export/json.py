"""A story and its comparisons as one JSON object, ``tellings.story.v1``.

Values carry no ids, so ids are made here from positions ("a1", "q12"): the
same story gives the same ids. Every place is given with the words that stand
there, so a reader needs no offsets and ``tellings verify`` can prove both.
What each field means is written in ``schema.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from tellings.comparing.voice import share_of_voice
from tellings.intake.formats import own
from tellings.intake.page import fragments
from tellings.values import (
    Article,
    Comparison,
    Edit,
    Entity,
    Event,
    Figure,
    FigureClaim,
    MeaningWarning,
    Moment,
    Origin,
    Quotation,
    Span,
    Spans,
    Story,
    Telling,
    Utterance,
)

FORMAT = "tellings.story.v1"
"""Name and version of the export. A changed meaning is a new name."""

Row = dict[str, Any]
"""One JSON object."""


def export(story: Story, comparisons: Sequence[Comparison]) -> Row:
    """The JSON object of a story: deterministic, and valid by ``schema.schema()``."""
    ids = _Ids.of(story)
    return {
        "format": FORMAT,
        "tellings": version("tellings"),
        "parts": list(dict.fromkeys(part for reading in story.readings for part in reading.parts)),
        "articles": [_article(index, reading.article) for index, reading in enumerate(story.readings)],
        "entities": [_entity(story, index, entity) for index, entity in enumerate(story.entities)],
        "quotes": [_quote(story, ids, *place) for place in ids.quotes],
        "utterances": [_utterance(story, ids, index, row) for index, row in enumerate(story.utterances)],
        "moments": [_moment(story, ids, *place) for place in ids.moments],
        "figures": [_figure(story, ids, *place) for place in ids.figures],
        "figure_claims": [_figure_claim(story, ids, index, row) for index, row in enumerate(story.figure_claims)],
        "events": [_event(story, index, event) for index, event in enumerate(story.events)],
        "comparisons": [_comparison(story, index, row) for index, row in enumerate(comparisons)],
        "origins": [_origin(story, index, origin) for index, origin in enumerate(story.origins)],
        "voices": _voices(story),
        "stories": [_story(story)],
    }


def dumps(exported: Row) -> str:
    """The canonical text of an export: keys in the order of the schema, one newline at the end."""
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"


Place = tuple[int, int]
"""An article, and a position in one of its reading's tuples."""


@dataclass(frozen=True, slots=True)
class _Ids:
    """Which id stands for which place, and who is meant by which mention."""

    quotes: dict[Place, str] = field(default_factory=dict)
    moments: dict[Place, str] = field(default_factory=dict)
    figures: dict[Place, str] = field(default_factory=dict)
    entities: dict[Place, str] = field(default_factory=dict)
    utterances: dict[Place, str] = field(default_factory=dict)
    claims: dict[Place, str] = field(default_factory=dict)

    @classmethod
    def of(cls, story: Story) -> _Ids:
        """The ids of a story: numbered in the order of articles, and within each in its own order."""
        readings = story.readings
        return cls(
            quotes=_numbered("q", [len(reading.quotations) for reading in readings]),
            moments=_numbered("m", [len(reading.moments) for reading in readings]),
            figures=_numbered("f", [len(reading.figures) for reading in readings]),
            entities=_members(
                "e", ([(m.telling.article, m.mention) for m in entity.mentions] for entity in story.entities)
            ),
            utterances=_members(
                "u", ([(p.telling.article, p.quotation) for p in row.printings] for row in story.utterances)
            ),
            claims=_members("c", (row.figures for row in story.figure_claims)),
        )

    def speaker(self, article: int, quotation: Quotation) -> str | None:
        """The entity that a quotation is attributed to."""
        return None if quotation.speaker is None else self.entities.get((article, quotation.speaker))


def _numbered(letter: str, counts: Iterable[int]) -> dict[Place, str]:
    places = ((article, position) for article, count in enumerate(counts) for position in range(count))
    return {place: f"{letter}{number}" for number, place in enumerate(places, start=1)}


def _members(letter: str, groups: Iterable[Iterable[Place]]) -> dict[Place, str]:
    """The id of the group each place belongs to; of the first, should it be in two."""
    found: dict[Place, str] = {}
    for number, group in enumerate(groups, start=1):
        for place in group:
            found.setdefault(place, f"{letter}{number}")
    return found


def _article_id(index: int) -> str:
    return f"a{index + 1}"


def _text(story: Story, article: int) -> str:
    return story.readings[article].article.text


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Spans) -> list[list[int]]:
    return [_span(span) for span in spans]


def _number(value: float | None) -> float | int | None:
    """A whole number without its decimal point: 433, not 433.0."""
    return int(value) if value is not None and value == int(value) else value


def _printed(text: str, span: Span | None) -> Row | None:
    return None if span is None else {"span": _span(span), "text": span.of(text)}


def _place(story: Story, telling: Telling) -> Row:
    return {
        "article": _article_id(telling.article),
        "span": _span(telling.span),
        "text": telling.span.of(_text(story, telling.article)),
    }


def _article(index: int, article: Article) -> Row:
    return {
        "id": _article_id(index),
        **own.row(article),
        "words": sum(
            len(block.span.of(article.text).split())
            for block in article.blocks
            if block.kind == "body" and not block.repeat
        ),
    }


def _entity(story: Story, index: int, entity: Entity) -> Row:
    return {
        "id": f"e{index + 1}",
        "name": entity.name,
        "kind": entity.kind,
        "roles": list(entity.roles),
        "mentions": [
            {**_place(story, mention.telling), "form": mention.form, "reason": mention.telling.reason}
            for mention in entity.mentions
        ],
    }


def _quote(story: Story, ids: _Ids, article: int, position: int) -> Row:
    quotation = story.readings[article].quotations[position]
    printed = [span.of(_text(story, article)) for span in quotation.content]
    return {
        "id": ids.quotes[article, position],
        "article": _article_id(article),
        "content": _spans(quotation.content),
        "cue": _spans(quotation.cue),
        "source": _spans(quotation.source),
        "text": printed,
        "link": fragments.link(story.readings[article].article.url, printed[0]),
        "speaker": ids.speaker(article, quotation),
        "manner": quotation.manner,
        "kind": quotation.kind,
        "certainty": quotation.certainty,
        "reason": quotation.reason,
        "block": quotation.block,
        "utterance": ids.utterances.get((article, position)),
    }


def _utterance(story: Story, ids: _Ids, index: int, utterance: Utterance) -> Row:
    lead = utterance.printings[utterance.lead].telling.article
    return {
        "id": f"u{index + 1}",
        "speaker": None if utterance.speaker is None else f"e{utterance.speaker + 1}",
        "lead": utterance.lead,
        "first": utterance.first,
        "tellings": [
            {
                **_place(story, printing.telling),
                "quote": ids.quotes[printing.telling.article, printing.quotation],
                "edits": [_edit(story, lead, printing.telling.article, edit) for edit in printing.edits],
                "warnings": [_warning(story, lead, printing.telling.article, row) for row in printing.warnings],
                "parts": list(printing.parts),
            }
            for printing in utterance.printings
        ],
    }


def _edit(story: Story, lead: int, here: int, edit: Edit) -> Row:
    return {
        "kind": edit.kind,
        **_two_places(story, (lead, edit.lead), (here, edit.here)),
        "source": edit.source and _place(story, edit.source),
    }


def _warning(story: Story, lead: int, here: int, warning: MeaningWarning) -> Row:
    places = _two_places(story, (lead, warning.lead), (here, warning.here))
    return {"sense": warning.sense, "change": warning.change, **places}


def _two_places(story: Story, there: tuple[int, Span | None], here: tuple[int, Span | None]) -> Row:
    """Where something stands in the fullest printing, and where in this one."""
    return {
        "lead": there[1] and _span(there[1]),
        "here": here[1] and _span(here[1]),
        "lead_text": there[1] and there[1].of(_text(story, there[0])),
        "here_text": here[1] and here[1].of(_text(story, here[0])),
    }


def _moment(story: Story, ids: _Ids, article: int, position: int) -> Row:
    moment: Moment = story.readings[article].moments[position]
    return {
        "id": ids.moments[article, position],
        "article": _article_id(article),
        "span": _span(moment.span),
        "text": moment.span.of(_text(story, article)),
        "kind": moment.kind,
        "value": moment.value,
        "start": moment.start,
        "end": moment.end,
        "anchor": moment.anchor,
        "rule": moment.rule,
    }


def _figure(story: Story, ids: _Ids, article: int, position: int) -> Row:
    reading = story.readings[article]
    figure: Figure = reading.figures[position]
    text = reading.article.text
    said = None if figure.quotation is None else reading.quotations[figure.quotation]
    return {
        "id": ids.figures[article, position],
        "article": _article_id(article),
        "span": _span(figure.span),
        "number": _span(figure.number),
        "text": figure.span.of(text),
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
        "bound": figure.bound,
        "change": figure.change,
        "counted": _printed(text, figure.counted),
        "head": figure.head,
        "where": _printed(text, figure.where),
        "moment": None if figure.moment is None else ids.moments[article, figure.moment],
        "quote": None if figure.quotation is None else ids.quotes[article, figure.quotation],
        "claimed_by": None if said is None else ids.speaker(article, said),
        "cited": _printed(text, figure.cited),
        "claim": ids.claims.get((article, position)),
    }


def _figure_claim(story: Story, ids: _Ids, index: int, claim: FigureClaim) -> Row:
    return {
        "id": f"c{index + 1}",
        "counted": claim.counted,
        "tellings": [
            {**_place(story, telling), "figure": ids.figures[place], "reason": telling.reason}
            for telling, place in zip(claim.tellings, claim.figures, strict=True)
        ],
    }


def _event(story: Story, index: int, event: Event) -> Row:
    dated = event.start is not None or event.end is not None
    return {
        "id": f"v{index + 1}",
        "label": event.label,
        "when": {"start": event.start, "end": event.end} if dated else None,
        "participants": [f"e{entity + 1}" for entity in event.participants],
        "first": event.first,
        "tellings": [_telling(story, telling) for telling in event.tellings],
        "reports": [
            {
                "telling": report.telling,
                "rank": report.rank,
                "corrections": [_telling(story, telling) for telling in report.corrections],
            }
            for report in event.reports
        ],
    }


def _telling(story: Story, telling: Telling) -> Row:
    return {**_place(story, telling), "reason": telling.reason}


def _comparison(story: Story, index: int, comparison: Comparison) -> Row:
    return {
        "id": f"k{index + 1}",
        "kind": comparison.kind,
        "relation": comparison.relation,
        "alterations": list(comparison.alterations),
        "why": comparison.why,
        "tellings": [_place(story, telling) for telling in comparison.tellings],
    }


def _origin(story: Story, index: int, origin: Origin) -> Row:
    return {
        "id": f"o{index + 1}",
        "articles": [_article_id(article) for article in origin.articles],
        "reason": origin.reason,
        "shared": [_place(story, telling) for telling in origin.shared],
        "first": None if origin.first is None else _article_id(origin.first),
        "first_reason": origin.first_reason or None,
    }


def _voices(story: Story) -> list[Row]:
    return [
        {
            "entity": f"e{voice.entity + 1}",
            "quotes": voice.quotations,
            "words": voice.words,
            "share": round(voice.share, 4),
            "articles": [_article_id(article) for article in voice.articles],
        }
        for voice in share_of_voice(story)
    ]


def _story(story: Story) -> Row:
    articles = [reading.article for reading in story.readings]
    dates = [article.published for article in articles if article.published]
    return {
        "id": "s1",
        "title": story.title or None,
        "articles": [_article_id(index) for index in range(len(articles))],
        "start": min((published.earliest for published in dates), default=None),
        "end": max((published.latest for published in dates), default=None),
        "outlets": len({article.outlet.value.casefold() for article in articles if article.outlet}),
        "origins": len(articles) - sum(len(set(origin.articles)) - 1 for origin in story.origins),
    }
