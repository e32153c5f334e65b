"""Learns what the grouping of stories ships: the rarity of words.

python training/stories.py rarity ARTICLES.jsonl.gz...
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from pathlib import Path

import numpy as np

from tellings.linking.stories import background, terms

ROOM = Path(__file__).resolve().parent.parent / "src" / "tellings" / "linking" / "stories"
LEAST = 3  # articles; a rarer word is not kept: it weighs as much as one never seen


def rarity(files: list[Path]) -> None:
    held, articles = np.zeros(1 << (32 - background.SHIFT), dtype=np.int64), 0
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                words = terms.numbers(terms.tokens(f"{row['title']}\n{row['text'][:6000]}"))
                held[np.unique(words >> background.SHIFT)] += 1
                articles += 1
    held[held < LEAST] = 0
    rare = np.log((articles + 1) / (held + 1))
    table = np.round(rare * background.STEP).clip(0, 255).astype(np.uint8)
    (ROOM / "background.bin").write_bytes(zlib.compress(table.tobytes(), 9))
    print(f"{articles} articles, {np.count_nonzero(held)} buckets held")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    rarity(parser.parse_args().files)


if __name__ == "__main__":
    main()
