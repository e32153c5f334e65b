"""The way back: where each character of a page's text stands in the page's source.

The source is read as a browser does, tag by tag, to the characters that it shows; the
lines of the article are then found among them in their order. What is told of a
character is exact: its slice of the source, unescaped, is that character. A line that
is not in the source (text that only a script's data hold) has no place, and says so.

The same lines were asked for in boilerpipe's seventh issue, in 2015.
"""

from __future__ import annotations

import html as entities
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from tellings.intake.page.fragments import fragment
from tellings.intake.page.walk import Line
from tellings.values import Span

_MARK = re.compile(r"<!--|<[a-zA-Z/!?]|&")
_TAG = re.compile(r"<[a-zA-Z/!?](?>=\s*+\"[^\"]{0,5000}+\"|=\s*+'[^']{0,5000}+'|[^>])*+>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{1,31});?")
_RAW = re.compile(r"<(script|style|noscript|template|iframe|textarea|select|svg|title|math|button)\b", re.IGNORECASE)
"""Elements of which nothing is shown as text of the article."""
_ANCHOR = 40
"""Visible characters of a line that stands only once, as good as always."""
_HIDDEN = 1_000
"""Characters that may be hidden between two words of a line."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a stretch of an article's text stands in its page.

    ``start`` and ``end`` are code points of the decoded source, ``first_byte`` and ``last_byte`` bytes
    of it, both half open. ``selector`` is the CSS path of the element of its first character;
    ``fragment`` is what after the page's address makes a browser scroll to the words and mark them.
    """

    start: int
    end: int
    first_byte: int
    last_byte: int
    selector: str
    fragment: str


