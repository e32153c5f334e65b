"""Rule and model: what the trained reader found, mended by the quotation marks, and what only the rules found.

The network knows grammar that no list of rules holds; the marks are evidence
that no network should lose. So its attributions come first, their borders are
set to the marks, and the rules add what it missed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, Piece, speaks, without_gap
from tellings.reading.attribution.frames import Framed
from tellings.reading.attribution.marks import Marked
from tellings.reading.attribution.through import said_by
from tellings.reading.attribution.trained import Attribution, Place

_NOBODY = frozenset("it there that this what which".split())
_DASHES = frozenset({"-", "--"})
_FEW = 4  # words
LEAST = 0.42
"""Below this probability the network's attributions are passed over."""


def by_paragraph(attributions: Sequence[Attribution], framed: Sequence[Framed]) -> Mapping[int, list[Found]]:
    """The network's attributions as they stand in the paragraph of their cue, by its number."""
    found: dict[int, list[Found]] = defaultdict(list)
    for attribution in attributions:
        number = attribution.cue.paragraph
        content = tuple((p.start, p.end) for p in attribution.content if p.paragraph == number)
        if not content or attribution.sure < LEAST:
            continue
        if re.search(r"\w-$", framed[number].text[: attribution.cue.start]):
            continue  # "court-ordered protection" tells of no order
        source = attribution.source if attribution.source and attribution.source.paragraph == number else None
        found[number].append(_found(framed[number], attribution.cue, source, content))
    return found


def _found(framed: Framed, cue: Place, source: Place | None, content: tuple[Piece, ...]) -> Found:
    pieces = tuple(_own_sentence(framed, _to_marks(framed, piece), cue.start) for piece in content)
    pieces = tuple(piece for piece in pieces if not _stray(framed, piece, cue.start)) or pieces
    named: tuple[Piece, ...] = ((source.start, source.end),) if source else ()
    if source and _is_asked(framed.doc, cue):
        # "he did it again when asked why": somebody else asks
        return without_gap(Found(pieces, ((cue.start, cue.end),), (), None, _where(cue, pieces)), framed.text)
    head = _head(framed.doc, source) if source else None
    found = Found(pieces, ((cue.start, cue.end),), named, head, _where(cue, pieces))
    return without_gap(found if source else _with_subject(framed, found), framed.text)


def _is_asked(doc: Doc, cue: Place) -> bool:
    """Whether a cue tells that somebody was asked, and not who asks."""
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if span is None or not len(span) or span.root.lemma_.lower() != "ask" or span.root.tag_ != "VBN":
        return False
    own = list(span.root.children)
    passive = any(c.dep_ == "auxpass" or (c.dep_ in {"advmod", "mark"} and c.lower_ in {"when", "if"}) for c in own)
    return passive and not any(c.dep_ == "agent" for c in own)


def _own_sentence(framed: Framed, piece: Piece, cue: int) -> Piece:
    """Without a quotation of whole sentences that ends before the sentence of the cue begins."""
    start, end = piece
    home = _frame(framed, cue)
    for marked in framed.quoted:
        if marked.start == start and _frame(framed, start) < home == _frame(framed, end - 1):
            rest = framed.text[marked.end : end]
            start = marked.end + len(rest) - len(rest.lstrip())
    return (start, end) if start < end else piece


def _stray(framed: Framed, piece: Piece, cue: int) -> bool:
    """Whether a piece is a few words of the narrator's in another sentence: the network's slip, and no half of a content."""
    start, end = piece
    if _frame(framed, start) == _frame(framed, cue) or any(m.start < end and start < m.end for m in framed.quoted):
        return False
    return len(framed.text[start:end].split()) <= _FEW


def _with_subject(framed: Framed, found: Found) -> Found:
    """An attribution without a source, with the subject of its verb or the owner of its noun as the source, if it has one."""
    cue = framed.doc.char_span(*found.cue[0], alignment_mode="expand")
    if cue is None or not len(cue):
        return found
    root = cue.root
    if root.pos_ in {"VERB", "AUX"}:
        head = cues.subject(root)
    else:
        head = next((child for child in root.children if child.dep_ == "poss"), None)
    if head is None or head.lower_ in _NOBODY or not framed.outside(head):
        return found
    first, last = cues.phrase(head)
    piece = (first.idx, last.idx + len(last))
    if any(start < piece[1] and piece[0] < end for start, end in (*found.content, *found.cue)):
        return found
    return replace(found, source=(piece,), head=head)


