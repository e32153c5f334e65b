"""From sources to articles and failures: files, folders, globs, standard input."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from tellings import intake
from tellings.errors import IntakeError
from tellings.intake import Failure, IntakeOptions
from tellings.values import Article

TEXT = "Lighthouse keeper finds lost bell\n\nThe bell of Marrow Point was found on Sunday, its keeper said.\n"


def read(*sources: str, **options: object) -> list[Article | Failure]:
    return list(intake.read(sources, options=IntakeOptions(**options)))


def articles(found: list[Article | Failure]) -> list[Article]:
    return [item for item in found if isinstance(item, Article)]


def failures(found: list[Article | Failure]) -> list[str]:
    return [str(item) for item in found if isinstance(item, Failure)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "sub/c.text", ".hidden.txt", "picture.png", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_articles_by_name_without_hidden_and_foreign_files(folder: Path) -> None:
    """A folder is read whole, in the order of names."""
    assert [article.file for article in articles(read("."))] == ["./a.md", "./b.txt", "./sub/c.text"]


def test_an_article_is_the_text_as_it_is_with_the_digest_of_its_bytes(folder: Path) -> None:
    """Text, digest and format of a plain file."""
    [article] = articles(read("b.txt"))
    assert (article.text, article.format, article.encoding, article.record) == (TEXT, "text", "utf-8", None)
    assert article.digest == hashlib.sha256(TEXT.encode()).hexdigest()


def test_what_is_named_twice_is_read_once(folder: Path) -> None:
    """A file named by itself, by its folder and by a pattern is one article."""
    assert len(articles(read("b.txt", "./b.txt", "*.txt", "."))) == 3


def test_a_pattern_finds_files_at_any_depth(folder: Path) -> None:
    """Globs are expanded here too, for shells that do not."""
    assert [article.file for article in articles(read("**/*.text"))] == ["sub/c.text"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf\n", "empty"),
        ("zeros.txt", b"text\x00\x01\x02\x00", "not text: it holds zero bytes"),
        ("paper.txt", b"%PDF-1.7 \xe2\xe3\xcf\xd3", "no PDF that can be read"),
        ("old.txt.gz", b"\x1f\x8b\x08\x00 \x00", "compressed with gzip"),
        ("list.jsonl", b"\n\n", "empty"),
        ("page.html", b"<html><script>x()</script></html>", "shows no text"),
    ],
)
def test_what_is_no_article_is_one_line_and_the_rest_goes_on(
    folder: Path, name: str, content: bytes, problem: str
) -> None:
    """Empty and binary files are named with what is wrong, on one line."""
    (folder / name).write_bytes(content)
    found = read(name, "b.txt")
    [line] = failures(found)
    assert line.startswith(f"{name}: ")
    assert problem in line
    assert "\n" not in line
    assert len(articles(found)) == 1


def test_missing_sources_are_named(folder: Path) -> None:
    """A path that is not there, a pattern without a match, a folder without an article."""
    (folder / "bare").mkdir()
    assert failures(read("gone.txt", "*.html", "bare"))[0].startswith("gone.txt: no such file")
    assert len(failures(read("gone.txt", "*.html", "bare"))) == 3


def test_a_file_over_the_limit_is_not_read(folder: Path) -> None:
    """The size is looked at before the file is opened."""
    assert "over the limit of 10" in failures(read("b.txt", max_bytes=10))[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    """Permissions are the user's to change."""
    (folder / "b.txt").chmod(0)
    assert "may not be read" in failures(read("b.txt"))[0]


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (TEXT.encode(), ["text"]),
        (b'{"text": "One line of news."}\n{"text": "Another line."}\n', ["jsonl", "jsonl"]),
        (b"<!DOCTYPE html><html><body><p>Some words of news.</p></body></html>", ["html"]),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, kinds: list[str]) -> None:
    """A dash reads standard input, whatever the format."""
    found = list(intake.read(["-"], stdin=io.BytesIO(data)))
    assert [article.format for article in articles(found)] == kinds
    assert {article.file for article in articles(found)} == {"-"}


def test_our_own_page_and_a_metadata_file_in_the_folder_are_passed_over(folder: Path) -> None:
    """A second run in the same folder reads the same articles."""
    (folder / "story.html").write_text('<html><head><meta name="generator" content="Tellings 1"></head></html>')
    (folder / "metadata.jsonl").write_text('{"file": "b.txt", "date": "2019-05-01"}\n')
    assert len(read(".")) == 3


@pytest.mark.parametrize("name", ["b.txt", "rows.jsonl", "named.jsonl", "page.html"])
def test_a_source_can_be_read_again_to_the_same_text_and_digest(folder: Path, name: str) -> None:
    """What an export keeps of an article is enough to prove it."""
    (folder / "rows.jsonl").write_text('{"text": "First."}\n\n{"text": "Second line."}\r\n', newline="")
    (folder / "named.jsonl").write_text('{"body": "Under another name."}\n')
    (folder / "page.html").write_text("<html><body><h1>A head</h1><p>Some words.<br>More.</p></body></html>")
    fields = {"text": "body"} if name == "named.jsonl" else {}
    for article in articles(read(name, fields=fields)):
        again = intake.reread(article.file, record=article.record, format=article.format, encoding=article.encoding)
        assert again == (article.text, article.digest)


def test_a_changed_source_has_another_digest_and_a_lost_one_is_an_error(folder: Path) -> None:
    """One byte is enough."""
    [article] = articles(read("b.txt"))
    (folder / "b.txt").write_text(TEXT.replace("bell", "ball"))
    again = intake.reread("b.txt", record=None, format="text", encoding="utf-8")
    assert again[1] != article.digest
    (folder / "b.txt").unlink()
    with pytest.raises(IntakeError, match="no such file"):
        intake.reread("b.txt", record=None, format="text", encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [({"date": "soon"}, "'soon' is not a day"), ({"fields": {"body": "text"}}, "no field 'body'")],
)
def test_options_that_cannot_be_meant_stop_at_once(folder: Path, options: dict[str, object], message: str) -> None:
    """An error that would befall every article is told once."""
    with pytest.raises(IntakeError, match=message):
        read("b.txt", **options)
