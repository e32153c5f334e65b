"""The summary: what of a story fits a screen. It is made from an export by hand."""

from __future__ import annotations

from typing import Any

from tellings.cli import summary

WORDS = "We waited six years for a second bell, and then we waited for the money, and then for the men who could lift it, and at last, when all of them were there, for the tide,"


def article(name: str, outlet: str | None, day: str | None) -> dict[str, Any]:
    return {
        "id": name,
        "file": f"news/{name}.txt",
        "record": None,
        "outlet": {"value": outlet} if outlet else None,
        "published": {"day": day, "earliest": day, "latest": day} if day else None,
    }


def telling(name: str, text: str, *edits: str) -> dict[str, Any]:
    return {
        "article": name,
        "span": [0, len(text)],
        "text": text,
        "quote": "q1",
        "edits": [{"kind": kind} for kind in edits],
    }


def event(number: int, start: str, label: str, *names: str) -> dict[str, Any]:
    return {
        "id": f"v{number}",
        "label": label,
        "when": {"start": start, "end": start},
        "tellings": [telling(name, label) for name in names],
    }


EXPORT: dict[str, Any] = {
    "articles": [article("a1", "Marrow Post", "2019-05-14"), article("a2", None, None)],
    "entities": [{"id": "e1", "name": "Ada Quill", "kind": "person", "roles": ["keeper"], "mentions": []}],
    "quotes": [{"id": "q1"}],
    "utterances": [
        {"id": "u1", "speaker": "e1", "lead": 0, "tellings": [telling("a1", WORDS), telling("a2", WORDS[:40], "cut at the end")]},
        {"id": "u2", "speaker": None, "lead": 0, "tellings": [telling("a1", "Nobody else prints this")]},
    ],
    "moments": [],
    "figures": [],
    "figure_claims": [],
    "events": [
        event(1, "1902", "the bell was cast", "a1"),
        event(2, "2019-05-12T07:40", "the bell was found", "a1", "a2"),
    ],
    "comparisons": [
        {"id": "k1", "kind": "agree", "why": "Both print four.", "tellings": []},
        {"id": "k2", "kind": "conflict", "why": "Of divers: 3 and 4.", "tellings": [telling("a1", "three divers"), telling("a2", "four divers")]},
    ],
    "origins": [],
    "voices": [{"entity": "e1", "quotes": 2, "words": 40, "share": 0.8, "articles": ["a1"]}],
    "stories": [{"id": "s1", "title": "Bell found", "articles": ["a1", "a2"], "start": "2019-05-14", "end": "2019-05-14", "outlets": 1, "origins": 2}],
}  # fmt: skip


def test_the_summary_tells_the_story_in_a_screen_of_80_columns() -> None:
    """Head, utterances of several, voices, differences, events: in this order, and no line too long."""
    text = summary.render(EXPORT)
    lines = text.splitlines()
    assert lines[0] == "Bell found"
    assert lines[1] == "14 May 2019 · 2 articles · 1 outlet · 1 quotation · 0 figures"
    heads = ["Said, and printed by several", "Who speaks most", "Where they differ", "What happened when"]
    assert [line for line in lines if line in heads] == heads
    assert max(map(len, lines)) <= 80
    assert len(lines) < 30


def test_quotation_marks_stand_only_around_printed_words() -> None:
    """What is cut short ends outside of the marks."""
    text = " ".join(summary.render(EXPORT).split())
    opened, _, rest = text.partition("“")[2].partition("”")
    assert WORDS.startswith(opened)
    assert rest.startswith(" …")
    assert "Nobody else" not in text


def test_an_outlet_that_is_not_told_goes_by_its_file_and_an_altered_quotation_says_how() -> None:
    """Nothing is made up to fill a gap."""
    text = " ".join(summary.render(EXPORT).split())
    assert "Ada Quill, in Marrow Post, a2.txt; cut at the end" in text
    assert "conflict Of divers: 3 and 4." in text


def test_a_story_of_which_nothing_is_known_still_has_a_head() -> None:
    """No sections without rows."""
    empty = {key: [] for key in EXPORT} | {"articles": [article("a1", None, None)]}
    empty["stories"] = [
        EXPORT["stories"][0]
        | {"title": None, "start": None, "end": None, "outlets": 0, "articles": ["a1"], "origins": 1}
    ]
    assert (
        summary.render(empty)
        == "A story without a headline\ndate not told · 1 article · outlets not told · 0 quotations · 0 figures\n"
    )
