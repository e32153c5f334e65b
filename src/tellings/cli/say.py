"""What is told to the user: lines, and progress where it takes long. What a stranger printed cannot steer the terminal."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds before progress is shown at all."""
_EVERY = 10.0
"""Seconds between two lines of progress where standard error is no terminal."""


_SIGNS = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
    | {0x7F: 0x2421}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)
"""Control characters, and the sign that stands for each: a text may hold those that colour, clear or rename a terminal."""


def visible(text: str) -> str:
    """The text with a sign for each control character, so that a terminal shows it and does not obey it. No offset moves."""
    return text.translate(_SIGNS)


def out(text: str) -> None:
    """A line of what was asked for, on standard output."""
    print(visible(text))


def line(text: str) -> None:
    """One line on standard error, with the program's name before it."""
    print(f"tellings: {visible(text)}", file=sys.stderr, flush=True)


class Bar:
    """How far the reading is. Call it with what is done and how much there is to do."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._lined = self._started
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._now: tuple[int, int | None] = (0, None)
        self._timer = threading.Timer(_PATIENCE, self._show)
        self._timer.daemon = True
        if sys.stderr.isatty():
            self._timer.start()

    def __call__(self, done: int, total: int | None) -> None:
        """Tell that ``done`` of ``total`` articles are read; none where nobody knows how many there are."""
        self._now = (done, total)
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=total, rate=self._rate(done))
        elif not sys.stderr.isatty():
            self._line(done, total)

    def stop(self) -> None:
        """Take the bar away."""
        self._timer.cancel()
        if self._timer.is_alive():
            self._timer.join()  # it may be showing the bar just now, which would then stay for ever
        if self._progress is not None:
            self._progress.stop()

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415  # only where it takes long
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        rate = TextColumn("{task.fields[rate]}")
        columns = (
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), rate, TimeElapsedColumn(), TimeRemainingColumn()
        )  # fmt: skip
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = progress.add_task("reading", completed=self._now[0], total=self._now[1], rate="")
        progress.start()
        self._progress = progress

    def _line(self, done: int, total: int | None) -> None:
        now = time.monotonic()
        if done != total and now - self._started > _PATIENCE and now - self._lined > _EVERY:
            self._lined = now
            parts = [f"read {done:,} articles" if total is None else f"read {done:,} of {total:,} articles"]
            parts += [self._rate(done)]
            if total is not None and done:
                parts.append(f"{_time((now - self._started) * (total - done) / done)} left")
            line(", ".join(parts))

    def _rate(self, done: int) -> str:
        return f"{done / max(1e-3, time.monotonic() - self._started):,.1f} a second"


def _time(seconds: float) -> str:
    """Some time in words, roughly."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


@contextmanager
def progress(*, quiet: bool) -> Iterator[Bar | None]:
    """A bar that goes away at the end, whatever happens; none where it is to be quiet."""
    bar = None if quiet else Bar()
    try:
        yield bar
    finally:
        if bar is not None:
            bar.stop()
