"""A story of an archive, linked and compared from the readings that are kept: nothing is read again."""

from __future__ import annotations

from tellings.archive import Archive
from tellings.errors import ArchiveError
from tellings.run.local import Told, told


def show(archive: Archive, story: int) -> Told:
    """What the articles of a story tell. Raises ``ArchiveError`` where there is no such story."""
    members = archive.members(story)
    if not members:
        raise ArchiveError(f"there is no story s{story}; 'tellings stories' lists them")
    return told(archive.readings([member.article for member in members]))
