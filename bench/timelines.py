"""Scores timelines of entities on SemEval-2015 Task 4, from raw text (track A).

    python bench/timelines.py DOCS.jsonl.gz GOLD.json [--each]

Each document is put together from its tokens, read and linked by the house; the events of each target entity are
what ``timeline_of`` gives. The score is the task's (Minard et al. 2015), which is that of TempEval-3 (UzZaman et al.
2013): a timeline is a graph of BEFORE and SIMULTANEOUS between its events, reduced to what the rest does not imply;
precision is the share of the relations found that hold in the gold graph, recall the share of gold relations that hold
in the graph found; counts are summed over all timelines (micro F1). Events of order 0 have no date and take no part;
"undated count" are the same figures with those of them that are found taken as wrong.
Events told several times are one; a mention found counts as the gold event that has it. With ``dates`` each event is
related to its date as well. Also printed: how many of the events found are gold ones of the timeline.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tellings.intake import IntakeOptions
from tellings.intake.articles import Source, assemble
from tellings.intake.facts import Facts, published
from tellings.linking import link
from tellings.linking.timelines import timeline_of
from tellings.reading import Reader
from tellings.values import Article, Reading, Span, Story

_CLOSING = re.compile(r"[.,;:!?%)\]']|'(?:s|S|re|ve|ll|d|m)|n't")
_OPENING = ("(", "[", "$", "US$", "#")

Event = tuple[int, str, frozenset[str]]
"""The order in the timeline, the date, and the mentions ("document-sentence-word")."""


@dataclass(frozen=True)
class Document:
    """A document as an article, with the place of each token in its text: (start, end, sentence, word)."""

    name: str
    article: Article
    tokens: tuple[tuple[int, int, int, str], ...]

    def mention(self, span: Span) -> str:
        """The mention of a trigger, as the gold writes it."""
        words = [
            (sentence, word) for start, end, sentence, word in self.tokens if start < span.end and span.start < end
        ]
        return f"{self.name}-{words[0][0]}-{'_'.join(word for _, word in words)}" if words else f"{self.name}-?"


def load(path: Path) -> list[Document]:
    """The documents of a set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_document(json.loads(line)) for line in lines]


def _document(row: dict[str, Any]) -> Document:
    """The text with its marks set as in print; the date line is what the article is known by, and no sentence."""
    text, tokens = "", []
    for number, sentence in enumerate(row["sentences"]):
        glued, open_mark = True, False
        for word in "" if number == 1 else sentence.split():
            shown = '"' if word in {"``", "''"} else word
            opening = word == "``" or (word == '"' and not open_mark)
            open_mark = opening if shown == '"' else open_mark
            close = _CLOSING.fullmatch(word) is not None or (shown == '"' and not opening)
            text += "" if glued or close else " "
            tokens.append((len(text), len(text) + len(shown), number, word))
            text += shown
            glued = shown in _OPENING or opening
        text += "\n\n"
    source = Source(f"{row['doc']}.txt", text, text.encode(), "text", "utf-8")
    facts = Facts(published=published(row["sentences"][1].replace(" ,", ","), "given", "the date line"))
    return Document(row["doc"], assemble(source, options=IntakeOptions(), record=facts), tuple(tokens))


def gold(path: Path) -> dict[str, list[Event]]:
    """The timelines of the target entities."""
    return {
        row["entity"]: [(event["order"], event["date"], frozenset(event["mentions"])) for event in row["events"]]
        for row in json.loads(path.read_text(encoding="utf-8"))
    }


def found(story: Story, documents: dict[str, Document], entity: str) -> list[Event]:
    """The timeline that the house gives: events of one date have one order."""
    line = timeline_of(story, entity)
    dates = sorted({entry.start for entry in line if entry.start})
    return [
        (
            dates.index(entry.start) + 1 if entry.start else 0,
            entry.start or "",
            frozenset(
                documents[story.readings[telling.article].article.file].mention(telling.span)
                for telling in entry.tellings
            ),
        )
        for entry in line
    ]


