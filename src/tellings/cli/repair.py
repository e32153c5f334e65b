"""``tellings repair``: what a user sets right in an archive."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from cyclopts import Parameter

from tellings.cli import say
from tellings.cli.add import Folder
from tellings.cli.status import OK


def repair(
    kind: Annotated[Literal["merge", "split", "rename", "speaker"], Parameter(help="What is wrong.")],
    what: Annotated[list[str], Parameter(negative="", help="Stories, articles, names or words, by kind.")],
    /,
    *,
    archive: Folder,
    nobody: Annotated[bool, Parameter(negative="", help="With speaker: that the article does not say who.")] = False,
) -> int:
    """Set a story, a name or a speaker right. It holds for all that comes later as well.

    **merge** makes one story of several. **split** takes articles out of a story,
    into one of their own. **rename** says that one name is another's. **speaker**
    says who said the words of a quotation, with a name that the article prints.

    Each repair is a line in **repairs.jsonl** in the archive's folder, which can be
    read, edited and taken along; every later run replays it.

    Exit status: 0 it is done, 2 it cannot be.

    **Examples**

    ```
    tellings repair merge s3 s9 --archive news
    tellings repair split s3 a5 a7 --archive news
    tellings repair rename Feld "Nora Feld" --archive news
    tellings repair speaker a12 "The gates are old" "Nora Feld" --archive news
    tellings repair speaker a12 "The gates are old" --nobody --archive news
    ```
    """
    from tellings.archive import SqliteArchive  # noqa: PLC0415  # imported when called, so that --help is quick

    with SqliteArchive(archive) as opened:
        say.out(_DONE[kind](opened, list(what), nobody=nobody))
    return OK


def _merge(archive: Any, what: list[str], *, nobody: bool) -> str:  # noqa: ANN401  # an Archive
    from tellings.archive.search.asked import story  # noqa: PLC0415
    from tellings.run import repairing  # noqa: PLC0415

    _check(nobody=nobody)
    return f"one story: s{repairing.merge(archive, [story(one) for one in what])}"


def _split(archive: Any, what: list[str], *, nobody: bool) -> str:  # noqa: ANN401  # an Archive
    from tellings.archive.search.asked import article, story  # noqa: PLC0415
    from tellings.run import repairing  # noqa: PLC0415

    _check(nobody=nobody)
    return f"a story of their own: s{repairing.split(archive, story(what[0]), [article(one) for one in what[1:]])}"


def _rename(archive: Any, what: list[str], *, nobody: bool) -> str:  # noqa: ANN401  # an Archive
    from tellings.run import repairing  # noqa: PLC0415

    _check(what, 2, "tellings repair rename NAME OTHER-NAME", nobody=nobody)
    repairing.rename(archive, *what)
    return f"{what[0]} is {what[1]}"


def _speaker(archive: Any, what: list[str], *, nobody: bool) -> str:  # noqa: ANN401  # an Archive
    from tellings.archive.search.asked import article  # noqa: PLC0415
    from tellings.run import repairing  # noqa: PLC0415

    _check(what, 2 if nobody else 3, "tellings repair speaker a12 WORDS NAME, or --nobody instead of the name")
    words = repairing.speaker(archive, article(what[0]), what[1], None if nobody else what[2])
    return f"{'nobody' if nobody else what[2]}: {words}"


_DONE = {"merge": _merge, "split": _split, "rename": _rename, "speaker": _speaker}


def _check(what: list[str] | None = None, number: int = 0, form: str = "", *, nobody: bool = False) -> None:
    """Raise for a command that is not of its form."""
    from tellings.errors import ArchiveError  # noqa: PLC0415

    if what is not None and len(what) != number:
        raise ArchiveError(f"write: {form}")
    if nobody:
        raise ArchiveError("--nobody goes with: tellings repair speaker a12 WORDS")
