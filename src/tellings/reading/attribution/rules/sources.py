"""Sources: the noun phrase that a cue names as the speaker, by the parse or, where that fails, by its place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Piece
from tellings.reading.attribution.frames import Frame, Framed

_NOUN_START = frozenset({"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"})


def cue_verbs(framed: Framed, frame: Frame) -> Iterator[tuple[Token, bool]]:
    """The narrator's verbs that may be cues, and whether each is one of saying or finding."""
    for token in framed.tokens(frame.start, frame.end):
        kinds = cues.classes(token)
        if kinds and framed.outside(token) and token.dep_ not in {"aux", "auxpass"}:
            yield token, "speech" in kinds or "finding" in kinds


def cue_pieces(verb: Token) -> tuple[Piece, ...]:
    """The place of a cue: the verb with its particle."""
    tokens = list(cues.particles(verb))
    return ((tokens[0].idx, tokens[-1].idx + len(tokens[-1])),)


def source_of(framed: Framed, verb: Token, frame: Frame) -> tuple[Piece | None, Token | None]:
    """The source of a cue: by the parse, and where that fails by the nearest noun phrase."""
    head = cues.subject(verb)
    if head is not None and head.head != verb and head.pos_ == "NOUN" and not cues.can_say(head):
        head = None  # "the storm drew anger, saying ...": storms say nothing
    if head is not None and framed.outside(head) and frame.start <= head.idx < frame.end and _named(head, verb):
        first, last = cues.phrase(head)
        return _within(framed, first, last, frame, verb), head
    if _inverted(framed, verb):
        return noun_after(framed, verb, frame.end)
    return _noun_before(framed, verb, frame.start) if verb.tag_ in {"VBD", "VBZ", "VBP"} else (None, None)


def _named(head: Token, verb: Token) -> bool:
    """Whether a subject may be somebody: "it emerged" has none, "it said" has."""
    return (
        head.i > verb.i or head.lower_ not in {"it", "that", "which", "what", "there", "this"} or verb.lemma_ == "say"
    )


def _within(framed: Framed, first: Token, last: Token, frame: Frame, verb: Token) -> Piece:
    """A source that neither holds its own cue nor words of a quotation."""
    doc = framed.doc
    tokens = [t for t in doc[first.i : last.i + 1] if framed.outside(t) and frame.start <= t.idx]
    if first.i <= verb.i <= last.i:
        before = verb.i - first.i >= last.i - verb.i
        tokens = [t for t in tokens if t.i != verb.i and (t.i < verb.i) == before]
    while tokens and (tokens[0].is_punct or tokens[0].is_space or tokens[0].lower_ in {"and", "but", "or"}):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space) and tokens[-1].text != ")":
        tokens = tokens[:-1]
    if not tokens:
        return first.idx, last.idx + len(last)
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _inverted(framed: Framed, verb: Token) -> bool:
    """Whether a noun phrase stands right behind the verb ("said a spokesman")."""
    following = next((t for t in framed.words[verb.i + 1 :] if not t.is_space), None)
    if following is None or following.ent_type_ in {"DATE", "TIME"} or following.dep_ == "npadvmod":
        return False  # "said Monday"
    return following.pos_ in _NOUN_START and framed.outside(following) and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}


def noun_after(framed: Framed, token: Token, limit: int) -> tuple[Piece | None, Token | None]:
    """The noun phrase that begins right behind a token."""
    start = next((t for t in framed.words[token.i + 1 :] if not t.is_space), None)
    if start is None or start.idx >= limit or start.pos_ not in _NOUN_START or not framed.outside(start):
        return None, None
    head = start
    while (
        head.head.i > head.i
        and head.head.idx < limit
        and head.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "predet"}
    ):
        head = head.head
    if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}:
        return None, None
    _, last = cues.phrase(head)
    end = last.idx + len(last)
    return (start.idx, min(end, limit)), head


def _noun_before(framed: Framed, verb: Token, limit: int) -> tuple[Piece | None, Token | None]:
    """The noun phrase that ends right before a verb, where the parse ties the verb to something else."""
    tokens = [t for t in framed.tokens(limit, verb.idx) if not t.is_space]
    while tokens and tokens[-1].pos_ in {"ADV", "AUX"}:
        tokens.pop()
    run = _last_phrase(framed, tokens)
    if len(tokens) > len(run) and tokens and tokens[-1].text == ",":  # "its chair, Ora Quill, said"
        inner = _last_phrase(framed, tokens[:-1])
        rest = tokens[: len(tokens) - 1 - len(inner)]
        if inner and rest and rest[-1].text == "," and (outer := _last_phrase(framed, rest[:-1])):
            run = outer
    nouns = [t for t in run if t.pos_ in {"PROPN", "NOUN", "PRON"}]
    left = run[0].nbor(-1) if run and run[0].i else None
    if (
        not nouns
        or run[-1].pos_ == "CCONJ"
        or not (left is None or left.is_punct or left.is_space or left.idx < limit or not framed.outside(left))
    ):
        return None, None
    parted = next((i for i, t in enumerate(run) if t.pos_ in {"ADP", "CCONJ"}), len(run))
    head = next((t for t in reversed(run[:parted]) if t.pos_ in {"PROPN", "NOUN", "PRON"}), nouns[-1])
    return (run[0].idx, run[-1].idx + len(run[-1])), head


def _last_phrase(framed: Framed, tokens: list[Token]) -> list[Token]:
    """The run of noun-phrase words at the end of a list of tokens."""
    run: list[Token] = []
    for token in reversed(tokens):
        if not framed.outside(token) or not (
            token.pos_ in {"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM", "CCONJ", "PART"}
            or token.text == "-"
            or token.lower_ in {"of", "for"}
        ):
            break
        run.append(token)
    run.reverse()
    while run and (run[0].pos_ in {"CCONJ", "PART"} or run[0].text == "-" or run[0].lower_ in {"of", "for"}):
        run = run[1:]
    return run


def group(framed: Framed, frame: Frame, verb: Token) -> tuple[int, int, Piece | None, Token | None]:
    """Where the attribution's own words begin and end ("said the mayor"), with its source."""
    source, head = source_of(framed, verb, frame)
    start, end = verb.idx, verb.idx + len(verb)
    for child in verb.children:
        if child.dep_ in {"aux", "neg", "auxpass"} or (
            child.dep_ == "advmod" and child.i < verb.i and verb.i - child.i <= 2
        ):
            start = min(start, child.idx)
    if source is not None:
        if source[1] <= verb.idx and _only_source_between(framed, source[1], verb):
            start = min(start, source[0])
        elif source[0] >= end:
            end = max(end, source[1])
    return start, end, source, head


def _only_source_between(framed: Framed, end: int, verb: Token) -> bool:
    """Whether between a source and its verb there is an apposition or adverb at the most ("Doe, 34, said")."""
    between = framed.tokens(end, verb.idx)
    if any(not framed.outside(token) for token in between):
        return False
    return (
        len(between) <= 3
        or (len(between) <= 30 and between[0].text in {",", "("} and between[-1].text in {",", ")"})
        or all(t.pos_ in {"ADV", "AUX", "PART", "PUNCT"} for t in between)
    )
