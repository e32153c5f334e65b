"""Near-copies: articles that print one text, or a cut of it, and which of them was there first.

The measure is containment, not resemblance: a brief that takes its sentences from a
long piece is a copy of it, however much it left out (Broder 1997).
"""

from tellings.linking.copies.direction import Earlier, earlier
from tellings.linking.copies.families import families
from tellings.linking.copies.index import CopyIndex, NearCopy
from tellings.linking.copies.words import Words, shingles, words_in, words_of

__all__ = [
    "CopyIndex",
    "Earlier",
    "NearCopy",
    "Words",
    "earlier",
    "families",
    "shingles",
    "words_in",
    "words_of",
]
