"""Reading on a Dask cluster of separate processes: the same results, byte for byte, also when a worker is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'tellings[dask]'")

from stage_work import double, read_and_die_once

from by_hand import article
from tellings.archive import codec
from tellings.cli import main
from tellings.errors import RunError
from tellings.run.local import read_batch, unread
from tellings.run.stage import run_stage
from tellings.run.workers import Cluster, Processes

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = tuple(
    article(f"Outlet {number:02}", f"The ferry sank on Monday. “{number} of us were on board,” Nora Feld said.")
    for number in range(9)
)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that is there when a worker was killed."""
    return tmp_path_factory.mktemp("cluster") / "killed"


@pytest.fixture(scope="module")
def cluster(killed: Path) -> Iterator[str]:
    """A scheduler and two workers, each a process of its own, as on three machines; the scheduler's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    paths = [ROOT / "src", ROOT / "tests", ROOT / "tests" / "run"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "KILL_ONCE": str(killed)}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nworkers", "2", "--nthreads", "1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment, "cwd": killed.parent}
    scheduler = subprocess.Popen([*dask, "--no-dashboard", "--no-show"], **quiet)
    time.sleep(2)
    workers = subprocess.Popen([*worker, "--no-dashboard"], **quiet)
    yield address
    for process in (workers, scheduler):
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def test_results_come_in_order(cluster: str):
    """As from one process."""
    batches = [[f"item {number}", f"item {number} too"] for number in range(20)]
    found = list(run_stage(double, batches, Cluster(cluster), lost=str))
    assert found == [double(batch) for batch in batches]


def test_a_killed_worker_on_the_cluster(cluster: str, tmp_path: Path):
    """What it did is done again, on another."""
    batches = [[f"item {number}"] for number in range(9)]
    batches[4] = [f"kill:{tmp_path / 'flag'}"]
    assert list(run_stage(double, batches, Cluster(cluster), lost=str)) == [
        [item + item for item in b] for b in batches
    ]


@pytest.mark.model
def test_the_same_readings_byte_for_byte(cluster: str, killed: Path):
    """On this process, on a pool, and on a cluster of which a worker is killed in mid-batch."""
    batches = [ARTICLES[start : start + 3] for start in range(0, len(ARTICLES), 3)]
    alone = [codec.encode(reading) for batch in batches for reading in read_batch(batch)]
    for work, workers in ((read_batch, Processes(2)), (read_and_die_once, Cluster(cluster))):
        found = run_stage(work, batches, workers, lost=unread)
        assert [codec.encode(reading) for readings in found for reading in readings] == alone
    assert killed.exists()


def test_no_scheduler_answers(monkeypatch: pytest.MonkeyPatch):
    """One line says so, with what to do."""
    monkeypatch.setattr("tellings.run.workers.PATIENCE", 1)
    with pytest.raises(RunError, match="no Dask scheduler answers there"), Cluster("tcp://127.0.0.1:9").open():
        pass


def test_add_on_a_cluster_that_is_not_there(tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch):
    """The command ends with status 2 and keeps nothing."""
    monkeypatch.setattr("tellings.run.workers.PATIENCE", 1)
    (tmp_path / "a.txt").write_text("The bell was found on Sunday in a barn, the keeper of the lighthouse said.\n")
    command = ["add", str(tmp_path / "a.txt"), "--archive", str(tmp_path / "news"), "--scheduler", "tcp://127.0.0.1:9"]
    assert main(command) == 2
    assert "no Dask scheduler" in capsys.readouterr().err
