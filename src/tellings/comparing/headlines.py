"""Headline against body: a quotation or figure in an article's title or deck that its own body does not bear out.

Only the article itself is asked, never the others. A headline may shorten and
round; it is compared only where the body tells the same thing in other terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.comparing.intervals import allowed
from tellings.comparing.phrasing import printed, source
from tellings.linking.things import content, stem, thing
from tellings.values import Comparison, Figure, Reading, Span, Story, Telling, hull

HEADS = frozenset({"title", "deck"})
SHORTEST = 3
"""Marked words fewer than these are a term or a scare quote, not a quotation."""


def compare(story: Story) -> list[Comparison]:
    """What titles and decks print that their own bodies lack or print otherwise."""
    return [
        comparison
        for article, reading in enumerate(story.readings)
        if any(block.kind == "body" for block in reading.article.blocks)
        for comparison in (*_quotations(story, article, reading), *_figures(story, article, reading))
    ]


def _quotations(story: Story, article: int, reading: Reading) -> Iterator[Comparison]:
    """A quotation between marks whose words the body does not print in that order."""
    text = reading.article.text
    body = f" {_letters(_body(reading))} "
    for block in reading.article.blocks:
        if block.kind not in HEADS or block.repeat:
            continue
        for span in _marked(text, block.span):
            words = _letters(span.of(text))
            if len(words.split()) < SHORTEST or f" {words} " in body:
                continue
            nearest = _nearest(reading, words)
            tellings = (
                Telling(article, span, "in the headline"),
                *((Telling(article, nearest, "in the body"),) if nearest else ()),
            )
            yield Comparison("headline", _why(story, article, span, nearest), tellings)


def _why(story: Story, article: int, span: Span, nearest: Span | None) -> str:
    head = f"{source(story, article)} quotes {printed(story, article, span)} in its headline; its body does not print these words in this order"
    return f"{head}, the nearest are {printed(story, article, nearest)}." if nearest else f"{head}."


_MARKS = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘(.+?)’(?!\w)|(?<!\w)'(.+?)'(?!\w)|«([^«»]+)»", re.DOTALL)


def _marked(text: str, block: Span) -> Iterator[Span]:
    """The words inside quotation marks in a headline."""
    for match in _MARKS.finditer(block.of(text)):
        group = match.lastindex or 0
        yield Span(block.start + match.start(group), block.start + match.end(group))


def _body(reading: Reading) -> str:
    return "\n".join(
        block.span.of(reading.article.text) for block in reading.article.blocks if block.kind in {"body", "caption"}
    )


def _letters(text: str) -> str:
    """Words alone: small letters, without marks and stops."""
    return " ".join(re.findall(r"[a-z0-9à-ÿ]+(?:'[a-z]+)?", text.lower().replace("’", "'").replace("‘", "'")))


def _nearest(reading: Reading, words: str) -> Span | None:
    """The body quotation that shares most of the words, if it shares more than half."""
    wanted = set(words.split())
    found = []
    for quotation in reading.quotations:
        if quotation.block in HEADS:
            continue
        span = hull(quotation.content)
        share = len(wanted & set(_letters(span.of(reading.article.text)).split())) / len(wanted)
        found.append((-share, span))
    best = min(found, default=None)
    return best[1] if best and best[0] < -0.5 else None


def _figures(story: Story, article: int, reading: Reading) -> Iterator[Comparison]:
    """A figure of the headline that no figure of the body bears out, while the body counts the same thing."""
    heads = [figure for figure in reading.figures if _block(reading, figure.number) in HEADS]
    body = [figure for figure in reading.figures if _block(reading, figure.number) == "body"]
    for head in heads:
        if any(_bears_out(head, figure) for figure in body) or _printed_in_body(reading, head):
            continue
        rivals = [figure for figure in body if _of_the_same(reading, head, figure)]
        if rivals:
            rival = min(rivals, key=lambda figure: (abs(figure.value - head.value), figure.span))
            why = (
                f"{source(story, article)} prints {printed(story, article, head.span)} in its headline, "
                f"and {printed(story, article, rival.span)} in its body."
            )
            yield Comparison(
                "headline",
                why,
                (Telling(article, head.span, "in the headline"), Telling(article, rival.span, "in the body")),
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
