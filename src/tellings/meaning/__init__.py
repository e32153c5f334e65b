"""Meaning as numbers: texts to vectors that point the same way where the texts mean the same.

The room stands alone and knows no article: what plausible candidates are, and
how near is near enough, is for those who ask to say. A vector alone proves
nothing: it hardly sees a negation, and one number for another not at all.
"""

from tellings.meaning.encoder import NAME, SIZE, vectors
from tellings.meaning.pieces import tokenizer

__all__ = ["NAME", "SIZE", "tokenizer", "vectors"]
