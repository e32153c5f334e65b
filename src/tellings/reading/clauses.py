"""Clauses: the doing that a time dates, in the parse of its sentence.

The doing is the verb that the time hangs on, or the event noun ("the raid on
Monday"); its clause is the stretch around both that holds no clause of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tellings.reading import labels, triggers
from tellings.reading.language import text_of
from tellings.reading.paragraphs import Paragraph
from tellings.values import Moment

_POSTED = re.compile(r"\(@\w+\)\s*$")  # the date line of a post set into the text
_CUT = frozenset("ccomp parataxis relcl acl punct dep mark preconj".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_SUBJECTS = frozenset("nsubj nsubjpass csubj agent".split())
_NAMED = 4  # tokens of a noun phrase that says enough by itself
_SHORT = 9  # tokens of a noun phrase that is taken into the clause which hangs on it
_LONGEST = 45  # tokens of one clause: a longer one is a parse gone wrong


@dataclass(frozen=True, slots=True)
class Clause:
    """A doing: its trigger, the words of its clause, those of the clause that reads by itself, the subjects with their heads."""

    trigger: Token
    tokens: tuple[Token, ...]
    label: tuple[Token, ...]
    actors: tuple[Token, ...]
    heads: tuple[Token, ...]


def clause(doc: Doc, paragraph: Paragraph, moment: Moment, beside: Sequence[Moment] = ()) -> Clause | None:
    """The clause that a moment of the paragraph dates; none where it dates no doing.

    ``beside`` are the other moments of the paragraph: what they date is cut off.
    """
    words = _words(doc, paragraph, moment)
    if words is None or _POSTED.search(text_of(doc)[max(0, words.start_char - 40) : words.start_char]):
        return None
    trigger = triggers.dated(words, moment)
    if trigger is None or triggers.idle(trigger) or trigger.sent.text.rstrip().endswith("?"):
        return None
    trigger = triggers.when_told(trigger, words.end)
    heads = _performers(trigger)
    actors = tuple(leaf for head in heads for leaf in head.subtree if leaf.i <= head.i or leaf.i < trigger.i)
    others = [other for each in beside if (other := _words(doc, paragraph, each)) is not None]
    whole = _stretch(trigger, words.start, words.end)
    tokens = labels.cut(trigger, whole, words, others)
    return Clause(trigger, tokens, _label(trigger, tokens, whole, words), actors, heads)


def _words(doc: Doc, paragraph: Paragraph, moment: Moment) -> Words | None:
    first, last = paragraph.offset(moment.span.start), paragraph.offset(moment.span.end - 1) + 1
    return doc.char_span(first, last, alignment_mode="expand")


def _label(trigger: Token, tokens: tuple[Token, ...], whole: tuple[Token, ...], words: Words) -> tuple[Token, ...]:
    """The clause that reads by itself: the doing's own where it is one, the finite clause above where not."""
    apart = not trigger.is_ancestor(words.root) and words.root.i != trigger.i
    emptied = any(child.dep_ == "ccomp" and child in whole and child not in tokens for child in trigger.children)
    if not apart and not emptied and labels.readable(trigger, tokens):
        return labels.opened(tokens, words)
    top = labels.finite(trigger.head if apart else trigger)
    named = trigger.pos_ in ("NOUN", "PROPN") and len(tokens) >= _NAMED
    if named and top.lemma_.lower() not in triggers.STATES | triggers.LIGHT | triggers.PHASES:
        return tokens  # "her order of 3 November": the verb above may tell of another time
    if labels.readable(top, whole):
        return labels.opened(whole, words)
    wider = _stretch(top, min(trigger.i, words.start), max(trigger.i + 1, words.end), also=trigger.i)
    return labels.opened(wider, words) if labels.readable(top, wider) else tuple(trigger.sent)


def _stretch(trigger: Token, first: int, last: int, also: int | None = None) -> tuple[Token, ...]:
    """The words of the clause around the trigger that hold its time: no clause of its own inside, unless it tells the doing."""
    kept = {trigger.i, *range(first, last)}
    content = triggers.told(trigger)
    stack = [trigger]
    while stack:
        token = stack.pop()
        for child in token.children:
            inside = child in content or any(
                child.left_edge.i <= place <= child.right_edge.i for place in (first, also or first)
            )
            if inside or not _parts(child):
                kept.add(child.i)
                stack.append(child)
    begin, end = _trim(trigger.doc, min(kept), max(kept) + 1, {trigger.i, *range(first, last)})
    head = trigger.head
    if trigger.dep_ in ("acl", "relcl") and _joins(head, begin) and head.i - head.left_edge.i < _SHORT:
        begin = head.left_edge.i  # "a suit filed on Monday", "the governor, who warned"
    if end - begin > _LONGEST:
        begin, end = (
            min(trigger.left_edge.i if trigger.i - trigger.left_edge.i < 12 else trigger.i, first),
            max(trigger.i + 1, last),
        )
    return tuple(trigger.doc[begin:end])


def _joins(head: Token, begin: int) -> bool:
    """Whether between a noun and the clause on it stands nothing, or what else belongs to the noun."""
    return 0 < begin - head.i <= _SHORT + 6 and all(head.is_ancestor(token) for token in head.doc[head.i + 1 : begin])


def _parts(child: Token) -> bool:
    """Whether a clause of its own begins here."""
    if child.dep_ == "advcl":
        if child.tag_ == "VBG" and any(below.dep_ == "ccomp" for below in child.children):
            return True  # "…, noting that"
        return any(token.tag_ in _FINITE for token in (child, *child.children)) and not triggers.holds_when(child)
    if child.dep_ == "conj":
        return any(
            token.dep_ in _SUBJECTS for token in child.children
        )  # "… and threatened to go": the same one does both
    return child.dep_ in _CUT


def _trim(doc: Doc, begin: int, end: int, keep: set[int]) -> tuple[int, int]:
    """Without stray marks at the edges."""
    while begin not in keep and (doc[begin].is_punct or doc[begin].is_space or doc[begin].dep_ == "cc"):
        begin += 1
    while end - 1 not in keep and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return begin, end


def _performers(trigger: Token) -> tuple[Token, ...]:
    """The subject of the trigger, its own or the one it shares with the verb before it."""
    token = trigger
    for _ in range(4):
        found = tuple(child for child in token.children if child.dep_ in _SUBJECTS)
        if token.dep_ in ("relcl", "acl"):  # "the governor, who warned": the words before are who does it
            passive = token.tag_ == "VBN" and not found
            return () if passive else (*found, token.head)
        if found:
            return found
        if token.dep_ not in ("conj", "xcomp", "advcl", "pcomp") or token.head.i == token.i:
            break
        token = token.head
    return ()
