"""Measures whether real pairs that were read by eye are still of one utterance, and still altered in the same ways.

    python bench/ledger_pairs.py docs/ledger.md ARTICLES.jsonl.gz

The pairs stand in the last table of the document: the leading printing and the other, each by the beginning of the
SHA-256 of its article's text and the characters, and the kinds named. All quotations in marks of all articles (JSON
lines with ``id``, ``outlet``, ``date`` and ``text``) are linked at once, nobody named. Where a longer printing leads, or
a printing is told together with its neighbour, the kinds are those between the words of the pair alone. No words of an
article are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from scale import printed, rows
from tellings.checking import Entry, Line, QuoteIndex, ledger
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.words import Wording
from tellings.values import Span

Place = tuple[str, Span]
"""The id of an article, and characters of its text."""

_ROW = re.compile(r"^\| (\w{12}) (\d+)-(\d+) \| (\w{12}) (\d+)-(\d+) \| (.+) \|$", re.MULTILINE)


def pairs(document: str, names: dict[str, str]) -> Iterator[tuple[Place, Place, frozenset[str]]]:
    """The leading printing, the other one, and the kinds; ``names`` maps digests to ids."""
    for lead, a, b, here, c, d, kinds in _ROW.findall(document):
        yield (names[lead], Span(int(a), int(b))), (names[here], Span(int(c), int(d))), frozenset(kinds.split(", "))


def line_of(place: Place, entry: Entry) -> Line | None:
    """The printing of an entry that stands at a place, or holds it."""
    held = (line for line in entry.lines if line.printed.file == place[0])
    return next((line for line in held if any(p.covers(place[1]) for p in line.printed.pieces)), None)


def kinds_of(lead: str, here: str) -> frozenset[str]:
    """The kinds of alteration between the words of a pair alone."""
    one, other = (Wording.of(text, (Span(0, len(text)),)) for text in (lead, here))
    return frozenset(edit.kind for edit in edits(one, other))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("document", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    args = parser.parse_args()
    texts = {row["id"]: row["text"] for row in rows(args.articles)}
    names = {hashlib.sha256(text.encode()).hexdigest()[:12]: name for name, text in texts.items()}
    wanted = list(pairs(args.document.read_text(encoding="utf-8"), names))
    index = QuoteIndex()
    index.add(printed(rows(args.articles)))
    found: dict[int, frozenset[str]] = {}
    for entry in ledger(index, outlets=1):
        for number, (lead, here, _) in enumerate(wanted):
            lines = line_of(lead, entry), line_of(here, entry)
            if lines[0] and lines[1]:
                pair = [place[1].of(texts[place[0]]) for place in (lead, here)]
                whole = [line.printed.line for line in lines if line] == pair and lines[0] is entry.lines[entry.lead]
                found[number] = frozenset(e.kind for e in lines[1].edits) if whole else kinds_of(*pair)
    same = sum(found.get(number) == kinds for number, (_, _, kinds) in enumerate(wanted))
    print(f"{len(wanted)} pairs: {len(found)} together, {same} with the kinds that were named")
    for number, (_, _, kinds) in enumerate(wanted):
        if found.get(number) != kinds:
            now = ", ".join(sorted(found[number])) if number in found else "apart"
            print(f"  {number}: {', '.join(sorted(kinds))}; now {now}")


if __name__ == "__main__":
    main()
