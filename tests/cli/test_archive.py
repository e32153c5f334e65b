"""The commands on an archive as a user meets them. The reading itself is stood in for."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from told import BELL, BRIDGE, BRIDGE_TOO, of

from tellings.cli import main
from tellings.run import adding
from tellings.values import Article, Reading


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, in which nothing loads the language model to read them."""

    def read(stream: Iterator[Article], _: object) -> Iterator[list[Reading]]:
        return iter(lambda: [of(found) for found in islice(stream, 4)], [])

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(adding, "read_stream", read)
    monkeypatch.setenv("TELLINGS_ARCHIVE", "news")
    rows = [
        {"text": BRIDGE, "title": "Bridge shut", "outlet": "The Wendle Post", "date": "2031-05-06", "url": "https://p.example/1"},
        {"text": BRIDGE_TOO, "title": "Boats wait", "outlet": "The Oldhaven Echo", "date": "2031-05-07", "url": "https://e.example/1"},
        {"text": BELL, "title": "Bell is found in barn", "outlet": "Thornwick News", "date": "2031-06-01", "url": "https://n.example/1"},
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


@pytest.fixture
def filled(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["add", "a.jsonl"]) == 0
    assert "news: 3 new articles; 2 stories in all" in capsys.readouterr().err
    return folder


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """What a command prints; it must end with the status."""
    assert main(list(arguments)) == status
    return capsys.readouterr().out


def test_add_again_and_a_revision(filled: Path, capsys):
    """Nothing new is said so; a changed text is a revision, shown with what changed."""
    assert main(["add", "a.jsonl"]) == 0
    assert "0 new articles, 3 there already; 2 stories" in capsys.readouterr().err
    text = (filled / "a.jsonl").read_text(encoding="utf-8")
    (filled / "b.jsonl").write_text(
        text.split("\n")[0].replace("More than 40 boats", "43 boats").replace("Bridge shut", "Gates stay shut")
    )
    assert main(["add", "b.jsonl"]) == 0
    assert "0 new articles, 1 revision" in capsys.readouterr().err
    out = printed(capsys, "show", "a1")
    assert "headline changed: [Bridge shut] → [Gates stay shut]" in out
    assert "figure changed: [More than 40 boats] → [43 boats]" in out
    rows = json.loads(printed(capsys, "show", "a1", "--format", "json"))["revisions"]
    assert [change["kind"] for change in rows[1]["changes"]] == ["headline changed", "figure changed"]


def test_what_fails_is_named_and_the_rest_is_kept(folder: Path, capsys):
    """Status 1; where nothing can be read, 2."""
    (folder / "bad.jsonl").write_text("no json\n" + (folder / "a.jsonl").read_text().split("\n")[0] + "\n")
    assert main(["add", "bad.jsonl", "missing.txt"]) == 1
    err = capsys.readouterr().err
    assert "bad.jsonl, line 1" in err
    assert "missing.txt: no such file" in err
    assert "1 new article, 2 failed" in err
    assert main(["add", "missing.txt", "--archive", "other"]) == 2


def test_stories(filled: Path, capsys):
    """A line each, the latest first, with outlets and origins; the same as JSON."""
    first, second = printed(capsys, "stories").splitlines()
    assert first.split(" · ", 1)[1] == "1 article · 1 outlet, 1 independent origin · Bell is found in barn"
    assert second.endswith("2 articles · 2 outlets, 2 independent origins · Bridge shut")
    rows = json.loads(printed(capsys, "stories", "--least", "2", "--format", "json"))["stories"]
    assert [(row["articles"], row["outlets"], row["origins"], row["start"]) for row in rows] == [
        (2, 2, 2, "2031-05-06")
    ]
    assert printed(capsys, "stories", "--from", "2032", status=1) == ""


def test_show_a_story(filled: Path, capsys):
    """As tellings read shows it; why its articles are in it; files where they are asked for."""
    story = json.loads(printed(capsys, "stories", "--least", "2", "--format", "json"))["stories"][0]["id"]
    assert printed(capsys, "show", story).startswith("Bridge shut\n6–7 May 2031 · 2 articles · 2 outlets")
    exported = json.loads(printed(capsys, "show", story, "--format", "json"))
    assert [row["file"] for row in exported["articles"]] == ["a.jsonl", "a.jsonl"]
    why = printed(capsys, "show", story, "--why")
    assert re.search(r"most like a1 \(\d\.\d\d\): shares the names .* and the words .*Wendle", why)
    printed(capsys, "show", story, "-o", "out")
    assert sorted(path.name for path in (filled / "out").iterdir()) == ["story.html", "story.json"]
    assert main(["verify", "out/story.json"]) == 0
    assert main(["show", "s99"]) == 2
    assert "there is no story s99; 'tellings stories' lists them" in capsys.readouterr().err
    assert main(["show", "a1", "--format", "html"]) == 2
    assert main(["show", "a1", "-o", "out"]) == 2
    assert main(["show", story, "--why", "-o", "out"]) == 2
    assert "what keeps a story together is shown here and not written; leave out -o" in capsys.readouterr().err
    assert main(["show", "a1", "--why"]) == 2
    assert "--why goes with a story" in capsys.readouterr().err


def test_search(filled: Path, capsys):
    """Hits with their places; fields as options and among the words; nothing found is status 1."""
    out = printed(capsys, "search", "--speaker", "Nora Feld", "--about", "mended")
    assert "Nora Feld (said): “The gates are old and nobody mended them,”" in out
    assert "a.jsonl, line 1, characters" in out
    hits = json.loads(printed(capsys, "search", "boat", "outlet:the oldhaven echo", "--format", "json"))["hits"]
    text = json.loads((filled / "a.jsonl").read_text().split("\n")[1])["text"]
    assert [(hit["article"], text[slice(*hit["span"])] == hit["text"]) for hit in hits] == [("a2", True)]
    assert all(text[slice(*match)].lower().startswith("boat") for match in hits[0]["matches"])
    assert printed(capsys, "search", "zeppelin", status=1) == ""
    assert main(["search", "--kind", "figure"]) == 2
    assert main(["search", "from:yesterday"]) == 2


def test_check_against_an_archive(filled: Path, capsys):
    """All that it holds is the index."""
    assert main(["check", "The gates are old", "--archive", "news", "--speaker", "Nora Feld"]) == 0
    assert main(["check", "The gates are new", "--archive", "news"]) == 1


def test_repairs(filled: Path, capsys):
    """What is done is said; what cannot be is refused in a line."""
    ids = [row["id"] for row in json.loads(printed(capsys, "stories", "--format", "json"))["stories"]]
    merged = printed(capsys, "repair", "merge", *ids).split()[-1]
    assert len(printed(capsys, "stories").splitlines()) == 1
    assert "a story of their own: s" in printed(capsys, "repair", "split", merged, "a3")
    assert printed(capsys, "repair", "rename", "Karl Amsel", "Nora Feld") == "Karl Amsel is Nora Feld\n"
    assert printed(capsys, "repair", "speaker", "a1", "nobody mended", "--nobody").startswith("nobody: “The gates")
    kinds = [json.loads(line)["repair"] for line in (filled / "news" / "repairs.jsonl").read_text().splitlines()]
    assert kinds == ["merge", "split", "rename", "speaker"]
    for wrong in (
        ["merge", "s1"],
        ["rename", "x"],
        ["merge", "s1", "s2", "--nobody"],
        ["split", merged],
        ["speaker", "a9", "x", "y"],
    ):
        assert main(["repair", *wrong]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_watch_a_folder(folder: Path, capsys):
    """One look takes what is there; a second look nothing."""
    (folder / "incoming").mkdir()
    (folder / "a.jsonl").rename(folder / "incoming" / "a.jsonl")
    assert main(["watch", "incoming", "--archive", "news"]) == 0
    assert "3 new articles" in capsys.readouterr().err
    assert main(["watch", "incoming", "--archive", "news"]) == 0
    assert "3 there already" in capsys.readouterr().err
    assert main(["watch", "incoming"]) == 2


def test_an_archive_that_is_not_there(folder: Path, capsys):
    """Every command says so, and none makes it."""
    for command in (["stories"], ["search", "x"], ["show", "s1"], ["repair", "merge", "s1", "s2"], ["export", "out"]):
        assert main(command) == 2
        assert "there is no archive; make one with: tellings add" in capsys.readouterr().err
    assert not (folder / "news").exists()


def test_any_sqlite_tool_opens_it(filled: Path):
    """With what every Python has."""
    rows = sqlite3.connect(filled / "news" / "archive.db").execute("SELECT speaker, text FROM quotes").fetchall()
    assert ("Nora Feld", "“The gates are old,”") in rows
