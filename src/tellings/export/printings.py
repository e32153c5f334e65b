"""Utterances made ready to print: the printings of one thing said side by side, and which outlet alters what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tellings.export.marks import Stretch, mark
from tellings.export.said import CERTAINTY
from tellings.export.view import Place, Row, View

SENSES = {
    "negation": "negation",
    "hedge": "hedge",
    "condition": "condition",
    "number": "number or date",
    "name": "name",
}
"""What a word that turns the meaning is called."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of a printing from the leading one: its kind, the words there and the words here."""

    kind: str
    lead: str | None
    here: str | None


@dataclass(frozen=True, slots=True)
class PrintingView:
    """One printing of an utterance: its words with the altered ones marked, the changes and the warnings in words.

    ``reported`` words stand without marks in their article; one that ``goes_on`` is the rest of the printing before it.
    """

    place: Place
    words: Markup
    changes: tuple[Change, ...]
    lead: bool
    first: bool
    warnings: tuple[str, ...] = ()
    reported: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """One thing said and its printings, the leading one first."""

    id: str
    speaker: str | None
    certainty: str
    printings: tuple[PrintingView, ...]

    @property
    def outlets(self) -> int:
        """How many articles print it."""
        return len({printing.place.article for printing in self.printings})


def utterances(view: View) -> list[UtteranceView]:
    """Utterances that several articles print: those that most print first, then in the order of the articles."""
    rows = view.export["utterances"]
    several = [_utterance(view, row) for row in rows if len({telling["article"] for telling in row["tellings"]}) > 1]
    return sorted(several, key=lambda utterance: -utterance.outlets)


def _utterance(view: View, row: Row) -> UtteranceView:
    leading = _leading(row)
    order = [*leading, *(index for index in range(len(row["tellings"])) if index not in leading)]
    certainties = [view.quotes[telling["quote"]]["certainty"] for telling in row["tellings"]]
    known = next((name for name in CERTAINTY if name in certainties), "unknown")
    return UtteranceView(
        row["id"],
        row["speaker"],
        CERTAINTY[known],
        tuple(_printing(view, row, index) for index in order),
    )


def _leading(utterance: Row) -> list[int]:
    """The fullest printing: one row, or those of its stretches."""
    return utterance["tellings"][utterance["lead"]]["parts"] or [utterance["lead"]]


def _printing(view: View, utterance: Row, index: int) -> PrintingView:
    telling = utterance["tellings"][index]
    lead = index in _leading(utterance)
    text = view.articles[telling["article"]]["text"]
    stretches = _differing(utterance) if lead else _altered(telling["edits"])
    return PrintingView(
        view.place(telling),
        mark(text, telling["span"][0], telling["span"][1], stretches),
        () if lead else tuple(Change(edit["kind"], edit["lead_text"], edit["here_text"]) for edit in telling["edits"]),
        lead,
        index == utterance["first"],
        tuple(_warning(row) for row in telling["warnings"]),
        view.quotes[telling["quote"]]["manner"] == "indirect",
        index in telling["parts"][1:],
    )


def _warning(row: Row) -> str:
    """A warning in words: what turns the meaning and what became of it."""
    return f"{SENSES[row['sense']]} {row['change']}"


def _altered(edits: Iterable[Row]) -> list[Stretch]:
    """The words of a printing that the leading one has otherwise."""
    return [
        Stretch(edit["here"][0], edit["here"][1], tag="ins", attributes={"title": edit["kind"]})
        for edit in edits
        if edit["here"] and edit["here_text"].strip()
    ]


def _differing(utterance: Row) -> list[Stretch]:
    """The words of the leading printing that another has not, or otherwise: each marked once.

    Where that is most of them, marking says nothing and none is marked.
    """
    places = {tuple(edit["lead"]) for row in utterance["tellings"] for edit in row["edits"] if edit["lead"]}
    merged: list[list[int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    start, end = utterance["tellings"][utterance["lead"]]["span"]
    if 2 * sum(last - first for first, last in merged) > end - start:
        return []
    title = {"class": "differs", "title": "printed differently elsewhere"}
    return [Stretch(start, end, attributes=title) for start, end in merged]


@dataclass(frozen=True, slots=True)
class AlteredView:
    """What one outlet did to the words that another prints more fully: how often each kind of edit, and the warnings."""

    outlet: str
    printings: int
    kinds: tuple[tuple[str, int], ...]
    warnings: int


def who_cut_what(view: View) -> list[AlteredView]:
    """A row for each outlet with a printing beside a fuller one of another article, in the order of the articles."""
    printings: Counter[str] = Counter()
    warnings: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for row in view.export["utterances"]:
        lead = row["tellings"][row["lead"]]["article"]
        for number, telling in enumerate(row["tellings"]):
            if telling["article"] == lead:
                continue
            outlet = view.outlet(telling["article"])
            printings[outlet] += telling["parts"][:1] in ([], [number])
            warnings[outlet] += len(telling["warnings"])
            kinds.setdefault(outlet, Counter()).update(edit["kind"] for edit in telling["edits"])
    order = list(dict.fromkeys(view.outlet(article) for article in view.articles))
    return [
        AlteredView(
            outlet,
            printings[outlet],
            tuple(sorted(kinds[outlet].items(), key=lambda item: (-item[1], item[0]))),
            warnings[outlet],
        )
        for outlet in order
        if outlet in kinds
    ]
