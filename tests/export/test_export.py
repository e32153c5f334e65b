"""The export: one object, ids by position, every place with its words, valid by its own schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import invented
from tellings.errors import ExportError
from tellings.export.json import dumps, export
from tellings.export.schema import check, schema
from tellings.values import Reading, Story

Row = dict[str, Any]


def test_an_export_is_valid_by_the_schema(exported: Row) -> None:
    """What is written is what the schema promises."""
    check(exported)


def test_the_smallest_story_is_valid_too() -> None:
    """An article of which nothing is known and in which nothing is said."""
    article = invented.article("tide.txt")
    check(export(Story("", (Reading(article),)), ()))


def test_the_schema_is_itself_valid_and_describes_every_field() -> None:
    """No object is open, and nothing stands undescribed."""
    found = schema()
    Draft202012Validator.check_schema(found)
    for node in _objects(found):
        assert node["additionalProperties"] is False
        assert sorted(node["required"]) == sorted(node["properties"])
        for name, value in node["properties"].items():
            assert "description" in value or "$ref" in value, name


def _objects(node: object) -> Iterator[Row]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from _objects(value)
    if isinstance(node, list):
        for value in node:
            yield from _objects(value)


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda row: row.pop("quotes"), "quotes"),
        (lambda row: row["articles"][0].update(mood="glad"), "mood"),
        (lambda row: row["quotes"][0].update(manner="sung"), "manner"),
        (lambda row: row["figures"][0].update(span=[3]), "span"),
        (lambda row: row.update(format="tellings.story.v9"), "v9"),
    ],
)
def test_what_is_no_export_is_told_by_the_first_place_that_is_wrong(exported: Row, spoil: Any, where: str) -> None:
    """The message leads to the place."""
    spoil(exported)
    with pytest.raises(ExportError, match=where):
        check(exported)


def test_the_same_story_gives_the_same_text() -> None:
    """Twice the same, byte for byte, with one newline at the end."""
    one, other = (dumps(export(invented.story(), invented.comparisons())) for _ in range(2))
    assert one == other
    assert one.endswith("}\n")
    assert json.loads(one)["format"] == "tellings.story.v1"


def test_every_printed_text_stands_at_its_span(exported: Row) -> None:
    """Wherever a row has an article, a span and a text, they agree."""
    texts = {row["id"]: row["text"] for row in exported["articles"]}
    places = list(_places(exported))
    assert len(places) > 30
    for row in places:
        start, end = row["span"]
        assert texts[row["article"]][start:end] == row["text"]


def _places(node: object) -> Iterator[Row]:
    if isinstance(node, dict):
        if {"article", "span", "text"} <= set(node):
            yield node
        for value in node.values():
            yield from _places(value)
    if isinstance(node, list):
        for value in node:
            yield from _places(value)


def test_rows_refer_to_one_another_by_id(exported: Row) -> None:
    """A figure leads to its quotation, claimant and claim; a quotation to its utterance and speaker."""
    figure = exported["figures"][0]
    quote = next(row for row in exported["quotes"] if row["id"] == figure["quote"])
    assert figure["claimed_by"] == quote["speaker"] == "e1"
    assert figure["claim"] == "c1"
    assert [row["utterance"] for row in exported["quotes"]].count("u1") == 3


def test_a_story_counts_outlets_and_independent_origins(exported: Row) -> None:
    """Four articles of three named outlets, two of which print one text."""
    story = exported["stories"][0]
    assert (story["outlets"], story["origins"]) == (3, 3)
    assert (story["start"], story["end"]) == ("2024-03-04", "2024-03-05")


def test_an_edit_stands_in_the_article_of_each_side(exported: Row) -> None:
    """The leading words come from the leading printing, the others from their own."""
    edits = exported["utterances"][0]["tellings"][2]["edits"]
    assert [(edit["lead_text"], edit["here_text"]) for edit in edits] == [
        ("So", None),
        ("we", "[We]"),
        ("looked at", "checked"),
    ]
