"""Who reads: this process, processes of this machine, or a Dask cluster. The same work gives the same results on each."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any

import numpy as np  # noqa: F401  # its BLAS must be there to be limited
from threadpoolctl import threadpool_limits

from tellings.errors import RunError
from tellings.run.stage import Workers

PATIENCE = 20
"""Seconds in which a scheduler must answer."""


@dataclass(frozen=True, slots=True)
class Here:
    """This process: nothing to start."""

    ahead: int = 1
    deaths: tuple[type[BaseException], ...] = ()

    def open(self) -> AbstractContextManager[Executor]:
        """An executor that does the work when it is given."""
        return _Inline()


class _Inline(Executor):
    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401  # as Executor has it
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@dataclass(frozen=True, slots=True)
class Processes:
    """``number`` processes of this machine."""

    number: int
    deaths: tuple[type[BaseException], ...] = ()  # a broken pool says so by ``BrokenExecutor``

    @property
    def ahead(self) -> int:
        """Two batches a process: one that it reads, one that waits for it."""
        return 2 * self.number

    @contextmanager
    def open(self) -> Iterator[Executor]:
        """A new pool. Spawned, not forked: a forked model shares locks with threads that no longer exist."""
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.number, mp_context=context, initializer=_settle_in)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def _settle_in() -> None:
    """In a worker: one thread for products of matrices, as the processes share the cores already; and the parent's end is its own."""
    threadpool_limits(1, user_api="blas")
    _end_with_parent()


def _end_with_parent() -> None:
    """In a worker: end when the process that started it is gone, even if that was killed; leave interrupts to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for, args=(parent.sentinel,), daemon=True).start()


def _wait_for(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Dask cluster; ``address`` is that of its scheduler. Needs ``tellings[dask]`` here and tellings there."""

    address: str

    @property
    def ahead(self) -> int:
        """Batches given to the scheduler at once: enough for 64 processes."""
        return 128

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """What Dask raises for work that was lost with its workers."""
        from distributed.client import FutureCancelledError  # noqa: PLC0415  # the extra
        from distributed.scheduler import KilledWorker  # noqa: PLC0415

        return KilledWorker, FutureCancelledError

    @contextmanager
    def open(self) -> Iterator[Executor]:
        """The cluster's executor. Raises ``RunError`` where there is no scheduler, or no Dask."""
        try:
            from distributed import Client  # noqa: PLC0415  # the extra

            connect: Any = Client  # untyped
        except ImportError as error:
            raise RunError("a cluster needs Dask; install it with: pip install 'tellings[dask]'") from error
        try:
            client = connect(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise RunError(
                f"{self.address}: no Dask scheduler answers there; start one with: dask scheduler"
            ) from error
        with client, client.get_executor(pure=False) as executor:
            yield executor


def workers(number: int = 1, *, scheduler: str | None = None) -> Workers:
    """The workers that a user asks for: a number of processes, or a cluster."""
    if scheduler is not None:
        return Cluster(scheduler)
    return Processes(number) if number > 1 else Here()
