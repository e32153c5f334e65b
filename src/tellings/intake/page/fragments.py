"""Links that open a page at certain words (WICG, URL Fragment Text Directives).

A browser scrolls to the words and marks them, where the page still has them; else it opens the page at its top.
"""

from __future__ import annotations

from urllib.parse import quote

_WORDS = 5
"""Words at each end of a stretch that is too long to be given whole."""


def fragment(words: str) -> str:
    """What after a page's address opens it at words: the words if they are few, else both their ends."""
    parts = words.split()
    if len(parts) <= 2 * _WORDS:
        return f"#:~:text={_quoted(' '.join(parts))}"
    return f"#:~:text={_quoted(' '.join(parts[:_WORDS]))},{_quoted(' '.join(parts[-_WORDS:]))}"


def link(url: str | None, words: str) -> str | None:
    """The address that opens a page at words; none where the page has no address on the web."""
    if not url or not url.lower().startswith(("https://", "http://")) or not words.strip():
        return None
    return url.partition("#")[0] + fragment(words)


def _quoted(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
