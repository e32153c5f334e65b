"""Dialogue set with dashes: each speech begins a paragraph behind a long dash, and nothing closes it.

"— To the harbour, said Jon. — It is late." Such stretches are marked as if in
quotation marks: from the dash to the narrator's words ("said Jon"), and again
behind the next dash. A list with dashes is no dialogue, so an article must
have two such paragraphs, and somebody must be said to speak in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from tellings.reading.attribution.marks import Marked
from tellings.reading.document import Document
from tellings.reading.lexicon import words

_OPENS = re.compile(r"\s*[—–―]\s*(?=\S)")
_AGAIN = re.compile(r"[,.]?\s+[—–―]\s*(?=\S)")
_LEAST = 2


def dialogue(document: Document) -> Mapping[int, tuple[Marked, ...]]:
    """The speeches of every paragraph that begins with a dash, by the paragraph's number; none where there is no dialogue."""
    found: dict[int, tuple[Marked, ...]] = {}
    narrated = False
    for paragraph, doc in zip(document.paragraphs, document.docs, strict=True):
        match = _OPENS.match(paragraph.text)
        if match is None or paragraph.block != "body":
            continue
        speeches = tuple(_speeches(paragraph.text, doc, match))
        narrated = narrated or speeches[-1].end < len(paragraph.text.rstrip()) or len(speeches) > 1
        found[paragraph.number] = speeches
    return found if narrated and len(found) >= _LEAST else {}


def _speeches(text: str, doc: Doc, dash: re.Match[str]) -> Iterator[Marked]:
    """The stretches of speech: up to the narrator's words, and from the next dash on."""
    opens: re.Match[str] | None = dash
    while opens is not None:
        start = opens.start() + len(opens[0]) - len(opens[0].lstrip(" \t,."))
        narrator = next((place for place in _narrators(doc) if place > opens.end()), len(text))
        end = len(text[:narrator].rstrip())
        yield Marked(start, end, opens.end(), end, closed=False)
        opens = _AGAIN.search(text, narrator)


def _narrators(doc: Doc) -> Iterator[int]:
    """Where the narrator begins: behind a comma or an ending mark, a verb of saying with its subject on either side."""
    for token in doc:
        if token.lemma_.lower() not in words("cues_speech") or token.tag_ not in {"VBD", "VBZ", "VBP"}:
            continue
        first = token
        while first.i > 0 and token.i - first.i < 3 and first.nbor(-1).pos_ in {"PROPN", "PRON", "NOUN", "DET"}:
            first = first.nbor(-1)
        if first.i > 0 and first.nbor(-1).text in {",", "?", "!", "…", "..."} and _has_subject(token, first):
            yield first.idx


def _has_subject(verb: Token, first: Token) -> bool:
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return first.i < verb.i or (following is not None and following.pos_ in {"PROPN", "PRON", "NOUN", "DET"})
