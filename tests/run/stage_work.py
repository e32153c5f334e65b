"""Work for the tests of a stage, in a module of its own so that other processes can import it."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from tellings.values import Reading


def double(items: Sequence[str]) -> list[str]:
    """Every item twice; ``kill:FILE`` kills the worker until the file is there, ``poison`` always; each item done leaves a line."""
    results = []
    for item in items:
        kind, _, file = item.partition(":")
        if kind == "kill" and not Path(file).exists():
            Path(file).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if kind == "poison":
            os.kill(os.getpid(), signal.SIGKILL)
        if kind == "wrong":
            raise ValueError(item)
        results.append(item + item)
    return results


def read_and_die_once(articles: Sequence[object]) -> list[Reading]:
    """The real reading; the first worker that comes to ``KILL_ONCE`` is killed in mid-batch."""
    from tellings.run.local import read_batch

    flag = Path(os.environ["KILL_ONCE"])
    readings = read_batch(articles)  # type: ignore[arg-type]
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return readings
