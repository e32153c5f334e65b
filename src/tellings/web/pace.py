"""How often a host is asked: never twice within its delay, and not before the time that it named."""

from __future__ import annotations

from tellings.web.options import Clock


class Pace:
    """When each host may be asked next."""

    def __init__(self, delay: float, clock: Clock) -> None:
        self._delay, self._clock = delay, clock
        self._delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def slow(self, host: str, delay: float) -> None:
        """A host asks for at least so many seconds between requests."""
        self._delays[host] = max(delay, self._delay)

    def hold(self, host: str, seconds: float) -> None:
        """A host asks not to be asked again for so long."""
        self._next[host] = max(self._next.get(host, 0.0), self._clock.monotonic() + seconds)

    def wait(self, host: str) -> None:
        """Wait until a host may be asked, and take note that it is."""
        left = self._next.get(host, 0.0) - self._clock.monotonic()
        if left > 0:
            self._clock.sleep(left)
        self._next[host] = self._clock.monotonic() + self._delays.get(host, self._delay)
