"""What the commands that read articles share: the options on the input, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tellings.cli import say


def options(
    *,
    metadata: Path | None,
    date: str | None,
    outlet: str | None,
    field: Iterable[str] | None,
    encoding: str | None,
    max_bytes: int | None,
) -> Any:  # noqa: ANN401  # IntakeOptions, which is not imported for --help
    """The options of the intake. Raises ``IntakeError`` for what cannot be meant."""
    from tellings import intake  # noqa: PLC0415  # imported when called, so that --help is quick

    return intake.IntakeOptions(
        date=date,
        outlet=outlet,
        metadata=intake.load(metadata) if metadata else None,
        fields=_fields(field or []),
        encoding=encoding,
        max_bytes=max_bytes or intake.MAX_BYTES,
    )


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


def _fields(pairs: Iterable[str]) -> dict[str, str]:
    from tellings.errors import IntakeError  # noqa: PLC0415

    fields = {}
    for pair in pairs:
        name, sign, key = pair.partition("=")
        if not (name and sign and key):
            raise IntakeError(f"--field {pair!r} is not of the form text=body")
        fields[name] = key
    return fields
