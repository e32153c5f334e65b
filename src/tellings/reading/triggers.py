"""Triggers: the verb or event noun that a time dates.

A time dates the verb that it hangs on in the parse, or the event noun ("the raid
on Monday"); a state, a negated habit, or what lies beyond the time ("since
Monday") is not dated.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tellings.reading import labels
from tellings.values import Moment

_DOINGS = frozenset(
    "accident address agreement announcement appeal appearance appointment arrest arrival assassination assault attack auction ballot ban battle "
    "blast bombing briefing broadcast campaign celebration ceremony clash collapse concert conference conviction coup crackdown crash cup cut "
    "deadline death debate debut decision defeat demonstration departure derby discovery disaster draw earthquake election eruption evacuation "
    "execution exercise explosion famine feud fight final fire flight flood funeral game hearing inauguration incident inquest interview "
    "investigation invasion killing landing launch lawsuit leak match march massacre meeting merger murder offensive operation order outage outbreak "
    "parade performance premiere press primary probe promise protest publication purchase quake race raid rally rampage referendum release report request "
    "rescue resignation retirement retreat riot robbery ruling sale seizure semifinal sentencing session shooting siege speech spill stabbing "
    "statement storm strike suicide suit summit surgery surrender takeover talk test theft threat tour transfer trial trip tsunami typhoon "
    "verdict victory visit vote walkout war warning wedding wildfire win withdrawal workshop hurricane cyclone landslide blackout recall".split()
)
_AMOUNTS = frozenset({"sales", "purchases", "cuts", "population"})
_ALSO = ("tion", "sion", "ment")
STATES = frozenset(
    "be have remain seem appear mean own include contain consist belong cost weigh number total average equal exceed".split()
)
_DURING = frozenset("during at in amid".split())
_BEYOND = frozenset("since after before".split())
_ENDS = frozenset("through until till into".split())
_TELLING = frozenset("VB VBD VBN VBP VBZ".split())
_LEADING = frozenset("at on the early late small hours of about around shortly just morning".split())
PHASES = frozenset("begin start end finish happen occur resume".split())
SAYING = frozenset("say tell add".split())
LIGHT = frozenset("make give hold take have do issue deliver launch stage put pay".split())


def dated(words: Words, moment: Moment) -> Token | None:
    """The doing that the words of a time date."""
    if _since(words):
        return labels.state(words)
    if _beyond(words.root, moment) or _names(words.root, moment) or _edge(words):
        return None
    trigger = _trigger(words.root)
    if trigger is not None and trigger.pos_ in ("NOUN", "PROPN") and trigger.head.lower_ in _BEYOND:
        return None  # "a year after the Sept. 11 attacks"
    if trigger is None or (trigger.lemma_.lower() in SAYING and not told(trigger) and not _was_told(trigger)):
        return None
    return trigger


def _was_told(verb: Token) -> bool:
    """As in "managers had been told in March"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    return any(subject.lower_ not in ("it", "that", "this", "what") for subject in subjects)


def idle(trigger: Token) -> bool:
    """As in "wheels don't go dead overnight" and "what it cannot do today": nothing that happened is told."""
    above = labels.finite(trigger)
    negated = any(child.dep_ == "neg" for child in above.children)
    auxiliaries = {child.lower_ for child in above.children if child.dep_ == "aux"}
    asked = any(child.lower_ == "what" and child.dep_ == "dobj" for child in trigger.children)
    return asked or (negated and bool(auxiliaries & {"do", "does", "can", "could", "ca"}))


def _since(words: Words) -> bool:
    """As in "since midnight on Sunday" and "since the early hours of Saturday"."""
    before = [token.lower_ for token in words.doc[max(0, words.start - 5) : words.start]]
    return "since" in before and all(word in _LEADING for word in before[before.index("since") + 1 :])


def _names(word: Token, moment: Moment) -> bool:
    """As in "the 2018 results" and "rescinded the 2012 order": the time only says which of the things is meant."""
    head = word.head
    if head.i < word.i or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if moment.rule.startswith("date.year"):
        happens = head.dep_ in ("nsubj", "nsubjpass", "ROOT") or (_within(head) and head.head.head.tag_ in _TELLING)
        return not (is_doing(head) and happens)  # "it was voted down in the 2018 election"
    return word.dep_ == "poss" and not is_doing(head)


