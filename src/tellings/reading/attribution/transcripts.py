"""Transcripts: paragraphs that begin with who speaks and a colon, and print the speech without marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from tellings.reading.attribution.found import Found
from tellings.reading.document import Document

_LABEL = re.compile(
    r"\s*\"?(?:((?:[A-ZÀ-Þ][\w.’'-]*)(?: [A-ZÀ-Þ][\w.’'-]*){0,4})|([A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]+){0,4}), [^:]{2,60}):\s+(?=\S)"
)
"""A name; where it is in capitals, perhaps with the office behind it ("DOE, MAYOR OF OSS:")."""
_NOBODY = frozenset({"q", "a", "question", "answer"})
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
        said.setdefault(_who(match), set()).add(document.paragraphs[number].plain[match.end() :].strip())
    counts = Counter(map(_who, labels.values()))
    lines = {label for label, count in counts.items() if count > 1 and len(said[label]) == 1}
    # a line that comes again and again is a link of the page, and nobody's speech
    labels = {number: match for number, match in labels.items() if _who(match) not in lines}
    counts = Counter(map(_who, labels.values()))
    if len(labels) < _LEAST or not (max(counts.values()) > 1 or counts.keys() >= {"q", "a"}):
        return {}
    found: dict[int, Found] = {}
    for number, match in labels.items():
        text, doc = document.paragraphs[number].plain, document.docs[number]
        source = match.span(match.lastindex or 0)
        heads = [token for token in doc if source[0] <= token.idx < source[1]]
        if not heads:
            continue
        content = (match.end(), len(text.rstrip()))
        colon = text.rindex(":", source[1], match.end())
        head = heads[-1] if _who(match) not in _NOBODY else None
        found[number] = Found((content,), ((colon, colon + 1),), (source,), head, "introduces the words with a colon")
    return found


def _who(label: re.Match[str]) -> str:
    """Whom a label means: "ADA DOE, MAYOR" and "DOE" are one, by the last word of the name."""
    return label[label.lastindex or 0].split()[-1].rstrip(".").casefold()


def people(labels: Mapping[int, str]) -> frozenset[int]:
    """The numbers of labels that are a person's name in capitals, or the surname of one: the model marks few of these."""
    full = {label.split()[-1] for label in labels.values() if label.isupper() and " " in label}
    return frozenset(number for number, label in labels.items() if label.isupper() and label.split()[-1] in full)
