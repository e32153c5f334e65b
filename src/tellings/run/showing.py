"""A story of an archive, linked and compared from the readings that are kept, as a user has repaired them: nothing is read again."""

from __future__ import annotations

from tellings.archive import Archive
from tellings.archive.repairs import repaired
from tellings.errors import ArchiveError
from tellings.run.local import Told, told


def show(archive: Archive, story: int) -> Told:
    """What the articles of a story tell. Raises ``ArchiveError`` where there is no such story."""
    members = archive.members(story)
    if not members:
        raise ArchiveError(f"there is no story s{story}; 'tellings stories' lists them")
    numbers = [member.article for member in members]
    keys = [archive.key(number) for number in numbers]
    return told(repaired(zip(keys, archive.readings(numbers), strict=True), archive.repairs()))
