"""A stage of work on workers that may be killed: everything is done, nothing twice, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage_work import double

from tellings.run.stage import run_stage
from tellings.run.workers import Here, Processes, workers

ITEMS = [f"item {number}" for number in range(23)]


def batches(items: list[str], size: int = 3) -> list[list[str]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def run(items: list[str], on: object, size: int = 3) -> list[str]:
    stage = run_stage(double, batches(items, size), on, lost=lambda item: f"lost {item}")
    return [result for results in stage for result in results]


@pytest.mark.parametrize("on", [Here(), Processes(1), Processes(2)], ids=str)
def test_results_come_in_order(on):
    """Whoever did the work."""
    assert run(ITEMS, on) == [item + item for item in ITEMS]


def test_no_work():
    """Nothing in, nothing out."""
    assert run([], Processes(2)) == []


@pytest.mark.parametrize("place", [0, 4, 22])
def test_a_worker_killed_in_mid_run(tmp_path: Path, place: int):
    """Every item is done and none is given twice."""
    items = [*ITEMS]
    items[place] = f"kill:{tmp_path / 'flag'}"
    assert run(items, Processes(2)) == [item + item for item in items]


def test_an_item_that_kills_every_worker():
    """It alone is passed over, and what stood beside it in its batch is done."""
    items = [*ITEMS[:4], "poison", *ITEMS[4:9]]
    assert run(items, Processes(2), size=4) == ["lost poison" if item == "poison" else item + item for item in items]


def test_a_failure_of_the_work_is_not_a_death():
    """It reaches the one who asked, at once."""
    with pytest.raises(ValueError, match="wrong"):
        run(["a", "wrong", "b"], Processes(2))


def test_batches_are_taken_as_they_are_needed():
    """A stream without end is never held in memory."""
    taken = []

    def stream():
        for number in range(1000):
            taken.append(number)
            yield [f"item {number}"]

    stage = run_stage(double, stream(), Here(), lost=str)
    assert [next(stage), next(stage)] == [["item 0item 0"], ["item 1item 1"]]
    assert len(taken) <= 4


def test_who_works():
    """One process is this one; more are a pool; an address is a cluster."""
    assert workers(1) == Here()
    assert workers(3) == Processes(3)
    assert workers(1, scheduler="tcp://10.0.0.5:8786").address == "tcp://10.0.0.5:8786"
