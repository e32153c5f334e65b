"""The web, politely: what the user names is fetched, and nothing else. Knows nothing of articles.

``Fetcher`` wants ``tellings[web]``, and is imported when it is asked for; ``WebOptions`` needs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tellings.web.options import WebOptions

if TYPE_CHECKING:
    from tellings.web.fetcher import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher", "WebOptions"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a class of the module
    if name not in {"Fetched", "Fetcher"}:
        raise AttributeError(name)
    from tellings.web import fetcher  # noqa: PLC0415

    return getattr(fetcher, name)
