"""What tests share: the reader (loaded once a session) and articles made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tellings.reading import Reader

# no test is of time: a busy machine is no fault
settings.register_profile("house", deadline=None)
settings.load_profile("house")

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
