"""What a user tells about single files: ``--metadata FILE``, as JSON lines or CSV.

Each row names a file (``file``) or a page (``url``) and says what is known of it:
``date``, ``outlet``, ``title``, ``url``. A row is matched by the path as given,
else by the end of the path, else by the URL.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from tellings.errors import IntakeError
from tellings.intake import days

KNOWN = ("file", "record", "url", "date", "outlet", "title", "byline")
"""The columns that are read; others are passed over."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a metadata file, by its line number, with the values that are not empty."""

    line: int
    values: Mapping[str, str]

    @property
    def name(self) -> str:
        """The file or page it speaks of."""
        return self.values.get("file") or self.values["url"]

    def names(self, file: str, record: int | None, url: str | None) -> bool:
        """Whether this row speaks of that article."""
        if "file" not in self.values:
            return url is not None and self.values["url"] == url
        if "record" in self.values and self.values["record"] != str(record):
            return False
        return _ends_with(file, self.values["file"])


@dataclass(frozen=True, slots=True)
class Metadata:
    """The rows of a metadata file. An exact path is preferred to the end of one."""

    source: str
    rows: tuple[Row, ...]

    def of(self, file: str, record: int | None = None, url: str | None = None) -> Mapping[str, str]:
        """What is told of an article: empty where nothing is."""
        fitting = [row for row in self.rows if row.names(file, record, url)]
        exact = [row for row in fitting if row.values.get("file") == file]
        chosen = (exact or fitting)[:1]
        return chosen[0].values if chosen else {}

    def unmatched(self, articles: Iterable[tuple[str, int | None, str | None]]) -> tuple[str, ...]:
        """The names in the file that no article (file, record, url) bears."""
        there = list(articles)
        return tuple(row.name for row in self.rows if not any(row.names(*article) for article in there))


def load(path: str | Path) -> Metadata:
    """The metadata file at ``path``. Raises ``IntakeError`` where it cannot be read or a row is wrong."""
    source = str(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise IntakeError(f"{source}: the metadata file cannot be read ({_why(error)})") from error
    rows = _from_csv(source, text) if source.lower().endswith(".csv") else _from_json_lines(source, text)
    return Metadata(source, tuple(_checked(source, line, row) for line, row in rows))


def _why(error: Exception) -> str:
    return (error.strerror or "no reason given").lower() if isinstance(error, OSError) else "it is not UTF-8"


def _from_csv(source: str, text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    reader = csv.DictReader(io.StringIO(text))
    if not {"file", "url"} & set(reader.fieldnames or ()):
        raise IntakeError(f"{source}: the first line names no column 'file' or 'url'; write e.g. file,date,outlet")
    try:
        for row in reader:
            yield reader.line_num, {key: value for key, value in row.items() if key is not None}
    except csv.Error as error:
        raise IntakeError(f"{source}, line {reader.line_num}: not CSV ({error})") from error


def _from_json_lines(source: str, text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise IntakeError(
                f"{source}, line {number}: not a JSON object ({error}); one a line, or name it .csv"
            ) from error
        if not isinstance(row, dict):
            raise IntakeError(f"{source}, line {number}: not a JSON object but {type(row).__name__}")
        yield number, row


def _checked(source: str, line: int, row: Mapping[str, object]) -> Row:
    values = {key: str(row[key]).strip() for key in KNOWN if row.get(key) is not None and str(row[key]).strip()}
    if not {"file", "url"} & set(values):
        raise IntakeError(f"{source}, line {line}: names no 'file' and no 'url'")
    if "date" in values:
        days.given(values["date"], f"{source}, line {line}: date")
    return Row(line, values)


def _ends_with(file: str, name: str) -> bool:
    parts, wanted = PurePath(file).parts, PurePath(name).parts
    return bool(wanted) and parts[-len(wanted) :] == wanted
