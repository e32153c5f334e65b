"""The parser's and the names' steps, taken with the interpreter's lock held, are those of the model itself."""

from __future__ import annotations

import pytest

from tellings.reading import language

TEXTS = [
    "Mayor Ora Quill said on Tuesday that Dunmere Port would reopen. Nobody at the Harbour Board agreed.",
    "",
    "“Boats sank,” she told the Lowick Herald, “and the 12 crews of Tarn Line went home.”",
    "Yes.",
]


@pytest.mark.model
@pytest.mark.parametrize(
    "texts", [TEXTS, TEXTS[::-1], [""], ["", ""]], ids=["batch", "turned round", "empty", "two empty"]
)
def test_steps_are_those_of_the_model(texts: list[str]):
    """Heads, relations, sentence starts and names of a batch, texts without words among them."""
    nlp = language.load()
    plain = [nlp.make_doc(text) for text in texts]
    for name in ("tok2vec", "tagger", "parser", "ner"):
        plain = list(nlp.get_pipe(name).pipe(plain))
    assert [_said(doc) for doc in nlp.pipe(texts)] == [_said(doc) for doc in plain]


@pytest.mark.model
def test_one_text_is_read_as_in_a_batch():
    """The model called on a single text."""
    nlp = language.load()
    assert [_said(nlp(text)) for text in TEXTS] == [_said(doc) for doc in nlp.pipe(TEXTS)]


def _said(doc):
    return [(token.head.i, token.dep_, token.is_sent_start, token.ent_iob_, token.ent_type_) for token in doc]
