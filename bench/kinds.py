"""Measures the kinds of what is attributed (speech, belief, plan, finding) on a small gold of our own.

    python bench/kinds.py bench/gold/kinds.jsonl CORPUS.jsonl[.gz]

The gold has an attribution of the corpus a line: the first eight signs of the SHA-256 of its article's text, the
offsets of its cue, and the kind that a reader gave it. Counted are those whose cue the reading has: of each kind, how
many it calls so, and how many of those that it calls so are.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from attribution_reading import Row, article, rows
from tellings.reading import Reader
from tellings.values import Reading, Span

KINDS = ("speech", "belief", "plan", "finding")
_SIGNS = 8


def of_cue(reading: Reading, cue: Span) -> str | None:
    """The kind of the quotation that has this cue; none where the reading has none."""
    return next((q.kind for q in reading.quotations if any(span.overlaps(cue) for span in q.cue)), None)


def confusion(gold: list[Row], articles: list[Row]) -> Counter[tuple[str, str | None]]:
    """How often a kind of the gold is called what."""
    wanted: Mapping[str, list[Row]] = _by_article(gold)
    known = {sha256(row["text"].encode()).hexdigest()[:_SIGNS]: row for row in articles}
    missing = wanted.keys() - known.keys()
    if missing:
        raise SystemExit(f"{len(missing)} articles of the gold are not in the corpus, e.g. {min(missing)}")
    named = sorted(wanted)
    counts: Counter[tuple[str, str | None]] = Counter()
    for name, reading in zip(named, Reader().read_all(article(known[name]) for name in named), strict=True):
        counts.update((row["kind"], of_cue(reading, Span(*row["cue"][0]))) for row in wanted[name])
    return counts


def _by_article(gold: list[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        found[row["article"]].append(row)
    return found


def table(counts: Counter[tuple[str, str | None]]) -> Iterator[str]:
    """A line a kind: how many of the gold's are found, what they are called, recall and precision."""
    found = sum(n for (_, called), n in counts.items() if called is not None)
    right = sum(counts[kind, kind] for kind in KINDS)
    yield f"{sum(counts.values())} attributions, {found} of them read; {right} ({right / max(found, 1):.1%}) have the right kind"
    yield f"{'gold':10}{'not read':>10}" + "".join(f"{kind:>10}" for kind in KINDS) + f"{'recall':>10}{'precision':>11}"
    for kind in KINDS:
        called = [counts[kind, other] for other in KINDS]
        as_this = sum(counts[other, kind] for other in KINDS)
        shares = f"{counts[kind, kind] / max(sum(called), 1):10.1%}{counts[kind, kind] / max(as_this, 1):11.1%}"
        yield f"{kind:10}{counts[kind, None]:10}" + "".join(f"{n:10}" for n in called) + shares


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("corpus", type=Path)
    options: Any = parser.parse_args()
    print("\n".join(table(confusion(list(rows(options.gold)), list(rows(options.corpus))))))


if __name__ == "__main__":
    main()
