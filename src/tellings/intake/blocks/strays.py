"""Lines that no form of words gives away, but that stand among paragraphs as no paragraph does.

A line of many words that does not end as a sentence does, where all others do, and
that has no verb of a running sentence, is the headline of another article or the words
under a picture. A subheading is shorter; an item of a list has others beside it; a
paragraph that was broken in two goes on. A pull quote is a sentence of the text that
is set again by itself, as a rule with the name of who said it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.intake.blocks.lines import Line, key
from tellings.intake.blocks.pictures import FINITE

_FEWEST_WORDS, _MOST_WORDS = 13, 40
_FEWEST_PULLED = 4
_LONG = 140
"""Characters that make a line a paragraph."""
_NAMED = re.compile(r"(?<=\S) (?:[—–-] ?)?(?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w.’'-]+(?:, .{2,60})?$")
"""The name, and the office, after a pull quote."""
_ITEM = re.compile(r"[\W\d]")
_INSIDE = re.compile(r"[a-z\d)][.!?][\"'”’)]* +[A-Z“‘\"]")
_GOES_ON = re.compile(r"[a-z,;:—–-]")
_OPEN = re.compile(r"[,;:—–-][\"'”’)\]]*$")


def mark(lines: list[Line]) -> list[Line]:
    """The lines with the strays and the pull quotes among them told."""
    lines = _pulled(lines)
    if not _ends_its_paragraphs(lines) or not _has_english_verbs(lines):
        return lines
    told = list(lines)
    for index, line in enumerate(lines[1:-1], 1):
        if not line.kind and _is_stray(line) and not _has_company(lines, index):
            told[index] = line.told("banner", "a headline or a picture's words: no sentence, as all others here are")
    return told


def _ends_its_paragraphs(lines: list[Line]) -> bool:
    """Whether nearly all that is long enough to be a paragraph ends as a sentence does."""
    paragraphs = [line for line in lines if not line.kind and len(line.text) > _LONG]
    return len(paragraphs) > 3 and sum(line.ends for line in paragraphs) > 0.8 * len(paragraphs)


def _has_english_verbs(lines: list[Line]) -> bool:
    """Whether most paragraphs hold a verb of those that lines are judged by; in another language none tells a sentence."""
    paragraphs = [line for line in lines if not line.kind and len(line.text) > _LONG]
    return 2 * sum(bool(FINITE.search(line.text)) for line in paragraphs) > len(paragraphs)


def _is_stray(line: Line) -> bool:
    return (
        _FEWEST_WORDS <= len(line.text.split()) <= _MOST_WORDS
        and not line.ends
        and not _OPEN.search(line.text)
        and not _ITEM.match(line.text)
        and not _INSIDE.search(line.text)
        and not FINITE.search(line.text)
    )


def _has_company(lines: list[Line], index: int) -> bool:
    """Whether a like line stands beside it, as in a list, or the next one carries it on."""
    beside = (lines[index - 1], lines[index + 1])
    return any(not line.kind and not line.ends for line in beside) or bool(_GOES_ON.match(beside[1].text))


def _pulled(lines: list[Line]) -> list[Line]:
    """Lines that are words of a longer paragraph set again. Nothing is lost: the paragraph has them all."""
    paragraphs = [f" {line.key} " for line in lines if not line.kind and line.ends]
    return [
        line.told("junk", "words of a paragraph set again as a pull quote", repeat=True)
        if not line.kind and _is_pulled(line, paragraphs)
        else line
        for line in lines
    ]


def _is_pulled(line: Line, paragraphs: Sequence[str]) -> bool:
    """Whether all but the name at its end stands in a longer paragraph. Without a name it may be a subheading."""
    named = _NAMED.search(line.text)
    if line.ends or named is None:
        return False
    said = key(line.text[: named.start()])
    return _FEWEST_PULLED <= len(said.split()) <= _MOST_WORDS and any(
        f" {said} " in other and other != f" {line.key} " for other in paragraphs
    )