@dataclass
class Counts:
    """Relations of the gold, found, and right by either; events likewise."""

    gold: int = 0
    found: int = 0
    precise: int = 0
    recalled: int = 0
    events: int = 0
    events_found: int = 0
    events_right: int = 0

    def line(self) -> str:
        """The figures in per cent."""
        precision, recall = 100 * self.precise / max(1, self.found), 100 * self.recalled / max(1, self.gold)
        right = 100 * self.events_right
        return (
            f"P {precision:5.1f}  R {recall:5.1f}  F1 {harmonic(precision, recall):5.1f}  ({self.found} relations, gold {self.gold})"
            f"   events: P {right / max(1, self.events_found):5.1f}  R {right / max(1, self.events):5.1f}"
        )

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(right: Sequence[Event], line: Sequence[Event], *, dates: bool, strict: bool = False) -> Counts:
    """The counts of one timeline; ``strict`` counts what the gold has without a date as wrong, where it is found."""
    ordered = [event for event in right if event[0]]
    undated = {mention for order, _, mentions in right if not order and not strict for mention in mentions}
    undated -= {mention for _, _, mentions in ordered for mention in mentions}
    named = [
        (order, date, _node(mentions, ordered)) for order, date, mentions in line if order and not mentions <= undated
    ]
    mine: dict[str, tuple[int, str]] = {}
    for order, date, node in named:
        mine.setdefault(node, (order, date))
    theirs = {f"gold {number}": (order, date) for number, (order, date, _) in enumerate(ordered)}
    their_chain, my_chain = list(_reduced(theirs, dates=dates)), list(_reduced(mine, dates=dates))
    return Counts(
        len(their_chain),
        len(my_chain),
        sum(_holds(relation, theirs) for relation in my_chain),
        sum(_holds(relation, mine) for relation in their_chain),
        len(theirs),
        len(mine),
        len(theirs.keys() & mine.keys()),
    )


def _node(mentions: frozenset[str], ordered: Sequence[Event]) -> str:
    """The gold event that has one of the mentions, else the mentions themselves."""
    for number, (_, _, gold_mentions) in enumerate(ordered):
        if mentions & gold_mentions:
            return f"gold {number}"
    return min(mentions)


Relation = tuple[str, str, str]


def _reduced(events: dict[str, tuple[int, str]], *, dates: bool) -> Iterator[Relation]:
    """The relations of a timeline that imply all others: each event to the next one; and each to its date."""
    line = sorted(events, key=lambda node: (events[node][0], node))
    for one, other in itertools.pairwise(line):
        yield one, "SIMULTANEOUS" if events[one][0] == events[other][0] else "BEFORE", other
    for node in line if dates else ():
        yield node, "AT", events[node][1]


def _holds(relation: Relation, events: dict[str, tuple[int, str]]) -> bool:
    one, kind, other = relation
    if kind == "AT":
        return one in events and _padded(events[one][1]) == _padded(other)
    if one not in events or other not in events:
        return False
    return events[one][0] == events[other][0] if kind == "SIMULTANEOUS" else events[one][0] < events[other][0]


def _padded(date: str) -> str:
    """A partial date as the gold writes it: "2007-10" is "2007-10-XX"."""
    return (date + "-XX-XX"[len(date) - 4 :])[:10] if len(date) in (4, 7) else date


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for each entity")
    options = parser.parse_args()
    documents = {document.article.file: document for document in load(options.documents)}
    readings: list[Reading] = list(Reader().read_all(document.article for document in documents.values()))
    story = link(readings)
    timelines = gold(options.gold)
    lines = {entity: found(story, documents, entity) for entity in timelines}
    for strict, dates in itertools.product((False, True), repeat=2):
        total = Counts()
        for entity, events in timelines.items():
            counts = score(events, lines[entity], dates=dates, strict=strict)
            total += counts
            if options.each and not dates and not strict:
                print(f"{entity:28}{counts.line()}")
        what = "order and dates" if dates else "order"
        print(f"{what + (', undated count' if strict else ''):32}{total.line()}")


if __name__ == "__main__":
    main()
