"""What the commands that read articles share: what a user says of the input, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tellings.cli import say

if TYPE_CHECKING:
    from tellings.intake import IntakeOptions
    from tellings.web import Fetched, WebOptions


@contextmanager
def options(
    *,
    format: str | None = None,  # noqa: A002  # the name of the field
    fields: Iterable[str] = (),
    metadata: Path | None = None,
    date: str | None = None,
    outlet: str | None = None,
    encoding: str | None = None,
    max_bytes: int | None = None,
    follow: bool = False,
    keep: Path = Path("fetched"),
    allow_private: bool = False,
) -> Iterator[IntakeOptions]:
    """The options of the intake, as the command line has them; what they fetch with is closed at the end."""
    from tellings import intake  # noqa: PLC0415  # imported when called, so that --help is quick
    from tellings.web import WebOptions  # noqa: PLC0415

    most = max_bytes or intake.MAX_BYTES
    web = Web(WebOptions(keep=keep, allow_private=allow_private, max_bytes=most))
    try:
        yield intake.IntakeOptions(
            date=date,
            outlet=outlet,
            metadata=intake.load(metadata) if metadata else None,
            fields=_fields(fields),
            encoding=encoding,
            max_bytes=most,
            format=format,
            web=web,
            follow=follow,
        )
    finally:
        web.close()


def warn(articles: Iterable[Any], options: Any) -> None:  # noqa: ANN401
    """Say which rows of the metadata speak of no article, and which articles are not English."""
    from tellings.intake import languages  # noqa: PLC0415

    known = list(articles)
    if options.metadata:
        for name in options.metadata.unmatched((article.file, article.record, article.url) for article in known):
            say.line(f"{options.metadata.source}: no article is called {name}")
    for article in known:
        note = languages.note(article)
        if note:
            say.line(note)


class Web:
    """What fetches, made when something is fetched: its libraries are an extra."""

    def __init__(self, options: WebOptions) -> None:
        self._options = options
        self._fetcher: Any = None

    def fetch(self, url: str) -> Fetched:
        """What an address gives."""
        if self._fetcher is None:
            from tellings.intake.formats.extra import wanted  # noqa: PLC0415

            self._fetcher = wanted("tellings.web.fetcher", "web", "addresses").Fetcher(self._options)
        found: Fetched = self._fetcher.fetch(url)
        return found

    def close(self) -> None:
        """Close what was opened."""
        if self._fetcher is not None:
            self._fetcher.close()


def _fields(pairs: Iterable[str]) -> dict[str, str]:
    """``text=body,title=headline`` as a mapping."""
    from tellings.errors import IntakeError  # noqa: PLC0415

    fields = {}
    for pair in (part for given in pairs for part in given.split(",")):
        name, sign, key = pair.partition("=")
        if not (name and sign and key):
            raise IntakeError(f"--map {pair!r} is not of the form text=body")
        fields[name.strip()] = key.strip()
    return fields
