"""Whatever bytes come: no crash, no hang, no flood of memory, one line for what is bad, and true offsets for what is not."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tellings import intake
from tellings.intake import Failure, IntakeOptions, formats
from tellings.values import Article
from tests.fuzz.seeds import seeds

pytest.importorskip("fastwarc", reason="tellings[warc] is not installed")
pytest.importorskip("pypdfium2", reason="tellings[pdf] is not installed")
pytest.importorskip("pyarrow", reason="tellings[parquet] is not installed")

SECONDS, BYTES = 10.0, 1 << 30
SEEDS = seeds()


def check(folder: Path, name: str, data: bytes, **options: object) -> None:
    """Read bytes as a file of that name: every promise about bad input holds."""
    path = folder / name
    path.write_bytes(data)
    started = time.process_time()  # of this process: other work on the machine is no hang
    found = list(intake.read([str(path)], options=IntakeOptions(max_bytes=1_000_000, **options)))
    assert time.process_time() - started < SECONDS
    for one in found:
        if isinstance(one, Failure):
            assert "\n" not in str(one)
            assert 0 < len(str(one)) < 2000
        else:
            assert isinstance(one, Article)
            assert one.text.strip()
            assert all(0 <= block.span.start < block.span.end <= len(one.text) for block in one.blocks)


def damaged(data: bytes, choices: random.Random) -> bytes:
    """Bytes with a few wounds: flipped, cut out, doubled, put in, cut off."""
    wounded = bytearray(data)
    for _ in range(choices.randint(1, 6)):
        start = choices.randrange(len(wounded) + 1)
        end = min(len(wounded), start + choices.choice((1, 4, 40)))
        match choices.randrange(5):
            case 0:
                wounded[start:end] = choices.randbytes(end - start)
            case 1:
                del wounded[start:end]
            case 2:
                wounded[start:start] = wounded[start:end] * choices.choice((1, 3, 50))
            case 3:
                wounded[start:start] = choices.choice(
                    (b"\x00", b'"', b"<", b"{", b"\xff\xfe", b"&#x0;", b"]]>", b"\r\n\r\n", b"99999999999")
                )
            case _ if choices.random() < 0.2:
                del wounded[start:]
    return bytes(wounded)


@pytest.mark.parametrize("seed", SEEDS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choices=st.randoms(use_true_random=False))
def test_a_damaged_file_is_articles_or_lines(tmp_path: Path, seed: str, choices: random.Random) -> None:
    """A valid file of each format, wounded."""
    name, data = SEEDS[seed]
    check(tmp_path, name, damaged(data, choices))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=3000), format_=st.sampled_from(sorted(formats.known().formats)))
def test_any_bytes_in_any_format_are_articles_or_lines(tmp_path: Path, data: bytes, format_: str) -> None:
    """Noise, called what it is not."""
    check(tmp_path, "a.bin", data, format=format_)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.sampled_from(sorted(SEEDS)), format_=st.sampled_from(sorted(formats.known().formats)))
def test_a_file_called_another_format_is_articles_or_lines(tmp_path: Path, seed: str, format_: str) -> None:
    """A PDF read as CSV, a WARC read as mail."""
    check(tmp_path, "a.bin", SEEDS[seed][1], format=format_)


HOSTILE = {
    "entities in entities": (
        "a.xml",
        b'<!DOCTYPE rss [<!ENTITY a "x">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 20 if n else b"&a;" * 20) for n in range(9))
        + b"]><rss><channel><item><title>&a8;</title></item></channel></rss>",
    ),
    "a file from elsewhere": (
        "a.xml",
        b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x; and words.</p></body.content></body></nitf>',
    ),
    "deep XML": ("a.xml", b"<nitf><body><body.content>" + b"<block>" * 30_000 + b"x"),
    "deep HTML": ("a.html", b"<html><body>" + b"<div>" * 30_000 + b"<p>Words.</p>"),
    "deep JSON": ("a.json", b'{"text": ' + b"[" * 200_000),
    "deep JSON line": ("a.jsonl", b'{"text": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001 + b"\n"),
    "a number without an end": ("a.jsonl", b'{"text": "x", "n": ' + b"9" * 100_000 + b"}\n"),
    "quotes that open": ("a.csv", b"text,title\n" + b'"open\n' * 20_000),
    "one long line": ("a.txt", b"word " * 190_000),
    "no space": ("a.txt", b"w" * 900_000),
    "many small lines": ("a.txt", b"x\n" * 400_000),
    "many tags": ("a.html", b"<p>" * 100_000 + b"x"),
    "many attributes": ("a.html", b"<html><p " + b"a=b " * 100_000 + b">Words.</p>"),
    "a mail of mails": (
        "a.eml",
        b"From: a@b.example\nDate: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 2_000,
    ),
    "many From lines": ("a.mbox", b"From a@b.example Tue May 14 08:00:00 2024\n\n" * 3_000),
    "a WARC that claims much": (
        "a.warc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\n" * 2_000,
    ),
    "only gzip heads": ("a.warc.gz", b"\x1f\x8b\x08\x00" * 5_000),
    "many objects": ("a.json", b"{" * 200_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_hang_or_flood_does_neither(tmp_path: Path, name: str) -> None:
    """Known traps of each format."""
    check(tmp_path, *HOSTILE[name])


PROGRAM = """
import pathlib, resource, sys, tempfile
from tests.fuzz.test_fuzz import HOSTILE, SEEDS, check
with tempfile.TemporaryDirectory() as folder:
    for name, data in [*HOSTILE.values(), *SEEDS.values()]:
        check(pathlib.Path(folder), name, data)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def test_all_traps_together_take_less_than_a_gibibyte() -> None:
    """In a process of their own, with all the libraries of all formats."""
    there = [str(Path(__file__).parents[2]), *sys.path]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(there)},
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < BYTES


def test_no_file_of_the_machine_comes_in_by_a_document(tmp_path: Path) -> None:
    """An entity of a document's own is not resolved."""
    (tmp_path / "secret").write_text("the combination is 1234")
    path = tmp_path / "a.nitf"
    path.write_text(
        f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{tmp_path}/secret">]><nitf><body><body.content><p>&x; and words.</p></body.content></body></nitf>'
    )
    assert "combination" not in "".join(str(one) for one in intake.read([str(path)]))
