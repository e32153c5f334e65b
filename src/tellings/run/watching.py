"""A folder that fills up: which of its files are new or changed and written to their end.

Files are looked at by size and time, again and again; it works on any disk and
needs nothing of the system.
"""

from __future__ import annotations

from pathlib import Path

from tellings.intake import sources
from tellings.intake.options import Failure

State = tuple[int, int]
"""The size of a file in bytes, and when it was changed, in nanoseconds."""


class Filling:
    """A folder that is looked at again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: dict[str, State] = {}
        self._before: dict[str, State] = {}

    def look(self, *, growing: bool = False) -> list[str]:
        """The files to take that were not taken as they are now: such as have not changed since the last look, or ``growing`` ones too."""
        now = self._files()
        found = [
            file
            for file, state in now.items()
            if self._taken.get(file) != state and (growing or self._before.get(file) == state)
        ]
        self._taken.update((file, now[file]) for file in found)
        self._before = now
        return found

    def _files(self) -> dict[str, State]:
        found = {}
        for file in sources.sources([str(self._folder)]):
            if isinstance(file, Failure):  # an empty folder is no fault here
                continue
            try:
                stat = Path(file).stat()
            except OSError:  # gone since it was listed
                continue
            found[file] = (stat.st_size, stat.st_mtime_ns)
        return found
