"""A story and its comparisons as one JSON object, ``tellings.story.v1``.

What each field means is written in ``schema.json``. Ids come from positions
(``ids``), and every place carries its words (``places``), so that ``tellings
verify`` can prove both.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version

from tellings.comparing.voice import share_of_voice
from tellings.export.figures import claim_row, figure_row, moment_row
from tellings.export.ids import Ids, article_id
from tellings.export.places import Row, place_row, telling_row
from tellings.export.quotes import quote_row, utterance_row
from tellings.intake.formats import own
from tellings.values import Article, Comparison, Entity, Event, Origin, Story

FORMAT = "tellings.story.v1"
"""Name and version of the export. A changed meaning is a new name."""


def export(story: Story, comparisons: Sequence[Comparison]) -> Row:
    """The JSON object of a story: deterministic, and valid by ``schema.schema()``."""
    ids = Ids.of(story)
    return {
        "format": FORMAT,
        "tellings": version("tellings"),
        "parts": list(dict.fromkeys(part for reading in story.readings for part in reading.parts)),
        "articles": [_article(index, reading.article) for index, reading in enumerate(story.readings)],
        "entities": [_entity(story, index, entity) for index, entity in enumerate(story.entities)],
        "quotes": [quote_row(story, ids, *place) for place in ids.quotes],
        "utterances": [utterance_row(story, ids, index, row) for index, row in enumerate(story.utterances)],
        "moments": [moment_row(story, ids, *place) for place in ids.moments],
        "figures": [figure_row(story, ids, *place) for place in ids.figures],
        "figure_claims": [claim_row(story, ids, index, row) for index, row in enumerate(story.figure_claims)],
        "events": [_event(story, index, event) for index, event in enumerate(story.events)],
        "comparisons": [_comparison(story, index, row) for index, row in enumerate(comparisons)],
        "origins": [_origin(story, index, origin) for index, origin in enumerate(story.origins)],
        "voices": _voices(story),
        "stories": [_story(story)],
    }


def dumps(exported: Row) -> str:
    """The canonical text of an export: keys in the order of the schema, one newline at the end."""
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"


def _article(index: int, article: Article) -> Row:
    return {
        "id": article_id(index),
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
            {**place_row(story, mention.telling), "form": mention.form, "reason": mention.telling.reason}
            for mention in entity.mentions
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
        "announced": list(event.announced),
        "tellings": [telling_row(story, telling) for telling in event.tellings],
        "reports": [
            {
                "telling": report.telling,
                "rank": report.rank,
                "corrections": [telling_row(story, telling) for telling in report.corrections],
            }
            for report in event.reports
        ],
    }


def _comparison(story: Story, index: int, comparison: Comparison) -> Row:
    return {
        "id": f"k{index + 1}",
        "kind": comparison.kind,
        "relation": comparison.relation,
        "alterations": list(comparison.alterations),
        "why": comparison.why,
        "tellings": [place_row(story, telling) for telling in comparison.tellings],
    }


def _origin(story: Story, index: int, origin: Origin) -> Row:
    return {
        "id": f"o{index + 1}",
        "articles": [article_id(article) for article in origin.articles],
        "reason": origin.reason,
        "shared": [place_row(story, telling) for telling in origin.shared],
        "first": None if origin.first is None else article_id(origin.first),
        "first_reason": origin.first_reason or None,
    }


def _voices(story: Story) -> list[Row]:
    return [
        {
            "entity": f"e{voice.entity + 1}",
            "quotes": voice.quotations,
            "words": voice.words,
            "share": round(voice.share, 4),
            "articles": [article_id(article) for article in voice.articles],
        }
        for voice in share_of_voice(story)
    ]


def _story(story: Story) -> Row:
    articles = [reading.article for reading in story.readings]
    dates = [article.published for article in articles if article.published]
    return {
        "id": "s1",
        "title": story.title or None,
        "articles": [article_id(index) for index in range(len(articles))],
        "start": min((published.earliest for published in dates), default=None),
        "end": max((published.latest for published in dates), default=None),
        "outlets": len({article.outlet.value.casefold() for article in articles if article.outlet}),
        "origins": len(articles) - sum(len(set(origin.articles)) - 1 for origin in story.origins),
    }
