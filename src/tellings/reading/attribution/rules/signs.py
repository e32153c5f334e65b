"""Signs that attribute without a verb: a dash and a name behind the words, a colon before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, Piece, sentence_like
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.rules.beside import run_end
from tellings.reading.attribution.rules.sources import cue_pieces, cue_verbs, source_of
from tellings.reading.lexicon import words
from tellings.reading.name_borders import PARTICLES

_SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){0,7}?)(?P<rest>(?:,| (?:on|after|before|about)\b)[^.!?]{0,80})?[.\s]*$"
)

_LONG = 4  # words; fewer that end without a stop may be a title


def signed(framed: Framed, frame: Frame, _: tuple[Found, ...]) -> Iterator[Found]:
    """'"..." — Ora Quill': a quotation signed with a dash."""
    text = framed.text
    for marked in frame.quoted:
        match = _SIGNATURE.fullmatch(text, marked.end, frame.end)
        if match is None or not (sentence_like(text, marked) or marked.words(text) >= _LONG):
            continue
        tokens = framed.tokens(*match.span("name"))
        if tokens and _names(match["name"]) and not any(cues.classes(token) for token in tokens):
            yield Found(
                ((marked.start, marked.end),),
                (match.span("dash"),),
                (match.span("name"),),
                tokens[-1],
                "signs the words",
            )


def _names(signature: str) -> bool:
    """Whether the words behind a dash are a name, perhaps with an office before it ("Salt Works chair Ora Quill")."""
    pieces = signature.split()
    small = [piece for piece in pieces if not piece[0].isupper()]
    return pieces[-1][0].isupper() and all(piece in PARTICLES or piece in words("people") for piece in small)


def announced_behind(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    """'‘It was like a wave’: skiers tell of ...': in headlines who says it stands behind the words and a colon."""
    marked = frame.quoted[0] if frame.quoted else None
    if (
        marked is None
        or framed.text[frame.start : marked.start].strip()
        or framed.text[marked.end : marked.end + 1] != ":"
    ):
        return
    if any(f.overlaps(marked.start, marked.end) for f in found):
        return
    for verb in framed.tokens(marked.end, frame.end):
        head = next((c for c in verb.children if c.dep_ == "nsubj" and c.idx > marked.end), None)
        if head is not None and verb.tag_ in {"VBZ", "VBP"} and "speech" in cues.classes(verb) and cues.can_say(head):
            first, last = cues.phrase(head)
            source = (first.idx, last.idx + len(last))
            if not framed.text[marked.end + 1 : source[0]].strip():
                yield Found(((marked.start, marked.end),), cue_pieces(verb), (source,), head, "stands behind the words")
            return


def colon(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    """'The mayor was blunt: "..."': who the sentence before the colon is about."""
    text = framed.text
    for marked in frame.quoted:
        lead = text[frame.start : marked.start].rstrip()
        if any(f.overlaps(marked.start, marked.end) for f in found) or not lead.endswith(":"):
            continue
        roots = [
            t
            for t in framed.tokens(frame.start, marked.start)
            if t.dep_ in {"nsubj", "nsubjpass"} and framed.outside(t)
        ]
        colon = lead.rfind(":") + frame.start
        if not roots:
            label = re.fullmatch(r"\s*([A-Z][\w.'’ -]{1,40}):", lead)
            if label is None:
                continue
            tokens = framed.tokens(frame.start + label.start(1), frame.start + label.end(1))
            head = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root if tokens else None
            source: tuple[Piece, ...] = ((frame.start + label.start(1), frame.start + label.end(1)),)
        else:
            head = roots[0]
            first, last = cues.phrase(head)
            source = ((first.idx, last.idx + len(last)),)
        if head is not None:
            yield Found(
                ((marked.start, run_end(framed, frame, marked)),),
                ((colon, colon + 1),),
                source,
                head,
                "introduces the words with a colon",
            )


def announcement(framed: Framed, frame: Frame) -> Found | None:
    """'She said:' at a paragraph's end; the content is the colon until the next paragraph gives the words."""
    text = framed.text
    colon = text.rstrip().rfind(":")
    for verb, strong in reversed(list(cue_verbs(framed, frame))):
        if not strong:
            continue
        source, head = source_of(framed, verb, frame)
        if source is not None and head is not None:
            return Found(
                ((colon, colon + 1),), cue_pieces(verb), (source,), head, "announces the words of the next paragraph"
            )
    return None
