"""What a user may say about the input, and what is said back where it cannot be read.

Options travel as one frozen object. A source that fails becomes a ``Failure``,
one line of text; it never stops the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from tellings.errors import TellingsError
from tellings.intake.given import Metadata

MAX_BYTES = 10_000_000
"""The largest file or record read: a long book is about a tenth of it."""

_LONGEST = 600
"""Characters of what is told of one failure."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "text": "text",
        "title": "title",
        "url": "url",
        "outlet": "outlet",
        "date": "date",
        "byline": "byline",
        "language": "language",
    }
)
"""Where a record holds what: our word to theirs."""


class Page(Protocol):
    """What was fetched: its bytes, unpacked, the address it came from in the end, and the file they are kept in."""

    @property
    def data(self) -> bytes: ...  # noqa: D102
    @property
    def url(self) -> str: ...  # noqa: D102
    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def charset(self) -> str | None: ...  # noqa: D102


class Web(Protocol):
    """What fetches: ``tellings.web.Fetcher``. Raises ``WebError`` where an address gives nothing."""

    def fetch(self, url: str) -> Page: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """How sources are read. What is given here wins over what a text says.

    ``date`` and ``outlet`` are for all articles; ``metadata`` speaks of single files and wins
    over both. ``fields`` maps our words (``FIELDS``) to the keys of the user's JSON lines.
    ``encoding`` overrides detection for plain text and HTML, ``format`` that of the format.
    ``max_bytes`` is the most that a file may hold, and a record in a file of many.
    ``web`` fetches the addresses that are named, and with ``follow`` those that a feed, an
    OPML file or a sitemap lists; without it nothing is fetched.
    """

    date: str | None = None
    outlet: str | None = None
    metadata: Metadata | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    format: str | None = None
    web: Web | None = None
    follow: bool = False

    def key(self, name: str) -> str:
        """The key or column under which a record holds ``name``."""
        return self.fields.get(name, FIELDS[name])


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that is no article: which, what is wrong with it, and what to do.

    ``unit`` is what ``record`` counts: lines, or the records of a container.
    """

    file: str
    record: int | None
    problem: str
    remedy: str = ""
    unit: str = "line"

    @classmethod
    def of(cls, file: str, record: int | None, error: TellingsError, unit: str = "line") -> Failure:
        """The failure that an error is: its words up to a semicolon are the problem, the rest is what to do."""
        problem, _, remedy = str(error).partition("; ")
        return cls(file, record, problem, remedy, unit)

    def __str__(self) -> str:
        place = self.file if self.record is None else f"{self.file}, {self.unit} {self.record}"
        told = f"{self.problem}; {self.remedy}" if self.remedy else self.problem
        return f"{place}: {_one_line(told)}"


def _one_line(words: str) -> str:
    """What is told, on one line of bearable length, whatever of the input is repeated in it."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
