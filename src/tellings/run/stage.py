"""One stage of work over many items, on whatever workers there are, some of which may be killed.

A batch is plain data, ``work`` a function of a module that gives one result an
item, and the results come back in the order of the items, whoever made them.
Where a worker dies, what was under way is done again, so that every item is
done and none is given twice. An item that kills every worker it is given to is
found by halving its batch, and is passed over with a result of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Workers(Protocol):
    """Who does the work."""

    @property
    def ahead(self) -> int:
        """Batches under way at once: enough that nobody waits, few enough to be held in memory."""

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """The errors that say that a worker died, and not that the work failed."""

    def open(self) -> AbstractContextManager[Executor]:
        """Workers, new ones each time, let go at the end."""


@dataclass(slots=True, eq=False)
class _Batch(Generic[T, R]):
    items: Sequence[T]
    deaths: int = 0
    future: Future[list[R]] | None = None


def run_stage(
    work: Callable[[Sequence[T]], list[R]],
    batches: Iterable[Sequence[T]],
    workers: Workers,
    *,
    lost: Callable[[T], R],
    tries: int = 3,
) -> Iterator[list[R]]:
    """The results of each batch, in order. ``lost`` makes the result of an item that killed ``tries`` workers by itself."""
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor, *workers.deaths)
    stream = iter(batches)
    under_way: deque[_Batch[T, R]] = deque(_Batch[T, R](items) for items in islice(stream, workers.ahead))
    with ExitStack() as stack:
        executor = stack.enter_context(workers.open())
        while under_way:
            alone = any(batch.deaths for batch in under_way)
            results: list[R] | None
            try:
                _submit(work, under_way, executor, alone=alone)
                results = _result(under_way[0])
            except deaths:
                _blame(under_way, alone=alone)
                results = _give_up(under_way[0], tries, lost)
                with suppress(*deaths):
                    stack.close()
                executor = stack.enter_context(workers.open())
                if results is None:
                    _halve(under_way, tries)
                    continue
            under_way.popleft()
            under_way.extend(_Batch[T, R](items) for items in islice(stream, max(0, workers.ahead - len(under_way))))
            yield results


def _submit(
    work: Callable[[Sequence[T]], list[R]], under_way: Iterable[_Batch[T, R]], executor: Executor, *, alone: bool
) -> None:
    """Give out what nobody works on; after a death only the first batch, so that it is known who killed."""
    for batch in list(under_way)[: 1 if alone else None]:
        if batch.future is None:
            batch.future = executor.submit(work, batch.items)


def _result(batch: _Batch[T, R]) -> list[R]:
    assert batch.future is not None
    return batch.future.result()


def _blame(under_way: Iterable[_Batch[T, R]], *, alone: bool) -> None:
    """Mark those that may have killed the worker. What was done before the death stays done."""
    for number, batch in enumerate(under_way):
        future = batch.future
        if future is not None and future.done() and not future.cancelled() and future.exception() is None:
            continue
        batch.future = None
        batch.deaths += number == 0 or not alone


def _give_up(batch: _Batch[T, R], tries: int, lost: Callable[[T], R]) -> list[R] | None:
    return [lost(item) for item in batch.items] if len(batch.items) == 1 and batch.deaths > tries else None


def _halve(under_way: deque[_Batch[T, R]], tries: int) -> None:
    """Split a batch that has killed by itself: the bad item is in one of its halves."""
    first = under_way[0]
    if first.deaths > tries and len(first.items) > 1:
        middle = len(first.items) // 2
        under_way.popleft()
        under_way.extendleft([_Batch(first.items[middle:], tries), _Batch(first.items[:middle], tries)])
