"""The invented story that ships with the package: five outlets on one ferry, for ``tellings demo`` and the tests.

Every outlet, place, person and sentence of it is made up.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ARTICLES = FOLDER / "articles"
METADATA = FOLDER / "metadata.jsonl"
