"""JSON lines: one article a line. A bad line is reported by its number; the others go on.

The format is named ``jsonl``, or ``jsonl:KEY`` where the text stands under another
key than ``text``, so that an export is enough to read the text again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from tellings.errors import IntakeError
from tellings.intake.articles import Source, assemble
from tellings.intake.facts import Facts, of_row
from tellings.intake.options import FIELDS, Failure, IntakeOptions
from tellings.values import Article

NAME = "jsonl"
_MARK = b"\xef\xbb\xbf"


def read(file: str, data: bytes, options: IntakeOptions) -> Iterator[Article | Failure]:
    """The articles of a file, and a failure for each line that is none."""
    found = False
    _check_lines(data)
    for number, line in lines(data):
        found = True
        try:
            yield _article(file, number, line, options)
        except IntakeError as error:
            problem, _, remedy = str(error).partition("; ")
            yield Failure(file, number, problem, remedy)
    if not found:
        raise IntakeError("empty: there is not one line; give one JSON object a line")


def reread(data: bytes, *, record: int | None, detail: str, encoding: str) -> tuple[str, bytes]:  # noqa: ARG001
    """The text of a record again, and the bytes that the digest is of."""
    line = next((line for number, line in lines(data) if number == record), None)
    if line is None:
        raise IntakeError(f"there is no line {record} any more; read the file again")
    return _text(_object(line), detail or "text"), line


def lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, with their numbers from 1, without line end or byte order mark."""
    for number, line in enumerate(data.removeprefix(_MARK).split(b"\n"), 1):
        if line.strip():
            yield number, line.rstrip(b"\r")


def _check_lines(data: bytes) -> None:
    """Raise for one JSON document that is set over several lines: each of its lines would be an error."""
    first = next((line for _, line in lines(data)), b"")
    if first.strip() not in {b"{", b"["}:
        return
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return
    raise IntakeError("one JSON document over several lines; give one object a line, e.g. by jq -c")


def _article(file: str, number: int, line: bytes, options: IntakeOptions) -> Article:
    row = _object(line)
    key = options.key("text")
    if len(line) > options.max_bytes:
        raise IntakeError(
            f"{len(line):,} bytes in one line, over the limit of {options.max_bytes:,}; raise it with --max-bytes"
        )
    source = Source(file, _text(row, key), line, NAME if key == "text" else f"{NAME}:{key}", "utf-8", number)
    return assemble(source, options=options, record=_facts(row, options))


def _object(line: bytes) -> Mapping[str, object]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IntakeError("not UTF-8; JSON lines must be") from error
    except (ValueError, RecursionError) as error:
        raise IntakeError(f"not JSON ({_where(error)}); give one JSON object a line") from error
    if not isinstance(row, dict):
        raise IntakeError(f"not a JSON object but {_kind(row)}; give one JSON object a line")
    return row


def _where(error: Exception) -> str:
    return (
        f"{error.msg.lower()} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else "too deep"
    )


def _kind(value: object) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")


def _text(row: Mapping[str, object], key: str) -> str:
    if key not in row:
        there = ", ".join(sorted(row)[:6]) or "none"
        raise IntakeError(
            f"no field {key!r} (fields: {there}); name the one that holds the text with --field text=NAME"
        )
    text = row[key]
    if not isinstance(text, str):
        raise IntakeError(f"the field {key!r} holds no text but {_kind(text)}; name another with --field text=NAME")
    if not text.strip():
        raise IntakeError(f"the field {key!r} is empty")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise IntakeError(
            f"the field {key!r} holds half a character (a lone surrogate); write the line again"
        ) from error
    return text


def _facts(row: Mapping[str, object], options: IntakeOptions) -> Facts:
    values = {name: row[options.key(name)] for name in FIELDS if name != "text" and row.get(options.key(name))}
    return of_row({name: _plain(value) for name, value in values.items()}, "given by a field of the record")


def _plain(value: object) -> str:
    """A field as text; a list of authors is joined."""
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value).strip()
