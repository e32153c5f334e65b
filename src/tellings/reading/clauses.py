"""Clauses: the doing that a time dates, in the parse of its sentence.

The doing is the verb that the time hangs on, or the event noun ("the raid on
Monday"); its clause is the stretch around both that holds no clause of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.reading.paragraphs import Paragraph
from tellings.values import Moment

_DOINGS = frozenset(
    "accident address agreement announcement appeal appearance appointment arrest arrival assassination assault attack auction ballot ban battle "
    "blast bombing briefing broadcast campaign celebration ceremony clash collapse concert conference conviction coup crackdown crash cup cut "
    "deadline death debate debut decision defeat demonstration departure derby discovery disaster draw earthquake election eruption evacuation "
    "execution exercise explosion famine feud fight final fire flight flood funeral game hearing inauguration incident inquest interview "
    "investigation invasion killing landing launch lawsuit leak match march massacre meeting merger murder offensive operation outage outbreak "
    "parade performance premiere press primary probe promise protest publication purchase quake race raid rally referendum release report request "
    "rescue resignation retirement retreat riot robbery ruling sale seizure semifinal sentencing session shooting siege speech spill stabbing "
    "statement storm strike suicide suit summit surgery surrender takeover talk test theft threat tour transfer trial trip tsunami typhoon "
    "verdict victory visit vote walkout war warning wedding wildfire win withdrawal workshop hurricane cyclone landslide blackout recall".split()
)
_AMOUNTS = frozenset({"sales", "purchases", "cuts", "population"})
_ALSO = ("tion", "sion", "ment")
_STATES = frozenset(
    "be have remain seem appear mean own include contain consist belong cost weigh number total average equal exceed".split()
)
_DURING = frozenset("during at in amid".split())
_BEYOND = frozenset("since after before".split())
SAYING = frozenset("say tell add".split())
_LIGHT = frozenset("make give hold take have do issue deliver launch stage put pay".split())
_POSTED = re.compile(r"\(@\w+\)\s*$")  # the date line of a post set into the text
_CUT = frozenset("ccomp parataxis relcl acl punct dep mark preconj".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_SUBJECTS = frozenset("nsubj nsubjpass csubj agent".split())
_SHORT = 9  # tokens of a noun phrase that is taken into the clause which hangs on it
_LONGEST = 45  # tokens of one clause: a longer one is a parse gone wrong


@dataclass(frozen=True, slots=True)
class Clause:
    """A doing: its trigger, the words of its clause, the subjects with their heads."""

    trigger: Token
    tokens: tuple[Token, ...]
    actors: tuple[Token, ...]
    heads: tuple[Token, ...]


def clause(doc: Doc, paragraph: Paragraph, moment: Moment) -> Clause | None:
    """The clause that a moment of the paragraph dates; none where it dates no doing."""
    first = paragraph.offset(moment.span.start)
    words = doc.char_span(first, paragraph.offset(moment.span.end - 1) + 1, alignment_mode="expand")
    if words is None or _POSTED.search(doc.text[max(0, first - 40) : first]):
        return None
    if _beyond(words.root) or _names(words.root, moment):
        return None
    trigger = _trigger(words.root)
    if trigger is None or (trigger.lemma_.lower() in SAYING and not _told(trigger)):
        return None
    trigger = _when_told(trigger, words.end)
    heads = _performers(trigger)
    actors = tuple(leaf for head in heads for leaf in head.subtree if leaf.i <= head.i or leaf.i < trigger.i)
    return Clause(trigger, _stretch(trigger, words.start, words.end), actors, heads)


def _names(word: Token, moment: Moment) -> bool:
    """As in "the 2018 results": the time only says which of the things is meant."""
    head = word.head
    before = head.i > word.i and head.pos_ in ("NOUN", "PROPN") and not is_doing(head)
    return before and (word.dep_ == "poss" or moment.rule.startswith("date.year"))


def _beyond(word: Token) -> bool:
    """As in "since Monday" and "after March 5": the doing has another time than the one named."""
    return word.head.lower_ in _BEYOND and word.head.i < word.i and word.dep_ in ("pobj", "npadvmod", "pcomp")


def _told(verb: Token) -> list[Token]:
    """What "said on Monday" tells, where it follows; "…, police said Monday" only says who tells it."""
    return [child for child in verb.children if child.dep_ in ("ccomp", "xcomp") and child.left_edge.i > verb.i]


def lemma(trigger: Token) -> str:
    """The word of the doing: of "made an announcement" the noun."""
    if trigger.lemma_.lower() in _LIGHT:
        nouns = [child for child in trigger.children if child.dep_ == "dobj" and is_doing(child)]
        trigger = nouns[0] if nouns else trigger
    return trigger.lemma_.lower()


def _when_told(verb: Token, end: int) -> Token:
    """As in "It began this month when the union sued": the moment dates what the clause after it tells."""
    told = [
        child for child in verb.children if child.dep_ == "advcl" and _when(child) and 0 <= child.left_edge.i - end <= 1
    ]
    return told[0] if told else verb


def _trigger(token: Token) -> Token | None:
    """The verb or event noun that a time word hangs on."""
    below: Token = token
    for head in _up(token):
        if head.pos_ in ("VERB", "AUX"):
            return _doing(head)
        if head.pos_ in ("NOUN", "PROPN") and is_doing(head) and not _within(head):
            return head.head if head.dep_ == "dobj" and head.head.lemma_.lower() in _LIGHT else head
        below = head
    return below if below.i != token.i and below.pos_ == "NOUN" and is_doing(below) else None


def _up(token: Token) -> Iterator[Token]:
    """The heads of a token up to the root of its sentence."""
    while token.head.i != token.i:
        token = token.head
        yield token


def is_doing(token: Token) -> bool:
    """Whether a noun tells of something that happens."""
    word = token.lemma_.lower()
    if token.lower_ in _AMOUNTS:
        return False
    return word in _DOINGS or (token.pos_ == "NOUN" and len(word) > 6 and word.endswith(_ALSO))


def _within(noun: Token) -> bool:
    """As in "Spoke at a conference on Monday": the verb happens at the time of the noun."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _DURING and noun.head.head.pos_ in ("VERB", "NOUN")


