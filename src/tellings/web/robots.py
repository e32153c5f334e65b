"""robots.txt (RFC 9309): what a host lets us fetch, how fast, and which licence it names (RSL)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from protego import Protego

from tellings.web.options import TOKEN

_LICENCE = re.compile(r"^[ \t]*license[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_MOST = 500_000
"""Bytes of a robots.txt that are read: what RFC 9309 asks for."""
_SLOWEST = 30.0
"""Seconds: a host that asks for more between requests is asked every thirty."""

Answer = tuple[int | None, bytes]
"""The status of an answer and its bytes; no status where the host cannot be reached."""


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host's robots.txt says. ``reason`` is why it says so, for the record of each fetch."""

    rules: Any
    reason: str
    delay: float | None = None
    licences: tuple[str, ...] = ()

    def allows(self, url: str) -> bool:
        """Whether we may fetch an address of the host."""
        if self.rules is None:
            return self.reason != _UNREACHABLE
        return bool(self.rules.can_fetch(url, TOKEN))


_UNREACHABLE = "robots.txt cannot be reached, which forbids everything"


def read(answer: Answer, url: str) -> Robots:
    """What an answer to the request for a robots.txt at ``url`` means."""
    status, data = answer
    if status is None or status >= 500 or status == 429:
        return Robots(None, _UNREACHABLE)
    if status >= 400:
        return Robots(None, "there is no robots.txt")
    text = data[:_MOST].decode("utf-8", "replace").lstrip("\ufeff")
    rules = Protego.parse(text)
    delay = rules.crawl_delay(TOKEN)
    licences = tuple(dict.fromkeys(urljoin(url, found) for found in _LICENCE.findall(text)))
    return Robots(rules, "robots.txt", None if delay is None else min(max(float(delay), 0.0), _SLOWEST), licences)


class RobotsFiles:
    """The robots.txt of every host that is asked, each fetched once."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self._ask = ask
        self._known: dict[str, Robots] = {}

    def of(self, url: str) -> Robots:
        """The robots.txt that speaks of an address."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._known:
            place = f"{origin}/robots.txt"
            self._known[origin] = read(self._ask(place), place)
        return self._known[origin]
