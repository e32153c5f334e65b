"""The commands as a user meets them: what goes where, and with which exit status. The reading itself is stood in for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.run import local
from tellings.values import Article, Reading, Story

TEXT = (
    "Bell is found in barn\n\nThe old harbour bell was found on Sunday in a barn, the keeper of the lighthouse said.\n"
)


def told(articles: Sequence[Article], *faults: str) -> local.Told:
    """A story of which nothing was read but the articles."""
    readings = tuple(Reading(article, faults=faults) for article in articles)
    return local.Told(Story(title="Bell is found in barn", readings=readings), ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles, in which the commands run without the language model."""

    def tell(articles, *, workers=1, progress=None):
        if progress is not None:
            progress(len(articles), len(articles))
        return told(articles)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(local, "tell", tell)
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news/b.txt").write_text(TEXT.replace("bell", "gong"), encoding="utf-8")
    return tmp_path


def test_read_prints_a_summary_and_writes_page_and_export_into_this_folder(folder: Path, capsys) -> None:
    """The plain command does the whole job and says where it wrote."""
    assert main(["read", "news"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Bell is found in barn\n")
    assert err == "tellings: wrote story.html and story.json\n"
    assert json.loads((folder / "story.json").read_text(encoding="utf-8"))["format"] == "tellings.story.v1"
    assert (folder / "story.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in folder.iterdir()) == ["news", "story.html", "story.json"]


def test_read_writes_into_the_folder_that_is_named_and_makes_it(folder: Path, capsys) -> None:
    """With -o nothing is left in this folder."""
    assert main(["read", "news", "-o", "out/deep", "--quiet"]) == 0
    assert sorted(path.name for path in (folder / "out/deep").iterdir()) == ["story.html", "story.json"]
    assert capsys.readouterr().err == ""
    assert not (folder / "story.json").exists()


def test_a_form_goes_to_standard_output_and_nothing_is_written(folder: Path, capsys) -> None:
    """Data alone on standard output, to be piped."""
    assert main(["read", "news", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert [row["file"] for row in json.loads(out)["articles"]] == ["news/a.txt", "news/b.txt"]
    assert err == ""
    assert sorted(path.name for path in folder.iterdir()) == ["news"]


def test_a_form_with_a_folder_is_written_there(folder: Path, capsys) -> None:
    """One document, and nothing on standard output."""
    assert main(["read", "news", "--format", "html", "-o", "out"]) == 0
    assert capsys.readouterr().out == ""
    assert [path.name for path in (folder / "out").iterdir()] == ["story.html"]


def test_what_fails_is_named_and_the_rest_goes_on_with_status_1(folder: Path, capsys) -> None:
    """One line each on standard error."""
    (folder / "news/c.txt").write_bytes(b"\x00\x01")
    assert main(["read", "news", "gone.txt", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)["articles"]) == 2
    assert [line.split(": ")[1] for line in err.splitlines()] == ["news/c.txt", "gone.txt"]


def test_when_all_fails_the_status_is_2_and_nothing_is_written(folder: Path, capsys) -> None:
    """There is no story of no articles."""
    assert main(["read", "gone.txt"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", "tellings: no article could be read")
    assert not (folder / "story.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ""),
        (["read"], "ARTICLES"),
        (["reed", "news"], "reed"),
        (["read", "news", "--format", "pdf"], "pdf"),
        (["read", "news", "--date", "soon"], "'soon' is not a day"),
        (["read", "news", "--map", "body"], "not of the form text=body"),
        (["read", "news", "--map", "x=body"], "no field 'x'"),
        (["read", "news", "--as", "papyrus"], "no format 'papyrus'"),
        (["read", "news", "--metadata", "gone.csv"], "gone.csv: the metadata file cannot be read"),
        (["read", "news", "--workers", "0"], "workers"),
        (["read", "news", "--encoding", "klingon"], "no encoding 'klingon'"),
        (["read", "news", "-o", "news/a.txt"], "news/a.txt/story.html: cannot be written"),
        (["verify", "gone.json"], "gone.json"),
        (["why", "gone.json", "q1"], "gone.json"),
        (["why", "news/a.txt", "q1"], "it is no JSON"),
        (["read", "news", "--kinds", "gossip"], "gossip"),
        (["watch", "feeds.urls", "-o", "news/a.txt"], "news/a.txt: file exists"),
    ],
)
def test_a_wrong_command_is_one_clear_line_and_status_2(folder: Path, capsys, arguments: list[str], words: str) -> None:
    """No traceback, no wall of text; help on the bare command."""
    assert main(arguments) == (2 if arguments else 0)
    out, err = capsys.readouterr()
    if arguments:
        assert words in err
        assert "Traceback" not in err
        assert err.startswith("tellings: ")
    else:
        assert "Usage: tellings" in out


def test_names_in_the_metadata_that_no_article_bears_are_told(folder: Path, capsys) -> None:
    """A misspelt name is told, and the run goes on."""
    (folder / "m.csv").write_text("file,date,outlet\na.txt,2019-05-14,Marrow Post\nz.txt,2019-05-14,\n")
    assert main(["read", "news", "--metadata", "m.csv", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == "tellings: m.csv: no article is called z.txt\n"
    assert json.loads(out)["articles"][0]["outlet"]["value"] == "Marrow Post"


def test_fields_date_and_outlet_reach_the_articles(folder: Path, capsys) -> None:
    """Options of the command line are those of the intake."""
    (folder / "rows.jsonl").write_text('{"body": "The bell was found on Sunday.", "paper": "Marrow Post"}\n')
    arguments = ["--field", "text=body", "--field", "outlet=paper", "--date", "2019-05-14", "--format", "json"]
    assert main(["read", "rows.jsonl", *arguments]) == 0
    [article] = json.loads(capsys.readouterr().out)["articles"]
    assert (article["outlet"]["value"], article["published"]["day"]) == ("Marrow Post", "2019-05-14")


def test_a_second_run_in_the_same_folder_gives_the_same_bytes(folder: Path) -> None:
    """What was written is not read as an article, and nothing depends on the time."""
    assert main(["read", "."]) == 0
    first = (folder / "story.json").read_bytes(), (folder / "story.html").read_bytes()
    assert main(["read", "."]) == 0
    assert ((folder / "story.json").read_bytes(), (folder / "story.html").read_bytes()) == first


def test_an_interrupt_is_one_line(folder: Path, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is no error of the program."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(local, "tell", interrupted)
    assert main(["read", "news"]) == 130
    assert capsys.readouterr().err.endswith("tellings: interrupted\n")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["read", "--help"], ["demo", "--help"], ["verify", "--help"], ["why", "--help"], ["schema", "--help"]],
)
def test_every_command_has_help_with_examples(capsys, arguments: list[str]) -> None:
    """Help is on standard output, with commands that can be copied."""
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert "Usage: tellings" in out
    assert len(arguments) == 1 or "Examples" in out


def test_version(capsys) -> None:
    """The version of the package."""
    from importlib.metadata import version

    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == version("tellings")


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tellings.cli", *arguments], capture_output=True, text=True, check=False, **options
    )


def test_help_does_not_wait_for_the_language_model() -> None:
    """What a command needs is imported when it is called."""
    code = "import sys; from tellings.cli import main; main(['read', '--help']); print({'spacy', 'lxml'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert found.stdout.strip().endswith("set()")


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
def test_a_reader_that_has_read_enough_is_no_error() -> None:
    """A closed pipe ends the command quietly."""
    command = f"{sys.executable} -m tellings.cli schema | true"
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert found.stderr == ""


@pytest.mark.model
def test_the_demo_reads_the_story_that_ships_with_the_package_and_verify_proves_it(tmp_path: Path) -> None:
    """The two commands of the README, in a process of their own."""
    demo = run("demo", "-o", str(tmp_path), cwd=tmp_path)
    assert demo.returncode == 0, demo.stderr
    assert "Who speaks most" in demo.stdout
    verified = run("verify", str(tmp_path / "story.json"), cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    assert max(len(line) for line in demo.stdout.splitlines()) <= 80
    why = run("why", str(tmp_path / "story.json"), "q1", cwd=tmp_path)
    assert why.returncode == 0, why.stderr
    assert all(f"\n{row} " in why.stdout for row in ("speaker", "reason", "content", "cue", "source", "name"))
    missing = run("why", str(tmp_path / "story.json"), "q0", cwd=tmp_path)
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1


@pytest.mark.model
def test_only_the_kinds_that_are_wanted(tmp_path: Path, capsys) -> None:
    """``--kinds speech`` leaves beliefs and plans out of what is given."""
    text = (
        "Quay shut\n\nOra Quill said on Monday that the old quay was shut to all boats. “It leaks,” she added.\n\n"
        "A survey of the harbour board found that 40 boats had sunk in the storm of last winter.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = {}
    for kinds in ([], ["--kinds", "speech"], ["--kinds", "speech", "finding"]):
        assert main(["read", str(tmp_path / "a.txt"), "--format", "json", *kinds]) == 0
        found[len(kinds)] = [row["kind"] for row in json.loads(capsys.readouterr().out)["quotes"]]
    assert sorted(found[0]) == ["finding", "speech", "speech"]
    assert found[2] == ["speech", "speech"]
    assert found[3] == found[0]


def test_a_part_that_broke_is_named_and_the_status_says_so(
    folder: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the other parts read is written all the same."""
    monkeypatch.setattr(local, "tell", lambda articles, **_: told(articles, "figures.rules.v1: IndexError: 3"))
    assert main(["read", "news/a.txt"]) == 1
    assert "news/a.txt: a part of the reading broke" in capsys.readouterr().err.replace("\n", " ")
    assert (folder / "story.json").exists()


def test_the_package_runs_as_a_module():
    """``python -m tellings`` is the command line, and its errors end with a status of their own."""
    ran = subprocess.run([sys.executable, "-m", "tellings", "nonsense"], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "nonsense" in ran.stderr
    assert ", . See" not in ran.stderr
