"""Where a figure stands: the place and the time of its clause, and the quotation that claims it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tellings.reading.paragraphs import Paragraph
from tellings.values import Moment, Quotation, Reading, Span, hull

_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl"})


class Placed(NamedTuple):
    """The place named in a figure's clause and the moment (a position) that dates it."""

    where: Span | None
    moment: int | None


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
        return Placed(
            self._where(paragraph, doc, counted, (span, sentence, number)),
            self._moment((paragraph, doc, figure), span, sentence, number),
        )

    def _where(
        self, paragraph: Paragraph, doc: Doc, counted: TokenSpan | None, around: tuple[Span, Span, Span]
    ) -> Span | None:
        """The place of what is counted; else that the clause is set in; else the nearest; else the only one of the sentence."""
        span, sentence, number = around
        named = [
            m.span for m in self.reading.mentions if m.kind == "place" and m.form == "name" and sentence.covers(m.span)
        ]
        ranked = [
            (_rank(paragraph, doc, place, counted), not span.covers(place), _distance(place, number), place)
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

    def _moment(
        self, at: tuple[Paragraph, Doc, tuple[int, int]], span: Span, sentence: Span, number: Span
    ) -> int | None:
        """The nearest moment of the clause, else of the sentence; not one that dates something else in it."""
        claim = self.quotation(number)
        said = None if claim is None else hull(self.reading.quotations[claim].content)
        for within in (span, sentence):
            dated = [
                (position, moment)
                for position, moment in enumerate(self.reading.moments)
                if _dates(moment, within, number, undated=self._undated)
                and (
                    said is None
                    or said.covers(moment.span)
                    or _fronted(self.reading.article.text, sentence, moment.span)
                )
                and not _of_another(*at, moment.span)
                and not _stamps(self.reading.article.text, sentence, moment.span)
            ]
            if dated:
                return min(dated, key=lambda found: (_distance(found[1].span, number), found[0]))[0]
        return None

    @property
    def _undated(self) -> bool:
        """Whether the day of print is not known yet: then linking may still tell what "the year" is."""
        published = self.reading.article.published
        return published is None or published.day is None

    def quotation(self, number: Span) -> int | None:
        """The innermost quotation that claims the number."""
        claiming = [
            (len(hull(quotation.content)), position)
            for position, quotation in enumerate(self.reading.quotations)
            if any(piece.covers(number) for piece in quotation.content) and self._claims(quotation)
        ]
        return min(claiming)[1] if claiming else None

    def _claims(self, quotation: Quotation) -> bool:
        """Whether a quotation claims what it says: not "approved $3 million", "has not said how many"."""
        if quotation.manner != "indirect" or not quotation.cue:
            return True
        cue = hull(quotation.cue).of(self.reading.article.text)
        return quotation.kind != "plan" and _ACTS.search(cue) is None and _DENIED.search(cue) is None


_ACTS = re.compile(
    r"\b(?:approv|reject|offer|impos|grant|order|allow|permit|forc|urg|authori[sz]|bann|veto|adopt|valu|block|requir|demand|request|sought|seek|made|make|making|let|gave|giv|charg|accus|threaten|su(?:ed|ing)\b|want|need|hop)(?!\w*\bsa)",
    re.IGNORECASE,
)
"""Doings that are put to words, and claim nothing: what they name is done by them."""

_DENIED = re.compile(r"\b(?:not|never|refus\w+|declin\w+|fail\w+)\b|n['’]t\b", re.IGNORECASE)

_IN = frozenset("in at across near throughout around outside inside within".split())
_COMPARED = 3


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
    return 1 if root.dep_ in {"poss", "nsubj", "nsubjpass", "compound"} else 2


_FRONT = re.compile(r"[\W_]*(?:(?:On|In|By|As of|At|Since|During|Late|Early|Through|Until)(?: the)? )?", re.IGNORECASE)


def _fronted(text: str, sentence: Span, moment: Span) -> bool:
    """Whether a moment opens its sentence: then it dates what is said too, not only the saying."""
    return _FRONT.fullmatch(text, sentence.start, moment.start) is not None


_STAMP = re.compile(r"(?:[A-Z]{3,}:? )?$")
_DASH = re.compile(r"[^\w\n]{0,3}(?:--|[-–—] |: )")


def _stamps(text: str, sentence: Span, moment: Span) -> bool:
    """Whether a moment only says when the sentence was put in: "UPDATE 2:52 p.m. -- ..."."""
    return _STAMP.fullmatch(text, sentence.start, moment.start) is not None and bool(_DASH.match(text, moment.end))


_NO_DAY = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""Values that no day of print resolves: "now", "recent"."""


def _dates(moment: Moment, within: Span, number: Span, *, undated: bool) -> bool:
    return (
        within.covers(moment.span)
        and moment.kind != "SET"
        and moment.value not in _NO_DAY
        and (moment.start is not None or (undated and moment.kind != "DURATION"))
        and not moment.span.overlaps(number)
    )


_APART = frozenset("since until before while although though because if".split())
_ASIDE = frozenset({"relcl", "acl", "advcl"})


def _of_another(paragraph: Paragraph, doc: Doc, figure: tuple[int, int], moment: Span) -> bool:
    """Whether a moment dates another doing: that of a clause hung on which the figure has no part in.

    As in "23 people were hurt when the train left the rails on Tuesday", "12 guests at the inn, built in 1890".
    """
    start = paragraph.offset(moment.start)
    dated = doc.char_span(start, start + len(moment), alignment_mode="expand")
    number = doc.char_span(*figure, alignment_mode="expand")
    if dated is None or number is None:
        return False
    above = {number.root.i, *(word.i for word in number.root.ancestors)}
    word = dated.root
    while word.i not in above and word.head.i != word.i:
        if word.dep_ in _ASIDE and word.pos_ in {"VERB", "AUX"} and not _tells_of(word, number.root):
            return True
        word = word.head
    return False


def _tells_of(verb: Token, number: Token) -> bool:
    """Whether a clause hangs on the noun that the number counts, or says when its own doing was.

    As in "19 reports received by Monday" and "12 died when the river rose on Monday".
    """
    if verb.dep_ != "advcl":
        return verb.head.i in {number.i, number.head.i}
    own = next((word.i for word in number.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    return verb.head.i == own and not any(child.lower_ in _APART for child in verb.children)


def _distance(place: Span, number: Span) -> int:
    return max(0, place.start - number.end, number.start - place.end)
