"""Transcripts: paragraphs that begin with who speaks and a colon, and print the speech without marks."""

from __future__ import annotations

import re
from collections import Counter

from tellings.reading.attribution.found import Found
from tellings.reading.document import Document

_LABEL = re.compile(r"\s*\"?((?:[A-ZÀ-Þ][\w.’'-]*)(?: [A-ZÀ-Þ][\w.’'-]*){0,4}):\s+(?=\S)")
_LEAST = 3  # labelled paragraphs; fewer are an aside


def speeches(document: Document) -> dict[int, Found]:
    """The speech of every labelled paragraph, by the paragraph's number; none where the article is no transcript."""
    labels = {
        p.number: match
        for p in document.paragraphs
        if p.block == "body" and (match := _LABEL.match(p.plain)) is not None
    }
    said: dict[str, set[str]] = {}
    for number, match in labels.items():
        said.setdefault(match[1], set()).add(document.paragraphs[number].plain[match.end() :].strip())
    counts = Counter(match[1] for match in labels.values())
    lines = {label for label, count in counts.items() if count > 1 and len(said[label]) == 1}
    # a line that comes again and again is a link of the page, and nobody's speech
    labels = {number: match for number, match in labels.items() if match[1] not in lines}
    counts = Counter(match[1] for match in labels.values())
    if len(labels) < _LEAST or max(counts.values()) < 2:
        return {}
    found: dict[int, Found] = {}
    for number, match in labels.items():
        text, doc = document.paragraphs[number].plain, document.docs[number]
        source = match.span(1)
        heads = [token for token in doc if source[0] <= token.idx < source[1]]
        if not heads:
            continue
        content = (match.end(), len(text.rstrip()))
        colon = text.index(":", source[1])
        head = heads[-1] if len(match[1].rstrip(".")) > 1 else None  # "Q" and "A" name nobody
        found[number] = Found((content,), ((colon, colon + 1),), (source,), head, "introduces the words with a colon")
    return found
