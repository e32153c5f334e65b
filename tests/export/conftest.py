"""The invented story, exported once."""

from __future__ import annotations

import copy
from typing import Any

import pytest

import invented
from tellings.export.json import export


@pytest.fixture(scope="session")
def _exported() -> dict[str, Any]:
    return export(invented.story(), invented.comparisons())


@pytest.fixture
def exported(_exported: dict[str, Any]) -> dict[str, Any]:
    """A copy that a test may spoil."""
    return copy.deepcopy(_exported)
