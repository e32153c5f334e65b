"""Frames: a paragraph cut where the narrator's sentences end, quotations held whole.

A sentence model stops inside quotations ("It is late. We go," she said); an
attribution does not. So a frame ends only at a full stop of the narrator, or at
a quotation that ends a sentence and is not followed by its own attribution.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.reading.attribution.marks import Marked
from tellings.reading.language import text_of
from tellings.reading.lexicon import words

_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Mx|Dr|St|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Det|Supt|Insp|Prof|Rev|Hon|Ald|Atty|Jr|Sr|Inc|Ltd"
    r"|Corp|Co|Bros|No|Nos|vs|v|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|U\.N|D\.C|e\.g|i\.e))\.$"
)
_END = re.compile(r"[.!?…](?=[\s)\]\"'”’»`]|$)")


@dataclass(frozen=True, slots=True)
class Frame:
    """``text[start:end]`` of a paragraph with the quotations that begin in it."""

    start: int
    end: int
    quoted: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Framed:
    """A parsed paragraph with its quotations and frames."""

    doc: Doc
    text: str  # spaCy puts ``text_of(doc)`` together anew at every look, and makes new tokens at every walk
    words: tuple[Token, ...]
    starts: tuple[int, ...]
    quoted: tuple[Marked, ...]
    frames: tuple[Frame, ...]

    def quote_at(self, place: int) -> Marked | None:
        """The quotation that holds a character, marks included."""
        return next((marked for marked in self.quoted if marked.start <= place < marked.end), None)

    def outside(self, token: Token) -> bool:
        """Whether a token is the narrator's."""
        return self.quote_at(token.idx) is None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in ``text[start:end]``."""
        return list(self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


def frame(doc: Doc, quoted: tuple[Marked, ...]) -> Framed:
    """Cut a parsed paragraph into frames."""
    text = text_of(doc)
    starts = [0]
    for match in _END.finditer(text):
        place = match.end()
        holder = next((marked for marked in quoted if marked.start <= match.start() < marked.end), None)
        if holder is None:
            if not _ABBREVIATION.search(text, 0, place) and _new_sentence(text, place):
                starts.append(place)
        elif text[match.start() + 1 : holder.end].strip("\"'”’»)]*` ") == "" and _ends_frame(doc, quoted, holder):
            starts.append(holder.end)
    # an ending mark after the full stop may stand outside both: 'he said "no".'
    bounds = [*sorted({start for start in starts if start < len(text)}), len(text)]
    frames = tuple(
        Frame(start, end, tuple(m for m in quoted if start <= m.start < end))
        for start, end in itertools.pairwise(bounds)
        if text[start:end].strip()
    )
    words_of = tuple(doc)
    return Framed(doc, text, words_of, tuple(token.idx for token in words_of), quoted, frames)


def _new_sentence(text: str, place: int) -> bool:
    """Whether what follows begins like a sentence."""
    after = text[place:].lstrip(" \u00a0)]")
    return not after or after[0].isupper() or after[0] in "\"'“‘«`([0123456789-—–*" or not after[0].isalpha()


def _ends_frame(doc: Doc, quoted: Sequence[Marked], marked: Marked) -> bool:
    """Whether a quotation that ends with a full stop also ends the narrator's sentence."""
    text = text_of(doc)
    after = text[marked.end :].lstrip()
    if not after:
        return True
    if after[0].islower() or after[0] in ",;:—–―-":
        return False
    if any(text[marked.end : later.start].strip() == "" for later in quoted if later.start >= marked.end):
        return True
    if text[marked.inner_end - 1 : marked.inner_end] == "." or text[marked.end - 2 : marked.end - 1] == ".":
        return not _tail_attributes(doc, marked.end, strict=True)
    return not _tail_attributes(doc, marked.end, strict=False)


def _tail_attributes(doc: Doc, place: int, *, strict: bool) -> bool:
    """Whether the words after a quotation are its attribution: a name, then a verb of saying, then an end."""
    tail = [token for token in doc if token.idx >= place and not token.is_space][:9]
    for index, token in enumerate(tail):
        if token.is_punct and token.text not in {",", "-"}:
            return False
        if token.lemma_.lower() in words("cues_speech") and token.tag_ in {"VBD", "VBZ", "VBP"} and index:
            following = tail[index + 1] if index + 1 < len(tail) else None
            return (
                following is None
                or following.text in {".", ","}
                or (not strict and following.dep_ in {"npadvmod", "prep"})
            )
    return False
