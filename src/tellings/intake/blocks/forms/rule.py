"""One form of line, and how it is written down: a verbose pattern, tried only where one of its words stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from tellings.values import BlockKind


class Rule(NamedTuple):
    """A form of line: what it is, the pattern of the whole line, and why in words."""

    kind: BlockKind
    pattern: re.Pattern[str]
    reason: str
    longest: int = 200
    words: tuple[str, ...] = ()
    """In lower case: without one of them the pattern cannot match, and need not be tried."""


def rule(
    kind: BlockKind, reason: str, pattern: str, *, longest: int = 200, case: bool = False, words: str = ""
) -> Rule:
    """A rule from its pattern in verbose form; ``case`` tells capitals from small letters."""
    return Rule(
        kind, re.compile(pattern, re.VERBOSE | (0 if case else re.IGNORECASE)), reason, longest, tuple(words.split())
    )
