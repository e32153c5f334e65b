"""The formats that articles come in, one small module each, and how that of a file is told.

What the first bytes can only be is believed before the ending of a name, since feeds are saved
as ``.html`` and dumps as ``.txt``; where the bytes tell nothing the ending decides, and else it
is plain text. An outside package adds a format by an entry point of the group
``tellings.formats`` (docs/add-a-format.md).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import NamedTuple, cast

from tellings.errors import IntakeError
from tellings.intake.formats import (
    delimited,
    document,
    eml,
    feed,
    jsonfeed,
    jsonl,
    mbox,
    newsml,
    nitf,
    opml,
    parquet,
    pdf,
    sitemap,
    text,
    urls,
    wacz,
    warc,
    webpage,
)
from tellings.intake.inputs import Input
from tellings.intake.record import Format

__all__ = ["GROUP", "get", "known", "of_input", "of_name", "ours"]

GROUP = "tellings.formats"
"""The group of entry points by which outside packages add formats."""

# The order in which first bytes are looked at: the surer sign first.
_OWN = (
    warc,
    wacz,
    pdf,
    parquet,
    feed,
    opml,
    sitemap,
    newsml,
    nitf,
    webpage,
    jsonfeed,
    jsonl,
    document,
    mbox,
    eml,
    delimited,
    urls,
    text,
)


class Known(NamedTuple):
    """The formats by their names, and a line for each that an outside package announces but that cannot be used."""

    formats: Mapping[str, Format]
    broken: tuple[str, ...]


@functools.cache
def known() -> Known:
    """All formats: those of outside packages first, then our own."""
    own = {module.NAME: cast("Format", module) for module in _OWN}
    found: dict[str, Format] = {}
    broken: list[str] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            format_ = point.load()
            _check(format_, {**own, **found})
        except Exception as error:  # noqa: BLE001  # another's package may fail in any way, and the rest goes on
            broken.append(f"the format {point.name!r} of {point.value} cannot be used: {' '.join(str(error).split())}")
        else:
            found[format_.NAME] = format_
    return Known({**found, **own}, tuple(broken))


def _check(format_: Format, there: Mapping[str, Format]) -> None:
    """Raise for what has not the shape of a format, or the name of another."""
    missing = [name for name in ("NAME", "SUFFIXES", "UNIT", "looks", "records") if not hasattr(format_, name)]
    if missing:
        raise IntakeError(f"it has no {missing[0]}")
    if format_.NAME in there:
        raise IntakeError(f"there is a format {format_.NAME!r} already")


def get(name: str) -> Format:
    """The format of a name. Raises ``IntakeError`` where there is none."""
    formats = known().formats
    if name not in formats:
        raise IntakeError(f"this version knows no format {name!r}; there are {', '.join(sorted(formats))}")
    return formats[name]


def of_name(file: str) -> Format | None:
    """The format that a file's ending names, also before ``.gz``."""
    lower = file.lower()
    endings = (lower, lower.removesuffix(".gz"))
    fitting = [
        (len(suffix), format_)
        for format_ in known().formats.values()
        for suffix in format_.SUFFIXES
        if any(ending.endswith(suffix) for ending in endings)
    ]
    return max(fitting, key=lambda fit: fit[0])[1] if fitting else None


def of_input(source: Input) -> Format:
    """The format of what a source holds. Raises ``IntakeError`` where it holds nothing."""
    if not source.head.strip():
        raise IntakeError("empty; give the text of an article")
    named = of_name(source.file)
    if named is not None and named.NAME == urls.NAME:
        return named
    shown = next((format_ for format_ in known().formats.values() if format_.looks(source.head)), None)
    return shown or named or cast("Format", text)


def ours(head: bytes) -> bool:
    """Whether a file begins as what this program wrote, or reads beside articles, and is none: a page, an export, a log."""
    start = head[:4096].lower()
    return (
        b'name="generator" content="tellings' in start or b'"tellings.story.v' in start or b'"tellings.fetch.v' in start
    )
