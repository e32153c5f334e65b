"""Things known by a model: where an article means the one of a name with a number ("the Marten 40 patrol boat").

Coreference knows people, bodies and places. A thing of a model is found by its printed name, with or without its
maker's, and by what the text calls it later ("the vessel", "it"): words of the kind that stands beside its name, where
it was the last of its kind to be named and is what the article begins with, or was named in the sentences before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tellings.linking.lookup import sentence_at
from tellings.linking.own_dates import leading
from tellings.reading.moments import words as times
from tellings.reading.paragraphs import paragraphs
from tellings.values import Reading, Span

_MODEL = re.compile(r"[A-Z]*-?\d[\w-]*")
_KINDS = (
    "aircraft airplane aeroplane airliner plane jet jetliner jumbo superjumbo fighter bomber glider airship",
    "helicopter chopper rotorcraft",
    "ship vessel boat ferry liner frigate destroyer submarine tanker freighter trawler yacht cutter warship",
    "car vehicle truck lorry bus van coach motorcycle bike saloon sedan hatchback coupe suv tractor",
    "train locomotive tram railcar",
    "rocket spacecraft satellite probe capsule shuttle lander rover launcher booster",
    "phone handset smartphone tablet computer laptop console device gadget camera watch",
    "missile weapon rifle gun howitzer tank drone",
)
_KIND_OF = {word: kind for kind, line in enumerate(_KINDS) for word in line.split()}
_WORD = re.compile(r"[A-Za-z]+")
_MEANT = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:[\w-]+\s+){0,2}?(?P<kind>[A-Za-z]+)\b")
_IT = re.compile(r"\b[Ii]t\b")
_OTHER = re.compile(r"\b(?:[A-Z]+-?\d[\w-]*|(?P<maker>[A-Z]\w+)\s\d[\w-]*)\b")
_NO_MAKER = frozenset((*times.MONTHS, *times.WEEKDAYS, *"flight the in of at about some page channel route".split()))
_AFTER = 3  # words after a name among which its kind is printed


def models(name: str) -> list[str]:
    """The ways to print a name with a model number in it without its maker's: none for another name."""
    words = name.split()
    return [
        " ".join(words[place:last])
        for place, word in enumerate(words)
        if _MODEL.fullmatch(word)
        for last in (None, place + 1)
    ]


def meant(readings: Sequence[Reading], printed: Sequence[set[Span]]) -> list[set[Span]]:
    """The words that mean the thing where it is not named, for each reading; ``printed`` are the places of its name."""
    kind = _kind(readings, printed)
    return [
        set(_meant(reading, places, kind)) if places and kind is not None else set()
        for reading, places in zip(readings, printed, strict=True)
    ]


def _kind(readings: Sequence[Reading], printed: Sequence[set[Span]]) -> int | None:
    """What the thing is: the kind whose words stand most often just after its name, in the whole story."""
    counts = Counter(
        _KIND_OF[word]
        for reading, places in zip(readings, printed, strict=True)
        for place in places
        for word in _words(reading.article.text[place.end : place.end + 60])[:_AFTER]
        if word in _KIND_OF
    )
    return min(counts, key=lambda kind: (-counts[kind], kind)) if counts else None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _meant(reading: Reading, printed: set[Span], kind: int) -> Iterator[Span]:
    """Descriptions and pronouns, where the last of its kind that was named before is the thing."""
    text, found = reading.article.text, paragraphs(reading.article)
    named = sorted([*((span, True) for span in printed), *((span, False) for span in _others(text, printed))])
    lead = leading(found)
    leads = any(place.covers(span) for place in lead for span in printed) and named[0][1]
    for paragraph in found:
        here = [one for one in named if paragraph.span.covers(one[0])]
        called: list[Span] = []
        for match in _MEANT.finditer(text, paragraph.span.start, paragraph.span.end):
            span = Span(match.start(), match.end())
            before = [own for place, own in here if place < span]
            if (
                _KIND_OF.get(match["kind"].lower()) == kind
                and (before[-1] if before else leads)
                and min(printed) < span
            ):
                called.append(span)
        yield from called
        yield from _its(reading, paragraph.span, [*called, *(span for span, own in here if own)])


def _its(reading: Reading, within: Span, places: Sequence[Span]) -> Iterator[Span]:
    """The pronoun "it" after the thing in the same sentence, with no body that it could as well mean named between."""
    for match in _IT.finditer(reading.article.text, within.start, within.end):
        span = Span(match.start(), match.end())
        sentence = sentence_at(reading, span)
        before = max((place for place in places if place < span and sentence.covers(place)), default=None)
        if before is not None and not any(
            mention.kind == "organisation" and before.end <= mention.span.start < span.start
            for mention in reading.mentions
        ):
            yield span


def _others(text: str, printed: set[Span]) -> Iterator[Span]:
    """Where another model is named: "the Petrel 12", "T-34"."""
    for match in _OTHER.finditer(text):
        span = Span(match.start(), match.end())
        if (match["maker"] or "").lower() not in _NO_MAKER and not any(span.overlaps(place) for place in printed):
            yield span
