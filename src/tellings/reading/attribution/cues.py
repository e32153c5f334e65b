"""Cues: the words that signal an attribution, and what the grammar ties to them.

A cue is a verb of one of the lexicon's classes or "according to". From the
parse come its source (subject, agent, the noun that a participle or relative
clause hangs on) and its content clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from tellings.reading.lexicon import table, words

CueClass = Literal["speech", "finding", "belief", "label", "act"]
"""What kind of verb a cue is: the later ones count only where the words themselves are quoted."""

_CLASSES: tuple[tuple[CueClass, str], ...] = (
    ("speech", "cues_speech"),
    ("finding", "cues_finding"),
    ("label", "cues_label"),
    ("belief", "cues_belief"),
    ("act", "cues_act"),
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_NEGATED = frozenset({"not", "n't", "never"})


def classes(token: Token) -> tuple[CueClass, ...]:
    """The classes of a verb, the strongest first; none for any other word."""
    if token.pos_ not in {"VERB", "AUX"} and not (token.tag_.startswith("VB")):
        return ()
    lemma = token.lemma_.lower()
    return tuple(name for name, words_of in _CLASSES if lemma in words(words_of))


def subject(verb: Token) -> Token | None:
    """The head of a cue's source: its own subject or the one it shares with the verb above."""
    seen: set[int] = set()
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if _addressed(verb):
        return None  # "when asked if ...": the subject is the one who was asked
    if passive:
        if _quoted_as_saying(verb):
            return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        by = next((child for child in verb.children if child.dep_ == "agent"), None)
        if by is not None:
            return next((child for child in by.children if child.dep_ == "pobj"), None)
        return (
            next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            if verb.lemma_ in {"quote", "cite"}
            else None
        )
    while verb.i not in seen:
        seen.add(verb.i)
        own = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if own and own[0].tag_ in {"WDT", "WP"} and own[0].lower_ != "who" and verb.dep_ == "relcl":
            return verb.head  # "a report that found": the report
        if own:
            return own[0]
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if verb.dep_ in {"xcomp", "advcl", "conj", "pcomp", "ccomp", "parataxis", "dep"} and verb.head.pos_ in {
            "VERB",
            "AUX",
        }:
            if verb.dep_ == "xcomp" and (obj := _object(verb.head)) is not None and verb.tag_ == "VB":
                return obj  # "urged the board to say": the board says
            verb = verb.head
            continue
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in {"quote", "cite", "report"}:
            verb = verb.head.head
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            return subject(verb) if passive else _object(verb)  # "the agency quoted her as saying": she says
        if verb.dep_ in {"pcomp", "prep", "advcl"} and verb.head.dep_ == "prep":
            verb = verb.head.head
            continue
        if verb.dep_ == "pobj" and verb.head.dep_ == "prep":
            return None
        if verb.dep_ == "amod" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head
        return None
    return None


def hands_on(verb: Token) -> bool:
    """Whether a verb only hands the words on to another that says them: "the agency quoted her as saying"."""
    return any(
        child.lower_ == "as" and any(c.dep_ == "pcomp" and classes(c) for c in child.children)
        for child in verb.children
    )


def quoted(verb: Token) -> Token | None:
    """Who is quoted, by the verb that quotes or by the "saying" that hangs on it; none for any other verb."""
    verb = verb.head if verb.dep_ == "pcomp" else verb
    verb = verb.head if verb.lower_ == "as" else verb
    if verb.lemma_ not in {"quote", "cite", "report"} or not hands_on(verb):
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None) if passive else _object(verb)


def _addressed(verb: Token) -> bool:
    """Whether a bare participle tells who was asked or told, not who did it."""
    bare = (
        verb.tag_ == "VBN"
        and verb.dep_ in {"advcl", "acl"}
        and not any(c.dep_ in {"aux", "auxpass", "agent"} for c in verb.children)
    )
    return bare and verb.lemma_.lower() in {"ask", "tell", "inform", "remind"}


def _quoted_as_saying(verb: Token) -> bool:
    return verb.lemma_ in {"quote", "cite", "report"} and any(
        c.dep_ == "prep" and c.lower_ == "as" for c in verb.children
    )


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"dobj", "dative"}), None)


def content_clause(verb: Token) -> Token | None:
    """The head of the clause that a cue takes as its complement, to its right."""
    for child in verb.children:
        if child.dep_ in _CLAUSES and child.i > verb.i:
            return child
    return None


def can_say(head: Token) -> bool:
    """Whether a noun can be the source of a finding: people, bodies and documents find; meetings and days do not."""
    if head.lower_ in {"nobody", "none", "nothing", "there"}:
        return False
    if head.pos_ in {"PROPN", "PRON"} or (head.text[:1].isupper() and not head.is_sent_start):
        return True
    return (
        any(head.lemma_.lower() in words(name) for name in ("people", "bodies", "documents", "groups"))
        or head.tag_ == "NNS"
    )


def infinitive(clause: Token) -> bool:
    """Whether a clause is a "to ..." of its governor."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def phrase(head: Token) -> tuple[Token, Token]:
    """First and last token of a source.

    The noun phrase of ``head`` with what stands before it and short complements ("a spokesman for the
    union"), without appositions and relative clauses.
    """
    left = head.left_edge
    right = _name_behind_title(head)
    for child in head.rights:
        if child.dep_ in {"prep", "poss", "case", "compound", "flat", "nmod", "nummod"} or (
            child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON"}
        ):
            edge = _right_edge(child)
            right = edge if edge.i > right.i else right
        elif child.dep_ == "cc":
            continue
        elif child.dep_ in {"punct", "appos", "relcl", "acl", "advcl", "amod", "advmod"}:
            break
    return left, right


def _name_behind_title(head: Token) -> Token:
    """The last token of the name behind a title that the parse took for the whole ("Supt. | Ora Quill")."""
    if head.text not in table("titles"):
        return head
    right = head
    for token in head.doc[head.i + 1 :]:
        if token.pos_ != "PROPN" and token.text != "-":
            break
        right = token
    return right


def _right_edge(token: Token) -> Token:
    """The last token of a complement, before any clause, apposition or comma in it."""
    right = token
    for child in token.rights:
        if child.dep_ in {"relcl", "acl", "appos", "punct", "advcl", "ccomp", "cc", "parataxis"}:
            break
        edge = _right_edge(child)
        right = edge if edge.i > right.i else right
    return right


def particles(verb: Token) -> Iterator[Token]:
    """The words that make one cue with a verb: auxiliaries are left out, particles and "to" before it are not."""
    yield verb
    for child in verb.children:
        if child.dep_ == "prt" and child.i == verb.i + 1:
            yield child


def negated(verb: Token) -> bool:
    """Whether the cue is denied ("did not say", "declined to say")."""
    declined = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"decline", "refuse", "fail", "forget"}
    return declined or any(child.dep_ == "neg" or child.lower_ in _NEGATED for child in verb.children)
