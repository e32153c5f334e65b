"""How a format is told, named, and added by an outside package."""

from __future__ import annotations

import builtins
import gzip
import importlib
import io
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from tellings import intake
from tellings.errors import IntakeError
from tellings.intake import Failure, formats, inputs
from tellings.intake.record import Record
from tellings.values import Article
from tests.intake.formats.invented import PAGE, TEXT, line


@pytest.mark.parametrize(
    ("name", "head", "format_"),
    [
        ("a.txt", TEXT, "text"),
        ("a", TEXT, "text"),
        ("a.txt", "%PDF-1.7", "pdf"),
        ("a.html", '<?xml version="1.0"?>\n<!-- made by hand --><rss version="2.0">', "feed"),
        ("a.xml", '<!DOCTYPE html PUBLIC "x"><html>', "html"),
        ("a.xml", '<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns:rdf="x">', "feed"),
        ("a", "\ufeff<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("a.txt", PAGE, "html"),
        ("a.json", line(1), "jsonl"),
        ("a.jsonl", '{\n "text": "x"}', "json"),
        ("a.jsonl", "broken\n" + line(1), "jsonl"),
        ("a", '[{"text": "x"}]', "json"),
        ("a", '{"version": "https://jsonfeed.org/version/1.1"}', "jsonfeed"),
        ("a", "text,title\nx,y", "csv"),
        ("a.txt", "Text, title and all that\nfollows", "text"),
        ("a.csv", "a;b\n1;2", "csv"),
        ("a", "PAR1", "parquet"),
        ("a", "WARC/1.1\r\n", "warc"),
        ("a", "From a@b.example Tue May 14 08:00:00 2024\nFrom: a\n", "mbox"),
        ("a", "Received: x\r\n by y\r\nFrom: a@b.example\r\nDate: today\r\n\r\nHello", "eml"),
        ("a.urls", "https://a.example", "urls"),
        ("a.txt", "https://a.example\nhttps://b.example", "text"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_format_is_told_by_its_content_first(name: str, head: str, format_: str, packed: bool) -> None:  # noqa: FBT001  # a parameter of the table
    """Endings lie; where the content says nothing they decide. Through gzip as well."""
    data = head.encode()
    given = inputs.of_bytes(f"{name}.gz" if packed else name, gzip.compress(data) if packed else data)
    assert format_ == formats.of_input(given).NAME


def test_the_user_may_know_better(read) -> None:
    """``--as`` is not questioned; a format that is not there is told at once."""
    [article] = read("a.txt", PAGE, format="text")
    assert isinstance(article, Article)
    assert article.text == PAGE
    with pytest.raises(IntakeError, match=r"knows no format 'papyrus'; there are .*warc"):
        read("a.txt", TEXT, format="papyrus")


def test_standard_input_may_be_any_format_and_is_closed() -> None:
    """Also one in which a reader goes back."""
    found = list(intake.read(["-"], stdin=io.BytesIO(gzip.compress(f"{line(1)}\n{line(2)}".encode()))))
    assert [type(one).__name__ for one in found] == ["Article", "Article"]


class Telegraph:
    """A format of an outside package: messages between lines of stars."""

    NAME = "telegraph"
    SUFFIXES = (".tel",)
    UNIT = "message"

    @staticmethod
    def looks(head: bytes) -> bool:
        return head.startswith(b"****")

    @staticmethod
    def records(source, options):
        for number, part in enumerate(source.data(options.max_bytes).strip(b"*\n").split(b"\n****\n"), 1):
            yield (
                Record(part, number, text=part.decode())
                if part
                else Failure(source.file, number, "empty", "", "message")
            )


@pytest.fixture
def announced(monkeypatch):
    """A function that announces entry points as an installed package does."""

    def announce(**points: str) -> None:
        found = [EntryPoint(name, value, formats.GROUP) for name, value in points.items()]
        monkeypatch.setattr(formats, "entry_points", lambda group: found if group == formats.GROUP else [])
        formats.known.cache_clear()

    yield announce
    formats.known.cache_clear()


def test_an_outside_package_adds_a_format(announced, read) -> None:
    """By an entry point: told by its content, proved, named in ``--as``."""
    announced(telegraph=f"{__name__}:Telegraph")
    sys.modules[__name__] = sys.modules.get(__name__) or importlib.import_module(__name__)
    found = read("a.bin", f"****\n{TEXT}\n****\nStop.\n****\n")
    assert [(one.format, one.record) for one in found] == [("telegraph", 1), ("telegraph", 2)]


def test_a_format_that_cannot_be_used_is_one_line_and_the_rest_is_read(announced, tmp_path: Path) -> None:
    """Not there, without the right names, or with a name that is taken."""
    announced(gone="no.such.module", shapeless="json:dumps", taken="tellings.intake.formats.text")
    (tmp_path / "a.txt").write_text(TEXT)
    found = list(intake.read([str(tmp_path / "a.txt")]))
    lines = [str(one) for one in found if isinstance(one, Failure)]
    assert len(lines) == 3
    assert "the format 'gone' of no.such.module cannot be used: No module named" in lines[0]
    assert "it has no NAME" in lines[1]
    assert "there is a format 'text' already" in lines[2]
    assert isinstance(found[-1], Article)


def test_an_installed_package_adds_a_format(tmp_path: Path) -> None:
    """With real metadata on the path, in a process of its own."""
    package = tmp_path / "site"
    (package / "telegraphs-1.0.dist-info").mkdir(parents=True)
    (package / "telegraphs-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: telegraphs\nVersion: 1.0\n"
    )
    (package / "telegraphs-1.0.dist-info" / "entry_points.txt").write_text(
        "[tellings.formats]\ntelegraph = telegraphs\n"
    )
    (package / "telegraphs.py").write_text(
        "from tellings.intake.record import Record\nNAME, SUFFIXES, UNIT = 'telegraph', ('.tel',), 'message'\n"
        "def looks(head): return head.startswith(b'****')\n"
        "def records(source, options):\n    data = source.data(options.max_bytes)\n    yield Record(data, text=data.decode().strip('*'))\n"
    )
    (tmp_path / "a.bin").write_text("****The bell was found.")
    program = f"import sys; sys.path.insert(0, {str(package)!r}); from tellings import intake; [one] = intake.read(['a.bin']); print(one.format, one.text)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "telegraph The bell was found.\n", done.stderr


@pytest.mark.parametrize(
    ("module", "name", "data", "extra"),
    [
        ("fastwarc", "a.warc", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "warc"),
        ("pyarrow", "a.parquet", b"PAR1", "parquet"),
        ("pypdfium2", "a.pdf", b"%PDF-1.4", "pdf"),
        ("zstandard", "a.warc.zst", b"\x28\xb5\x2f\xfd" + b"0" * 20, "warc"),
    ],
)
def test_a_library_that_is_not_there_is_one_line_with_the_command(read, monkeypatch, module, name, data, extra) -> None:
    """Which extra, and how to install it."""
    plain = builtins.__import__

    def importing(called, *more, **options):
        if called.partition(".")[0] == module:
            raise ImportError(f"No module named {called!r}", name=called)
        return plain(called, *more, **options)

    monkeypatch.setattr(builtins, "__import__", importing)
    monkeypatch.setattr(importlib, "import_module", lambda called: importing(called) and sys.modules[called])
    [failure] = read(name, data)
    assert f"pip install 'tellings[{extra}]'" in str(failure)
    assert str(failure).count("\n") == 0
