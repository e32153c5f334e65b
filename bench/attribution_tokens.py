"""Attributions as sets of tokens, which is how all measures of attribution compare them.

A token is a run of word characters (with apostrophes inside) or one other visible character; a span is the set of
the tokens it touches. Most measures look at word tokens alone, so that a comma or a mark at an edge is immaterial.
The definitions are those of ``../shared/bench/quotes/README.md``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

Tokens = frozenset[int]
"""Numbers of tokens in a text, from 0."""

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

Manner = Literal["direct", "indirect", "mixed"]

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(
    r"""
      [“„"] [^”"\n]* (?: [”"] | (?=\n) | $ )       # not closed: to the paragraph's end, as newspapers do
    | «   [^»"\n]*  (?: [»"]  | (?=\n) | $ )
    | (?: `` | '' ) (?: (?!'') . )* (?: '' | (?=\n) | $ )   # two single marks, as one newspaper types them
    | (?: ‘‘ | ’’ ) (?: (?!’’) . )* (?: ’’ | (?=\n) | $ )
    | (?<! [^\s(\[—-] ) ' (?=\S) .{1,298}? (?<=\S) ' (?! [^\W_] | ' )   # one single mark: only around whole words
    | (?<! [^\s(\[—-] ) ‘ (?=\S) .{1,298}? (?<=\S) ’ (?! [^\W_] | ’ )
    """,
    re.VERBOSE,
)
_FUNCTION = frozenset(
    "a an the and or of in on at to for from by with as is are was were be been that this these those who whom which "
    "whose his her its our my your their 's ’s".split()
)
"""Words by which two sources are not yet the same one."""


class Tokenised:
    """A text cut into tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._matches = list(_TOKEN.finditer(text))
        self._starts = [match.start() for match in self._matches]
        self._ends = [match.end() for match in self._matches]
        self._word = [match[0][0].isalnum() or match[0][0] == "_" for match in self._matches]

    @cached_property
    def _quoted(self) -> Tokens:
        """The tokens inside quotation marks, the marks among them."""
        return frozenset(
            number
            for match in _QUOTED.finditer(self.text)
            for number in range(bisect_left(self._starts, match.start()), bisect_left(self._starts, match.end()))
        )

    def tokens(self, spans: Iterable[Sequence[int]]) -> Tokens:
        """What the spans touch."""
        return frozenset(
            number
            for start, end in spans
            if start < end
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )

    def fragments(self, spans: Iterable[Sequence[int]]) -> Iterator[Tokens]:
        """Each span as a set of its own, cut where a paragraph ends."""
        for start, end in spans:
            for line in _LINE.finditer(self.text, start, end):
                if found := self.tokens([line.span()]):
                    yield found

    def words(self, tokens: Tokens) -> Tokens:
        """The word tokens; where no token is a word, all."""
        return frozenset(number for number in tokens if self._word[number]) or tokens

    def manner(self, words: Tokens) -> Manner:
        """Whether all words stand in quotation marks, none, or some."""
        inside = words & self._quoted
        if not inside:
            return "indirect"
        return "direct" if inside == words else "mixed"

    def same_source(self, one: Tokens, other: Tokens) -> bool:
        """Whether two sources share a word that is not a function word; two that are absent are the same."""
        if not one or not other:
            return not one and not other
        common = one & other
        if self._telling(common):
            return True
        return bool(common) and not (self._telling(one) and self._telling(other))

    def _telling(self, tokens: Tokens) -> bool:
        return any(self._matches[number][0].lower() not in _FUNCTION for number in tokens)


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution. ``strict`` holds all tokens of each role, ``words`` its word tokens."""

    strict: Mapping[Role, Tokens]
    words: Mapping[Role, Tokens]
    fragments: Mapping[Role, tuple[Tokens, ...]]
    manner: Manner
    certainty: str | None

    @property
    def key(self) -> tuple[Tokens, ...]:
        """All word tokens: equal for two that say the same of the same words."""
        return tuple(self.words[role] for role in ROLES)


def relations(text: Tokenised, rows: Iterable[Mapping[str, Any]]) -> list[Relation]:
    """The attributions of an article, each once, without those that have no content."""
    found: dict[tuple[Tokens, ...], Relation] = {}
    for row in rows:
        strict = {role: text.tokens(row.get(role) or []) for role in ROLES}
        key = tuple(strict.values())
        if strict["content"] and key not in found:
            words = {role: text.words(tokens) for role, tokens in strict.items()}
            pieces = {role: tuple(text.fragments(row.get(role) or [])) for role in ROLES}
            manner = text.manner(words["content"])
            found[key] = Relation(strict, words, pieces, manner, row.get("certainty"))
    return list(found.values())


def jaccard(one: Tokens, other: Tokens) -> float:
    """What two sets share, of all that is in either; 0 where one is empty."""
    return len(one & other) / len(one | other) if one and other else 0.0
