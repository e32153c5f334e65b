"""Where a figure stands: the place and the time of its clause, and the quotation that claims it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tellings.reading.figures.claiming import claimed_by
from tellings.reading.figures.dating import At, distance, moment_of
from tellings.reading.paragraphs import Paragraph
from tellings.values import Reading, Span

_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl"})


class Placed(NamedTuple):
    """The place named in a figure's clause, the moment that dates it and the quotation that claims it (positions)."""

    where: Span | None
    moment: int | None
    quotation: int | None


def clause(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The characters of the innermost clause with a verb of its own around ``start``-``end``."""
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return start, end
    word = tokens.root
    while word.head.i != word.i and not _heads_clause(word):  # spaCy makes a new object for every look
        word = word.head
    left, right = word.left_edge, word.right_edge
    return min(start, left.idx), max(end, right.idx + len(right))


def _heads_clause(word: Token) -> bool:
    return word.pos_ in {"VERB", "AUX"} and word.dep_ in _CLAUSES


@dataclass(frozen=True)
class Surroundings:
    """What was read before the figures: sentences, mentions, moments, quotations."""

    reading: Reading

    def is_time(self, number: Span) -> bool:
        """Whether the number stands in a time expression."""
        return any(moment.span.covers(number) for moment in self.reading.moments)

    def placed(self, paragraph: Paragraph, doc: Doc, figure: tuple[int, int], counted: TokenSpan | None) -> Placed:
        """The place and the moment of the clause around a number; of the sentence, where the clause has none."""
        number = paragraph.span_of(*figure)
        span = paragraph.span_of(*clause(doc, *figure))
        sentence = next((sentence.span for sentence in self.reading.sentences if sentence.span.covers(number)), span)
        claim = claimed_by(self.reading, paragraph, doc, figure)
        return Placed(
            self._where(paragraph, doc, counted, (span, sentence, number)),
            moment_of(self.reading, At(paragraph, doc, figure, span, sentence, number), claim),
            claim,
        )

    def _where(
        self, paragraph: Paragraph, doc: Doc, counted: TokenSpan | None, around: tuple[Span, Span, Span]
    ) -> Span | None:
        """The place of what is counted; else that the clause is set in; else the nearest; else the only one of the sentence."""
        span, sentence, number = around
        if counted is not None and any(word.lower_ == "other" for word in counted):
            return None  # "legal in Osmere and 20 other towns"
        named = [
            m.span for m in self.reading.mentions if m.kind == "place" and m.form == "name" and sentence.covers(m.span)
        ]
        ranked = [
            (_rank(paragraph, doc, place, counted), not span.covers(place), distance(place, number), place)
            for place in named
        ]
        near = [rank for rank in ranked if span.covers(rank[-1]) or rank[0] <= 0]
        if near:
            best = min(near)
            return best[-1] if best[0] < _COMPARED else None
        return (
            named[0]
            if len({place.of(self.reading.article.text) for place in named}) == 1 and ranked[0][0] < _COMPARED
            else None
        )


_IN = frozenset("in at across near throughout around outside inside within".split())
_COMPARED = 3
OF_PEOPLE = ("sts", "ers", "nts", "ors", "ans", "ees")
"""How nouns of people in the plural end: "students of Osmere" says where they are from, "parts of Osmere" where it is."""


def _rank(paragraph: Paragraph, doc: Doc, place: Span, counted: TokenSpan | None) -> int:
    """How a place stands to its figure, the closest first.

    Part of what is counted (-1), where the clause is set (0), owner or subject (1), named beside (2), compared with (3).
    """
    start = paragraph.offset(place.start)
    tokens = doc.char_span(start, start + len(place), alignment_mode="expand")
    if tokens is None:
        return 2
    root = tokens.root
    if root.dep_ == "conj":
        root = root.head
    if root.head.lower_ in {"than", "as", "like", "unlike", "versus", "from", "to"}:
        return _COMPARED
    if counted is not None and counted.root.left_edge.i <= root.i <= counted.root.right_edge.i:
        return -1
    if root.dep_ == "pobj" and root.head.lower_ in _IN:
        return 0
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lower_.endswith(OF_PEOPLE):
        return _COMPARED  # "students of Osmere will visit 70 towns": where they are from
    return 1 if root.dep_ in {"poss", "nsubj", "nsubjpass", "compound"} else 2
