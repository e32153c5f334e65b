"""Headline against body: a quotation or figure in an article's title or deck that its own body does not bear out.

Only the article itself is asked, never the others. A headline may shorten and
round; it is compared only where the body tells the same thing in other terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.checking import WHERE, Source, headings
from tellings.comparing.phrasing import printed, source
from tellings.linking.intervals import allowed
from tellings.linking.things import content, stem, thing
from tellings.values import Comparison, Figure, Reading, Relation, Span, Story, Telling, hull

HEADS = frozenset({"title", "deck"})


def compare(story: Story) -> list[Comparison]:
    """What titles, decks and captions quote, and titles and decks count, that their own bodies lack or print otherwise."""
    return [
        comparison
        for article, reading in enumerate(story.readings)
        if any(block.kind == "body" for block in reading.article.blocks)
        for comparison in (*_quotations(story, article, reading), *_figures(story, article, reading))
    ]


def _quotations(story: Story, article: int, reading: Reading) -> Iterator[Comparison]:
    """A quotation of a headline, subheading or caption that the body does not print so."""
    for heading in headings(reading.article, reading):
        checked, where = heading.checked, WHERE[heading.block]
        if checked.outcome == "exact" or heading.span is None:
            continue
        said = f"{source(story, article)} quotes {printed(story, article, heading.span)} in its {where}; its body"
        here = Telling(article, heading.span, f"in the {where}")
        if not checked.sources:
            why = f"{said} does not print these words, nor most of them in this order."
            yield Comparison("headline", why, (here,), "not found")
            continue
        nearest = checked.sources[0]
        kinds = tuple(dict.fromkeys(edit.kind for edit in nearest.edits if not nearest.unmarked))
        there = Telling(article, _shown(nearest), "in the body")
        if nearest.unmarked:
            why = f"{said} prints these words without quotation marks: {printed(story, article, there.span)}."
        else:
            words = printed(story, article, there.span)
            why = f"{said} prints {words}{' without quotation marks' if nearest.printed.reported else ''}: {checked.reason}."
        relation: Relation = "without quotation marks" if nearest.unmarked else "altered"
        yield Comparison("headline", why, (here, there), relation, kinds)


def _shown(nearest: Source) -> Span:
    """The words of the body that are nearest: a quotation whole; of a paragraph the part that is quoted."""
    pieces = nearest.printed.pieces
    cut = {edit.kind: edit.lead for edit in nearest.edits if edit.lead is not None and edit.kind.startswith("cut at")}
    whole = hull(pieces)
    if not nearest.printed.reported:
        return whole
    front, back = cut.get("cut at the front"), cut.get("cut at the end")
    return Span(front.end if front else whole.start, back.start if back else whole.end)


def _body(reading: Reading) -> str:
    return "\n".join(
        block.span.of(reading.article.text) for block in reading.article.blocks if block.kind in {"body", "caption"}
    )


def _figures(story: Story, article: int, reading: Reading) -> Iterator[Comparison]:
    """A figure of the headline or subheading that no figure of the body bears out, while the body counts the same thing."""
    heads = [(figure, block) for figure in reading.figures if (block := _block(reading, figure.number)) in HEADS]
    body = [figure for figure in reading.figures if _block(reading, figure.number) == "body"]
    for head, block in heads:
        if any(_bears_out(head, figure) for figure in body) or _printed_in_body(reading, head):
            continue
        rivals = [figure for figure in body if _of_the_same(reading, head, figure)]
        if rivals:
            rival = min(rivals, key=lambda figure: (abs(figure.value - head.value), figure.span))
            where = WHERE[block]
            why = (
                f"{source(story, article)} prints {printed(story, article, head.span)} in its {where}, "
                f"and {printed(story, article, rival.span)} in its body."
            )
            yield Comparison(
                "headline",
                why,
                (Telling(article, head.span, f"in the {where}"), Telling(article, rival.span, "in the body")),
            )


def _block(reading: Reading, span: Span) -> str | None:
    return next((sentence.block for sentence in reading.sentences if sentence.span.covers(span)), None)


def _bears_out(head: Figure, figure: Figure) -> bool:
    """Whether one number satisfies both; "dozens" of a headline are not 12, but 3.1 million are 3,095,598."""
    (least, most), (lower, upper) = allowed(head), allowed(figure)
    return head.unit == figure.unit and least <= upper and lower <= most


def _printed_in_body(reading: Reading, head: Figure) -> bool:
    """Whether the number itself stands in the body, read as a figure or not."""
    number = head.number.of(reading.article.text)
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)", _body(reading)) is not None


def _of_the_same(reading: Reading, head: Figure, figure: Figure) -> bool:
    """The same doing of a known class, or the same noun and unit."""
    first, second = thing(reading, head), thing(reading, figure)
    if first.unit != second.unit or head.change != figure.change:
        return False
    if first.known and second.known:
        return first.kind == second.kind and (first.noun is None or second.noun is None or first.noun == second.noun)
    if first.noun is None or second.noun is None:
        return False
    alike = stem(first.noun) == stem(second.noun)
    text = reading.article.text
    shared = content(head.counted.of(text) if head.counted else "") & content(
        figure.counted.of(text) if figure.counted else ""
    )
    return alike and bool(shared) and (first.doing == second.doing or None in (first.doing, second.doing))
