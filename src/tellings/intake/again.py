"""The texts of sources as they are now, for the proof that what was printed stands there.

A source of many records is read once for all that are wanted of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tellings.errors import IntakeError
from tellings.intake import formats, inputs
from tellings.intake.articles import digest, text_of
from tellings.intake.inputs import STDIN
from tellings.intake.options import IntakeOptions
from tellings.intake.record import BREAKS, Record

_MOST = 1 << 30
"""What was read once may be read again, whatever the limit was."""


class Place(NamedTuple):
    """Where in a file an article is, as an export keeps it."""

    record: int | None
    format: str
    encoding: str


def reread(file: str, *, record: int | None, format: str, encoding: str) -> tuple[str, str]:  # noqa: A002  # the name of the field
    """The text of a source as it is now, and its digest. Raises ``IntakeError`` where it cannot be read."""
    place = Place(record, format, encoding)
    found = reread_all(file, [place])[place]
    if isinstance(found, IntakeError):
        raise found
    return found


def reread_all(file: str, places: Iterable[Place]) -> Mapping[Place, tuple[str, str] | IntakeError]:
    """The text and the digest of every place in a file, or why it cannot be read."""
    groups: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for place in places:
        groups[place.format, place.encoding].add(place)
    found: dict[Place, tuple[str, str] | IntakeError] = {}
    for (format_, encoding), wanted in groups.items():
        try:
            found |= _group(file, format_, encoding, wanted)
        except IntakeError as error:
            found |= dict.fromkeys(wanted, error)
        except BREAKS as error:
            found |= dict.fromkeys(wanted, IntakeError(f"it cannot be read any more ({error})"))
    return found


def _group(file: str, name: str, encoding: str, wanted: set[Place]) -> dict[Place, tuple[str, str] | IntakeError]:
    """The places of one format and one encoding, in one reading of the file, up to the last of them."""
    if file == STDIN:
        raise IntakeError("it came from standard input, which cannot be read again; save it to a file")
    called, _, key = name.partition(":")
    format_ = formats.get(called)
    options = IntakeOptions(max_bytes=_MOST, encoding=encoding, fields={"text": key} if key else {})
    found: dict[Place, tuple[str, str] | IntakeError] = {}
    left = set(wanted)
    for record in format_.records(inputs.of_file(file), options):
        place = Place(record.number, name, encoding) if isinstance(record, Record) else None
        if place not in left or not isinstance(record, Record):
            continue
        left.discard(place)
        try:
            found[place] = text_of(record, encoding), digest(record.data)
        except IntakeError as error:
            found[place] = error
        if not left:
            break
    for place in left:
        what = (
            "there is no text any more"
            if place.record is None
            else f"there is no {format_.UNIT} {place.record} any more"
        )
        found[place] = IntakeError(f"{what}; read the file again")
    return found
