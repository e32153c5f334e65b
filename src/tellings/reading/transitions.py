"""The parser and the finder of names, taking their steps with the interpreter's lock held.

Both of spaCy's transition systems read a batch in steps, one action for every text at each.
spaCy lets go of the interpreter's lock before the steps, and what it then asks of a
state takes the lock and lets it go again at every question: half of the parser's time and a third of
the names' went to that. Its own functions for a single step, which hold the lock all along, give the same parses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

NAME = "tellings_transitions"


@dataclass(frozen=True, slots=True)
class Transitions:
    """A greedy transition component of a model, ``parser`` or ``ner``, that it stands for."""

    component: Any

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Annotate texts in batches, in their order. Texts of a batch that are done take no further steps."""
        stream = iter(docs)
        while texts := list(islice(stream, batch_size)):
            self.component.set_annotations(texts, self._states(texts))
            yield from texts

    def _states(self, docs: Sequence[Doc]) -> list[Any]:
        """The last state of every text."""
        states: list[Any] = self.component.moves.init_batch(docs)
        if unfinished := [state for state in states if not state.is_final()]:
            model = self.component.model.predict(docs)
            while unfinished:
                unfinished = self.component.transition_states(unfinished, model.predict(unfinished))
        return states


@Language.factory(NAME, default_config={"component": ""})
def _make(nlp: Language, name: str, component: str) -> Transitions:  # noqa: ARG001  # spaCy's signature
    return Transitions(nlp.get_pipe(component))


def hold_lock(nlp: Language) -> None:
    """Put these steps into the place of a model's parser and finder of names."""
    for component in ("parser", "ner"):
        nlp.add_pipe(NAME, f"{component}_transitions", before=component, config={"component": component})
        nlp.disable_pipe(component)
