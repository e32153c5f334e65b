"""What the commands that read articles share: what a user says of the input, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number

from tellings.cli import say

if TYPE_CHECKING:
    from tellings.intake import IntakeOptions
    from tellings.web import Fetched, WebOptions


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What a user says of the input. Each field is an option of every command that reads articles."""

    metadata: Annotated[Path | None, Parameter(help="JSON lines or CSV: file, date, outlet, title, url.")] = None
    date: Annotated[str | None, Parameter(help="The day all articles were printed: 2024-05-14.")] = None
    outlet: Annotated[str | None, Parameter(help="The outlet of all articles.")] = None
    as_: Annotated[str | None, Parameter(name="--as", help="The format of all of them, where it is told wrongly.")] = (
        None
    )
    map: Annotated[
        tuple[str, ...],
        Parameter(
            name=["--map", "--field"],
            negative="",
            show_default=False,
            help="Where records hold what: text=body,title=headline.",
        ),
    ] = ()
    encoding: Annotated[str | None, Parameter(help="The encoding of all files, where detection errs.")] = None
    max_bytes: Annotated[int | None, Parameter(help="The largest article read (10 MB).", validator=Number(gte=1))] = (
        None
    )
    follow: Annotated[bool, Parameter(negative="", help="Fetch what feeds, OPML files and sitemaps list.")] = False
    keep: Annotated[Path, Parameter(help="The folder that keeps what is fetched.")] = Path("fetched")
    allow_private: Annotated[bool, Parameter(negative="", help="Fetch from this machine and private networks too.")] = (
        False
    )

    @contextmanager
    def options(self) -> Iterator[IntakeOptions]:
        """The options of the intake; what they fetch with is closed at the end."""
        from tellings import intake  # noqa: PLC0415  # imported when called, so that --help is quick
        from tellings.web import WebOptions  # noqa: PLC0415

        most = self.max_bytes or intake.MAX_BYTES
        web = Web(WebOptions(keep=self.keep, allow_private=self.allow_private, max_bytes=most))
        try:
            yield intake.IntakeOptions(
                date=self.date,
                outlet=self.outlet,
                metadata=intake.load(self.metadata) if self.metadata else None,
                fields=_fields(self.map),
                encoding=self.encoding,
                max_bytes=most,
                format=self.as_,
                web=web,
                follow=self.follow,
            )
        finally:
            web.close()


NOTHING = Given()
"""Of the input a user says nothing."""


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