def _doing(verb: Token) -> Token | None:
    """The verb, or what happens in its stead: a state dates nothing, but its subject may happen ("the vote is on Monday")."""
    while verb.dep_ in ("aux", "auxpass") and verb.head.i != verb.i:
        verb = verb.head
    if verb.lemma_.lower() not in _STATES:
        return verb
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "attr") and is_doing(child)]
    return subjects[0] if subjects else None


def _stretch(trigger: Token, first: int, last: int) -> tuple[Token, ...]:
    """The words of the clause around the trigger that hold its time: no clause of its own inside, unless it tells the doing."""
    kept = {trigger.i, *range(first, last)}
    content = _told(trigger)
    stack = [trigger]
    while stack:
        token = stack.pop()
        for child in token.children:
            inside = child.left_edge.i <= first < child.right_edge.i + 1 or child in content
            if inside or not _parts(child):
                kept.add(child.i)
                stack.append(child)
    begin, end = _trim(trigger.doc, min(kept), max(kept) + 1, {trigger.i, *range(first, last)})
    head = trigger.head
    if trigger.dep_ in ("acl", "relcl") and begin - head.i in (1, 2) and head.i - head.left_edge.i < _SHORT:
        begin = head.left_edge.i  # "a suit filed on Monday", "the governor, who warned"
    if end - begin > _LONGEST:
        begin, end = (
            min(trigger.left_edge.i if trigger.i - trigger.left_edge.i < 12 else trigger.i, first),
            max(trigger.i + 1, last),
        )
    return tuple(trigger.doc[begin:end])


def _parts(child: Token) -> bool:
    """Whether a clause of its own begins here."""
    if child.dep_ == "advcl":
        return any(token.tag_ in _FINITE for token in (child, *child.children)) and not _when(child)
    if child.dep_ == "conj":
        return any(
            token.dep_ in _SUBJECTS for token in child.children
        )  # "… and threatened to go": the same one does both
    return child.dep_ in _CUT


def _when(clause: Token) -> bool:
    return any(token.lower_ == "when" for token in clause.children)


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
