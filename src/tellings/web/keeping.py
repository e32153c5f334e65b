"""What was fetched, kept: the bytes as a file named by their digest, and a line for each fetch.

A page that was fetched stands on the disk before an article is made of it, so that ``tellings
verify`` can prove every line of it, on this day and in ten years, without the web.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellings.errors import WebError

SCHEMA = "tellings.fetch.v1"
_ENDINGS = (
    ("html", ".html"),
    ("json", ".json"),
    ("pdf", ".pdf"),
    ("xml", ".xml"),
    ("text/plain", ".txt"),
)


class Keeping:
    """The folder of what was fetched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def cache(self) -> Path:
        """The file of the HTTP cache."""
        return self._folder / "cache.db"

    def page(self, data: bytes, content_type: str) -> tuple[str, str]:
        """Keep bytes. Returns the file and their digest; the same bytes are kept once."""
        digest = hashlib.sha256(data).hexdigest()
        ending = next((ending for kind, ending in _ENDINGS if kind in content_type.lower()), "")
        path = self._folder / "pages" / f"{digest[:24]}{ending}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                part = path.with_suffix(".part")
                part.write_bytes(data)
                part.replace(path)
        except OSError as error:
            raise WebError(f"{path} cannot be written ({error.strerror}); choose another folder with --keep") from error
        return str(path), digest

    def record(self, row: Mapping[str, Any]) -> None:
        """Add a line to the record of all fetches."""
        path = self._folder / "fetches.jsonl"
        line = json.dumps({"schema": SCHEMA, **row}, ensure_ascii=False) + "\n"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                file.write(line.encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise WebError(f"{path} cannot be written ({error.strerror}); choose another folder with --keep") from error
