"""The gold of figures: that it is well formed, how two readers are compared, and when a figure counts as right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import figure_gold
import figure_score
import figure_sheet
import figures
import relations
from by_hand import article, figure, reading
from tellings.values import Reading

GOLD = Path(figures.__file__).with_name("gold")
TEXT = "About 40 boats sank in May."
AT = [6, 8]
ROW = {
    "stretches": [[0, 27]],
    "figures": [
        {
            "at": AT,
            "value": 40.0,
            "bound": "about",
            "change": "level",
            "heads": [[9, 14]],
            "periods": [],
            "claimants": [],
        }
    ],
}


def rows(name: str) -> list[dict]:
    """The lines of a gold."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def scored(one: Reading) -> figure_score.Score:
    """What the scorer says of a reading of the one gold row."""
    total = figure_score.Score()
    figure_score.score(one, ROW, total)
    return total


def test_the_gold_of_figures_is_well_formed() -> None:
    """At least 400 figures by offsets alone; each article once, in one part, every number inside a stretch."""
    gold = rows("figures.jsonl")
    assert len({row["article"] for row in gold}) == len(gold)
    assert {row["part"] for row in gold} == {"dev", "check"}
    assert sum(len(row["figures"]) for row in gold) >= 400
    for row in gold:
        assert row["digest"].startswith("sha256:")
        for each in row["figures"]:
            assert any(start <= each["at"][0] < each["at"][1] <= end for start, end in row["stretches"])
            assert not {
                key
                for key in each
                if key not in {"at", "value", "low", "high", "unit", "bound", "change", "heads", "periods", "claimants"}
            }


def test_the_gold_of_pairs_is_well_formed() -> None:
    """At least 75 real pairs, of two articles each, with a relation and a part."""
    gold = rows("figure_pairs.jsonl")
    assert len(gold) >= 75
    assert {row["part"] for row in gold} == {"dev", "check", "blind"}
    for row in gold:
        assert row["one"]["article"] != row["other"]["article"]
        assert row["one"]["at"][0] < row["one"]["at"][1]


def test_candidates_are_found_by_their_characters() -> None:
    """Every digit and number word of a text is one, those written together one."""
    found = [match[0] for match in figure_sheet.CANDIDATE.finditer("Two-thirds of 1,200 boats, 1.2 million in 2031.")]
    assert found == ["Two-thirds", "1,200", "1.2 million", "2031"]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"value": 41.0}, set(figure_gold.FIELDS)),
        ({"bound": "exact"}, {"bound"}),
        ({"head": "ferry"}, {"head"}),
        ({"unit": "percent"}, {"unit"}),
    ],
)
def test_when_a_figure_is_right(fields: dict, wrong: set[str]) -> None:
    """Each field is judged by itself; with a wrong value nothing is right."""
    own = figure(TEXT, "40", **{"value": 40.0, "bound": "about", "head": "boat", **fields})
    total = scored(reading(article("The Lantern", TEXT), own))
    assert {name for name, hits in total.right.items() if not hits} == wrong


def test_a_figure_that_is_not_found_is_wrong_in_every_field() -> None:
    """What is missed counts; what is found and is none costs precision."""
    missed = scored(reading(article("The Lantern", TEXT)))
    assert (missed.gold, missed.found, sum(missed.right.values())) == (1, 0, 0)
    extra = scored(reading(article("The Lantern", TEXT), figure(TEXT, "May", 5.0)))
    assert extra.extra == 1


def test_readers_are_compared_by_field() -> None:
    """Words agree where one is a part of the other; a figure against none is a difference of its own."""
    note = {
        "value": 40.0,
        "unit": None,
        "bound": "about",
        "change": "level",
        "head": "boats",
        "period": "in May",
        "claimant": None,
    }
    other = {**note, "period": "May", "bound": "exact"}
    lines = list(figure_gold.agreement({"a": note, "b": {"no": "year"}}, {"a": other, "b": note}))
    assert lines[0].startswith("a figure or not: 1/2")
    assert "period: 1/1 (1.000)" in lines
    assert "bound: 0/1 (0.000)" in lines


@pytest.mark.model
def test_the_floor_of_conflicts() -> None:
    """Of made pairs, what is called a conflict is one, and hardly one is missed."""
    judged = list(relations._made(60, 5))
    called, hits, wanted = relations.conflicts(judged)
    assert hits >= relations.LEAST_PRECISION * called
    assert hits >= relations.LEAST_RECALL * wanted
    assert sum(each.right for each in judged) >= 0.9 * len(judged)
