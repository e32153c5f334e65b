"""Where the content of a clause begins and ends."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Piece, trim
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.lexicon import words


def clause_piece(framed: Framed, frame: Frame, verb: Token, clause: Token | None) -> Piece | None:
    """The stretch of a content clause, from behind "that" to where the parse or the frame ends it."""
    text = framed.text
    bounds = _behind_that(framed, frame, verb) if clause is None else _clause_bounds(framed, frame, verb, clause)
    if bounds is None:
        return None
    start, end = bounds
    end = _before_next_cue(framed, verb, start, end)
    end = _reach_quotes(framed, frame, start, end)
    end = _before_dash(framed, _with_rest(framed, frame, end), start)
    other = re.search(r",?\s+according to\b", text[start:end])
    if other is not None and framed.quote_at(start + other.end() - 1) is None:
        end = start + other.start()
    start, end = trim(text, start, end)
    if end > start and text[end - 1] == "." and not any(m.end == end for m in frame.quoted):
        end -= 1
    return (start, end) if len(text[start:end].split()) >= 2 else None


def _behind_that(framed: Framed, frame: Frame, verb: Token) -> Piece | None:
    """From behind a "that" which the parse left without a clause, to the end of the frame."""
    stop = frame_end(framed.text, frame)
    for token in framed.doc[verb.i + 1 : verb.i + 16]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.idx < stop and framed.outside(token):
            return (token.idx + len(token), stop) if token.head.i >= verb.i else None
    return None


def _clause_bounds(framed: Framed, frame: Frame, verb: Token, clause: Token) -> Piece | None:
    """The clause that the parse gives a cue; none where the cue does not carry one of its kind."""
    if not framed.outside(clause) and framed.quote_at(clause.idx) is None:
        return None
    first = clause.left_edge if clause.left_edge.i > verb.i else framed.doc[verb.i + 1]
    start = first.idx + len(first) if first.lower_ == "that" else first.idx
    last = clause.right_edge
    end = min(last.idx + len(last), frame_end(framed.text, frame))
    if (
        clause.dep_ == "xcomp"
        and not any(start <= m.start < end for m in frame.quoted)
        and not _carries_infinitive(verb, clause)
    ):
        return None
    return start, end


def _carries_infinitive(verb: Token, clause: Token) -> bool:
    """Whether "to ..." behind a cue is what was said ("told them to go"), and no wish ("asked not to be named")."""
    lemma = verb.lemma_.lower()
    if not cues.infinitive(clause) or lemma not in words("cues_infinitive"):
        return False
    addressed = any(c.dep_ in {"dobj", "dative"} for c in verb.children) or any(
        c.dep_ == "nsubj" for c in clause.children
    )
    return addressed or lemma not in {"ask", "beg", "call", "tell"}


def _with_rest(framed: Framed, frame: Frame, end: int) -> int:
    """A clause's end behind a quotation, moved on over a rest that has no subject and no cue of its own."""
    stop = frame_end(framed.text, frame)
    if end >= stop or not any(marked.end == end for marked in frame.quoted):
        return end
    rest = [t for t in framed.tokens(end, stop) if not t.is_space]
    joined = bool(rest) and rest[0].lower_ in {
        "and",
        "or",
        "but",
        "since",
        "for",
        "in",
        "if",
        "because",
        "until",
        "on",
        "of",
        "with",
    }
    own = any(
        t.dep_ in {"nsubj", "nsubjpass"} or {"speech", "label"} & set(cues.classes(t)) or not framed.outside(t)
        for t in rest
    )
    return stop if joined and not own and len(rest) <= 14 else end


def _reach_quotes(framed: Framed, frame: Frame, start: int, end: int) -> int:
    """A clause's end moved behind the quotation it cuts through, and on to one that follows within a few words."""
    for marked in frame.quoted:
        if marked.start < start:
            continue
        between = framed.text[end : marked.start] if marked.start >= end else ""
        joined = len(between.split()) <= 4 and not re.search(
            r"[;.]|\b(?:said|says|saying|added|adding|while|as)\b", between
        )
        if marked.start < end or joined:
            end = max(end, marked.end)
    return end


def _before_next_cue(framed: Framed, verb: Token, start: int, end: int) -> int:
    """A clause's end moved before a second cue of the same source ("said it was late and asked them to go")."""
    for token in framed.tokens(start, end):
        if (
            token.dep_ != "conj"
            or ({token.tag_, verb.tag_} - {"VBD", "VBN"} and token.tag_ != verb.tag_)
            or not framed.outside(token)
            or "speech" not in cues.classes(token)
        ):
            continue
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        joint = token.nbor(-1) if token.i else token
        if (
            not own
            and joint.lower_ in {"and", "but"}
            and (cues.content_clause(token) is not None or any(m.start > token.idx for m in framed.quoted))
        ):
            return int(joint.idx)
    return end


def _before_dash(framed: Framed, end: int, start: int) -> int:
    """A clause's end moved before the narrator's own remark behind a single dash that follows a quotation."""
    text = framed.text
    dashes = [
        m.start()
        for m in re.finditer(r"(?<=\s)[-—–]{1,2}(?=\s)|[—–]", text[start:end])
        if framed.quote_at(start + m.start()) is None
    ]
    if len(dashes) == 1 and any(start <= m.start and m.end <= start + dashes[0] for m in framed.quoted):
        return start + dashes[0]
    return end


def frame_end(text: str, frame: Frame) -> int:
    """The end of a frame without its full stop and what closes around it."""
    end = frame.end
    while end > frame.start and text[end - 1].isspace():
        end -= 1
    if end > frame.start and text[end - 1] in ".!?" and not any(m.end == end for m in frame.quoted):
        end -= 1
    return end
