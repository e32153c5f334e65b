"""``tellings intake``: what would be read, to a pipe, a terminal and a file, and read again from there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tellings import intake
from tellings.cli import main

TEXT = "Lighthouse keeper finds lost bell\n\nThe bell of Marrow Point was found on Sunday, its keeper said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    (tmp_path / "news" / "b.csv").write_text("text,title,date\nThe pier is closed.,Pier closed,2024-05-14\n,Empty,\n")
    return tmp_path


def test_a_pipe_gets_json_lines(folder: Path, capsys) -> None:
    """One object an article; what failed on standard error, and in the status."""
    assert main(["intake", "news"]) == 1
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["schema"], row["file"], row["record"]) for row in rows] == [
        ("tellings.intake.v1", "news/a.txt", None),
        ("tellings.intake.v1", "news/b.csv", 2),
    ]
    assert err == "tellings: news/b.csv, line 3: the field 'text' is empty\n"


def test_a_terminal_gets_a_table(folder: Path, capsys, monkeypatch) -> None:
    """What is known of each, and how."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["intake", "news/b.csv"]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "news/b.csv #2" in out
    assert "2024-05-14 (given)" in out
    assert "Pier closed (given)" in out


def test_what_is_written_is_read_again_with_the_same_text_offsets_and_facts(folder: Path, capsys) -> None:
    """A second writing is the first, but for where it was read from."""
    assert main(["intake", "news", "-o", "out/articles.jsonl"]) == 1
    assert "wrote out/articles.jsonl: 2 articles, 1 failed" in capsys.readouterr().err
    there = [one for one in intake.read(["news"]) if not isinstance(one, intake.Failure)]
    again = list(intake.read(["out/articles.jsonl"]))
    for one, other in zip(there, again, strict=True):
        for name in (
            "text",
            "blocks",
            "outlet",
            "title",
            "byline",
            "published",
            "modified",
            "url",
            "language",
            "headlines",
        ):
            assert getattr(one, name) == getattr(other, name)
    assert [one.record for one in again] == [1, 2]


def test_nothing_that_could_be_read_is_status_2(folder: Path, capsys) -> None:
    """And an empty line of standard output."""
    assert main(["intake", "gone.txt"]) == 2
    assert capsys.readouterr() == (
        "",
        "tellings: gone.txt: no such file or folder; check the spelling\ntellings: no article could be read\n",
    )


def test_a_file_that_cannot_be_written_is_one_line(folder: Path, capsys) -> None:
    """Nothing half-written stays behind."""
    assert main(["intake", "news/a.txt", "-o", "news/a.txt/x.jsonl"]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(path.name for path in (folder / "news").iterdir()) == ["a.txt", "b.csv"]


@pytest.mark.model
def test_an_archive_is_read_laid_side_by_side_and_proved(folder: Path, capsys) -> None:
    """``tellings verify`` proves every line of articles that came out of one container."""
    rows = "".join(
        f'"“The pier {what},” said Ada Quill, the harbour master, on Monday. She said that repairs would take {days} days.",Pier {what},2024-05-14\n'
        for what, days in (("is closed", 9), ("will be rebuilt", 12))
    )
    Path("pier.csv").write_text("text,title,date\n" + rows, encoding="utf-8")
    assert main(["read", "pier.csv", "-o", "out", "--quiet"]) == 0
    capsys.readouterr()
    assert main(["verify", "out/story.json"]) == 0
    assert "proved: 2 articles" in capsys.readouterr().out
    Path("pier.csv").write_text(("text,title,date\n" + rows).replace("12 days", "13 days"), encoding="utf-8")
    assert main(["verify", "out/story.json"]) == 1
    assert "13 days" in capsys.readouterr().out
