"""The articles in full: every paragraph with its quotations, figures and moments marked, and notes that lead back.

A stretch of an article that any row of the export names is an anchor. What it
is used for stands in notes beside its paragraph, each a link back to the row.
Junk stays where it stands and is labelled as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from tellings.export.marks import Stretch, mark
from tellings.export.view import Row, View, anchor, clip, days

LABELS = {
    "title": "Headline",
    "deck": "Subheading",
    "byline": "Byline",
    "dateline": "Dateline",
    "caption": "Caption",
    "credit": "Credit",
    "banner": "Banner of the site",
    "metadata": "Metadata",
    "note": "Note",
    "junk": "Not the article",
}
"""How a block that is not body is called on the page."""

QUIET = frozenset({"credit", "banner", "metadata", "junk"})
"""Blocks that are dimmed: they are there, and they are not the article."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a stretch of an article is used for: which row of the page, and what is said there in a few words."""

    span: tuple[int, int]
    kind: str
    back: str
    note: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A link from a paragraph back to a row of the page."""

    kind: str
    href: str
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of blocks as printed, with its label, if it is not body, and its notes."""

    kind: str
    label: str
    quiet: bool
    words: Markup
    notes: tuple[Note, ...]


@dataclass(slots=True)
class Uses:
    """All uses of all articles, by article; those laid first stay whole where stretches cross."""

    view: View
    by_article: dict[str, list[Use]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for article, use in (*self._quotes(), *self._printings(), *self._figures(), *self._compared(), *self._dated()):
            self.by_article.setdefault(article, []).append(use)
        for article, row in self.view.articles.items():
            self.by_article.setdefault(article, []).extend(_evidence(article, row))

    def _several(self, utterance: str | None) -> bool:
        return utterance is not None and len(self.view.utterances[utterance]["tellings"]) > 1

    def _quotes(self) -> Iterator[tuple[str, Use]]:
        for quote in self.view.export["quotes"]:
            back = quote["utterance"] if self._several(quote["utterance"]) else quote["id"]
            name = self.view.name(quote["speaker"])
            title = f"{quote['manner'].capitalize()} quotation: {name}" + (
                "" if quote["certainty"] in ("stated", "unknown") else f" ({quote['certainty']})"
            )
            for span in quote["content"]:
                yield quote["article"], Use(tuple(span), "quotation", back, name, title)

    def _printings(self) -> Iterator[tuple[str, Use]]:
        for utterance in self.view.export["utterances"]:
            for telling in utterance["tellings"]:
                back = utterance["id"] if self._several(utterance["id"]) else telling["quote"]
                yield telling["article"], Use(tuple(telling["span"]), "printing", back, "")

    def _figures(self) -> Iterator[tuple[str, Use]]:
        for figure in self.view.export["figures"]:
            words = clip(figure["text"], 48)[0]
            yield figure["article"], Use(tuple(figure["span"]), "figure", figure["id"], words, "Figure")
        for claim in self.view.export["figure_claims"]:
            for telling in claim["tellings"]:
                yield telling["article"], Use(tuple(telling["span"]), "place", telling["figure"], "")

    def _compared(self) -> Iterator[tuple[str, Use]]:
        for comparison in self.view.export["comparisons"]:
            for telling in comparison["tellings"]:
                yield telling["article"], Use(tuple(telling["span"]), "compared", comparison["id"], comparison["kind"])
        for origin in self.view.export["origins"]:
            for telling in origin["shared"]:
                yield telling["article"], Use(tuple(telling["span"]), "place", origin["id"], "printed elsewhere too")

    def _dated(self) -> Iterator[tuple[str, Use]]:
        for event in self.view.export["events"]:
            when = days(event["when"]["start"], event["when"]["end"]) if event["when"] else "day not told"
            for telling in event["tellings"]:
                yield telling["article"], Use(tuple(telling["span"]), "event", event["id"], f"event, {when}")
        for moment in self.view.export["moments"]:
            when = "" if moment["start"] is None and moment["end"] is None else days(moment["start"], moment["end"])
            words = clip(moment["text"], 32)[0]
            note = "" if not when else words if words == when else f"{words} = {when}"
            title = f"Time: {when or 'not on the calendar'}"
            yield moment["article"], Use(tuple(moment["span"]), "moment", moment["id"], note, title)


def _evidence(article: str, row: Row) -> Iterator[Use]:
    for name in ("outlet", "title", "byline", "published", "modified"):
        for span in row[name]["evidence"] if row[name] else ():
            yield Use(tuple(span), "place", f"{article}-row", "")


def paragraphs(article: Row, uses: list[Use]) -> list[Paragraph]:
    """The paragraphs of an article in the order of its text."""
    stretches = _stretches(article, uses)
    return [_paragraph(article, group, stretches, uses) for group in _lines(article)]


def _lines(article: Row) -> Iterator[list[Row]]:
    """Blocks that stand on one line together: only a line break parts paragraphs."""
    group: list[Row] = []
    for block in sorted(article["blocks"], key=lambda block: block["span"]):
        if group and any(sign in article["text"][group[-1]["span"][1] : block["span"][0]] for sign in "\r\n"):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _paragraph(article: Row, group: list[Row], stretches: list[Stretch], uses: list[Use]) -> Paragraph:
    start, end = group[0]["span"][0], group[-1]["span"][1]
    main = min(group, key=lambda block: (block["kind"] in QUIET, block["kind"] != "body"))
    label = LABELS.get(main["kind"], "") + (" (printed again)" if main["repeat"] else "")
    inline = [
        Stretch(
            block["span"][0],
            block["span"][1],
            attributes={"class": "junk", "data-label": LABELS[block["kind"]]},
        )
        for block in group
        if block is not main and block["kind"] in QUIET
    ]
    return Paragraph(
        main["kind"],
        label.strip().capitalize() if main["kind"] == "body" else label,
        main["kind"] in QUIET or main["repeat"],
        mark(article["text"], start, end, [*inline, *(s for s in stretches if s.start < end and start < s.end)]),
        tuple(_notes(article["id"], start, end, uses)),
    )


def _stretches(article: Row, uses: list[Use]) -> list[Stretch]:
    """One element for each stretch, whatever it is used for."""
    kinds: dict[tuple[int, int], list[Use]] = {}
    for use in uses:
        kinds.setdefault(use.span, []).append(use)
    return [_stretch(article["id"], span, found) for span, found in kinds.items()]


def _stretch(article: str, span: tuple[int, int], uses: list[Use]) -> Stretch:
    shown = list(dict.fromkeys(use.kind for use in uses if use.kind in ("quotation", "figure", "moment")))
    attributes = {"class": " ".join(shown)} if shown else {}
    titles = list(dict.fromkeys(use.title for use in uses if use.title))
    if titles:
        attributes["title"] = "; ".join(titles)
    return Stretch(*span, tag="mark" if shown else "span", id=anchor(article, span), attributes=attributes)


def _notes(article: str, start: int, end: int, uses: list[Use]) -> Iterator[Note]:
    """The notes of the uses that begin in a paragraph, in the order of its words; each row once."""
    seen: set[tuple[str, str]] = set()
    for use in sorted(uses, key=lambda use: use.span):
        if start <= use.span[0] < end and use.note and (use.back, use.note) not in seen:
            seen.add((use.back, use.note))
            yield Note(use.kind, f"#{use.back}", use.note, anchor(article, use.span))
