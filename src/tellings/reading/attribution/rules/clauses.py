"""Clauses of a cue: 'she said that ...' and 'it is late, she said'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, Piece, trim
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.rules.content import clause_piece, frame_end
from tellings.reading.attribution.rules.sources import cue_pieces, cue_verbs, group
from tellings.reading.lexicon import words


def clauses(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    """The clauses that cues take, cut where an attribution inside them begins."""
    taken = list(found)
    for verb, strong in cue_verbs(framed, frame):
        if not strong or any(f.overlaps(verb.idx, verb.idx + 1) for f in taken) or cues.negated(verb):
            continue
        if cues.hands_on(verb):
            continue
        candidate = _clause_before(framed, frame, verb) or clause_behind(framed, frame, verb)
        if candidate is None or not _may_say(verb, candidate.head):
            continue
        candidate = _short_of(framed, candidate, taken)
        if candidate is not None:
            taken.append(candidate)
            yield candidate


def _may_say(verb: Token, head: Token | None) -> bool:
    return head is None or "speech" in cues.classes(verb) or cues.can_say(head)


def _short_of(framed: Framed, candidate: Found, taken: list[Found]) -> Found | None:
    """A clause cut where an attribution inside it begins: relations do not nest."""
    (start, end), *rest = candidate.content
    for other in taken:
        if other.overlaps(start, end):
            begin = (
                min(
                    piece[0]
                    for piece in (*other.content, *other.cue, *other.source)
                    if piece[0] > start or not other.source
                )
                if any(piece[0] > start for piece in (*other.content, *other.cue, *other.source))
                else start
            )
            end = min(end, begin)
    start, end = trim(framed.text, start, max(start, end))
    if not rest and len(framed.text[start:end].split()) < 3:
        return None
    return replace(candidate, content=((start, end), *rest))


def _clause_before(framed: Framed, frame: Frame, verb: Token) -> Found | None:
    """'It is late, she said': the narrator's words right before the attribution, or on both sides of it."""
    text = framed.text
    start, end, source, head = group(framed, frame, verb)
    left = text[frame.start : start].rstrip()
    if source is None or head is None or not left.endswith(","):
        return None
    if verb.lemma_.lower() not in words("cues_behind") or verb.dep_ in {"relcl", "acl", "advcl"} or verb.tag_ == "VBG":
        return None
    if not _ends_here(framed, frame, verb, end):
        return None
    content = [_after_conjunction(text, trim(text, frame.start, start))]
    if (rest := _other_side(framed, frame, end)) is not None:
        content.append(rest)
    elif len(left.split()) < 3:
        return None
    verbs = [t for piece in content for t in framed.tokens(*piece) if t.pos_ in {"VERB", "AUX"} and framed.outside(t)]
    marked = any(first <= m.start and m.end <= last for first, last in content for m in frame.quoted)
    return (
        Found(tuple(content), cue_pieces(verb), (source,), head, "stands behind the words") if verbs or marked else None
    )


_ASIDE = frozenset(
    "after when as while who which adding citing before during though although since in on at speaking referring from".split()
)


def _other_side(framed: Framed, frame: Frame, end: int) -> Piece | None:
    """What goes on behind an attribution between commas ("It was, she said, the worst in years")."""
    text = framed.text
    stop = frame_end(text, frame)
    if text[end : end + 1] != ",":
        return None
    piece = trim(text, end, stop)
    first = next(iter(framed.tokens(*piece)), None)
    if first is None or first.lower_ in _ASIDE or first.tag_ == "VBG" or len(text[piece[0] : piece[1]].split()) < 2:
        return None
    return piece


def _ends_here(framed: Framed, frame: Frame, verb: Token, end: int) -> bool:
    """Whether behind the attribution only its circumstances follow, or one more verb of saying ("X said Y advised")."""
    clause = cues.content_clause(verb)
    if clause is not None and "speech" in cues.classes(clause) and cues.content_clause(clause) is None:
        return not any(c.dep_ in {"dobj", "prep"} for c in clause.children)
    return clause is None and _claims_nothing(framed, frame, verb, end)


def _after_conjunction(text: str, piece: Piece) -> Piece:
    match = re.match(r"(?:And|But|So|Yet|However,|Still,)\s+(?=\w)", text[piece[0] : piece[1]])
    return (piece[0] + match.end(), piece[1]) if match else piece


def _claims_nothing(framed: Framed, frame: Frame, verb: Token, end: int) -> bool:
    """Whether behind the attribution nothing follows but its circumstances."""
    rest = framed.text[end : frame_end(framed.text, frame)].strip(" .,")
    if not rest:
        return True
    following = [t for t in framed.tokens(end, frame.end) if not t.is_space]
    if following and following[0].text == ",":
        return True
    return not any(t.pos_ in {"VERB", "AUX"} and t.i > verb.i for t in following) or following[0].lower_ in {
        "in",
        "on",
        "at",
        "during",
        "after",
        "when",
        "of",
        "last",
        "this",
        "to",
        "about",
        "as",
    }


def clause_behind(framed: Framed, frame: Frame, verb: Token) -> Found | None:
    """'she said that ...': the clause that the cue takes."""
    _, _, source, head = group(framed, frame, verb)
    piece = clause_piece(framed, frame, verb, cues.content_clause(verb))
    if piece is None or source is None:
        return None  # words that are nobody's ("to say that ...") are the narrator's
    return Found((piece,), cue_pieces(verb), (source,) if source else (), head, "has the words as its clause")
