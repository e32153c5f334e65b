"""What a user says of the input, the same for every command that reads articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