class Places:
    """The places of all characters of one page's text."""

    def __init__(self, source: str, lines: Sequence[Line], starts: Sequence[int], *, encoding: str) -> None:
        self._source = source
        self._lines = lines
        self._starts = starts
        self._encoding = encoding
        self._where = _aligned(source, [line.text for line in lines])

    def of(self, span: Span) -> PagePlace | None:
        """The place of a stretch of the text, or none where one of its ends has none."""
        first, last = self._line(span.start), self._line(span.end - 1)
        offsets = self._offsets(first, span), self._offsets(last, span)
        if not offsets[0] or not offsets[1]:
            return None
        start, end = offsets[0][0][0], offsets[1][-1][1]
        if end <= start:
            return None
        before = len(self._source[:start].encode(self._encoding, "replace"))
        within = len(self._source[start:end].encode(self._encoding, "replace"))
        selector = css_path(self._lines[first].element) if self._lines[first].element is not None else ""
        return PagePlace(start, end, before, before + within, selector, fragment(self._words(span)))

    def character(self, offset: int) -> tuple[int, int] | None:
        """The slice of the source that is the character at an offset of the text; white space has none."""
        line = self._line(offset)
        found = self._offsets(line, Span(offset, offset + 1))
        return found[0] if found else None

    def _line(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _offsets(self, line: int, span: Span) -> list[tuple[int, int]]:
        """The slices of the visible characters of the span that stand in a line."""
        where = self._where[line]
        if where is None:
            return []
        text, base = self._lines[line].text, self._starts[line]
        begin, end = max(span.start - base, 0), min(span.end - base, len(text))
        skipped = sum(not sign.isspace() for sign in text[:begin])
        count = sum(not sign.isspace() for sign in text[begin:end])
        return where[skipped : skipped + count]

    def _words(self, span: Span) -> str:
        line = self._line(span.start)
        text, base = self._lines[line].text, self._starts[line]
        return text[span.start - base : min(span.end - base, len(text))]


def css_path(element: HtmlElement) -> str:
    """A CSS selector of an element: from the nearest id down, by the number among its like."""
    steps: list[str] = []
    at: HtmlElement | None = element
    while at is not None and isinstance(at.tag, str):
        name = at.get("id")
        if name and re.fullmatch(r"[A-Za-z][\w-]*", name):
            steps.append(f"#{name}")
            break
        parent = at.getparent()
        alike = [child for child in parent if child.tag == at.tag] if parent is not None else [at]
        steps.append(at.tag if len(alike) == 1 else f"{at.tag}:nth-of-type({alike.index(at) + 1})")
        at = parent
    return " > ".join(reversed(steps))


def _aligned(source: str, texts: Sequence[str]) -> list[list[tuple[int, int]] | None]:
    """For each line the slices of its visible characters. Long lines are found first, short ones between them."""
    shown, slices = _visible(source)
    found = _found(shown, ["".join(text.split()) for text in texts])
    aligned: list[list[tuple[int, int]] | None] = []
    after = 0
    for text, at in zip(texts, found, strict=True):
        length = sum(map(len, text.split()))
        offsets = list(range(at, at + length)) if at >= 0 else _by_words(shown, text.split(), after)
        aligned.append([slices[offset] for offset in offsets] if offsets else None)
        after = offsets[-1] + 1 if offsets and offsets[0] >= after else after
    return aligned


def _found(shown: str, keys: Sequence[str]) -> list[int]:
    """Where each line begins among the visible characters, or -1."""
    found = [-1] * len(keys)
    after = 0
    for index, key in enumerate(keys):
        if len(key) >= _ANCHOR:
            at = shown.find(key, after)
            found[index] = at if at >= 0 else shown.find(key)
            after = found[index] + len(key) if at >= 0 else after
    for index, key in enumerate(keys):
        if len(key) < _ANCHOR:
            low = next((found[i] + len(keys[i]) for i in range(index - 1, -1, -1) if found[i] >= 0), 0)
            high = next((found[i] for i in range(index + 1, len(keys)) if found[i] >= low), len(shown))
            # Of several before the text the last one is its heading; those before it are in menus.
            at = shown.find(key, low, high) if low else shown.rfind(key, low, high)
            found[index] = at if at >= 0 else shown.find(key)
    return found


def _by_words(shown: str, words: Sequence[str], after: int) -> list[int] | None:
    """The offsets of a line's characters where something hidden stands between its words."""
    at = shown.find("".join(words[:3]), after)
    offsets: list[int] = []
    for word in words if at >= 0 else ():
        at = shown.find(word, at, at + _HIDDEN + len(word))
        if at < 0:
            return None
        offsets += range(at, at + len(word))
        at += len(word)
    return offsets or None


def _visible(source: str) -> tuple[str, list[tuple[int, int]]]:
    """The visible characters of the source without white space, and the slice that each is written in."""
    shown: list[str] = []
    slices: list[tuple[int, int]] = []

    def plain(start: int, end: int) -> None:
        for offset in range(start, end):
            sign = source[offset]
            if not sign.isspace() and sign != "\x00":
                shown.append(sign)
                slices.append((offset, offset + 1))

    at = 0
    for start, end, entity in _unseen(source):
        plain(at, start)
        at = end
        for sign in entities.unescape(entity):
            if not sign.isspace():
                shown.append(sign)
                slices.append((start, end))
    plain(at, len(source))
    return "".join(shown), slices


def _unseen(source: str) -> Iterator[tuple[int, int, str]]:
    """What is not shown as it is written: comments, tags, what only programs read, and references (with their text)."""
    at, last = 0, source.rfind(">")
    unclosed: set[str] = set()
    while found := _MARK.search(source, at):
        start = found.start()
        end, entity = start + 1, ""
        if found[0] == "&":
            if named := _ENTITY.match(source, start):
                end, entity = named.end(), named[0]
        elif found[0] == "<!--":
            close = source.find("-->", start)
            end = close + 3 if close >= 0 else len(source)
        elif start < last and (tag := _TAG.match(source, start)):
            end = tag.end()
            if (raw := _RAW.match(source, start)) and (name := raw[1].lower()) not in unclosed:
                closed = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, end)
                end = closed.end() if closed else end
                if not closed:
                    unclosed.add(name)
        if end > start + 1:
            yield start, end, entity
        at = end
