"""How many articles there are to come: counted without reading them, for whoever tells how long it will take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tellings.intake import jsonl, sources
from tellings.intake.options import Failure

_ONE = {"text", "html", None}
"""Formats of one article a file; what has no known ending is mostly one as well."""
_CHUNK = 1 << 20


def count(given: Iterable[str]) -> int | None:
    """The articles (and failures) that sources will give; none where that is seen only by reading them."""
    total = 0
    for found in sources.files(given):
        if isinstance(found, Failure):
            total += 1
            continue
        format_ = None if found == sources.STDIN else sources.format_of(found)
        if found == sources.STDIN or format_ not in {*_ONE, jsonl.NAME}:
            return None
        total += _lines(Path(found)) if format_ == jsonl.NAME else 1
    return total


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
    except OSError:
        return 1
