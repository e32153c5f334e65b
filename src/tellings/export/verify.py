"""The proof of an export: every source is read again, and every printed line must stand where it says.

Nothing in the export is believed. Text and digest are taken from the source as
it is now; each span is looked up in that text, and its words compared with the
words that the export prints. Values made of words (a name, a figure's number)
are checked where the schema says they are printed; what is counted or reckoned
is not proved here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tellings.errors import ExportError, IntakeError
from tellings.export.claims import Claim, Printed, claims, printed
from tellings.export.references import dangling
from tellings.export.schema import check
from tellings.intake import Place, reread_all

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved and what was not: one line for each problem, naming the row and its file."""

    problems: tuple[str, ...]
    articles: int
    lines: int

    def __str__(self) -> str:
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        return f"proved: {articles}, {self.lines:,} printed lines, every digest, text and span"


@dataclass(slots=True)
class _Source:
    """A source as it is now; without text where it cannot be read."""

    file: str
    text: str | None
    problems: list[str] = field(default_factory=list)


def verify(path: Path) -> Report:
    """Prove the export in a file against its sources. Raises ``ExportError`` for a file that is no export."""
    exported = load(path)
    sources = _sources(exported["articles"], path.parent)
    problems = [problem for source in sources.values() for problem in source.problems]
    problems += dangling(exported)
    found = [
        *(_problem(claim, sources) for claim in claims(exported)),
        *(_unprinted(claim, sources) for claim in printed(exported)),
    ]
    problems += [problem for problem in found if problem is not None]
    good = sum(1 for source in sources.values() if not source.problems)
    return Report(tuple(dict.fromkeys(problems)), good, found.count(None))


def load(path: Path) -> Row:
    """The export in a file. Raises ``ExportError`` where it cannot be read, is no JSON, or no export."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path}: it cannot be read: {error.strerror or error}") from error
    try:
        exported = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ExportError(f"{path}: it is no JSON: {error}") from error
    try:
        check(exported)
    except ExportError as error:
        raise ExportError(f"{path}: {error}") from error
    found: Row = exported
    return found


def _sources(articles: Sequence[Row], folder: Path) -> dict[str, _Source]:
    """The sources of all articles by their ids, each file read once for all that came from it."""
    files: dict[str, list[Row]] = defaultdict(list)
    for article in articles:
        files[_path(article["file"], folder)].append(article)
    sources: dict[str, _Source] = {}
    for file, rows in files.items():
        found = reread_all(file, [_place(row) for row in rows])
        sources |= {row["id"]: _source(row, found[_place(row)]) for row in rows}
    return {article["id"]: sources[article["id"]] for article in articles}


def _place(article: Row) -> Place:
    return Place(article["record"], article["format"], article["encoding"])


def _source(article: Row, found: tuple[str, str] | IntakeError) -> _Source:
    """The source of an article, read again, with what is no longer as it was."""
    name = f"article {article['id']} in {article['file']}"
    if isinstance(found, IntakeError):
        return _Source(article["file"], None, [f"{name}: the source cannot be read again: {found}"])
    text, digest = found
    source = _Source(article["file"], text)
    if digest != article["digest"]:
        source.problems.append(f"{name}: the digest of the source is {digest[:12]}…, not {article['digest'][:12]}…")
    if text != article["text"]:
        source.problems.append(f"{name}: the text is another from character {_first_difference(text, article['text'])}")
    return source


def _path(file: str, folder: Path) -> str:
    """Where a source is: as given, else beside the export."""
    return file if file == "-" or Path(file).exists() or not (folder / file).exists() else str(folder / file)


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _problem(claim: Claim, sources: Mapping[str, _Source]) -> str | None:
    """The line for a claim that is not proved."""
    source = sources.get(claim.article)
    if source is None:
        return f"{claim.name}: there is no article {claim.article}"
    where = f"{claim.name} in {source.file}, characters {claim.start}-{claim.end}"
    if source.text is None:
        return f"{where}: cannot be proved without its source"
    if not 0 <= claim.start < claim.end <= len(source.text):
        return f"{where}: the text has no such place"
    stands = source.text[claim.start : claim.end]
    if stands != claim.text:
        return f"{where}: {_short(claim.text)} no longer stands there, but {_short(stands)}"
    return None


def _unprinted(claim: Printed, sources: Mapping[str, _Source]) -> str | None:
    """The line for words that none of the articles prints any more."""
    there = [sources[article] for article in claim.articles if article in sources]
    if any(_line(claim.text) in _line(source.text or "") for source in there):
        return None
    files = ", ".join(source.file for source in there) or "no article"
    return f"{claim.name} in {files}: {_short(claim.text)} is not printed there"


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str, most: int = 60) -> str:
    """Words in one line, between signs that no source prints as quotation marks."""
    line = _line(text)
    return f"[{line if len(line) <= most else line[:most] + ' …'}]"
