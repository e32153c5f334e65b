"""The whole way in one call: articles in, the story and its comparisons out.

Reading is stateless, so several processes may share it; each loads the model
once. Results come back in the order of the articles, whoever read them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tellings.run.stage import Workers, run_stage
from tellings.run.workers import Here, Processes
from tellings.values import Article, Comparison, Reading, Story

Progress = Callable[[int, int], None]
"""Told how many articles of how many are read."""

BATCH = 16
"""Articles a batch: enough that the model works on full batches, few enough that progress moves."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of some articles: the story they tell and how its tellings compare."""

    story: Story
    comparisons: tuple[Comparison, ...]

    def export(self) -> dict[str, Any]:
        """The export, one JSON object (see docs/data-model.md)."""
        from tellings.export.json import export  # noqa: PLC0415  # only where an export is wanted

        return export(self.story, self.comparisons)


@functools.cache
def _reader() -> Any:  # noqa: ANN401  # a Reader; the import is heavy and belongs to the worker
    from tellings.reading import Reader  # noqa: PLC0415

    return Reader()


def read_batch(articles: Sequence[Article]) -> list[Reading]:
    """The readings of some articles, here and now; the model is loaded once a process."""
    return list(_reader().read_all(articles))


def unread(article: Article) -> Reading:
    """The reading of an article on which every worker died: no part of it, but the fault."""
    return Reading(
        article, faults=("every process that read it was killed, for want of memory perhaps; it is not read",)
    )


def read(
    articles: Sequence[Article], *, workers: int | Workers = 1, progress: Progress | None = None
) -> Iterator[Reading]:
    """The readings of articles, in their order, on so many processes, or on the workers given."""
    if isinstance(workers, int):
        few = min(workers, -(-len(articles) // BATCH))
        workers = Processes(few) if few > 1 else Here()
    done = 0
    for readings in read_stream(articles, workers):
        yield from readings
        done += len(readings)
        if progress is not None:
            progress(done, len(articles))


def read_stream(articles: Iterable[Article], workers: Workers) -> Iterator[list[Reading]]:
    """The readings of articles without end, a batch at a time: no more are held than are under way."""
    stream = iter(articles)
    batches = iter(lambda: tuple(islice(stream, BATCH)), ())
    return run_stage(read_batch, batches, workers, lost=unread)


def tell(articles: Sequence[Article], *, workers: int | Workers = 1, progress: Progress | None = None) -> Told:
    """Read, link and compare articles: the main job in one call."""
    from tellings.intake.blocks import recurring  # noqa: PLC0415  # keeps ``import tellings`` light

    articles = recurring.marked(articles)
    return told(read(articles, workers=workers, progress=progress))


def told(readings: Iterable[Reading]) -> Told:
    """Link and compare what is read already."""
    from tellings.comparing import compare  # noqa: PLC0415  # keeps ``import tellings`` light
    from tellings.linking import link  # noqa: PLC0415

    story = link(readings)
    return Told(story, compare(story))
