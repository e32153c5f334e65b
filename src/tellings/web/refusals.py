"""Why an address gives nothing, in words; and whether it may give something later."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime

import httpcore

from tellings.errors import LaterError, WebError
from tellings.web.robots import Robots

LATER = {429, 500, 502, 503, 504}
"""Answers of a server that may only have stumbled."""


def forbidden(robots: Robots) -> WebError:
    """What a robots.txt means that does not let us in."""
    if robots.rules is None:
        return LaterError(f"{robots.reason}; try again later")
    return WebError("robots.txt asks not to fetch it")


_STATUSES: Mapping[int, str] = {
    401: "it wants a name and a password",
    402: "it wants to be paid",
    403: "the server refuses, perhaps for want of a subscription",
    404: "there is no such page",
    410: "the page is gone",
    429: "the server says that we ask too often",
    451: "it is withheld by law",
}


def refused(status: int) -> WebError:
    """What an answer means that is no page."""
    told = f"{_STATUSES.get(status, 'the server gives no page')} (status {status})"
    return LaterError(f"{told}; try again later") if status in LATER else WebError(told)


def unreachable(error: Exception) -> str:
    """What it means that no answer came."""
    words = " ".join(str(error).split())[:120]
    if isinstance(error, httpcore.TimeoutException):
        return "the server does not answer; try again later"
    if isinstance(error, httpcore.ProtocolError):
        return f"the answer breaks off or is none ({words}); try again later"
    return f"it cannot be reached ({words}); check the address and the network"


def seconds(retry_after: str | None, now: float) -> float | None:
    """How long a server asks to wait: it writes seconds, or a date."""
    if retry_after is None:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - now)
    except (ValueError, TypeError):
        return None
