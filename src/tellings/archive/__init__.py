"""The archive: keeps articles with all that was read in them, in one file, and finds them again.

>>> import tempfile, pathlib
>>> from tellings.archive import SqliteArchive
>>> with SqliteArchive(pathlib.Path(tempfile.mkdtemp()), create=True) as archive:
...     archive.counts().articles
0
"""

from tellings.archive.protocol import Archive
from tellings.archive.sqlite import SqliteArchive
from tellings.archive.values import (
    CopyOf,
    Counts,
    Grouped,
    Hit,
    Kept,
    LineKind,
    Member,
    Placed,
    Query,
    Settled,
    StoryLine,
    Why,
)

__all__ = [
    "Archive",
    "CopyOf",
    "Counts",
    "Grouped",
    "Hit",
    "Kept",
    "LineKind",
    "Member",
    "Placed",
    "Query",
    "Settled",
    "SqliteArchive",
    "StoryLine",
    "Why",
]
