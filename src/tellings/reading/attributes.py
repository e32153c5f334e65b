"""Part of speech, morphology and lemma, remembered: the model's rules for them look at one word at a time.

spaCy's attribute ruler and lemmatizer take a sixth of the reading, though what they say hangs
on a word, its tag and its relation alone, but for a few pairs ("gon na", "there is"). So each such triple
is asked of them once a process; a paragraph that holds such a pair is left to them whole. What comes of it is the same, token by token (tests/reading/test_attributes.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

NAME = "tellings_attributes"

_Key: TypeAlias = tuple[int, int, int]
_Attributes: TypeAlias = tuple[int, int, int, int, Any]
_MOST = 500_000  # triples remembered; beyond that the memory is begun anew


@dataclass(slots=True)
class Attributes:
    """The attribute ruler and the lemmatizer of a model, with what they said before."""

    ruler: Any
    lemmatizer: Any
    pairs: Matcher
    known: dict[_Key, _Attributes] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token."""
        tokens = list(doc)
        if self.pairs(doc):
            return self._asked(doc)
        new = {key: token for token in tokens if (key := _key(token)) not in self.known}
        if new:
            self._learn(doc, list(new.values()))
        for token in tokens:
            token.tag, token.dep, token.pos, token.lemma, morph = self.known[_key(token)]
            token.set_morph(morph)  # type: ignore[attr-defined]  # spaCy gives it no type
        return doc

    def _asked(self, doc: Doc) -> Doc:
        return self.lemmatizer(self.ruler(doc))  # type: ignore[no-any-return]  # typed by spaCy as anything

    def _learn(self, doc: Doc, tokens: list[Token]) -> None:
        """Ask for tokens by themselves, in a text of nothing else."""
        if len(self.known) > _MOST:
            self.known.clear()
            tokens = list({_key(token): token for token in doc}.values())
        alone = Doc(
            doc.vocab,
            words=[token.text for token in tokens],
            tags=[token.tag_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=list(range(len(tokens))),
        )
        keys = [_key(token) for token in alone]
        for key, token in zip(keys, self._asked(alone), strict=True):
            self.known[key] = (token.tag, token.dep, token.pos, token.lemma, token.morph)


def _key(token: Token) -> _Key:
    return token.orth, token.tag, token.dep


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> Attributes:  # noqa: ARG001  # spaCy's signature
    ruler: Any = nlp.get_pipe("attribute_ruler")
    pairs = Matcher(nlp.vocab)
    pairs.add("pair", [pattern for rule in ruler.patterns for pattern in rule["patterns"] if len(pattern) > 1])
    return Attributes(ruler, nlp.get_pipe("lemmatizer"), pairs)


def remember(nlp: Language) -> None:
    """Put the memory into the place of a model's attribute ruler and lemmatizer."""
    nlp.add_pipe(NAME, before="attribute_ruler")
    nlp.disable_pipes("attribute_ruler", "lemmatizer")
