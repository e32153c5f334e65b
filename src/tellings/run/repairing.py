"""What a user sets right in an archive: checked, written into its file of repairs, and carried out at once."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.archive import Archive
from tellings.archive.repairs import Merge, Rename, Speaker, Split, quoted
from tellings.errors import ArchiveError
from tellings.run.placing import Placing


def merge(archive: Archive, stories: Sequence[int]) -> int:
    """Make one story of several. Returns its number."""
    if len(set(stories)) < 2:
        raise ArchiveError("to merge takes two stories or more; write: tellings repair merge s3 s9")
    keys = [key for story in stories for key in _keys(archive, story)]
    archive.repair(Merge(articles=tuple(keys), told=" and ".join(_told(archive, story) for story in stories)))
    return _settled(archive, keys[0])


def split(archive: Archive, story: int, articles: Sequence[int]) -> int:
    """Take articles out of a story, into one of their own. Returns its number."""
    keys = _keys(archive, story)
    out = [archive.key(article) for article in articles]
    if not out or not set(out) < set(keys):
        raise ArchiveError(
            f"to split takes some of the articles of s{story}, and leaves some; 'tellings show s{story} --why' lists them"
        )
    told = f"{', '.join(f'a{article}' for article in articles)} out of {_told(archive, story)}"
    archive.repair(Split(articles=tuple(out), others=tuple(key for key in keys if key not in out), told=told))
    return _settled(archive, out[0])


def rename(archive: Archive, name: str, to: str) -> None:
    """Say that one name is another's. Both must be printed: nobody is called what no article calls them."""
    for printed in (name, to):
        if not archive.prints(printed):
            near = archive.names(printed)
            raise ArchiveError(
                f"nobody goes by {printed!r}; "
                + (
                    f"there are {', '.join(near)}"
                    if near
                    else "names are taken as articles print them, whole, case and all"
                )
            )
    archive.repair(Rename(name=name, to=to))


def speaker(archive: Archive, article: int, words: str, name: str | None) -> str:
    """Say who said some words of an article, or that nobody is named. Returns the words of the quotation."""
    reading = next(archive.readings([article]))
    found = [words_ for quotation in reading.quotations if _line(words) in _line(words_ := quoted(reading, quotation))]
    if len(set(found)) != 1:
        many = "no quotation" if not found else f"{len(set(found))} quotations"
        raise ArchiveError(f"a{article} has {many} with the words {words!r}; name words that only one has, as printed")
    names = sorted({chain.name for chain in reading.chains})
    if name is not None and name not in names:
        raise ArchiveError(f"a{article} names nobody {name!r}; it names {', '.join(names) or 'nobody at all'}")
    archive.repair(Speaker(article=archive.key(article), quote=found[0], speaker=name))
    return found[0]


def _line(words: str) -> str:
    return " ".join(words.split()).casefold()


def _keys(archive: Archive, story: int) -> list[str]:
    members = archive.members(story)
    if not members:
        raise ArchiveError(f"there is no story s{story}; 'tellings stories' lists them")
    return [archive.key(member.article) for member in members]


def _told(archive: Archive, story: int) -> str:
    line = archive.story(story)
    return f"s{story} ({line.title})" if line and line.title else f"s{story}"


def _settled(archive: Archive, key: str) -> int:
    """Settle the stories, and say in which one an article is now."""
    placing = Placing(archive)
    with archive.writing():
        placing.catch_up()
        placing.settle()
        article = archive.article(key)
        member = None if article is None else archive.member(article)
    assert member is not None
    return member.story
