"""The word pieces that every network in the package reads: BERT's, without capitals."""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources

from tokenizers import Tokenizer


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer of all-MiniLM-L6-v2, unchanged but for its padding and its limit of length, which are taken off."""
    packed = (resources.files(__package__) / "tokenizer.json.gz").read_bytes()
    return Tokenizer.from_str(gzip.decompress(packed).decode())
