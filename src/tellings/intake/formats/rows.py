"""A row of named values to a record: JSON objects, the rows of a table.

Asked in this order: what this program wrote itself, what the user mapped, the shapes of other
tools, and the plain names (``text``, ``title``, ``url``, ``outlet``, ``date``, ``byline``, ``language``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tellings.errors import IntakeError
from tellings.intake.facts import Facts, merge, of_row
from tellings.intake.formats import dates, own, shapes
from tellings.intake.options import FIELDS, IntakeOptions
from tellings.intake.record import Record


def record(row: Mapping[str, Any], data: bytes, number: int | None, options: IntakeOptions, *, of: str) -> Record:
    """The article of a row, whose own bytes are ``data``; ``of`` is what the row is of, for the reasons.

    Raises ``IntakeError`` where it holds none.
    """
    if own.fits(row):
        return own.record(row, data, number)
    shaped = None if "text" in options.fields else shapes.find(row, data, number)
    if shaped is None:
        return Record(data, number, text=_text(row, options), facts=_facts(row, options, of))
    if shaped.text is not None:
        _whole(shaped.text, "text")
    mapped = {name: key for name, key in options.fields.items() if name in FIELDS}
    if not mapped:
        return shaped
    told = _facts(row, replace(options, fields=mapped), of, only=set(mapped))
    return replace(shaped, facts=merge([told, shaped.facts]))


def parsed(data: bytes) -> Mapping[str, Any]:
    """The JSON object that bytes are. Raises ``IntakeError`` where they are none."""
    try:
        row = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IntakeError("not UTF-8; JSON must be") from error
    except (ValueError, RecursionError) as error:
        raise IntakeError(f"not JSON ({_where(error)}); give one JSON object a line") from error
    if not isinstance(row, dict):
        raise IntakeError(f"not a JSON object but {_kind(row)}; give one JSON object a line")
    return row


def _where(error: Exception) -> str:
    return (
        f"{error.msg.lower()} at character {error.pos + 1}"
        if isinstance(error, json.JSONDecodeError)
        else "too deep, or a number too long"
    )


def _kind(value: object) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")


def _at(row: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401  # any JSON
    """The value under a key, or under keys within one another (``content.body``); none where there is none."""
    if key in row:
        return row[key]
    value: Any = row
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _text(row: Mapping[str, Any], options: IntakeOptions) -> str:
    key = options.key("text")
    text = _at(row, key)
    if text is None and key not in row:
        listed = next(
            (name for name in ("item", "items", "articles", "results") if _holds_objects(row.get(name))), None
        )
        if listed:
            raise IntakeError(
                f"no article but a list of {len(row[listed])} in its field {listed!r}; save that list as a file of its own"
            )
        there = ", ".join(sorted(map(str, row))[:6]) or "none"
        raise IntakeError(f"no field {key!r} (fields: {there}); name the one that holds the text with --map text=NAME")
    if not isinstance(text, str):
        raise IntakeError(f"the field {key!r} holds no text but {_kind(text)}; name another with --map text=NAME")
    return _whole(text, key)


def _holds_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _whole(text: str, key: str) -> str:
    if not text.strip():
        raise IntakeError(f"the field {key!r} is empty")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise IntakeError(
            f"the field {key!r} holds half a character (a lone surrogate); write the line again"
        ) from error
    return text


def _facts(row: Mapping[str, Any], options: IntakeOptions, of: str, *, only: set[str] | None = None) -> Facts:
    names = only if only is not None else set(FIELDS)
    values = {
        name: value for name in FIELDS if name != "text" and name in names and (value := _at(row, options.key(name)))
    }
    plain = {name: _plain(value) for name, value in values.items()}
    if "date" in values and (read := dates.read(values["date"])):
        plain["date"] = _iso(read)
    return of_row(plain, f"given by a {of}")


def _iso(read: Any) -> str:  # noqa: ANN401  # Days
    """The days again as they are written in ISO form: a day, a month, a year, or a day with its time."""
    if read.time:
        return f"{read.earliest}T{read.time}"
    if read.earliest == read.latest:
        return str(read.earliest)
    return str(read.earliest[:7] if read.earliest[:7] == read.latest[:7] else read.earliest[:4])


def _plain(value: object) -> str:
    """A value as text; a list of authors is joined."""
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value).strip()
