"""Fuzzes the intake, for as long as one likes: with atheris where it is installed, else with random wounds.

python tests/fuzz/harness.py [--seconds 60] [--format warc] [--corpus FOLDER]

The first byte chooses the format, the rest is the file. What breaks a promise of bad input
(tests/fuzz) is written into the corpus as a file of its own, and ends the run with status 1.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

atheris: Any
try:
    import atheris
except ImportError:  # it has no wheel for every machine
    atheris = None

# Only our own code: what the libraries do with their bytes is for their own fuzzers.
with atheris.instrument_imports(include=["tellings"]) if atheris else contextlib.nullcontext():
    from tellings.intake import formats
    from tests.fuzz.seeds import seeds
    from tests.fuzz.test_fuzz import check, damaged


def one(data: bytes, names: list[str], folder: Path) -> None:
    """One input: its first byte chooses the format."""
    if data:
        check(folder, "a.bin", data[1:], format=names[data[0] % len(names)])


def kept(data: bytes, corpus: Path) -> Path:
    """What broke a promise, as a file."""
    corpus.mkdir(parents=True, exist_ok=True)
    path = corpus / f"crash-{hashlib.sha256(data).hexdigest()[:16]}"
    path.write_bytes(data)
    return path


def wounds(names: list[str], seconds: float, corpus: Path, folder: Path) -> int:
    """Valid files, wounded at random, until the time is over."""
    choices = random.Random(0)
    files = [data for _, data in seeds().values()]
    until, count = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        number = choices.randrange(len(names))
        data = bytes([number]) + damaged(choices.choice(files), choices)
        count += 1
        try:
            one(data, names, folder)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what was sought
            print(f"{type(error).__name__}: {error}; kept in {kept(data, corpus)}")  # noqa: T201  # a program
            return 1
    print(f"{count:,} files in {seconds:.0f} s, no promise broken")  # noqa: T201  # a program
    return 0


def main() -> int:
    """Fuzz."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--format", action="append")
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    given = parser.parse_args()
    names = given.format or sorted(formats.known().formats)
    with tempfile.TemporaryDirectory() as kept_in:
        folder = Path(kept_in)
        if atheris is None:
            return wounds(names, given.seconds, given.corpus, folder)
        corpus = given.corpus
        corpus.mkdir(parents=True, exist_ok=True)
        for number, (_, data) in enumerate(seeds().values()):
            (corpus / f"seed-{number}").write_bytes(bytes([number % len(names)]) + data)
        atheris.Setup(
            [sys.argv[0], f"-max_total_time={given.seconds:.0f}", "-timeout=10", "-rss_limit_mb=1024", str(corpus)],
            lambda data: one(data, names, folder),
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
