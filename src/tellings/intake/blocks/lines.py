"""A text as lines: what stands between two line breaks, without the white space around it.

A text that was wrapped by hand (a mail, an old archive) is put together again: there
a paragraph is what stands between two empty lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tellings.intake.days import WRITTEN
from tellings.values import BlockKind, Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85\v\f]+")
_LEAKED = re.compile(
    rf"(?:date|published|pubdate|datetime|updated)\s*:?\s+{WRITTEN}(?=\s+[^\d\s].{{40}})", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*\d{0,3}$")  # a footnote's number may follow

_LONGEST_WRAPPED = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its place, and what it is, as far as that has been told. ``gap``: an empty line stands before it."""

    span: Span
    text: str
    gap: bool = True
    kind: BlockKind | None = None
    reason: str = ""
    repeat: bool = False

    def told(self, kind: BlockKind, reason: str, *, repeat: bool = False) -> Line:
        """The same line as a block of that kind."""
        return replace(self, kind=kind, reason=reason, repeat=repeat)

    @property
    def key(self) -> str:
        """What two printings of the same words have in common."""
        return key(self.text)

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDED.search(self.text))


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Words alone, in lower case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def split(text: str) -> list[Line]:
    """The lines of ``text`` that hold something; a byte order mark and a leaked field are lines of their own."""
    return [piece for line in _joined(text, list(_lines(text))) for piece in _pieces(text, line)]


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Line(Span(start, start + len(stripped)), stripped, _is_gap(text[end:start]))
            end = start + len(stripped)


def _is_gap(between: str) -> bool:
    return between.replace("\r\n", "\n").count("\n") != 1


def _joined(text: str, lines: list[Line]) -> list[Line]:
    if not _wrapped(lines):
        return lines
    joined: list[Line] = []
    for line in lines:
        if line.gap or not joined or (joined[-1].ends and len(joined[-1].text) < 45):
            joined.append(line)
        else:
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = replace(joined[-1], span=span, text=span.of(text))
    return joined


def _wrapped(lines: list[Line]) -> bool:
    """Whether most lines that another follows at once break off in the middle of a sentence, at one width."""
    followed = [line for line, after in pairwise(lines) if not after.gap]
    if len(followed) < 4 or max(len(line.text) for line in lines) > _LONGEST_WRAPPED:
        return False
    broken = [line for line in followed if not line.ends and len(line.text) > 40]
    return len(broken) > 0.6 * len(followed)


def _pieces(text: str, line: Line) -> Iterator[Line]:
    if line.text.startswith("\ufeff"):
        start = line.span.start
        yield Line(Span(start, start + 1), "\ufeff", line.gap).told("junk", "the byte order mark")
        line = _rest(text, line, 1)
        if not line.text:
            return
    if leaked := _LEAKED.match(line.text):
        end = line.span.start + leaked.end()
        yield Line(Span(line.span.start, end), leaked[0], line.gap).told("metadata", "a date field of the page")
        line = _rest(text, line, leaked.end())
    yield line


def _rest(text: str, line: Line, offset: int) -> Line:
    start = line.span.start + offset
    while start < line.span.end and text[start].isspace():
        start += 1
    return replace(line, span=Span(start, max(line.span.end, start + 1)), text=text[start : line.span.end], gap=False)
