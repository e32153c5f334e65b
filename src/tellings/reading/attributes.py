"""Part of speech, morphology and lemma, remembered: the model's rules for them look at one word at a time.

spaCy's attribute ruler and lemmatizer take a sixth of the reading, though what they say hangs
on a word, its tag and its relation alone, but for a few pairs ("gon na", "there is"). So each such triple
is asked of them once a process; a paragraph that holds such a pair is left to them whole. What comes of it is the same, token by token (tests/reading/test_attributes.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

NAME = "tellings_attributes"

_Key: TypeAlias = tuple[int, int, int]
_Attributes: TypeAlias = tuple[int, int, int, int, Any]
_MOST = 500_000  # triples remembered; beyond that the memory is begun anew
_OTHER = -1
"""Any relation that no rule asks for."""


@dataclass(slots=True)
class Attributes:
    """The attribute ruler and the lemmatizer of a model, with what they said before.

    ``relations`` are those that a rule asks for; the others are all the same to the rules.
    """

    ruler: Any
    lemmatizer: Any
    pairs: Matcher
    relations: frozenset[int]
    known: dict[_Key, _Attributes] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token."""
        if self.pairs(doc):
            return self._asked(doc)
        tokens = list(doc)
        keys = [self._key(token) for token in tokens]
        new = {key: token for key, token in zip(keys, tokens, strict=True) if key not in self.known}
        if new:
            self._learn(doc, list(new.values()))
        for key, token in zip(keys, tokens, strict=True):
            tag, dep, token.pos, token.lemma, morph = self.known[key]
            token.set_morph(morph)  # type: ignore[attr-defined]  # spaCy gives it no type
            if tag:
                token.tag, token.dep = tag, dep
        return doc

    def _key(self, token: Token) -> _Key:
        return token.orth, token.tag, token.dep if token.dep in self.relations else _OTHER

    def _asked(self, doc: Doc) -> Doc:
        return self.lemmatizer(self.ruler(doc))  # type: ignore[no-any-return]  # typed by spaCy as anything

    def _learn(self, doc: Doc, tokens: list[Token]) -> None:
        """Ask for tokens by themselves, in a text of nothing else."""
        if len(self.known) > _MOST:
            self.known.clear()
            tokens = list({self._key(token): token for token in doc}.values())
        alone = Doc(
            doc.vocab,
            words=[token.text for token in tokens],
            tags=[token.tag_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=list(range(len(tokens))),
        )
        keys = [self._key(token) for token in alone]
        for key, token in zip(keys, self._asked(alone), strict=True):
            tag, dep = (token.tag, token.dep) if token.is_space else (0, 0)  # the rules set these of white space alone
            self.known[key] = (tag, dep, token.pos, token.lemma, token.morph)


def _relations(value: object) -> Iterator[str]:
    """The relations that a pattern's ``DEP`` names: one, or those that it is or is not among."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (relation for among in value.values() for relation in among)


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> Attributes:  # noqa: ARG001  # spaCy's signature
    ruler: Any = nlp.get_pipe("attribute_ruler")
    patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
    pairs = Matcher(nlp.vocab)
    pairs.add("pair", [pattern for pattern in patterns if len(pattern) > 1])
    asked = {relation for pattern in patterns for token in pattern for relation in _relations(token.get("DEP"))}
    return Attributes(
        ruler, nlp.get_pipe("lemmatizer"), pairs, frozenset(nlp.vocab.strings[relation] for relation in asked)
    )


def remember(nlp: Language) -> None:
    """Put the memory into the place of a model's attribute ruler and lemmatizer."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    known_lemmas = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech, lemmas in list(known_lemmas.items()):
        known_lemmas[part_of_speech] = frozenset(
            lemmas
        )  # lists in the model, searched from end to end for each new word
    nlp.add_pipe(NAME, before="attribute_ruler")
    nlp.disable_pipes("attribute_ruler", "lemmatizer")
