"""Acts: what the text tells that somebody did or underwent, dated or not.

An act is a verb, with who does it (``agents``) and to whom it is done (``patients``): subjects and objects of the
parse, those it shares with the verb before it, the noun that a relative clause is on. A state ("be", "have") is no
act. ``told`` says that it is told as done: not what will, would or may be, what is denied, asked or supposed. Where a
moment dates it, it is that of the event the verb tells, or the one that it has lasted since.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tellings.reading import triggers
from tellings.reading.document import Document
from tellings.reading.paragraphs import Paragraph
from tellings.reading.reader import Part
from tellings.values import Act, Moment, Reading, Span

_SUBJECTS = frozenset("nsubj csubj".split())
_PASSIVE = frozenset("nsubjpass csubjpass".split())
_OBJECTS = frozenset("dobj dative".split())
_FINITE = frozenset("VBD VBZ VBP".split())
_SHARING = frozenset("conj advcl xcomp pcomp".split())
_AHEAD = frozenset("will 'll would shall should could can may might must to ca wo".split())
_EMPTY = frozenset("make give hold take do begin start".split())  # "made a visit": the noun tells what was done
_SUPPOSED = frozenset("if whether unless".split())
_THOUGHTS = frozenset(
    "believe think know want wish need intend plan hope expect estimate envision envisage anticipate feel fear doubt prefer remember base rely "
    "depend deserve enjoy regard view like love hate worry".split()
)
_NO_ACTS = triggers.STATES | _THOUGHTS
_BEGUN = frozenset("begin start continue".split())
_SET = frozenset("set schedule expect forecast".split())
_RESULTS = frozenset("result lead spark cause make bring prompt leave end trigger force raise mark".split())
_WHEN = frozenset("after before while when by on upon since".split())
_PARTICLES = frozenset("back down up out off away".split())
_SHARED = 3  # verbs up to the one whose subject an act shares


def read(document: Document, reading: Reading) -> dict[str, tuple[Act, ...]]:
    """The acts of an article that have an agent or a patient, in the order of its text."""
    dated = {event.trigger: event.moment for event in reading.events}
    found = [
        act
        for paragraph, doc in zip(document.paragraphs, document.docs, strict=True)
        for act in _acts(document, paragraph, doc, reading.moments, dated)
    ]
    return {"acts": tuple(sorted(found, key=lambda act: act.span))}


def _acts(
    document: Document, paragraph: Paragraph, doc: Doc, moments: tuple[Moment, ...], dated: dict[Span, int]
) -> Iterator[Act]:
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() in _NO_ACTS or _leads(verb):
            continue
        agents, patients = _agents(verb), _patients(verb)
        if not (agents or patients):
            continue
        moment = None if _unreal(verb) else _moment(document, paragraph, verb, moments, dated)
        yield Act(
            span=document.span(paragraph, _trigger(verb)),
            lemma=_lemma(verb),
            agents=tuple(document.span(paragraph, token) for token in agents),
            patients=tuple(document.span(paragraph, token) for token in patients),
            moment=moment,
            told=_told(verb),
            before=any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children),
        )


def _trigger(verb: Token) -> Token | Words:
    """The words that tell the act: the verb with its particle; of "made a flight" the noun."""
    if verb.lemma_.lower() in _EMPTY:
        nouns = [child for child in verb.children if child.dep_ == "dobj" and triggers.is_doing(child)]
        return nouns[0] if nouns else verb
    particle = any(
        child.i == verb.i + 1 and (child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in _PARTICLES))
        for child in verb.children
    )
    return verb.doc[verb.i : verb.i + 2] if particle else verb


def _lemma(verb: Token) -> str:
    """The word of the act: of "made a visit" the noun."""
    told = _trigger(verb)
    return (told if isinstance(told, Token) else verb).lemma_.lower()


def _agents(verb: Token) -> list[Token]:
    """Who does it: the subject, its own or the shared one, or "by" whom it is done."""
    by = [noun for child in verb.children if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj"]
    if verb.dep_ == "advcl" and verb.lemma_.lower() in _RESULTS and _bare(verb) and verb.i > verb.head.i:
        return list(_joined(by))  # "..., leading to a strike": not somebody, but what is told before, leads to it
    token = verb
    for _ in range(_SHARED):
        subjects = [child for child in token.children if child.dep_ in _SUBJECTS]
        passive = [child for child in token.children if child.dep_ in _PASSIVE]
        if token.i != verb.i and passive and not _undergone(verb):
            subjects = subjects or passive  # "was set to land", "was seized and sank"
        if subjects or passive:
            own = token.i == verb.i or not _undergone(verb)
            return [*_joined(subjects if own else []), *_joined(by)]
        if token.dep_ == "relcl" and token.tag_ != "VBN":
            return [*_joined([token.head]), *_joined(by)]
        above = _above(token)
        if token.dep_ not in _SHARING or above.i == token.i or above.pos_ not in ("VERB", "AUX"):
            break
        token = above
    return list(_joined(by))


def _patients(verb: Token) -> list[Token]:
    """To whom it is done: the object, the subject of a passive, its own or that of the verb before ("was seized and sold")."""
    own = [child for child in verb.children if child.dep_ in _OBJECTS | _PASSIVE]
    shared = not own and _undergone(verb) and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i
    return list(
        _joined([child for child in verb.head.children if child.dep_ in _PASSIVE | _SUBJECTS] if shared else own)
    )


def _above(verb: Token) -> Token:
    """The verb that a clause hangs on, also by "after" or "by"."""
    when = verb.dep_ == "pcomp" and verb.head.lower_ in _WHEN
    return verb.head.head if when else verb.head


def _bare(verb: Token) -> bool:
    """Whether the verb is a participle alone: "leading", not "was leading"."""
    return verb.tag_ == "VBG" and not any(child.dep_ in _SUBJECTS | {"aux", "mark"} for child in verb.children)


def _undergone(verb: Token) -> bool:
    """Whether the verb is a passive."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBN" and not (helpers & {"have", "has", "had", "having", "'ve"} and "been" not in helpers)


