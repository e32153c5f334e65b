"""The proof of an export: every source is read again, and every printed line must stand where it says.

Nothing in the export is believed. Text and digest are taken from the source as
it is now; each span is looked up in that text, and its words compared with the
words that the export prints. Values made of words (a name, a figure's number)
are checked where the schema says they are printed; what is counted or reckoned
is not proved here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tellings.errors import ExportError, IntakeError
from tellings.export.references import dangling
from tellings.export.schema import check
from tellings.intake import reread

Row = Mapping[str, Any]

NAMES = {
    "articles": "article",
    "entities": "entity",
    "quotes": "quote",
    "utterances": "utterance",
    "moments": "moment",
    "figures": "figure",
    "figure_claims": "figure claim",
    "events": "event",
    "comparisons": "comparison",
    "origins": "origin",
    "stories": "story",
    "voices": "voice",
}
"""How one row of each list is called."""


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


@dataclass(frozen=True, slots=True)
class _Claim:
    """That certain words stand at a place of an article; no words where only the place is claimed."""

    name: str
    article: str
    start: int
    end: int
    text: str | None


def verify(path: Path) -> Report:
    """Prove the export in a file against its sources. Raises ``ExportError`` for a file that is no export."""
    exported = load(path)
    sources = {row["id"]: _source(row, path.parent) for row in exported["articles"]}
    problems = [problem for source in sources.values() for problem in source.problems]
    problems += dangling(exported)
    proved = 0
    for claim in _claims(exported):
        problem = _problem(claim, sources)
        if problem is None:
            proved += 1
        else:
            problems.append(problem)
    good = sum(1 for source in sources.values() if not source.problems)
    return Report(tuple(dict.fromkeys(problems)), good, proved)


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


def _source(article: Row, folder: Path) -> _Source:
    """The source of an article, read again, with what is no longer as it was."""
    name = f"article {article['id']} in {article['file']}"
    try:
        text, digest = reread(
            _path(article["file"], folder),
            record=article["record"],
            format=article["format"],
            encoding=article["encoding"],
        )
    except IntakeError as error:
        return _Source(article["file"], None, [f"{name}: the source cannot be read again: {error}"])
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


def _problem(claim: _Claim, sources: Mapping[str, _Source]) -> str | None:
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
    if claim.text is not None and stands != claim.text:
        return f"{where}: {_short(claim.text)} no longer stands there, but {_short(stands)}"
    return None


def _short(text: str, most: int = 60) -> str:
    """Words in one line, between signs that no source prints as quotation marks."""
    line = " ".join(text.split())
    return f"[{line if len(line) <= most else line[:most] + ' …'}]"


def _claims(exported: Row) -> Iterator[_Claim]:
    """Everything the export says to stand somewhere, row by row."""
    texts = {row["id"]: row["text"] for row in exported["articles"]}
    for table, rows in exported.items():
        if table not in NAMES:
            continue
        for row in rows:
            name = f"{NAMES[table]} {row.get('id', row.get('entity'))}"
            article = row["id"] if table == "articles" else row.get("article")
            yield from _row_claims(name, row, article, texts)
            if table == "utterances":
                yield from _edit_claims(name, row)


def _row_claims(name: str, row: Row, article: str | None, texts: Mapping[str, str]) -> Iterator[_Claim]:
    """The claims of a row and of the rows inside it. Where only a place is given, the export's own text has its words."""
    if article is not None:
        yield from _own_claims(name, row, article, texts)
    for key, value in row.items():
        if key == "edits":
            continue
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping):
                yield from _row_claims(name, inner, inner.get("article", article), texts)


def _own_claims(name: str, row: Row, article: str, texts: Mapping[str, str]) -> Iterator[_Claim]:
    known = texts.get(article, "")
    for key in ("span", "number"):
        if isinstance(row.get(key), list):
            start, end = row[key]
            printed = row.get("text") if key == "span" else None
            yield _Claim(name, article, start, end, known[start:end] if printed is None else printed)
    for key in ("content", "cue", "source", "evidence"):
        printed_pieces: Sequence[str] | None = row.get("text") if key == "content" else None
        for index, (start, end) in enumerate(row.get(key, ())):
            if printed_pieces is None:
                yield _Claim(name, article, start, end, known[start:end])
            else:
                piece = printed_pieces[index] if index < len(printed_pieces) else ""
                yield _Claim(name, article, start, end, piece)


def _edit_claims(name: str, utterance: Row) -> Iterator[_Claim]:
    """An edit stands in two articles: that of the leading printing, and that of its own."""
    tellings = utterance["tellings"]
    if utterance["lead"] >= len(tellings):
        return
    lead = tellings[utterance["lead"]]["article"]
    for telling in tellings:
        for edit in telling["edits"]:
            for article, key in ((lead, "lead"), (telling["article"], "here")):
                if edit[key] is not None:
                    start, end = edit[key]
                    yield _Claim(name, article, start, end, edit[f"{key}_text"] or "")
