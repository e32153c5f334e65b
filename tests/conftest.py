"""What tests share: the reader (loaded once a session) and articles made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tellings.reading import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def reader() -> Reader:
    from tellings.reading import Reader

    return Reader()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("no real articles beside the checkout (../shared)")
    return SHARED
