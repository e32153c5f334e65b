"""The whole way on one machine: articles in, the story and its comparisons out.

Reading is stateless, so several processes may share it; each loads the model
once. Results come back in the order of the articles, whoever read them.
"""

from __future__ import annotations

import functools
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from tellings.values import Article, Comparison, Reading, Story

Progress = Callable[[int, int], None]
"""Told how many articles of how many are read."""

_BATCH = 16
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


def _read_batch(articles: Sequence[Article]) -> list[Reading]:
    return list(_reader().read_all(articles))


def read(articles: Sequence[Article], *, workers: int = 1, progress: Progress | None = None) -> Iterator[Reading]:
    """The readings of articles, in their order, on ``workers`` processes."""
    batches = [articles[start : start + _BATCH] for start in range(0, len(articles), _BATCH)]
    done = 0
    for readings in _run(batches, workers):
        yield from readings
        done += len(readings)
        if progress is not None:
            progress(done, len(articles))


def _run(batches: Sequence[Sequence[Article]], workers: int) -> Iterable[list[Reading]]:
    if workers <= 1 or len(batches) <= 1:
        yield from map(_read_batch, batches)
        return
    # spawn, not fork: a forked model shares locks with threads that no longer exist
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(batches)), mp_context=context) as pool:
        yield from pool.map(_read_batch, batches)


def tell(articles: Sequence[Article], *, workers: int = 1, progress: Progress | None = None) -> Told:
    """Read, link and compare articles: the main job in one call."""
    from tellings.comparing import compare  # noqa: PLC0415  # keeps ``import tellings`` light
    from tellings.linking import link  # noqa: PLC0415

    story = link(read(articles, workers=workers, progress=progress))
    return Told(story, compare(story))
