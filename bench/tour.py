"""Writes into README.md what the program prints there, so that the tour is always true.

    python bench/tour.py [--check]

Every ``console`` block whose command is ``tellings demo`` or ``tellings verify`` is run in a folder of its own.
``--check`` changes nothing and exits 1 where the page is out of date; a test does the same.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(
    r"(?<=```console\n)\$ tellings (?P<words>(?:demo|verify)[^\n]*)\n.*?(?=^```$)", re.DOTALL | re.MULTILINE
)


def renewed(page: str) -> str:
    """The page with what its commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        return BLOCK.sub(lambda block: f"$ tellings {block['words']}\n{printed(block['words'], folder)}", page)


def printed(words: str, folder: str) -> str:
    """What a command prints on standard output, without the empty lines around it."""
    command = [sys.executable, "-m", "tellings.cli", *words.split()]
    done = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode("utf-8").strip("\n") + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only tell whether the page is up to date")
    args = parser.parse_args()
    page = README.read_text(encoding="utf-8")
    new = renewed(page)
    if not args.check:
        README.write_text(new, encoding="utf-8")
    elif new != page:
        raise SystemExit("README.md is out of date: run python bench/tour.py")


if __name__ == "__main__":
    main()
