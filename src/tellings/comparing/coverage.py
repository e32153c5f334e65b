"""Only one reports: what a single article tells while the others of the story are silent.

Not a list of everything: the direct quotations of eight words or more, the
counted figures and the dated events that stand in one article alone, the
strongest ``MOST`` of each article. Articles that print one text (a wire copy
and its cuts) count as one, so a copy does not hide that only one reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.comparing.phrasing import printed, source
from tellings.linking.lookup import entity_of, quotation_speaker_entity
from tellings.values import Comparison, Quotation, Reading, Story, Telling, hull

MOST = 3
"""At most this many of one article."""

WORDS = 8
"""A direct quotation shorter than this is not news by itself."""


@dataclass(frozen=True, slots=True)
class _Alone:
    """Something one article alone tells; ``weight`` ranks it among the article's own."""

    weight: float
    telling: Telling
    what: str


def compare(story: Story) -> list[Comparison]:
    """The notable things that only one article reports; nothing where fewer than two texts tell the story."""
    texts = _texts(story)
    if len(set(texts)) < 2:
        return []
    found = [*_quotations(story, texts), *_figures(story, texts), *_events(story, texts)]
    return [
        Comparison(
            "only one reports",
            f"Of the {len(story.readings)} articles only {source(story, alone.telling.article)} {alone.what}.",
            (alone.telling,),
        )
        for article in range(len(story.readings))
        for alone in _strongest(found, article)
    ]


def _texts(story: Story) -> list[int]:
    """For every article the text it prints: copies of one origin have one number."""
    number = list(range(len(story.readings)))
    for origin in story.origins:
        for article in origin.articles:
            number[article] = min(origin.articles)
    return number


def _strongest(found: list[_Alone], article: int) -> list[_Alone]:
    mine = [alone for alone in found if alone.telling.article == article]
    best = sorted(mine, key=lambda alone: (-alone.weight, alone.telling.span))
    return sorted(best[:MOST], key=lambda alone: alone.telling.span)


def _quotations(story: Story, texts: list[int]) -> Iterator[_Alone]:
    """Direct quotations of a known speaker in the body that no other text prints."""
    shared = {
        (printing.telling.article, printing.quotation)
        for utterance in story.utterances
        if len({texts[printing.telling.article] for printing in utterance.printings}) > 1
        for printing in utterance.printings
    }
    entities = entity_of(story)
    for article, reading in enumerate(story.readings):
        for position, quotation in enumerate(reading.quotations):
            if (article, position) in shared or quotation.block != "body" or quotation.manner != "direct":
                continue
            speaker = quotation_speaker_entity(story, article, position, entities)
            length = _words(reading, quotation)
            if speaker is not None and length >= WORDS:
                span = hull(quotation.content)
                name = story.entities[speaker].name
                what = f"{f'quotes {name}' if name[:1].isupper() else 'prints these words'}: {printed(story, article, quotation.content[0])}"
                yield _Alone(min(length, 40) / 10, Telling(article, span, "printed by this article alone"), what)


def _words(reading: Reading, quotation: Quotation) -> int:
    return sum(len(span.of(reading.article.text).split()) for span in quotation.content)


def _figures(story: Story, texts: list[int]) -> Iterator[_Alone]:
    """Figures that count or measure something named, whose value and thing no other text prints."""
    shared = {
        place
        for claim in story.figure_claims
        if len({texts[article] for article, _ in claim.figures}) > 1
        for place in claim.figures
    }
    for article, reading in enumerate(story.readings):
        values = {
            figure.value
            for other, far in enumerate(story.readings)
            if texts[other] != texts[article]
            for figure in far.figures
        }
        seen: set[float] = set()
        for position, figure in enumerate(reading.figures):
            if (
                (article, position) in shared
                or figure.counted is None
                or figure.value in values | seen
                or figure.value < 2
            ):
                continue
            seen.add(figure.value)
            weight = (
                1.0
                + (figure.value >= 10)
                + (figure.value >= 1000)
                + (figure.unit is not None)
                + (figure.quotation is None) / 2
            )
            yield _Alone(
                weight,
                Telling(article, figure.span, "a figure of this article alone"),
                f"prints the figure {printed(story, article, figure.span)}",
            )


def _events(story: Story, texts: list[int]) -> Iterator[_Alone]:
    """Dated events with a participant that one text alone tells."""
    for event in story.events:
        if (
            len({texts[telling.article] for telling in event.tellings}) > 1
            or not event.participants
            or len(event.start or "") < len("2031-05-02")
        ):
            continue
        telling = min(event.tellings)
        words = telling.span.of(story.readings[telling.article].article.text).split()
        if len(words) >= WORDS and words[0][:1].isupper():
            what = f"tells of {event.start}: {printed(story, telling.article, telling.span)}"
            yield _Alone(2.2, Telling(telling.article, telling.span, "told by this article alone"), what)
