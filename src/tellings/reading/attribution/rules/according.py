"""The rule of "according to" and "in the words of": the words around it are the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.attribution.found import Found, Piece, trim
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.rules.content import frame_end
from tellings.reading.attribution.rules.sources import noun_after

_CUES = {"according": ("according", "to"), "in": ("in", "the", "words", "of")}


def according(framed: Framed, frame: Frame, _: tuple[Found, ...]) -> Iterator[Found]:
    """The attributions of a frame that such words make."""
    text = framed.text
    for token in framed.tokens(frame.start, frame.end):
        following = _cue_end(token)
        if following is None or not framed.outside(token):
            continue
        source, head = noun_after(framed, following, frame.end)
        if source is None or head is None:
            continue
        cue = (token.idx, following.idx + len(following))
        words = " ".join(_CUES[token.lower_])
        before = trim(text, frame.start, token.idx)
        after = trim(text, _behind_apposition(framed, frame, token, source[1]), frame_end(text, frame))
        leading = not any(c.isalnum() for c in text[frame.start : token.idx])
        quoted = any(after[0] <= m.start < after[1] for m in framed.quoted)
        if leading or (quoted and token.lower_ == "in"):  # "it was, in the words of the captain, “a joke”"
            content: tuple[Piece, ...] = (after,)
        elif (
            text[source[1] : source[1] + 1] == ","
            and len(text[after[0] : after[1]].split()) > 3
            and text[token.idx - 2 : token.idx].strip() == ","
        ):
            content = (_last_clause(framed, before), after)
        else:
            content = (_last_clause(framed, before),)
        if all(start < end for start, end in content):
            yield Found(content, (cue,), (source,), head, words)


def _cue_end(token: Token) -> Token | None:
    """The last word of the cue that begins with a token, where something follows it."""
    cue = _CUES.get(token.lower_)
    if cue is None:
        return None
    found = token.doc[token.i : token.i + len(cue)]
    return found[-1] if [t.lower_ for t in found] == list(cue) and found.end < len(token.doc) else None


def _behind_apposition(framed: Framed, frame: Frame, according: Token, end: int) -> int:
    """Where the main clause begins behind "According to Ora Quill, who runs the port,"."""
    root = next((a for a in according.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if root is None or framed.text[end : end + 1] != ",":
        return end
    starts = [
        c.left_edge.idx
        for c in root.children
        if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and end < c.left_edge.idx < frame.end
    ]
    commas = framed.text.count(",", end + 1, min(starts)) if starts else 0
    return min(starts) if starts and commas else end


def _last_clause(framed: Framed, piece: Piece) -> Piece:
    """The part of a piece after the last narrator's semicolon."""
    text = framed.text
    cut = max(
        (
            m.end()
            for m in re.finditer(r";", text[piece[0] : piece[1]])
            if framed.quote_at(piece[0] + m.start()) is None
        ),
        default=0,
    )
    return trim(text, piece[0] + cut, piece[1])
