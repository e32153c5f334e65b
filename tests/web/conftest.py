"""A server and a fetcher that may speak to it, with a clock that does not wait."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("httpx", reason="tellings[web] is not installed")
pytest.importorskip("hishel", reason="tellings[web] is not installed")

from tellings.web import Fetcher, WebOptions
from tests.web.server import Server, serving


class Clock:
    """Real time, but waiting only moves it on; ``slept`` keeps how long."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self.slept: list[float] = []

    def time(self) -> float:
        return time.time() + self.ahead

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead

    def sleep(self, seconds: float, /) -> None:
        self.slept.append(seconds)
        self.ahead += seconds


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(tmp_path: Path, clock: Clock):
    """A function that makes fetchers, closed at the end."""
    made = []

    def fetcher(**options: object) -> Fetcher:
        settings = {"keep": tmp_path / "kept", "allow_private": True, "patience": 3.0, "silence": 1.0, **options}
        made.append(Fetcher(WebOptions(**settings), clock))
        return made[-1]

    yield fetcher
    for one in made:
        one.close()
