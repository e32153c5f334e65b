"""A folder that fills up: which of its files are new or changed and written to their end.

Files are looked at by size and time, again and again; it works on any disk and
needs nothing of the system. A file is taken when it has been the same twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tellings.intake import sources
from tellings.intake.options import Failure

State = tuple[int, int]
"""The size of a file in bytes, and when it was changed, in nanoseconds."""


def settled(folder: Path, *, every: float, sleep: Callable[[float], None] = time.sleep) -> Iterator[list[str]]:
    """Without end: after each look at the folder the files to take, perhaps none; ``every`` is seconds between two looks."""
    taken: dict[str, State] = {}
    before: dict[str, State] = {}
    while True:
        now = _files(folder)
        found = [file for file, state in now.items() if before.get(file) == state and taken.get(file) != state]
        taken.update((file, now[file]) for file in found)
        before = now
        yield found
        sleep(every)


def _files(folder: Path) -> dict[str, State]:
    found = {}
    for file in sources.files([str(folder)]):
        if isinstance(file, Failure):  # an empty folder is no fault here
            continue
        try:
            stat = Path(file).stat()
        except OSError:  # gone since it was listed
            continue
        found[file] = (stat.st_size, stat.st_mtime_ns)
    return found
