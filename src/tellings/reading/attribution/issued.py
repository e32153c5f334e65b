"""Whose a statement is that an article only calls "the statement": who was told to have issued the last one.

"The port issued a statement on Friday. “We regret it,” the statement said.": the port said it. Papers, studies and laws
that are no one's to issue stay by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tellings.reading.attribution.cues import classes, subject
from tellings.reading.paragraphs import Paragraph

ISSUE = frozenset(
    "issue release publish put_out write file send post circulate deliver give make produce hand commission".split()
)
"""Verbs by which somebody gives a document to the world."""
_DOCUMENTS = frozenset("statement letter filing memo email e-mail release post tweet message complaint brief".split())
_NEAR = 4  # paragraphs


def issues(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """The documents that a paragraph tells somebody to have issued or spoken by ("said in a statement"), each with the giver."""
    for token in doc:
        if token.dep_ not in {"dobj", "pobj"} or token.lemma_.lower() not in _DOCUMENTS:
            continue
        verb = token.head
        if token.dep_ == "pobj":
            verb = token.head.head if token.head.lower_ in {"in", "by"} else token
            if "speech" not in classes(verb):
                continue
        elif verb.lemma_.lower() not in ISSUE:
            continue
        giver = subject(verb)
        if giver is not None:
            yield token, giver


@dataclass
class Issued:
    """The documents issued so far: the paragraph and place of each, what it is called, and the giver's noun."""

    known: list[tuple[Paragraph, int, str, Token]] = field(default_factory=list)

    def note(self, paragraph: Paragraph, doc: Doc) -> None:
        """Remember the documents of a paragraph."""
        self.known += [(paragraph, document.idx, document.lemma_.lower(), giver) for document, giver in issues(doc)]

    def before(self, paragraph: Paragraph, head: Token) -> tuple[Paragraph, Token] | None:
        """Who gave the document that a plain "the statement" takes up."""
        plain = [child.lower_ for child in head.children if not (child.is_punct or child.is_space)]
        if plain not in (["the"], ["their"], ["his"], ["her"], ["its"]):
            return None
        here = (paragraph.number, head.idx)
        return next(
            (
                (other, giver)
                for other, place, noun, giver in reversed(self.known)
                if noun == head.lemma_.lower()
                and paragraph.number - _NEAR <= other.number
                and (other.number, place) < here
            ),
            None,
        )
