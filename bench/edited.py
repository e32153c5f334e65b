"""An edited quotation, what was done to it, and what all of the editor's ways of editing share."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SENSE = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|nor|neither|without|cannot|\w+n['’]t|hardly|barely|if|unless|until|except|whether|"
    r"provided|assuming|may|might|could|maybe|perhaps|possibly|probably|likely|unlikely|apparently|seem\w*|appear\w*|suggest\w*|"
    r"think|believe|guess|suppose|feel|hope|doubt|expect|thought|believed|about|around|nearly|almost|roughly|approximately|"
    r"sometimes|often|usually|generally|mostly|largely|some|kind|sort|as long|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"hundred\w*|thousand\w*|million\w*|billion\w*|trillion\w*|dozen\w*|half|third|first|twice|double|percent|today|tomorrow|yesterday|"
    r"\w+day|january|february|march|april|june|july|august|september|october|november|december|arguably|potentially|"
    r"somewhat|allegedly|reportedly|presumably|suspect|assume|quarter\w*|second)\b|\d",
    re.IGNORECASE,
)
"""Words that may turn a meaning; edits that shall not turn it keep away from them, and from capitals."""


@dataclass(frozen=True)
class Edited:
    """A printing and what was done for it: the kinds of edit, and the senses that were turned (sense, lost/gained/changed)."""

    text: str
    kinds: frozenset[str]
    senses: frozenset[tuple[str, str]] = frozenset()
    reported: bool = False


Editor = Callable[[str, random.Random], Edited | None]


def safe(words: Sequence[str]) -> bool:
    """Whether words turn no meaning and name nobody."""
    return not any(SENSE.search(word) or word.strip("“”‘’\"'(")[:1].isupper() for word in words)


def bare(word: str) -> str:
    """A word without the signs around it."""
    return re.sub(r"^\W+|\W+$", "", word)


def swap(word: str, other: str) -> str:
    """Another word between the same signs."""
    return word.replace(bare(word), other, 1)
