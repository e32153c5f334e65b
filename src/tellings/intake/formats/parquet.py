"""Parquet: a row an article, read in small batches. Wants ``tellings[parquet]``.

A row has no bytes of its own in a file of columns; its digest is of the values of the columns
that are read, written as JSON with sorted keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tellings.errors import IntakeError
from tellings.intake.formats import rows
from tellings.intake.formats.extra import wanted
from tellings.intake.inputs import Input
from tellings.intake.options import Failure, IntakeOptions
from tellings.intake.record import Found

NAME = "parquet"
SUFFIXES = (".parquet",)
UNIT = "row"
MAPPED = True
_BATCH = 256
_BYTES = {"binary", "large_binary", "fixed_size_binary"}


def looks(head: bytes) -> bool:
    """The format's own mark."""
    return head.startswith(b"PAR1")


def records(source: Input, options: IntakeOptions) -> Iterator[Found]:
    """The articles of the rows; a failure for each row that is none."""
    parquet = wanted("pyarrow.parquet", "parquet", "Parquet files")
    number = 0
    with source.open() as stream:
        try:
            file = parquet.ParquetFile(stream)
            columns = [field.name for field in file.schema_arrow if str(field.type) not in _BYTES]
            for batch in file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield _found(source.file, number, row, options)
        except (OSError, ValueError, RuntimeError) as error:  # pyarrow's own errors are these
            raise IntakeError(
                f"no Parquet that can be read after row {number} ({_line(error)}); write it again"
            ) from error


def _found(file: str, number: int, row: dict[str, Any], options: IntakeOptions) -> Found:
    data = json.dumps(row, sort_keys=True, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    if len(data) > options.max_bytes:
        limit = f"over the limit of {options.max_bytes:,} bytes for one row"
        return Failure(file, number, limit, "raise it with --max-bytes", UNIT)
    try:
        return rows.record(row, data, number, options, of="column of the table")
    except IntakeError as error:
        return Failure.of(file, number, error, UNIT)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
