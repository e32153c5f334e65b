"""Words that come through another: who said them, and not the paper, agency or video that hands them on.

"Ora Quill was quoted by the agency as saying", "the Echo reported that Ora Quill had called it “a farce”", "Ora Quill
said the port was shut, according to a video": the network mostly names who hands on, as it was taught; a reader
wants to know who said it. A source in an aside ("The port, she said at first, was shut") is mended here as well.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, without_gap
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.rules.clauses import clause_behind
from tellings.reading.attribution.rules.sources import cue_pieces
from tellings.reading.lexicon import words
from tellings.reading.mentions import head_kind
from tellings.reading.name_words import MASTHEADS

_HANDS_ON = frozenset({"report", "according"})
_MEDIA = frozenset(
    "newspaper paper agency video footage recording transcript tape audio clip article magazine broadcaster network station channel".split()
)


def said_by(framed: Framed, item: Found) -> Found:
    """The attribution with who said the words as its source."""
    cue = _root(framed, item)
    if cue is None:
        return item
    return _quoted(framed, item, cue) or _inner(framed, item, cue) or _aside(framed, item, cue) or item


def _root(framed: Framed, item: Found) -> Token | None:
    span = framed.doc.char_span(*item.cue[0], alignment_mode="expand") if item.cue else None
    return span.root if span is not None and len(span) else None


def _quoted(framed: Framed, item: Found, cue: Token) -> Found | None:
    """'She was quoted by the agency as saying ...', 'the agency quoted her as saying ...': she."""
    head = cues.quoted(cue)
    if head is None or not framed.outside(head) or item.overlaps(head.idx, head.idx + len(head)):
        return None
    first, last = cues.phrase(head)
    return replace(item, source=((first.idx, last.idx + len(last)),), head=head)


def _inner(framed: Framed, item: Found, cue: Token) -> Found | None:
    """What the paper reports that a person said: of words in marks the person who is told to have said them."""
    if not _hands_on(item, cue):
        return None
    inside = [marked for marked in framed.quoted if item.covers(marked.start, marked.end)]
    start, end = item.content[0][0], item.content[-1][1]
    frame = next((frame for frame in framed.frames if frame.start <= start < frame.end), None)
    stop = inside[0].start if inside else end
    for verb in reversed(framed.tokens(start, stop)):
        if frame is None or "speech" not in cues.classes(verb) or not framed.outside(verb) or cues.negated(verb):
            continue
        found = _said(framed, frame, verb, item)
        if found is None or not all(found.covers(marked.start, marked.end) for marked in inside):
            continue
        if inside or verb.dep_ == "ROOT" or verb.head is cue:
            return found
    return None


def _said(framed: Framed, frame: Frame, verb: Token, item: Found) -> Found | None:
    """What a person says by a verb within the words handed on."""
    found = clause_behind(framed, frame, verb)
    if found is None or found.head is None or not found.source or not item.overlaps(*found.source[0]):
        return None
    person = found.head.ent_type_ == "PERSON" or found.head.tag_ == "PRP"
    person = person or head_kind(found.head.lemma_.lower(), plural=False) == "person"
    return found if person else None


def _hands_on(item: Found, cue: Token) -> bool:
    """Whether a source only tells what others said: papers and recordings do, and whoever "reports" it."""
    if item.head is None:
        return False
    if cue.lemma_.lower() in _HANDS_ON or cue.lower_ in _HANDS_ON:
        return True
    noun = item.head.lemma_.lower()
    return noun in _MEDIA or (noun in MASTHEADS and noun not in words("people"))  # "observer" may be somebody


def _aside(framed: Framed, item: Found, cue: Token) -> Found | None:
    """'The port, she said at first, was shut': the verb of the aside is the cue, and that of the clause is said."""
    head = item.head
    if head is None or head.dep_ != "nsubj" or head.head is cue or "speech" not in cues.classes(head.head):
        return None
    own = next((child for child in cue.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is None or not own.i < head.i < cue.i or not own.i < head.head.i < cue.i:
        return None
    place = cue_pieces(head.head)
    if not item.overlaps(own.idx, own.idx + len(own)) or item.overlaps(*place[0]) or not framed.outside(head.head):
        return None
    return without_gap(replace(item, content=(*item.content, *item.cue), cue=place), framed.text)
