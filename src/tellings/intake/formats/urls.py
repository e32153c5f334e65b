"""A list of addresses, one a line; ``#`` begins a remark. They are fetched: that is what the list is for.

It is read as such only where its name ends so or the user says so (``--as urls``), since no file
that merely looks like a list may send anything over the network.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats.jsonl import lines
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Pointer

NAME = "urls"
SUFFIXES = (".urls",)
UNIT = "line"
NAMED = True
"""The user named these addresses: they are fetched without a further word."""


def looks(head: bytes) -> bool:  # noqa: ARG001  # one shape for all formats
    """Never: see above."""
    return False


def records(source: Input, options: IntakeOptions) -> Iterator[Pointer | Failure]:
    """The addresses, and a failure for each line that is none."""
    found = False
    with source.open() as stream:
        for number, line in lines(stream, min(options.max_bytes, 8_192)):
            words = (line or b"").decode("utf-8", "replace").strip()
            if line is not None and words.startswith("#"):
                continue
            found = True
            if words.startswith(("http://", "https://")) and len(words.split()) == 1:
                yield Pointer(words, number, Facts(url=words))
            else:
                yield Failure(source.file, number, "no address", "write it with http:// or https://", UNIT)
    if not found:
        raise IntakeError("a list without an address; write one a line")
