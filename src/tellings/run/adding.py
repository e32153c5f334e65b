"""Articles into an archive: what is new is read, on whatever workers, and kept a batch at a time, whole or not at all.

What is there already is not read again, so a run that was stopped goes on when
it is started again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tellings.archive import Archive
from tellings.intake import Failure, languages
from tellings.run.local import BATCH, read_stream
from tellings.run.placing import Placing
from tellings.run.stage import Workers
from tellings.run.workers import Here
from tellings.values import Article, Reading

Report = Callable[[str], None]
"""Told, in one line each, what could not be read and what broke."""

KEPT_AT_ONCE = 6
"""Batches of the reading (of 16 articles) that are kept in one transaction: some hundred articles."""


@dataclass(slots=True)
class Added:
    """What became of the articles: how many are new, changed, there already, and failed."""

    new: int = 0
    revised: int = 0
    known: int = 0
    failed: int = 0
    stories: int = 0
    settled: int = 0
    faults: int = 0

    @property
    def seen(self) -> int:
        """All that went by."""
        return self.new + self.revised + self.known + self.failed


def add(
    articles: Iterable[Article | Failure],
    archive: Archive,
    *,
    workers: Workers | None = None,
    placing: Placing | None = None,
    report: Report | None = None,
    progress: Callable[[Added], None] | None = None,
) -> Added:
    """Keep articles, read and placed in their stories. ``report`` is told what fails; ``progress`` after each batch kept.

    ``placing`` is what groups the stories of this archive; given again, it need not be loaded again.
    """
    added, tell = Added(), report or _nobody
    unknown = _unknown(articles, archive, added, tell)
    batches = read_stream(unknown, workers or Here())
    return _add(batches, archive, placing or Placing(archive), added=added, tell=tell, progress=progress)


def add_readings(
    readings: Iterable[Reading],
    archive: Archive,
    *,
    report: Report | None = None,
    progress: Callable[[Added], None] | None = None,
) -> Added:
    """Keep what was read elsewhere (``run.bulk``), as ``add`` does."""
    stream = iter(readings)
    batches = iter(lambda: list(islice(stream, BATCH)), [])
    return _add(batches, archive, Placing(archive), added=Added(), tell=report or _nobody, progress=progress)


def _add(
    batches: Iterator[list[Reading]],
    archive: Archive,
    placing: Placing,
    *,
    added: Added,
    tell: Report,
    progress: Callable[[Added], None] | None,
) -> Added:
    while readings := [reading for batch in islice(batches, KEPT_AT_ONCE) for reading in batch]:
        numbers = keep(tuple(_read(readings, added, tell)), archive, placing)
        added.new += numbers["new"]
        added.revised += numbers["revised"]
        added.known += numbers["known"]
        if progress is not None:
            progress(added)
    with archive.writing():
        placing.catch_up()
        added.settled = len(placing.settle())
        archive.replay()
    added.stories = archive.counts().stories
    return added


def _nobody(_: str) -> None:
    """Tell nobody."""


def _unknown(articles: Iterable[Article | Failure], archive: Archive, added: Added, tell: Report) -> Iterator[Article]:
    """The articles that must be read."""
    for article in articles:
        if isinstance(article, Failure):
            added.failed += 1
            tell(str(article))
        elif archive.find(article) is not None:
            added.known += 1
        else:
            note = languages.note(article)
            if note:
                tell(note)
            yield article


def _read(readings: Iterable[Reading], added: Added, tell: Report) -> Iterator[Reading]:
    """The readings to keep; the faults of all are told. What no part has read is left to the next run."""
    for reading in readings:
        article = reading.article
        place = article.file if article.record is None else f"{article.file}, line {article.record}"
        broke = "a part of the reading broke, its results are missing: " if reading.parts else ""
        for fault in reading.faults:
            tell(f"{place}: {broke}{fault}")
        if reading.parts:
            added.faults += len(reading.faults)
            yield reading
        else:
            added.failed += 1


def keep(readings: Iterable[Reading], archive: Archive, placing: Placing) -> Counter[str]:
    """One batch, whole or not at all: readings kept and placed. How many are ``new``, ``revised`` and ``known``."""
    numbers: Counter[str] = Counter()
    with archive.writing():
        placing.catch_up()
        for reading in readings:
            if archive.find(reading.article) is not None:  # twice in one run, or kept by another writer meanwhile
                numbers["known"] += 1
                continue
            kept = archive.add(reading)
            placing.place(kept, reading)
            numbers["new" if kept.number == 1 else "revised"] += 1
    return numbers