def _head(doc: Doc, source: Place) -> Token | None:
    """The noun or pronoun that a source is about: of its first part, before any apposition or relative clause."""
    span = doc.char_span(source.start, source.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    end = next((t.i for t in span if t.i > span.start and _parts(t)), span.end)
    return doc[span.start : end].root


def _parts(token: Token) -> bool:
    """Whether an apposition or a relative clause begins with a token."""
    return (
        token.text in {",", "("}
        or token.tag_ in {"WP", "WDT"}
        or (token.text in _DASHES and bool(token.nbor(-1).whitespace_))
    )


def _where(cue: Place, content: Sequence[Piece]) -> str:
    if all(end <= cue.start for _, end in content):
        return "stands behind the words"
    if all(start >= cue.end for start, _ in content):
        return "stands before the words"
    return "stands between the words"


def _to_marks(framed: Framed, piece: Piece) -> Piece:
    """A piece whose border falls inside marked words, moved to the marks' edge: out where most of them are in it."""
    start, end = piece
    for marked in framed.quoted:
        if not (start < marked.end and marked.start < end):
            continue
        shared = min(end, marked.end) - max(start, marked.start)
        whole = 2 * shared >= marked.end - marked.start
        if marked.start < start < marked.end:
            start = marked.start if whole else start
        if marked.start < end < marked.end:
            end = marked.end if whole else end
    return start, end


def combined(framed: Framed, rules: Sequence[Found], model: Sequence[Found], *, title: bool = False) -> list[Found]:
    """One paragraph's attributions: the model's, and those of the rules for words and cues that it left.

    In a ``title`` the rules come first: the corpus that the model learned from has sentences, not headlines.
    """
    named = [candidate for candidate in rules if candidate.source]
    heard = [_quoted_source(framed, _without_others(framed, item, named), named) for item in model if speaks(item)]
    if title:
        heard = [_second_verb(framed, item) for item in heard]
        found = [*rules, *(item for item in heard if not any(_share(item, other) for other in rules))]
    else:
        found = [*heard, *(item for item in rules if not any(_share(item, o) or _same_cue(item, o) for o in heard))]
        found = [said_by(framed, item) for item in found]
    return sorted(found, key=lambda item: item.content)


def _second_verb(framed: Framed, item: Found) -> Found:
    """'Minister denies blame, says storm unforeseeable': what stands before the comma is no part of the words, but has the subject."""
    start, end = item.cue[0]
    behind = tuple(piece for piece in item.content if piece[0] >= end)
    if item.source or len(behind) in {0, len(item.content)} or not framed.text[:start].rstrip().endswith(","):
        return item
    if any(m.start < start for m in framed.quoted) or not framed.quoted:
        return item  # "Bridge ‘stays shut’, says harbour master"
    found = replace(item, content=behind, reason=_where(Place(0, start, end), behind))
    verb = next((token for token in framed.doc if token.pos_ == "VERB" and token.idx < start), None)
    head = cues.subject(verb) if verb is not None else None
    if head is None or head.idx >= start:
        return found
    first, last = cues.phrase(head)
    return replace(found, source=((first.idx, last.idx + len(last)),), head=head)


def _share(one: Found, other: Found) -> bool:
    return any(one.overlaps(start, end) for start, end in other.content)


def _without_others(framed: Framed, item: Found, named: Sequence[Found]) -> Found:
    """Without pieces in other sentences than the cue's to which a rule gives a source of their own."""
    if len(item.content) == 1:
        return item
    home = _frame(framed, item.cue[0][0])
    kept = tuple(
        (start, end)
        for start, end in item.content
        if _frame(framed, start) == home
        or not any(other.overlaps(start, end) and not _same_cue(item, other) for other in named)
    )
    return replace(item, content=kept or item.content)


def _quoted_source(framed: Framed, item: Found, named: Sequence[Found]) -> Found:
    """'The agency quoted her as saying ...': she said it, as the rules have it; the network names the agency."""
    cue = framed.text[item.cue[0][0] : item.cue[0][1]].lower()
    if "quot" not in cue and "cite" not in cue:
        return item
    other = next((o for o in named if _share(item, o) and o.source != item.source and not _same_cue(item, o)), None)
    return other or item


def _same_cue(one: Found, other: Found) -> bool:
    return any(s < last and first < e for s, e in one.cue for first, last in other.cue)


def halves(framed: Framed, found: Found) -> tuple[Found, tuple[Piece, ...]]:
    """What stands in the sentence of the attribution, and the marked sentences of the same speaker in others.

    '"Go," she said. "Now."': a quotation that goes on is one of its own, with the same speaker.
    """
    if len(found.content) == 1:
        return found, ()
    home = _frame(framed, found.cue[0][0])
    if not any(_frame(framed, start) == home for start, _ in found.content):
        home = _frame(framed, found.content[0][0])
    rest = tuple(
        (start, end)
        for start, end in found.content
        if _frame(framed, start) != home and any(m.start <= start and end <= m.end for m in framed.quoted)
    )
    return replace(found, content=tuple(piece for piece in found.content if piece not in rest)), rest


def _frame(framed: Framed, place: int) -> int:
    return bisect_right([frame.start for frame in framed.frames], place)


def covered(found: Sequence[Found], marked: Marked) -> bool:
    """Whether some attribution holds marked words."""
    return any(item.overlaps(marked.start, marked.end) for item in found)
