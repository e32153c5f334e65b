"""Which sources the user means: files, folders, globs, addresses and ``-``, each once, in a settled order."""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Iterable, Iterator

from tellings.errors import IntakeError
from tellings.intake import formats, inputs
from tellings.intake.inputs import STDIN
from tellings.intake.options import Failure

_WORDS = re.compile(rb'"(?:text|maintext|plaintext|body_\w+|bodies|content_html|content_text|paragraphs)"\s*:')
"""Keys under which JSON holds an article: other JSON that lies in a folder is none."""


def sources(named: Iterable[str]) -> Iterator[str | Failure]:
    """The paths and addresses that are named, as given; a failure where one names nothing."""
    seen: set[str] = set()
    for source in named:
        for found in _expand(source):
            if isinstance(found, Failure):
                yield found
                continue
            identity = found if found == STDIN or is_address(found) else os.path.realpath(found)
            if identity not in seen:
                seen.add(identity)
                yield found


def is_address(source: str) -> bool:
    """Whether a source is on the web."""
    return source.startswith(("http://", "https://"))


def _expand(source: str) -> Iterator[str | Failure]:
    if source == STDIN or is_address(source) or os.path.isfile(source):  # noqa: PTH113  # the path stays as the user wrote it
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
        endings = sorted(suffix for format_ in formats.known().formats.values() for suffix in format_.SUFFIXES)
        yield Failure(source, None, "this folder holds no article", f"files must end in one of {' '.join(endings)}")
    yield from found


def _inside(folder: str) -> Iterator[str]:
    """The files below a folder that may be articles, by name; hidden ones and our own output are passed over."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(root, name)  # noqa: PTH118
            if not name.startswith(".") and _may_hold_articles(path):
                yield path


def _may_hold_articles(path: str) -> bool:
    """Whether a file in a folder is to be read: its name says so, and it is not ours or a metadata file."""
    named = formats.of_name(path)
    if named is None and not path.lower().endswith((".xml", ".xml.gz")):
        return False
    if named is not None and named.NAME == "text":
        return True
    try:
        head = inputs.of_file(path).head
    except IntakeError:
        return True  # the reading of it will say why it cannot be read
    if formats.ours(head) or _is_metadata(head):
        return False
    if named is not None and named.NAME == "json":
        return bool(_WORDS.search(head))
    sure = named is not None and named.NAME != "csv"
    return sure or any(format_.looks(head) for format_ in formats.known().formats.values())


def _is_metadata(start: bytes) -> bool:
    """Whether the first line of a file speaks of another file, as a row for ``--metadata`` does."""
    try:
        row = json.loads(start.split(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "file" in row and "text" not in row
