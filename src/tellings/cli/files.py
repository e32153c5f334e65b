"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tellings.errors import ExportError


def write(path: Path, text: str) -> None:
    """Write a file in one step. Raises ``ExportError`` where that is not possible."""
    write_lines(path, [text])


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a file as its lines are made, and move it into its place at the end. Raises as ``write`` does."""
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise ExportError(f"{path}: cannot be written ({why}); choose another folder with -o") from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    """The user's mask, which a temporary file does not follow."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
