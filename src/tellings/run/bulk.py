"""An archive's results in bulk: out as Parquet for analysts and other archives, and readings in again without being read.

The tables are those of the archive's views. ``readings.parquet`` holds the
readings themselves, so that what one machine or cluster has read is kept by another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tellings.archive import Archive, codec
from tellings.archive.views import VIEWS
from tellings.errors import ArchiveError
from tellings.values import Reading

READINGS = "readings.parquet"

_WHOLE = frozenset(
    "id article story origin record words revisions number newest start end articles outlets origins".split()
)
_NUMBERS = frozenset({"value", "low", "high"})
_ROWS = 1_000
"""Rows held in memory, and in a row group of the file."""


def export(archive: Archive, folder: Path) -> dict[str, int]:
    """Write every table and all readings into a folder. Returns the rows of each file. Raises ``ArchiveError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = {f"{name}.parquet": _write(folder / f"{name}.parquet", archive.table(name)) for name in VIEWS}
        written[READINGS] = _write(folder / READINGS, _packed(archive))
    except OSError as error:
        raise ArchiveError(
            f"{folder}: it cannot be written ({error.strerror or error}); choose another folder"
        ) from error
    return written


def readings(path: Path) -> Iterator[Reading]:
    """The readings in a file that ``export`` wrote. Raises ``ArchiveError`` for another file."""
    arrow, parquet = _libraries()
    try:
        with parquet.ParquetFile(path) as file:
            if not {"format", "text", "data"} <= set(file.schema_arrow.names):
                raise ArchiveError(f"{path}: it holds no readings; 'tellings export' writes {READINGS}")
            for batch in file.iter_batches(_ROWS, columns=["format", "text", "data"]):
                for row in batch.to_pylist():
                    yield codec.decode(row["data"], text=row["text"], format=row["format"])
    except (OSError, arrow.ArrowException) as error:
        raise ArchiveError(f"{path}: it cannot be read as Parquet ({str(error).splitlines()[0]})") from error


def _packed(archive: Archive) -> Iterator[dict[str, Any]]:
    """Every revision's reading, article by article."""
    for kept in archive.kept():
        for reading in archive.revisions(kept.article) if kept.number == 1 else ():
            packed = {"format": codec.FORMAT, "text": reading.article.text, "data": codec.encode(reading)}
            yield {"article": kept.article, "key": kept.key, **packed}


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows as they come: no more of them are in memory than stand in one row group. A run that is killed leaves the older file."""
    arrow, parquet = _libraries()
    stream = iter(rows)
    batch, count = list(islice(stream, _ROWS)), 0
    if not batch:
        path.unlink(missing_ok=True)
        return 0
    schema = arrow.schema([(name, _type(name, arrow)) for name in batch[0]])
    half = path.with_name(f"{path.name}.part")
    with parquet.ParquetWriter(half, schema, compression="zstd") as writer:
        while batch:
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))
            count += len(batch)
            batch = list(islice(stream, _ROWS))
    half.replace(path)
    return count


def _type(column: str, arrow: Any) -> Any:  # noqa: ANN401  # PyArrow has no types
    if column in _WHOLE:
        return arrow.int64()
    if column in _NUMBERS:
        return arrow.float64()
    return arrow.binary() if column == "data" else arrow.string()


def _libraries() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise ArchiveError("Parquet needs PyArrow; install it with: pip install 'tellings[parquet]'") from error
    return pa, pq
