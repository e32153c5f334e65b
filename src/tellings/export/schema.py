"""The JSON Schema of the export, as it ships with the package (``schema.json``): strict, every field described."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator

from tellings.errors import ExportError
from tellings.export.json import FORMAT


def schema() -> dict[str, Any]:
    """The schema, JSON Schema 2020-12."""
    found: dict[str, Any] = json.loads(resources.files("tellings.export").joinpath("schema.json").read_bytes())
    return found


def check(exported: object) -> None:
    """Raise ``ExportError``, with the first place that is wrong, for what is not an export of this version."""
    found = exported.get("format") if isinstance(exported, dict) else None
    if found != FORMAT:
        raise ExportError(f"it is no export of this version: its format is {found!r}, not {FORMAT!r}; write it again")
    error = next(iter(_validator().iter_errors(exported)), None)
    if error is not None:
        said = error.message if len(error.message) <= 160 else f"{error.message[:160]} […]"
        raise ExportError(f"it is no whole export: at {error.json_path}, {said}; write it again")


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())
