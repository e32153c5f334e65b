"""An archive's results as Parquet: the views for analysts, and readings that another archive keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import BELL, BRIDGE, BRIDGE_TOO, told

from tellings.archive import SqliteArchive
from tellings.cli import main
from tellings.errors import ArchiveError
from tellings.run import adding, bulk

parquet = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed: pip install 'tellings[parquet]'")

READINGS = [
    told("The Wendle Post", BRIDGE, url="https://post.example/1"),
    told("The Wendle Post", BRIDGE + " More soon.", url="https://post.example/1", file="x.txt"),
    told("The Oldhaven Echo", BRIDGE_TOO, day="2031-05-07", title="Boats wait"),
    told("Thornwick News", BELL, day=None, title=""),
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """The folder of an archive with three articles, of which one was revised."""
    with SqliteArchive(tmp_path / "news", create=True) as archive:
        adding.add_readings(READINGS, archive)
    return tmp_path / "news"


def test_views_as_tables(news: Path, tmp_path: Path):
    """Each file holds the rows of its view, with numbers as numbers."""
    assert main(["export", str(tmp_path / "tables"), "--archive", str(news)]) == 0
    tables = {path.stem: parquet.read_table(path).to_pylist() for path in (tmp_path / "tables").iterdir()}
    assert {name: len(rows) for name, rows in tables.items()} == {
        "articles": 3, "revisions": 4, "quotes": 4, "figures": 2, "stories": 2, "readings": 4,
    }  # fmt: skip
    figure = next(row for row in tables["figures"] if row["value"] == 43.0)
    assert (figure["text"], figure["counted"], figure["low"]) == ("43 boats", "boat", None)
    assert tables["quotes"][0]["text"] == "“The gates are old and nobody mended them,”"


def test_readings_go_into_another_archive(news: Path, tmp_path: Path, capsys):
    """Without being read again, and as they were."""
    with SqliteArchive(news) as archive:
        bulk.export(archive, tmp_path / "tables")
    command = ["add", str(tmp_path / "tables" / "readings.parquet"), "--readings", "--archive", str(tmp_path / "other")]
    assert main(command) == 0
    assert "3 new articles, 1 revision" in capsys.readouterr().err
    with SqliteArchive(news) as one, SqliteArchive(tmp_path / "other") as other:
        assert one.counts() == other.counts()
        assert [reading for number in (1, 2, 3) for reading in other.revisions(number)] == [
            reading for number in (1, 2, 3) for reading in one.revisions(number)
        ]


def test_an_export_that_breaks_off_leaves_the_older_file(news: Path, tmp_path: Path, monkeypatch):
    """Rows that end in an error do not take the place of those of the run before."""
    with SqliteArchive(news) as archive:
        bulk.export(archive, tmp_path / "tables")
        before = (tmp_path / "tables" / "articles.parquet").read_bytes()
        rows = list(archive.table("articles"))

        def broken(_: str):
            yield rows[0]
            raise KeyboardInterrupt

        monkeypatch.setattr(archive, "table", broken)
        monkeypatch.setattr(bulk, "_ROWS", 1)
        with pytest.raises(KeyboardInterrupt):
            bulk.export(archive, tmp_path / "tables")
    assert (tmp_path / "tables" / "articles.parquet").read_bytes() == before


@pytest.mark.parametrize("data", [b"no parquet", None])
def test_a_file_of_something_else(tmp_path: Path, data: bytes | None):
    """Is told in one line."""
    path = tmp_path / "x.parquet"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ArchiveError, match="cannot be read as Parquet"):
        list(bulk.readings(path))


def test_a_table_that_holds_no_readings(news: Path, tmp_path: Path):
    """Says which file does."""
    with SqliteArchive(news) as archive:
        bulk.export(archive, tmp_path)
    with pytest.raises(ArchiveError, match="holds no readings"):
        list(bulk.readings(tmp_path / "quotes.parquet"))
