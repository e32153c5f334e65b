"""An open archive file: whoever uses it, until it is closed, and one batch of writing at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tellings.archive import connection

if TYPE_CHECKING:
    from tellings.checking import QuoteIndex  # the language model is behind this import

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Opened:
    """The file in a folder. Use it as a context manager, or close it; one object is for one thread."""

    def __init__(
        self, folder: Path, *, create: bool = False, patience: float = connection.PATIENCE, clock: Clock = _now
    ) -> None:
        """Open the archive in ``folder``, or make one; ``patience`` is how many seconds a writer waits for its turn."""
        self.folder = folder
        self._clock = clock
        self._database = connection.connect(folder, create=create, patience=patience)
        self._quotes: QuoteIndex | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, trace: object) -> None:
        self.close()
        if connection.of_file(error):
            raise connection.unreadable(self.folder, error) from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @property
    def database(self) -> sqlite3.Connection:
        """The connection, for a part that keeps tables of its own in the same file and the same transaction."""
        return self._database

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One batch, whole or not at all. Inside a batch it is the same batch."""
        if self._database.in_transaction:
            yield
            return
        try:
            with connection.transaction(self._database):
                yield
        except BaseException:
            self._quotes = None  # its tables may have been made in the batch that is undone
            raise

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")
