"""Which files the user means: files, folders, globs and ``-``, each once, in a settled order."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tellings.intake.options import Failure

STDIN = "-"

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""The endings that are read in a folder, and the format of each. A file named by itself may end as it likes."""


def files(sources: Iterable[str]) -> Iterator[str | Failure]:
    """The paths that ``sources`` name, as given; a failure where one names nothing."""
    seen: set[str] = set()
    for source in sources:
        for found in _expand(source):
            if isinstance(found, Failure):
                yield found
                continue
            identity = found if found == STDIN else os.path.realpath(found)
            if identity not in seen:
                seen.add(identity)
                yield found


def format_of(path: str) -> str | None:
    """The format that a file's ending names, if it names one."""
    return FORMATS.get(Path(path).suffix.lower())


def _expand(source: str) -> Iterator[str | Failure]:
    if source == STDIN or os.path.isfile(source):  # noqa: PTH113  # the path stays as the user wrote it
        yield source
    elif os.path.isdir(source):  # noqa: PTH112
        yield from _folder(source)
    elif glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207  # keeps "./" as written
        if not matches:
            yield Failure(source, None, "no file matches this pattern", "check the spelling")
        for match in matches:
            if os.path.isdir(match):  # noqa: PTH112
                yield from _inside(match)
            else:
                yield match
    elif os.path.lexists(source):
        yield Failure(source, None, "not a file or folder that can be read", "check where it points")
    else:
        yield Failure(source, None, "no such file or folder", "check the spelling")


def _folder(source: str) -> Iterator[str | Failure]:
    if not os.access(source, os.R_OK | os.X_OK):
        yield Failure(source, None, "this folder may not be read", "check its permissions")
        return
    found = list(_inside(source))
    if not found:
        endings = " ".join(sorted(FORMATS))
        yield Failure(source, None, "this folder holds no article", f"files must end in one of {endings}")
    yield from found


def _inside(folder: str) -> Iterator[str]:
    """The files below a folder that may be articles, by name; hidden ones and our own output are passed over."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(root, name)  # noqa: PTH118
            if not name.startswith(".") and format_of(name) and not _beside(path):
                yield path


def _beside(path: str) -> bool:
    """Whether a file lies beside the articles and is none: our own page, or a metadata file."""
    if format_of(path) == "text":
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            start = file.read(4096)
    except OSError:
        return False
    return b'name="generator" content="tellings' in start.lower() if format_of(path) == "html" else _is_metadata(start)


def _is_metadata(start: bytes) -> bool:
    """Whether the first line of a file speaks of another file, as a row for ``--metadata`` does."""
    try:
        row = json.loads(start.split(b"\n")[0])
    except ValueError:
        return False
    return isinstance(row, dict) and "file" in row and "text" not in row
