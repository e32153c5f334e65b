"""Phrases in quotation marks that a verb above them carries: 'called it "..."', 'vowed to "..."'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, Piece
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.marks import Marked
from tellings.reading.attribution.rules.content import clause_piece
from tellings.reading.attribution.rules.sources import cue_pieces, source_of

_SO_CALLED = re.compile(r"(?:so-called|known as|nicknamed|titled|entitled|called the|named|termed)\s*$", re.IGNORECASE)


def phrases(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    """'called it "..."', 'vowed to "..."': marked words that a verb above them carries."""
    text = framed.text
    taken = list(found)
    for marked in frame.quoted:
        if any(f.overlaps(marked.start, marked.end) for f in taken) or _SO_CALLED.search(text, 0, marked.start):
            continue
        candidate = _carried(framed, frame, marked)
        if candidate is not None:
            taken.append(candidate)
            yield candidate


def _carried(framed: Framed, frame: Frame, marked: Marked) -> Found | None:
    for verb in _above(framed, frame, marked):
        kinds = cues.classes(verb)
        if not kinds or not framed.outside(verb):
            continue
        source, head = source_of(framed, verb, frame)
        if source is None or head is None or source[0] >= marked.start:
            continue
        clause = cues.content_clause(verb)
        piece: Piece = (marked.start, marked.end)
        if (
            clause is not None
            and clause.left_edge.idx <= marked.start
            and marked.start < clause.right_edge.idx + len(clause.right_edge)
        ):
            found = clause_piece(framed, frame, verb, clause)
            piece = found if found is not None and found[0] <= marked.start < found[1] else piece
            if not {"speech", "finding"} & set(kinds) and _part_of_name(framed, marked):
                continue
        elif not _is_carried_phrase(framed, marked, kinds):
            continue
        return Found((piece,), cue_pieces(verb), (source,), head, "carries the words in quotation marks")
    return None


def _is_carried_phrase(framed: Framed, marked: Marked, kinds: tuple[cues.CueClass, ...]) -> bool:
    """Whether marked words are more than a name or a doubtful term in the narrator's own sentence."""
    if "label" in kinds:
        return True
    if {"speech", "finding"} & set(kinds) and marked.words(framed.text) >= 3 and not _part_of_name(framed, marked):
        return True
    inside = framed.tokens(marked.inner_start, marked.inner_end)
    if _part_of_name(framed, marked):
        return False
    return (
        marked.words(framed.text) >= 3
        and any(t.pos_ in {"VERB", "AUX", "ADJ", "ADV", "PART"} for t in inside)
        and not all(t.is_title or t.pos_ in {"ADP", "DET"} for t in inside)
    )


def _part_of_name(framed: Framed, marked: Marked) -> bool:
    """Whether marked words are a noun phrase of the narrator's own ("the city's “clean streets rule”")."""
    inside = framed.tokens(marked.inner_start, marked.inner_end)
    before = next(
        (t for t in reversed(framed.tokens(0, marked.start)) if t.idx + len(t) <= marked.start and not t.is_space), None
    )
    return (
        bool(inside)
        and len(inside) <= 4
        and inside[-1].pos_ in {"NOUN", "PROPN"}
        and before is not None
        and (before.dep_ in {"det", "poss", "amod"} or before.tag_ in {"POS", "DT", "PRP$", "JJ"})
    )


def _above(framed: Framed, frame: Frame, marked: Marked) -> list[Token]:
    """The narrator's verbs that govern marked words, the nearest first, then the nearest before them in the line."""
    inside = [t for t in framed.tokens(marked.inner_start, marked.inner_end) if not t.is_space]
    chain: list[Token] = []
    for token in inside[:12]:
        if (
            any(a.idx >= marked.inner_start and a.idx < marked.inner_end for a in [token.head])
            and token.head is not token
        ):
            continue
        chain = [a for a in token.ancestors if frame.start <= a.idx < frame.end and a.idx < marked.start]
        break
    speech = [t for t in chain if {"speech", "finding"} & set(cues.classes(t))]
    line = [t for t in reversed(framed.tokens(frame.start, marked.start)) if t.pos_ == "VERB" and framed.outside(t)]
    near = line[:1] if line and len(framed.text[line[0].idx : marked.start].split()) <= 6 else []
    ordered = [*speech[:1], *chain, *near]
    return list(dict.fromkeys(ordered))
