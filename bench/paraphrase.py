"""Measures what is called a paraphrase, on pairs of a reported and a quoted statement that were read by eye.

    python bench/paraphrase.py bench/gold/paraphrases.jsonl ARCHIVE.jsonl[.gz] [--grid]

ARCHIVE has an article a line, ``id`` and ``text``; the gold (``bench/gold/README.md``) has offsets alone, and the digests
by which the texts are known to be the same. Printed for each part: of the pairs that are called a paraphrase how many
are one, and of those that are one how many are called so. ``--grid`` tries other thresholds, on the part ``choose`` alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

from attribution_reading import rows
from tellings.linking.utterances import paraphrase
from tellings.meaning import vectors
from tellings.values import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair of the gold: is it a paraphrase, may it be one, which share of words do the two have, and their cosine."""

    part: str
    same: bool
    agree: bool
    share: float
    cosine: float

    def called(self, near: float, shared: float) -> bool:
        """Whether it is called a paraphrase under these thresholds."""
        return self.agree and self.cosine >= near and self.share >= shared


def pairs(gold: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs whose both sides are statements; all others are never called a paraphrase, and count as such."""
    for row in gold:
        here, lead = _line(row["reported"], texts), _line(row["quoted"], texts)
        found = [
            (paraphrase.share(one, other), paraphrase.agree(one, other), one, other)
            for one in paraphrase.statements(here, reported=True)
            for other in paraphrase.statements(lead)
        ]
        if not found:
            yield Pair(row["part"], row["same"], agree=False, share=0.0, cosine=0.0)
            continue
        share, agree, one, other = max(found, key=lambda item: item[0])
        both = vectors([one.text, other.text])
        yield Pair(row["part"], row["same"], agree=agree, share=share, cosine=float(both[0] @ both[1]))


def _line(side: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    text = texts[side["article"]]
    if f"sha256:{sha256(text.encode()).hexdigest()}" != side["digest"]:
        raise SystemExit(f"{side['article']}: its text is not the one that was annotated")
    return " ".join(Span(*span).of(text) for span in side["spans"])


def told(found: Sequence[Pair], near: float, shared: float) -> str:
    """Precision and recall in numbers."""
    called = [pair for pair in found if pair.called(near, shared)]
    right, same = sum(pair.same for pair in called), sum(pair.same for pair in found)
    return f"right {right} of {len(called)} called so; found {right} of {same}; pairs {len(found)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--grid", action="store_true", help="other thresholds, on the part 'choose' alone")
    args = parser.parse_args()
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    wanted = {row[side]["article"] for row in gold for side in ("reported", "quoted")}
    texts = {row["id"]: row["text"] for row in rows(args.archive) if row["id"] in wanted}
    found = list(pairs(gold, texts))
    for part in ("choose", "report"):
        own = [pair for pair in found if pair.part == part]
        print(f"{part:<8}{told(own, paraphrase.NEAR, paraphrase.SHARED)}")
    if args.grid:
        own = [pair for pair in found if pair.part == "choose"]
        for near, shared in product((0.5, 0.55, 0.6, 0.65, 0.7), (0.3, 0.4, 0.5, 0.6)):
            print(f"  cosine {near:.2f}, words {shared:.1f}: {told(own, near, shared)}")


if __name__ == "__main__":
    main()
