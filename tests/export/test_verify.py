"""verify: nothing in the export is believed; each line that is not proved is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import invented
from tellings.errors import ExportError
from tellings.export.json import dumps
from tellings.export.verify import verify

Row = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path, exported: Row) -> Path:
    """The sources of the invented story and its export beside them."""
    invented.write(tmp_path)
    (tmp_path / "story.json").write_text(dumps(exported), encoding="utf-8")
    return tmp_path


def _write(folder: Path, exported: Row) -> None:
    (folder / "story.json").write_text(json.dumps(exported), encoding="utf-8")


def test_an_untouched_export_is_proved(folder: Path) -> None:
    """No problem, and the proof says how much it covers."""
    report = verify(folder / "story.json")
    assert report.problems == ()
    assert report.articles == 4
    assert "4 articles" in str(report)


def test_a_changed_byte_names_the_digest_and_every_line_on_it(folder: Path) -> None:
    """One digit changed in a source: its figure and its event are named, another article's are not."""
    source = folder / "tide.txt"
    source.write_bytes(source.read_bytes().replace(b"14 cracks", b"15 cracks"))
    problems = verify(folder / "story.json").problems
    assert any("article a3 in tide.txt: the digest" in problem for problem in problems)
    assert any(problem.startswith("figure f4 in tide.txt") for problem in problems)
    assert any(problem.startswith("event v1 in tide.txt") for problem in problems)
    assert all("tide.txt" in problem for problem in problems)
    assert not any(problem.startswith("quote q5") for problem in problems)


def test_words_that_moved_are_no_longer_proved(folder: Path) -> None:
    """A byte put before all the others moves every place behind it."""
    source = folder / "tide.txt"
    source.write_bytes(b"!" + source.read_bytes())
    problems = verify(folder / "story.json").problems
    assert any(problem.startswith("quote q5 in tide.txt") for problem in problems)


def test_line_breaks_count(folder: Path) -> None:
    """A source whose CRLF became LF is another text."""
    source = folder / "northgate.txt"
    source.write_bytes(source.read_bytes().replace(b"\r\n", b"\n"))
    assert any("the text is another from character 42" in problem for problem in verify(folder / "story.json").problems)


def test_a_missing_source_is_named_and_the_others_are_still_proved(folder: Path) -> None:
    """What cannot be read cannot be proved."""
    (folder / "tide.txt").unlink()
    report = verify(folder / "story.json")
    assert report.articles == 3
    assert all("tide.txt" in problem for problem in report.problems)


def test_what_came_from_standard_input_cannot_be_proved(folder: Path, exported: Row) -> None:
    """There is nothing to read again."""
    exported["articles"][0]["file"] = "-"
    _write(folder, exported)
    assert any("standard input" in problem for problem in verify(folder / "story.json").problems)


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda row: row["figures"][1].update(text="more than 90 extra sailings a day"), "figure f2 in ledger.txt"),
        (lambda row: row["quotes"][1]["text"].__setitem__(0, "“We will open it,”"), "quote q2 in ledger.txt"),
        (lambda row: row["quotes"][1]["text"].pop(), "quote q2 in ledger.txt"),
        (lambda row: row["quotes"][1]["text"].append("“And more.”"), "quote q2"),
        (lambda row: row["utterances"][0]["tellings"][1].update(span=[0, 9]), "utterance u1 in northgate.txt"),
        (
            lambda row: row["utterances"][0]["tellings"][1]["edits"][0].update(lead_text="No"),
            "utterance u1 in ledger.txt",
        ),
        (lambda row: row["entities"][0]["mentions"][0].update(text="Mayor Nobody"), "entity e1 in ledger.txt"),
        (lambda row: row["moments"][0].update(span=[5, 90000]), "moment m1 in ledger.txt"),
        (lambda row: row["articles"][2].update(text="Nothing of the kind."), "article a3 in tide.txt: the text"),
        (lambda row: row["articles"][2].update(digest="0" * 64), "article a3 in tide.txt: the digest"),
        (lambda row: row["quotes"][0].update(speaker="e99"), "q1: it refers to e99"),
        (lambda row: row["quotes"][1].update(id="q1"), "q1: the id stands for more than one row"),
        (lambda row: row["events"][0].update(label="Divers counted no cracks"), "event v1"),
        (lambda row: row["origins"][0].update(first="a99"), "o1: it refers to a99"),
        (
            lambda row: row["utterances"][0]["tellings"][1].update(parts=[1, 99]),
            "utterance u1: there is no printing 99",
        ),
        (lambda row: row["stories"][0].update(title="Bridge opens"), "story s1"),
    ],
)
def test_a_tampered_export_is_not_proved(folder: Path, exported: Row, spoil: Any, named: str) -> None:
    """Words, places, texts, digests and references of the export are all held against the sources."""
    spoil(exported)
    _write(folder, exported)
    problems = verify(folder / "story.json").problems
    assert any(problem.startswith(named) for problem in problems), problems


def test_text_and_span_that_were_both_changed_to_agree_are_not_proved(folder: Path, exported: Row) -> None:
    """The export's own text is no witness."""
    article = exported["articles"][2]
    article["text"] = article["text"].replace("14 cracks", "15 cracks")
    exported["figures"][3]["text"] = "15 cracks"
    _write(folder, exported)
    problems = verify(folder / "story.json").problems
    assert any(problem.startswith("figure f4 in tide.txt") for problem in problems)


@pytest.mark.parametrize(
    "content", ["", "no json", "[]", "null", '{"format": "other"}', '{"format": "tellings.story.v1"}', "\x00"]
)
def test_a_foreign_file_is_told_in_one_line(tmp_path: Path, content: str) -> None:
    """Not a trace, but a sentence with the file's name."""
    path = tmp_path / "story.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ExportError) as raised:
        verify(path)
    assert "story.json" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """So that a typing error is seen."""
    with pytest.raises(ExportError, match=r"gone\.json"):
        verify(tmp_path / "gone.json")
