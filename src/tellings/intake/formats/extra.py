"""Libraries that only some formats want, and that are heavy: each an extra of the package."""

from __future__ import annotations

import importlib
from typing import Any

from tellings.errors import IntakeError


def wanted(module: str, extra: str, what: str) -> Any:  # noqa: ANN401  # a module
    """A module of an extra. Raises ``IntakeError`` with the command that installs it where it is not there."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise IntakeError(f"{what} are read with {error.name or module}; pip install 'tellings[{extra}]'") from error
