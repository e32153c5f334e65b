"""How many articles there are to come: counted without reading them, for whoever tells how long it will take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tellings.intake import formats, sources
from tellings.intake.inputs import STDIN
from tellings.intake.options import Failure

_ONE = {"text", "html", "pdf", "eml", "nitf", None}
"""Formats of one article a file; what has no known ending is mostly one as well."""
_LINES = "jsonl"
"""The format of one article a line."""
_CHUNK = 1 << 20


def count(given: Iterable[str]) -> int | None:
    """The articles (and failures) that sources will give; none where that is seen only by reading them."""
    total = 0
    for found in sources.sources(given):
        if isinstance(found, Failure):
            total += 1
            continue
        named = None if found == STDIN or sources.is_address(found) else formats.of_name(found)
        name = named.NAME if named else None
        if found == STDIN or sources.is_address(found) or name not in {*_ONE, _LINES}:
            return None
        lines = _lines(Path(found)) if name == _LINES else 1
        if lines is None:
            return None
        total += lines
    return total


def _lines(path: Path) -> int | None:
    if path.suffix == ".gz":
        return None
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
    except OSError:
        return 1
