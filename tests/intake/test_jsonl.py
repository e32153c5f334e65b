"""JSON lines: one article a line, each by its number."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tellings import intake
from tellings.intake import Failure, IntakeOptions
from tellings.values import Article

GOOD = '{"text": "The bell was found.", "title": "Bell found", "url": "https://a.example/1", "outlet": "Marrow Post", "date": "2019-05-14"}'


def read(tmp_path: Path, content: str | bytes, **options: object) -> list[Article | Failure]:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(intake.read([str(path)], options=IntakeOptions(**options)))


def test_fields_tell_what_is_known(tmp_path: Path) -> None:
    """Title, address, outlet and date are given by the record."""
    [article] = read(tmp_path, GOOD + "\n")
    assert isinstance(article, Article)
    assert article.outlet
    assert article.title
    assert article.published
    assert (article.outlet.value, article.outlet.how) == ("Marrow Post", "given")
    assert (article.title.value, article.published.day, article.url) == (
        "Bell found",
        "2019-05-14",
        "https://a.example/1",
    )
    assert (article.record, article.digest) == (1, hashlib.sha256(GOOD.encode()).hexdigest())


def test_other_names_of_fields_are_mapped(tmp_path: Path) -> None:
    """The user's names, and the format keeps that of the text, so that it can be read again."""
    [article] = read(tmp_path, '{"body": "The bell was found.", "day": "2019"}', fields={"text": "body", "date": "day"})
    assert isinstance(article, Article)
    assert article.published
    assert (article.format, article.published.latest) == ("jsonl:body", "2019-12-31")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not json", "not JSON (expecting value at character 1)"),
        ('{"text": "cut off', "not JSON"),
        ('["text"]', "not a JSON object but a list"),
        ('{"body": "x"}', "no field 'text' (fields: body)"),
        ('{"text": 7}', "holds no text but a number"),
        ('{"text": " "}', "is empty"),
        ('{"text": "half \\ud83d"}', "half a character"),
        ('{"text": "x", "date": "some day"}', "'some day' is not a day"),
        ('{"text": "' + "x" * 300 + '"}', "over the limit"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_others_go_on(tmp_path: Path, line: str, problem: str) -> None:
    """What is wrong, in which line, on one line."""
    first, second, third = read(tmp_path, f"{GOOD}\n\n{line}\n{GOOD}\n".replace("\n\n", "\n"), max_bytes=250)
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert isinstance(third, Article)
    assert (second.record, third.record) == (2, 3)
    assert problem in str(second)
    assert "line 2: " in str(second)
    assert "\n" not in str(second)


def test_a_line_that_is_no_utf8_is_a_failure(tmp_path: Path) -> None:
    """JSON is UTF-8."""
    [failure] = read(tmp_path, b'{"text": "caf\xe9"}\n')
    assert "not UTF-8" in str(failure)


def test_a_document_over_several_lines_is_read_as_such(tmp_path: Path) -> None:
    """Not one error a line: it is JSON of another form, whatever the file is called."""
    [article] = read(tmp_path, '{\n "text": "The bell was found."\n}\n')
    assert isinstance(article, Article)
    assert (article.text, article.format) == ("The bell was found.", "json")
