"""Bytes read as a file, and the promises that hold for every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings import intake
from tellings.intake import Failure, IntakeOptions
from tellings.intake.formats import own
from tellings.values import Article


@pytest.fixture
def read(tmp_path: Path, monkeypatch):
    """A function that reads bytes under a name, and checks the promises on every article that comes of them."""
    monkeypatch.chdir(tmp_path)

    def reading(name: str, data: bytes | str, **options: object) -> list[Article | Failure]:
        Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
        found = list(intake.read([name], options=IntakeOptions(**options)))
        keeps_the_promises([one for one in found if isinstance(one, Article)])
        for one in found:
            assert "\n" not in str(one) or isinstance(one, Article)
        return found

    return reading


def keeps_the_promises(articles: list[Article]) -> None:
    """Every article can be proved from its source, and comes back whole from what ``tellings intake`` writes."""
    for file in {article.file for article in articles}:
        places = {intake.Place(one.record, one.format, one.encoding): one for one in articles if one.file == file}
        again = intake.reread_all(file, places)
        assert {place: (one.text, one.digest) for place, one in places.items()} == again
    for article in articles:
        covered = "".join(block.span.of(article.text) for block in article.blocks)
        assert "".join(covered.split()) == "".join(article.text.split())
    Path("again.jsonl").write_text(
        "".join(json.dumps(own.line(article)) + "\n" for article in articles), encoding="utf-8"
    )
    back = list(intake.read(["again.jsonl"])) if articles else []
    assert [_said(one) for one in back] == [_said(one) for one in articles]


def _said(article: Article | Failure) -> object:
    assert isinstance(article, Article), str(article)
    row = own.line(article)
    return {name: row[name] for name in row if name not in {"file", "record", "format", "encoding", "digest"}}
