"""Closed lists of English words: what people are called, which verbs report, which first names say he or she.

Each list is plain text, a word a line or a word with its fields, so that a reader of the language can mend it
without reading code. No list names a person, a place or an outlet.
"""

from __future__ import annotations

import functools
import unicodedata
from importlib import resources


@functools.cache
def words(*names: str) -> frozenset[str]:
    """The words of each ``NAME.txt`` together, put together once; ``#`` starts a comment."""
    return frozenset(line for name in names for line in _lines(name))


@functools.cache
def table(name: str) -> dict[str, str]:
    """The lines of ``NAME.txt`` as ``key: value``."""
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in _lines(name))}


def fold(text: str) -> str:
    """Text as names are compared: without case, accents and the difference of apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\u00a0", " ").casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]
