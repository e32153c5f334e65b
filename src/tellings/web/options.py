"""How addresses are fetched: the limits, and who we say that we are."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

TOKEN = "tellings"  # noqa: S105  # a name, not a secret
"""The name by which a robots.txt may speak of us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """What may be fetched, how fast, and where it is kept. Times are in seconds, sizes in bytes.

    ``keep`` is the folder of what was fetched: ``pages/`` (the bytes, by their digest),
    ``fetches.jsonl`` (a line for each fetch) and ``cache.db`` (the HTTP cache).
    ``delay`` lies between two requests to one host; a robots.txt may ask for more.
    ``patience`` is for one answer, from the first byte asked to the last one got; ``silence`` for
    a server that sends nothing. ``longest_wait`` is the most that a server may ask us to wait.
    """

    keep: Path = Path("fetched")
    allow_private: bool = False
    max_bytes: int = 10_000_000
    delay: float = 1.0
    patience: float = 60.0
    silence: float = 15.0
    retries: int = 2
    redirects: int = 5
    longest_wait: float = 120.0
    contact: str = ""

    @property
    def agent(self) -> str:
        """The one identity under which everything is asked for."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"{TOKEN}/{version('tellings')} (reads named news pages; robots.txt: {TOKEN}{contact})"


class Clock(Protocol):
    """Time, which a test may pass by itself."""

    def time(self) -> float:
        """Seconds since 1970."""

    def monotonic(self) -> float:
        """Seconds since some moment."""

    def sleep(self, seconds: float, /) -> None:
        """Wait."""


class RealClock:
    """The clock on the wall."""

    def time(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float, /) -> None:
        """Wait."""
        time.sleep(seconds)
