"""What is remembered of words is what the model's own rules say of them, token by token."""

from __future__ import annotations

import pytest

from tellings.reading import language

TEXTS = [
    "There are 12 boats in the harbour, and there was one more that the mayor's men had lost.",
    "“I'm gonna leave,” she said; they ain't coming, and you gotta see it: let's go, y'all.",
    "Boats sank. The boats were sinking, better boats had sunk, and he is, was and will be sinking them.",
    "It saw him; he saw it. Her sister gave her her hat, but that that he said that day did not matter.",
    "Boats sank. The boats were sinking, better boats had sunk, and he is, was and will be sinking them.",
    "Boats  sank,\tand \n the crews  of two  went home. ",
    "",
]


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_remembered_is_what_the_model_says(text: str):
    """Tag, relation, part of speech, lemma and morphology of every token, read twice."""
    nlp = language.load()
    plain = nlp.make_doc(text)
    for name in ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"):
        plain = nlp.get_pipe(name)(plain)
    for _ in range(2):
        assert [_said(token) for token in nlp(text)] == [_said(token) for token in plain]


def _said(token):
    return token.text, token.tag_, token.dep_, token.pos_, token.lemma_, str(token.morph), token.head.i
