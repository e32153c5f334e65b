"""Bytes from anywhere to articles. Knows formats and where to find them; nothing of language.

>>> from tellings import intake
>>> list(intake.read(["no-such-file.txt"]))[0].problem
'no such file or folder'
"""

from __future__ import annotations

from tellings.intake.again import Place, reread, reread_all
from tellings.intake.given import Metadata, load
from tellings.intake.options import FIELDS, MAX_BYTES, Failure, IntakeOptions
from tellings.intake.walk import read

__all__ = [
    "FIELDS",
    "MAX_BYTES",
    "Failure",
    "IntakeOptions",
    "Metadata",
    "Place",
    "load",
    "read",
    "reread",
    "reread_all",
]
