"""Measures who a "he" or "she" that says something is taken for, on our own gold of pronoun sources.

    python bench/pronouns.py bench/gold/pronouns.jsonl ARCHIVE.jsonl[.gz] [--misses]

ARCHIVE has an article a line, ``id`` and ``text``; the gold (``bench/gold/README.md``) has offsets alone. The shipped
weights were learned on this gold: what they reach on articles that they have not seen is told by
``training/pronouns.py --folds``.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution_reading import Row, article, rows
from tellings.reading import Reader
from tellings.reading.coreference.names import words_of
from tellings.values import Chain, Reading, Span


def gold(path: Path, archive: Path) -> list[tuple[Row, Row]]:
    """The gold's articles, each with its line of the archive. Raises ``SystemExit`` where one is not there as it was."""
    wanted = {row["article"]: row for row in rows(path)}
    found = {row["id"]: row for row in rows(archive) if row["id"] in wanted}
    for name, row in wanted.items():
        if name not in found:
            raise SystemExit(f"{archive}: the article {name} of the gold is not there")
        digest = "sha256:" + hashlib.sha256(found[name]["text"].encode()).hexdigest()
        if digest != row["digest"]:
            raise SystemExit(f"{archive}: the text of {name} is not the one that was read")
    return [(row, found[name]) for name, row in wanted.items()]


def is_right(pronoun: Row, mentions: Iterable[tuple[Span, str]], text: str) -> bool:
    """Whether one of these mentions (span, form) is whom the gold means: stands there, or is printed with the same surname."""
    spans = [Span(*span) for span in (*pronoun["names"], *pronoun["descriptions"])]
    surnames = {words_of(Span(*span).of(text))[-1:] for span in pronoun["names"]}
    return any(
        any(span.overlaps(own) for own in spans) or (form == "name" and words_of(span.of(text))[-1:] in surnames)
        for span, form in mentions
        if form != "pronoun"
    )


def outcome(reading: Reading, pronoun: Row) -> str:
    """``right``, ``wrong`` or ``open``."""
    own = Span(*pronoun["pronoun"])
    position = next((i for i, m in enumerate(reading.mentions) if m.form == "pronoun" and m.span.overlaps(own)), None)
    chain = next((chain for chain in reading.chains if position in chain.mentions), None)
    if chain is None:
        return "open"
    return "right" if is_right(pronoun, _mentions(reading, chain), reading.article.text) else "wrong"


def _mentions(reading: Reading, chain: Chain) -> Iterator[tuple[Span, str]]:
    for position in chain.mentions:
        yield reading.mentions[position].span, reading.mentions[position].form


def main() -> None:
    """Read the articles of the gold and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what is wrong or open, in the words of the article")
    given = parser.parse_args()
    pairs = gold(given.gold, given.archive)
    counts: Counter[str] = Counter()
    for (row, _), reading in zip(pairs, Reader().read_all(article(own) for _, own in pairs), strict=True):
        for pronoun in row["pronouns"]:
            found = outcome(reading, pronoun)
            counts[found] += 1
            if given.misses and found != "right":
                start, end = pronoun["pronoun"]
                print(
                    f"{found} {row['article']}:{start}-{end} {reading.article.text[max(0, start - 200) : end + 60]!r}"
                )
    named = counts["right"] + counts["wrong"]
    print(f"{counts.total()} pronouns: {counts['right']} right, {counts['wrong']} wrong, {counts['open']} open")
    print(f"right of those that were given somebody: {100 * counts['right'] / max(1, named):.1f} %")


if __name__ == "__main__":
    main()
