"""Search: by words, by who said it, by what is known of an article, and by meaning. Each hit is a place in an article."""

from tellings.archive.search.asked import asked
from tellings.archive.search.finding import find, names

__all__ = ["asked", "find", "names"]
