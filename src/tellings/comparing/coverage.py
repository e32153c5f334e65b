"""Only one reports: what a single article tells while the others of the story are silent.

Not a list of everything: the direct quotations of eight words or more, the
counted figures and the dated events that stand in one article alone, the
strongest ``MOST`` of each. Articles that print one text (a wire copy and its
cuts) are one teller: what both print is told once and names them both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.comparing.phrasing import enumerated, printed, source, texts
from tellings.linking.lookup import Place, entity_of, quotation_speaker_entity
from tellings.linking.things import content
from tellings.values import Comparison, Figure, Quotation, Reading, Story, Telling, hull

MOST = 3
"""At most this many of one article."""

WORDS = 8
"""A direct quotation shorter than this is not news by itself."""


@dataclass(frozen=True, slots=True)
class _Alone:
    """Something that the articles of one text alone tell; ``weight`` ranks it among the text's own."""

    weight: float
    key: tuple[str, object]
    telling: Telling
    what: str


def compare(story: Story) -> list[Comparison]:
    """The notable things that only one text reports; nothing where fewer than two texts tell the story."""
    tellers = texts(story)
    if len(set(tellers)) < 2:
        return []
    found = [*_quotations(story, tellers), *_figures(story, tellers), *_events(story, tellers)]
    return [
        comparison
        for teller in sorted(set(tellers))
        for comparison in _strongest(story, [a for a in found if tellers[a.telling.article] == teller])
    ]


def _strongest(story: Story, mine: list[_Alone]) -> list[Comparison]:
    """The strongest of one text, each with all the articles that print it, in the order of the first."""
    together: dict[tuple[str, object], list[_Alone]] = {}
    for alone in sorted(mine, key=lambda alone: alone.telling):
        together.setdefault(alone.key, []).append(alone)
    best = sorted(together.values(), key=lambda group: (-max(alone.weight for alone in group), group[0].telling))[:MOST]
    return [_comparison(story, group) for group in sorted(best, key=lambda group: group[0].telling)]


def _comparison(story: Story, group: list[_Alone]) -> Comparison:
    each = {alone.telling.article: alone.telling for alone in reversed(group)}
    who = enumerated([source(story, article) for article in sorted(each)])
    one, more = group[0].what.split(" ", 1)
    does = f"print {more}" if len(each) > 1 else f"{one} {more}"
    copies = ", copies of one text," if len(each) > 1 else ""
    why = f"Of the {len(story.readings)} articles only {who}{copies} {does}."
    return Comparison("only one reports", why, tuple(each[article] for article in sorted(each)))


def _quotations(story: Story, tellers: list[int]) -> Iterator[_Alone]:
    """Direct quotations of a known speaker in the body that no other text prints."""
    uttered = {
        (printing.telling.article, printing.quotation): (
            number,
            len({tellers[p.telling.article] for p in utterance.printings}),
        )
        for number, utterance in enumerate(story.utterances)
        for printing in utterance.printings
    }
    entities = entity_of(story)
    for article, reading in enumerate(story.readings):
        for position, quotation in enumerate(reading.quotations):
            utterance, printed_by = uttered.get((article, position), (None, 1))
            if printed_by > 1 or quotation.block != "body" or quotation.manner != "direct":
                continue
            speaker = quotation_speaker_entity(story, article, position, entities)
            length = _words(reading, quotation)
            if speaker is not None and length >= WORDS:
                name = story.entities[speaker].name
                of = f" of {name}" if name[:1].isupper() else ""
                what = f"prints these words{of}: {printed(story, article, quotation.content[0])}"
                key = ("quotation", (article, position) if utterance is None else utterance)
                telling = Telling(article, hull(quotation.content), "printed by this article alone")
                yield _Alone(min(length, 40) / 10, key, telling, what)


def _words(reading: Reading, quotation: Quotation) -> int:
    return sum(len(span.of(reading.article.text).split()) for span in quotation.content)


def _figures(story: Story, tellers: list[int]) -> Iterator[_Alone]:
    """Figures that count or measure something named, whose value and thing no other text prints."""
    shared = _shared(story, tellers)
    for article, reading in enumerate(story.readings):
        values = {
            figure.value
            for other, far in enumerate(story.readings)
            if tellers[other] != tellers[article]
            for figure in far.figures
        }
        for position, figure in enumerate(reading.figures):
            if (article, position) not in shared and figure.value not in values and _notable(reading, figure):
                yield _Alone(
                    _weight(figure),
                    ("figure", (figure.value, figure.unit)),
                    Telling(article, figure.span, "a figure of this article alone"),
                    f"prints the figure {_shown(story, article, figure)}",
                )


def _shared(story: Story, tellers: list[int]) -> frozenset[Place]:
    """The figures of things that other texts count too."""
    return frozenset(
        place
        for claim in story.figure_claims
        if len({tellers[article] for article, _ in claim.figures}) > 1
        for place in claim.figures
    )


def _notable(reading: Reading, figure: Figure) -> bool:
    """Whether a figure says something by itself: what it counts is named, it is no passing "two friends", no "two-line" note."""
    text = reading.article.text
    if figure.counted is None or figure.head in _PRONOUNS or text[figure.number.end : figure.number.end + 1] == "-":
        return False
    return figure.unit is not None or figure.value >= 10 or (figure.doing is not None and figure.value >= 3)


_PRONOUNS = frozenset({"they", "them", "it", "we", "us"})


def _shown(story: Story, article: int, figure: Figure) -> str:
    """The figure as printed; with what it counts, where that stands elsewhere in the sentence."""
    shown = printed(story, article, figure.span)
    if figure.unit is not None or figure.counted is None or figure.span.covers(figure.counted):
        return shown
    return f"{shown} ({printed(story, article, figure.counted)})"


def _weight(figure: Figure) -> float:
    large = (figure.value >= 10) + (figure.value >= 1000)
    return 1.0 + large + (figure.unit is not None) + (figure.quotation is None) / 2


def _events(story: Story, tellers: list[int]) -> Iterator[_Alone]:
    """Events of a known day with a participant, that one text alone tells and no other comes near."""
    told = [
        [content(sentence.span.of(reading.article.text)) for sentence in reading.sentences]
        for reading in story.readings
    ]
    elsewhere = _shared(story, tellers)
    for number, event in enumerate(story.events):
        if (
            len({tellers[telling.article] for telling in event.tellings}) > 1
            or not event.participants
            or len(event.start or "") < len("2031-05-02")
            or event.end != event.start
        ):
            continue
        for telling in event.tellings:
            span = telling.span
            words = span.of(story.readings[telling.article].article.text)
            if (
                len(words.split()) < WORDS
                or not words[0].isupper()
                or _near(content(words), told, tellers, telling.article)
            ):
                continue
            if any(span.covers(story.readings[a].figures[f].number) for a, f in elsewhere if a == telling.article):
                continue
            what = f"prints {printed(story, telling.article, span)}"
            yield _Alone(2.2, ("event", number), Telling(telling.article, span, "told by this article alone"), what)


def _near(said: frozenset[str], told: list[list[frozenset[str]]], tellers: list[int], article: int) -> bool:
    """Whether another text has a sentence with a third of the same words: it may tell the same in its own."""
    return any(
        len(said & sentence) * 3 >= len(said)
        for other, sentences in enumerate(told)
        if tellers[other] != tellers[article]
        for sentence in sentences
    )
