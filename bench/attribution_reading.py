"""Between the corpus and the house: an article of the PolNeAR form to read, and a reading as the corpus writes it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tellings.values import Article, Block, Quotation, Reading, Span, Spans

Row = dict[str, Any]
_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")


def rows(path: Path) -> Iterator[Row]:
    """The lines of a JSON lines file, zipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write(path: Path, found: Iterable[Row]) -> None:
    """A line a row."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")


def article(row: Row) -> Article:
    """The article of a row: a line is a paragraph, and what is not scored is junk."""
    ignored = [Span(*span) for span in row.get("ignore", [])]
    lines = [Span(*match.span()) for match in _LINE.finditer(row["text"])]
    blocks = tuple(Block("junk" if any(i.covers(line) for i in ignored) else "body", line) for line in lines)
    return Article(file=row["id"], text=row["text"], digest="", blocks=blocks)


def attributions(reading: Reading) -> list[Row]:
    """The quotations of an article, those that go on in their paragraph joined to the one before.

    Words in marks to which the article gives no source, no cue and no speaker are a quotation, but no attribution.
    """
    found: list[tuple[Row, Quotation]] = []
    for quotation in reading.quotations:
        content = _spans(quotation.content)
        if found and quotation.certainty == "inferred" and _goes_on(reading, found[-1][1], quotation):
            found[-1][0]["content"] += content
            continue
        if quotation.certainty == "unknown" and not quotation.cue and not quotation.source:
            continue
        row = {"source": _spans(quotation.source), "cue": _spans(quotation.cue), "content": content}
        found.append(({**row, "certainty": quotation.certainty}, quotation))
    return [row for row, _ in found]


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _goes_on(reading: Reading, last: Quotation, quotation: Quotation) -> bool:
    same = [block.span for block in reading.article.blocks if block.span.overlaps(quotation.content[0])]
    return not quotation.source and last.speaker == quotation.speaker and any(s.overlaps(last.content[0]) for s in same)
