"""Article in, reading out: the parts, in order, over one article at a time.

A part is a function with a name and version that declares what it needs and
what it gives, so that the order is checked before anything runs. To add or
replace one (a trained reader of attributions, say), pass ``parts=``:
nothing else of the house knows how a part works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.language import Language

from tellings.errors import PartError
from tellings.reading import language
from tellings.reading.document import Document
from tellings.reading.paragraphs import paragraphs
from tellings.values import Article, Reading

Read = Callable[[Document, Reading], Mapping[str, tuple[Any, ...]]]
"""What a part does: from the document and what was read so far to new fields of the reading."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the reading. ``name`` carries a version: a changed method is a new name."""

    name: str
    read: Read
    gives: tuple[str, ...]
    requires: tuple[str, ...] = ()


def check(parts: Sequence[Part]) -> None:
    """Raise ``PartError`` if a part needs what no earlier part gives."""
    there: set[str] = set()
    for part in parts:
        missing = [name for name in part.requires if name not in there]
        if missing:
            raise PartError(f"the part {part.name!r} needs {', '.join(missing)}: put a part that gives it before it")
        there.update(part.gives)


def default_parts() -> tuple[Part, ...]:
    """The parts that ship with the package, in order."""
    from tellings.reading import (  # noqa: PLC0415  # the parts import this module for ``Part``
        acts,
        attribution,
        coreference,
        events,
        figures,
        mentions,
        moments,
        sentences,
    )
    from tellings.reading.attribution import kinds  # noqa: PLC0415

    return (
        sentences.PART,
        mentions.PART,
        attribution.PART,
        coreference.PART,
        kinds.PART,
        moments.PART,
        figures.PART,
        events.PART,
        acts.PART,
    )


@dataclass(frozen=True)
class Reader:
    """Reads articles. Loads the language model once; holds no state between articles."""

    parts: tuple[Part, ...] = field(default_factory=default_parts)
    model: Language = field(default_factory=language.load)

    def __post_init__(self) -> None:
        check(self.parts)

    def read(self, article: Article) -> Reading:
        """The reading of one article."""
        return next(self.read_all([article]))

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of many articles, in their order; paragraphs are parsed in batches across articles."""
        prepared = [(article, paragraphs(article)) for article in articles]
        docs = self.model.pipe((paragraph.plain for _, found in prepared for paragraph in found), batch_size=256)
        for article, found in prepared:
            yield self._assemble(Document(article, found, tuple(next(docs) for _ in found)))

    def _assemble(self, document: Document) -> Reading:
        reading = Reading(document.article, parts=(language.NAME,))
        for part in self.parts:
            try:
                given = part.read(document, reading)
            except Exception as error:  # noqa: BLE001  # a fault of one part on one article must not end the batch
                fault = f"{part.name}: {type(error).__name__}: {error}"
                reading = replace(reading, faults=(*reading.faults, fault))
                continue
            if set(given) - set(part.gives):
                raise PartError(f"the part {part.name!r} gives {sorted(given)} but declares {sorted(part.gives)}")
            fields: dict[str, Any] = {**given, "parts": (*reading.parts, part.name)}
            reading = replace(reading, **fields)
        return reading
