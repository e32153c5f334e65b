"""Writes what the reading attributes in articles of the PolNeAR form, for an evaluator to score.

    python bench/attribution.py GOLD.jsonl[.gz] PREDICTED.jsonl [--speakers SPEAKERS.jsonl[.gz] NAMED.jsonl]

GOLD has an article a line: ``id``, ``text``, ``ignore`` (spans that are not scored). PREDICTED gets a line an
article: ``id`` and ``attributions`` with ``source``, ``cue`` and ``content``, each a list of spans. As the corpus has
it, a quotation that goes on in the same paragraph belongs to the attribution before it. SPEAKERS has pronoun
sources, a line each (``id``, ``source``); NAMED gets the name that each is resolved to.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tellings.reading import Reader
from tellings.values import Article, Block, Quotation, Reading, Span, Spans

Row = dict[str, Any]
_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")


def rows(path: Path) -> Iterator[Row]:
    """The lines of a JSON lines file, zipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article(row: Row) -> Article:
    """The article of a row: a line is a paragraph, and what is not scored is junk."""
    ignored = [Span(*span) for span in row.get("ignore", [])]
    lines = [Span(*match.span()) for match in _LINE.finditer(row["text"])]
    blocks = tuple(Block("junk" if any(i.covers(line) for i in ignored) else "body", line) for line in lines)
    return Article(file=row["id"], text=row["text"], digest="", blocks=blocks)


def attributions(reading: Reading) -> list[Row]:
    """The quotations of an article, those that go on in their paragraph joined to the one before."""
    found: list[tuple[Row, Quotation]] = []
    for quotation in reading.quotations:
        content = _spans(quotation.content)
        if found and quotation.certainty == "inferred" and _goes_on(reading, found[-1][1], quotation):
            found[-1][0]["content"] += content
            continue
        row = {"source": _spans(quotation.source), "cue": _spans(quotation.cue), "content": content}
        found.append((row, quotation))
    return [row for row, _ in found]


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _goes_on(reading: Reading, last: Quotation, quotation: Quotation) -> bool:
    same = [block.span for block in reading.article.blocks if block.span.overlaps(quotation.content[0])]
    return not quotation.source and last.speaker == quotation.speaker and any(s.overlaps(last.content[0]) for s in same)


def named(reading: Reading, source: Span) -> str | None:
    """The name of the chain that the pronoun in ``source`` belongs to."""
    pronouns = {i for i, m in enumerate(reading.mentions) if m.form == "pronoun" and m.span.overlaps(source)}
    return next((chain.name for chain in reading.chains if pronouns & set(chain.mentions)), None)


def main() -> None:
    """Read, and write the predictions."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--speakers", type=Path, nargs=2, metavar=("SPEAKERS", "NAMED"))
    args = parser.parse_args()
    gold = list(rows(args.gold))
    reader = Reader()
    start = time.perf_counter()
    readings = {row["id"]: reading for row, reading in zip(gold, reader.read_all(map(article, gold)), strict=True)}
    seconds = time.perf_counter() - start
    words = sum(len(row["text"].split()) for row in gold)
    with args.predicted.open("w", encoding="utf-8") as out:
        for name, reading in readings.items():
            out.write(json.dumps({"id": name, "attributions": attributions(reading)}) + "\n")
    if args.speakers:
        with args.speakers[1].open("w", encoding="utf-8") as out:
            for row in rows(args.speakers[0]):
                speaker = named(readings[row["id"]], Span(*row["source"][0]))
                out.write(json.dumps({"id": row["id"], "source": row["source"], "speaker": speaker}) + "\n")
    print(f"{len(gold)} articles, {words:,} words in {seconds:.1f} s ({words / seconds:,.0f} words/s, one process)")


if __name__ == "__main__":
    main()