def _joined(heads: list[Token]) -> Iterator[Token]:
    """Each noun with those that "and" joins to it or that say the same of it; a pronoun that takes up a noun ("who") stands for that noun."""
    for head in heads:
        relative = head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl"
        first = head.head.head if relative else head
        yield first
        yield from (token for token in first.conjuncts if token.i > first.i)
        yield from (token for token in first.children if token.dep_ == "appos")


def _told(verb: Token) -> bool:
    """Whether the act is told as done; what is begun is."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _BEGUN:
        return _told(verb.head)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _AHEAD or any(child.dep_ == "neg" for child in verb.children):
        return False
    if any(child.lower_ in _SUPPOSED for child in verb.children if child.dep_ == "mark"):
        return False
    if verb.tag_ == "VBG" and not helpers:
        above = _above(verb)
        return verb.dep_ in ("advcl", "conj", "pcomp") and above.pos_ == "VERB" and _told(above)
    going_on = verb.tag_ == "VBG" and verb.lower_ != "going"
    done = verb.tag_ in _FINITE or ((verb.tag_ == "VBN" or going_on) and bool(helpers))
    return done and not verb.sent.text.rstrip().endswith("?")


def _leads(verb: Token) -> bool:
    """Whether the verb only leads to the one after it: "was set to sail", "began to sink"."""
    ahead = any(child.dep_ == "xcomp" for child in verb.children)
    return ahead and (verb.lemma_.lower() in _BEGUN or (verb.lemma_.lower() in _SET and _undergone(verb)))


def _unreal(verb: Token) -> bool:
    """As in "would have been sold by 2011"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return "have" in helpers and bool(helpers & {"would", "could", "should", "might"})


def _moment(
    document: Document, paragraph: Paragraph, verb: Token, moments: tuple[Moment, ...], dated: dict[Span, int]
) -> int | None:
    """The moment that dates the verb, or the one before it that leads to it."""
    for one in (verb, verb.head) if verb.dep_ == "xcomp" and _leads(verb.head) else (verb,):
        span = document.span(paragraph, one)
        if span in dated:
            return dated[span]
    return _since(document, paragraph, verb, moments)


def _since(document: Document, paragraph: Paragraph, verb: Token, moments: tuple[Moment, ...]) -> int | None:
    """The moment that a verb is told since ("has been suspended since July")."""
    for child in verb.children:
        if child.lower_ != "since" or child.dep_ != "prep":
            continue
        phrase = document.span(paragraph, child.doc[child.i : child.right_edge.i + 1])
        return next((place for place, moment in enumerate(moments) if phrase.covers(moment.span)), None)
    return None


PART = Part("acts.parse.v1", read, gives=("acts",), requires=("moments", "events"))
