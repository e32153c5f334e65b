"""Figures: every claimed quantity of an article, with what is counted, where, as of when and by whom.

Not figures, by choice: ages; durations ("three weeks"), which are moments,
unless time is what is lost, granted or measured out ("37 hours of data");
scores and votes ("2-1"); years, dates, ordinals and numbers in names.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from tellings.reading.document import Document
from tellings.reading.figures import context
from tellings.reading.figures.carried import all_counted
from tellings.reading.figures.changes import change
from tellings.reading.figures.cited import cited
from tellings.reading.figures.counted import Counted
from tellings.reading.figures.durations import is_amount
from tellings.reading.figures.exclusions import excluded
from tellings.reading.figures.quantities import quantities
from tellings.reading.figures.quantity import Quantity
from tellings.reading.language import text_of
from tellings.reading.paragraphs import Paragraph
from tellings.reading.reader import Part
from tellings.values import Change, Figure, Reading, Span

__all__ = ["PART", "Quantity", "found", "read"]


def found(doc: Doc, printed: str | None = None) -> list[Quantity]:
    """The quantities of one paragraph's parse, durations and ages too, without what only looks like one.

    ``printed`` is the paragraph as printed, where the parse is of its plain marks.
    """
    text = text_of(doc) if printed is None else _dashed(text_of(doc), printed)
    return [quantity for quantity in quantities(text) if excluded(doc, quantity, text) is None]


def _dashed(text: str, printed: str) -> str:
    """The plain text with its long dashes: "imports—46 percent" is no minus and no compound."""
    if "—" not in printed:
        return text
    return "".join("—" if mark == "—" else sign for sign, mark in zip(text, printed, strict=True))


def read(document: Document, reading: Reading) -> dict[str, tuple[Figure, ...]]:
    """The figures of an article, in the order of its text."""
    surroundings = context.Surroundings(reading)
    return {
        "figures": tuple(
            figure
            for paragraph, doc in zip(document.paragraphs, document.docs, strict=True)
            for figure in _figures(paragraph, doc, surroundings)
        )
    }


def _figures(paragraph: Paragraph, doc: Doc, surroundings: context.Surroundings) -> Iterator[Figure]:
    all_found = found(doc, paragraph.text)
    for quantity, about in zip(all_found, all_counted(doc, all_found), strict=True):
        if quantity.sort == "age" or (quantity.sort == "duration" and not is_amount(doc, quantity)):
            continue
        number = paragraph.span_of(quantity.number, quantity.number_end)
        if surroundings.is_time(number) and quantity.unit is None:
            continue
        told = change(text_of(doc), quantity, all_found)
        yield _figure(paragraph, doc, quantity, about, surroundings, told=told)


def _figure(
    paragraph: Paragraph,
    doc: Doc,
    quantity: Quantity,
    about: Counted,
    surroundings: context.Surroundings,
    *,
    told: Change,
) -> Figure:
    number = paragraph.span_of(quantity.number, quantity.number_end)
    place = surroundings.placed(paragraph, doc, (quantity.number, quantity.number_end), about.phrase)
    return Figure(
        span=_span(paragraph, quantity, about),
        number=number,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        change=told,
        counted=paragraph.span_of(about.phrase.start_char, about.phrase.end_char) if about.phrase is not None else None,
        head=about.head,
        where=place.where,
        moment=place.moment,
        quotation=place.quotation,
        doing=about.doing,
        cited=None if place.quotation is not None else _cited(paragraph, doc, quantity),
    )


def _cited(paragraph: Paragraph, doc: Doc, quantity: Quantity) -> Span | None:
    """The words for who is cited for a figure that no quotation says."""
    place = cited(doc, _dashed(text_of(doc), paragraph.text), quantity.number, quantity.number_end)
    return None if place is None else paragraph.span_of(*place)


def _span(paragraph: Paragraph, quantity: Quantity, about: Counted) -> Span:
    """Bound, number and unit; the counted noun too where it follows them at once."""
    start, end = quantity.start, quantity.end
    phrase = about.phrase
    if phrase is not None and 0 <= phrase.start_char - end <= 4:
        end = phrase.end_char
    return paragraph.span_of(start, end)


PART = Part("figures.rules.v1", read, gives=("figures",), requires=("sentences", "mentions", "quotations", "moments"))
