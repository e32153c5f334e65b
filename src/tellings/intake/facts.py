"""What is known about an article, in layers: the first layer that knows a thing decides it.

A row of the metadata file is asked first, then the record's own fields, then what
the user said of all articles, then the page's markup, then the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from tellings.intake import days
from tellings.intake.options import IntakeOptions
from tellings.values import Article, How, Known, Published


@dataclass(frozen=True, slots=True)
class Facts:
    """One layer: what one witness says. The names are those of ``Article``."""

    outlet: Known | None = None
    title: Known | None = None
    byline: Known | None = None
    url: str | None = None
    published: Published | None = None
    modified: Published | None = None
    language: str | None = None
    headlines: tuple[Known, ...] = ()


def merge(layers: Sequence[Facts]) -> Facts:
    """For each thing the word of the first layer that has one."""
    said: dict[str, Any] = {}
    for layer in layers:
        for field in fields(Facts):
            if value := getattr(layer, field.name):
                said.setdefault(field.name, value)
    return Facts(**said)


def put(article: Article, facts: Facts) -> Article:
    """The article with all that is known of it."""
    known = {field.name: getattr(facts, field.name) for field in fields(Facts)}
    return replace(article, **{name: value for name, value in known.items() if value})


def of_row(row: Mapping[str, str], reason: str, how: How = "given") -> Facts:
    """A layer from named values: a row of a metadata file, the fields of a record."""
    return Facts(
        outlet=_known(row.get("outlet"), how, reason),
        title=_known(row.get("title"), how, reason),
        byline=_known(row.get("byline"), how, reason),
        url=row.get("url") or None,
        published=published(row["date"], how, reason) if row.get("date") else None,
        language=row.get("language") or None,
    )


def of_options(options: IntakeOptions) -> Facts:
    """The layer of what the user said of all articles."""
    return of_row({"date": options.date or "", "outlet": options.outlet or ""}, "given for all articles")


def published(written: str, how: How, reason: str) -> Published:
    """A publication date from a value that must be one. Raises ``IntakeError`` where it is not."""
    found = days.given(written)
    return Published(found.earliest, found.latest, how, reason, time=found.time)


def _known(value: str | None, how: How, reason: str) -> Known | None:
    return Known(value, how, reason) if value else None
