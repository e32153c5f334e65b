"""What a user may say about the input, and what is said back where it cannot be read.

Options travel as one frozen object. A source that fails becomes a ``Failure``,
one line of text; it never stops the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tellings.intake.given import Metadata

MAX_BYTES = 10_000_000
"""The largest file or record read: a long book is about a tenth of it."""

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
"""Where a line of JSON holds what: our word to theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """How sources are read. What is given here wins over what a text says.

    ``date`` and ``outlet`` are for all articles; ``metadata`` speaks of single files and wins
    over both. ``fields`` maps our words (``FIELDS``) to the keys of the user's JSON lines.
    ``encoding`` overrides detection for plain text and HTML.
    """

    date: str | None = None
    outlet: str | None = None
    metadata: Metadata | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = MAX_BYTES
    encoding: str | None = None

    def key(self, name: str) -> str:
        """The key under which a line of JSON holds ``name``."""
        return self.fields.get(name, FIELDS[name])


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that is no article: which, what is wrong with it, and what to do."""

    file: str
    record: int | None
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        place = self.file if self.record is None else f"{self.file}, line {self.record}"
        return f"{place}: {self.problem}; {self.remedy}" if self.remedy else f"{place}: {self.problem}"