def _edge(words: Words) -> bool:
    """As in "runs through 2028", "from 2000 to 2016" and "as of Monday": the time is where a state begins or ends, of no doing."""
    doc, first = words.doc, words.start - 1
    if first >= 0 and doc[first].lower_ == "the":
        first -= 1
    before = doc[first].lower_ if first >= 0 else ""
    if before in _ENDS or (before == "of" and first > 0 and doc[first - 1].lower_ == "as"):
        return True
    if before == "to" and "from" in (token.lower_ for token in doc[max(0, first - 3) : first]):
        return True
    return before == "from" and words.end < len(doc) and doc[words.end].lower_ in ("to", *_ENDS)


def _beyond(word: Token, moment: Moment) -> bool:
    """As in "since Monday" and "after March 5": the doing has another time than the one named; "just after 3 a.m." is near it."""
    head = word.head
    if head.lower_ not in _BEYOND or head.i > word.i or word.dep_ not in ("pobj", "npadvmod", "pcomp"):
        return False
    close = head.i > 0 and head.nbor(-1).lower_ in ("shortly", "just", "soon", "right", "immediately")
    near = close and head.lower_ == "after"  # "just before the Tuesday" is another day
    return head.lower_ == "since" or not (near or moment.kind == "TIME")


def told(verb: Token) -> list[Token]:
    """What "said on Monday" tells, where it follows; "…, police said Monday" only says who tells it."""
    return [child for child in verb.children if child.dep_ in ("ccomp", "xcomp") and child.left_edge.i > verb.i]


def lemma(trigger: Token) -> str:
    """The word of the doing: of "made an announcement" and "the strike began" the noun."""
    if trigger.lemma_.lower() in PHASES:
        heads = [trigger.head] if trigger.dep_ == "relcl" else []
        subjects = [child for child in trigger.children if child.dep_ in ("nsubj", "nsubjpass")]
        nouns = [noun for noun in (*subjects, *heads) if is_doing(noun)]
        return (nouns[0] if nouns else trigger).lemma_.lower()
    if trigger.lemma_.lower() in ("come", "go") and any(child.lower_ == "back" for child in trigger.children):
        return "return"
    if trigger.lemma_.lower() in LIGHT:
        nouns = [child for child in trigger.children if child.dep_ == "dobj" and is_doing(child)]
        trigger = nouns[0] if nouns else trigger
    return trigger.lemma_.lower()


def when_told(verb: Token, end: int) -> Token:
    """As in "It began this month when the union sued": the moment dates what the clause after it tells."""
    told = [
        child
        for child in verb.children
        if child.dep_ == "advcl" and holds_when(child) and 0 <= child.left_edge.i - end <= 1
    ]
    return told[0] if told else verb


def _trigger(token: Token) -> Token | None:
    """The verb or event noun that a time word hangs on."""
    below: Token = token
    for head in _up(token):
        if head.pos_ in ("VERB", "AUX"):
            return _doing(head)
        if head.pos_ in ("NOUN", "PROPN") and is_doing(head) and not _within(head):
            return head.head if head.dep_ == "dobj" and head.head.lemma_.lower() in LIGHT else head
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
    if verb.lemma_.lower() not in STATES:
        return verb
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "attr") and is_doing(child)]
    return _pointed(verb) or (subjects[0] if subjects else None)


def _pointed(verb: Token) -> Token | None:
    """As in "It was on Wednesday that the judge ruled": what is so pointed at is done in the clause after it."""
    if not any(child.lower_ == "it" and child.dep_ in ("nsubj", "expl") for child in verb.children):
        return None
    clauses = [
        child for child in verb.children if child.i > verb.i and child.dep_ in ("ccomp", "advcl", "relcl", "acl")
    ]
    told = [child for child in clauses if child.pos_ == "VERB" and child.left_edge.lower_ in ("that", "when")]
    return told[0] if told else None


def holds_when(clause: Token) -> bool:
    """As in "when the union sued"."""
    return any(token.lower_ == "when" for token in clause.children)
