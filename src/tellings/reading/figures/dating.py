"""As of when, or over which period, a figure holds: the moment of its clause, else of its sentence.

Not the moment of another clause, nor that of the saying ("said on Tuesday that
12 had died"), nor one that only says when a line was put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from tellings.reading.paragraphs import Paragraph
from tellings.values import Moment, Quotation, Reading, Span, hull


class At(NamedTuple):
    """A number: the characters it has in its paragraph, its clause, its sentence and its own place in the article."""

    paragraph: Paragraph
    doc: Doc
    figure: tuple[int, int]
    clause: Span
    sentence: Span
    number: Span


def moment_of(reading: Reading, at: At, claim: int | None) -> int | None:
    """The position of the nearest moment that dates a figure, claimed by the quotation ``claim``."""
    text = reading.article.text
    said = None if claim is None else reading.quotations[claim]
    for within in (at.clause, at.sentence):
        dated = [
            (position, moment)
            for position, moment in enumerate(reading.moments)
            if _dates(moment, within, at.number, undated=_undated(reading)) and _may_date(reading, at, moment, said)
        ]
        if dated:
            return min(
                dated, key=lambda found: (_owned(text, found[1], at), distance(found[1].span, at.number), found[0])
            )[0]
    unplaced = [
        position for position in _unplaced(reading, at) if _may_date(reading, at, reading.moments[position], said)
    ]
    return min(unplaced, key=lambda position: distance(reading.moments[position].span, at.number), default=None)


_NUMBERED = re.compile(r"\d[\d,.]*(?: ?%| [a-z]+){0,3},? (?:(?:in|on|for|during|by|as of|at) )?(?:the )?$")


def _owned(text: str, moment: Moment, at: At) -> bool:
    """Whether a moment before the number stands right behind another number: "from 25 percent in May to 36 in June"."""
    before = moment.span.end <= at.number.start
    return (
        before and _NUMBERED.search(text, max(at.sentence.start, moment.span.start - 40), moment.span.start) is not None
    )


def _may_date(reading: Reading, at: At, moment: Moment, said: Quotation | None) -> bool:
    text = reading.article.text
    if _stamps(text, at.sentence, moment.span) or _SIGNED.search(
        text, max(0, moment.span.start - 20), moment.span.start
    ):
        return False
    if _of_another(at.paragraph, at.doc, at.figure, moment.span):
        return False
    if said is None:
        return True
    if any(piece.overlaps(moment.span) for piece in (*said.source, *said.cue)):
        return False
    return hull(said.content).covers(moment.span) or _fronted(text, at.sentence, moment.span)


def _undated(reading: Reading) -> bool:
    """Whether the day of print is not known yet: then linking may still tell what "the year" is."""
    published = reading.article.published
    return published is None or published.day is None


_LASTING = re.compile(
    r"\b(?:for|in|over|during|within|through|throughout)(?: (?:just|only|about|nearly|almost|more than|the))* $",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\b(?:\w{3,}est|most|least|first|worst|best)(?: \w+)? (?:in|for|since|over) (?:\w+ ){0,2}$")
"""As in "the most in more than a century"."""

_APART_FROM = re.compile(r" (?:ago|after|before|later|earlier|into|from now|since)\b")


def _unplaced(reading: Reading, at: At) -> Iterator[int]:
    """Moments that no calendar places but that tell a period: "now", "for 10 months"."""
    text = reading.article.text
    for position, moment in enumerate(reading.moments):
        if not at.sentence.covers(moment.span) or moment.start is not None or moment.span.overlaps(at.number):
            continue
        window = max(0, moment.span.start - 30)
        lasts = moment.kind == "DURATION" and _LASTING.search(text, window, moment.span.start)
        if moment.value == "PRESENT_REF" or (
            lasts
            and not _RECORD.search(text, window, moment.span.start)
            and not _APART_FROM.match(text, moment.span.end)
        ):
            yield position


def distance(place: Span, number: Span) -> int:
    """How many characters lie between two places."""
    return max(0, place.start - number.end, number.start - place.end)


_FRONT = re.compile(r"[\W_]*(?:(?:On|In|By|As of|At|Since|During|Late|Early|Through|Until)(?: the)? )?", re.IGNORECASE)


def _fronted(text: str, sentence: Span, moment: Span) -> bool:
    """Whether a moment opens its sentence: then it dates what is said too, not only the saying."""
    return _FRONT.fullmatch(text, sentence.start, moment.start) is not None


_SIGNED = re.compile(r"\(@\w+\) $")
"""The day behind a post's author: "— Ora Quill (@oraquill) May 4, 2031"."""

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
_THEN = frozenset("after before since while when upon by".split())


def _of_another(paragraph: Paragraph, doc: Doc, figure: tuple[int, int], moment: Span) -> bool:
    """Whether a moment dates another doing: that of a clause hung on which the figure has no part in.

    As in "23 people were hurt when the train left the rails on Tuesday", "12 guests at the inn, built in 1890".
    """
    start = paragraph.offset(moment.start)
    dated = doc.char_span(start, start + len(moment), alignment_mode="expand")
    number = doc.char_span(*figure, alignment_mode="expand")
    if dated is None or number is None:
        return False
    if _attached(number.root):
        return not any(word.i == number.root.head.i for word in dated.root.ancestors)
    above = {number.root.i, *(word.i for word in number.root.ancestors)}
    word = dated.root
    while word.i not in above and word.head.i != word.i:
        if word.dep_ in _ASIDE and word.pos_ in {"VERB", "AUX"} and not _tells_of(word, number.root):
            return True
        if word.dep_ == "pcomp" and word.head.lower_ in _THEN:
            return True  # "kept 40 jobs after closing a plant last year"
        word = word.head
    return False


def _attached(number: Token) -> bool:
    """Whether a number is part of a word that tells of a thing: "a 40-page report in 2019" has 40 pages in every year."""
    after = number.nbor(1) if number.i + 1 < len(number.doc) else None
    if after is not None and after.text == "-" and not number.whitespace_:
        return True
    if any(word.text in _SIGNS for word in number.subtree) or (number.i and number.nbor(-1).text in _SIGNS):
        return False  # "a $40 million surplus in 2019": an amount of money is of its year
    if after is None or after.lower_ == "per":
        return False  # "91 per cent"
    beside = after.tag_ == "NN" and after.dep_ == "compound" and after.head.i == after.i + 1
    return beside and number.dep_ == "nummod" and number.head.tag_ == "NN" and number.lower_ not in {"1", "one"}


_SIGNS = frozenset("$ £ € ¥ ₹".split())


def _tells_of(verb: Token, number: Token) -> bool:
    """Whether a clause hangs on the noun that the number counts, or says when its own doing was.

    As in "19 reports received by Monday" and "12 died when the river rose on Monday".
    """
    if verb.dep_ != "advcl":
        return verb.head.i in {number.i, number.head.i}
    own = next((word.i for word in number.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    return verb.head.i == own and not any(child.lower_ in _APART for child in verb.children)
