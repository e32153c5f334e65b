"""What a format makes of its bytes: records, one for each article, and the shape that a format has.

A format only says where in its bytes an article is and what is told of it. How a page becomes
text, which lines are body, and which witness is believed is the same for all formats, and is
done afterwards (``tellings.intake.articles``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from tellings.intake.blocks import Hint
from tellings.intake.facts import Facts
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.values import Block


@dataclass(frozen=True, slots=True)
class Record:
    """One article's worth of a source.

    ``data`` are its own bytes: the digest is taken of them. ``number`` is its place in a source
    that holds many, from 1. Either ``text`` is the article's text, exactly as received, in
    ``encoding``; or ``page`` is HTML, in the encoding that it is said to have, if it is said.
    ``hints`` are blocks that the markup tells; ``blocks`` are all blocks, where they are known.
    ``address`` is where the page was fetched: what it says of its own address goes before it.
    """

    data: bytes
    number: int | None = None
    text: str | None = None
    page: bytes | None = None
    encoding: str | None = None
    facts: Facts = Facts()  # noqa: RUF009  # frozen
    hints: tuple[Hint, ...] = ()
    blocks: tuple[Block, ...] | None = None
    address: str | None = None

    def in_encoding(self, encoding: str) -> Record:
        """The same record, of a text in another encoding than UTF-8."""
        return self if self.page is not None else replace(self, encoding=encoding)


@dataclass(frozen=True, slots=True)
class Pointer:
    """An entry that is only the address of something elsewhere: a page, a feed, another list.

    It is fetched where the user asked for that.
    """

    url: str
    number: int
    facts: Facts = Facts()  # noqa: RUF009  # frozen


BREAKS = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What a format's library may raise on bytes that it does not expect, without announcing it."""

Found: TypeAlias = Record | Pointer | Failure
"""What a format finds in its bytes, in their order."""


class Format(Protocol):
    """A format: usually a module with these names. See docs/add-a-format.md."""

    NAME: str
    """What it is called: in ``Article.format`` and with ``--as``."""
    SUFFIXES: tuple[str, ...]
    """How the names of its files end, in small letters, each with its dot."""
    UNIT: str
    """What a record is called to the user, who is told its number: ``line``, ``record``, ``item``."""

    def looks(self, head: bytes) -> bool:
        """Whether bytes that begin so can be nothing else. No guess: endings are looked at afterwards."""

    def records(self, source: Input, options: IntakeOptions) -> Iterator[Found]:
        """The records of a source, and a failure in the place of each that is broken.

        Raises ``IntakeError`` where nothing can be read. The same bytes give the same records:
        ``tellings verify`` asks for them again, with the same ``text`` field and encoding.
        """
