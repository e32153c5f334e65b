"""A check and a ledger as JSON: each quotation with its place and what was altered."""

from __future__ import annotations

from typing import Any

from tellings.checking.check import Checked, Source
from tellings.checking.inward import Heading
from tellings.checking.ledger import Entry, Line
from tellings.checking.printed import Printed
from tellings.values import Span, Spans

Row = dict[str, Any]


def row(checked: Checked) -> Row:
    """One quotation that was checked. Spans of ``here`` count in the draft (or in the quotation given)."""
    return {
        "quote": checked.line,
        "spans": _spans(checked.pieces),
        "speaker": checked.speaker,
        "outcome": checked.outcome,
        "reason": checked.reason,
        "sources": [_source(checked, source) for source in checked.sources],
    }


def row_of_heading(heading: Heading) -> Row:
    """One quotation of a headline, subheading or caption; ``spans`` is empty where it stands beside the text."""
    article = heading.article
    place = {"file": article.file, "record": article.record, "digest": article.digest, "block": heading.block}
    spans = [[heading.span.start, heading.span.end]] if heading.span else []
    return {**place, **row(heading.checked), "spans": spans}


def row_of_entry(entry: Entry) -> Row:
    """One utterance of a ledger. ``lead`` and ``first`` are positions in ``printings``."""
    lead = entry.lines[entry.lead].printed
    return {
        "speaker": entry.speaker,
        "outlets": entry.outlets,
        "lead": entry.lead,
        "first": entry.first,
        "printings": [
            {
                **_printed(line.printed),
                "reason": line.reason,
                "altered": line.altered,
                **_changes(lead, line.printed, line),
            }
            for line in entry.lines
        ],
    }


def _source(checked: Checked, source: Source) -> Row:
    return {
        **_printed(source.printed),
        "speaker_agrees": source.agrees,
        **_changes(source.printed, checked, source),
    }


def _changes(lead: Printed, here: Printed | Checked, of: Source | Line) -> Row:
    """What was done to leading words here."""
    return {
        "edits": [
            {
                "kind": edit.kind,
                **_sides(lead, here, edit.lead, edit.here),
                "source": _printed(of.other) if edit.source and of.other else None,
            }
            for edit in of.edits
        ],
        "warnings": [
            {"sense": warning.sense, "change": warning.change, **_sides(lead, here, warning.lead, warning.here)}
            for warning in of.warnings
        ],
    }


def _printed(printed: Printed) -> Row:
    return {
        "file": printed.file,
        "record": printed.record,
        "digest": printed.digest,
        "outlet": printed.outlet,
        "day": printed.day,
        "spans": _spans(printed.pieces),
        "text": printed.line,
        "speaker": printed.speaker,
        "reported": printed.reported,
        "block": printed.block,
    }


def _sides(leading: Printed, printed: Printed | Checked, lead: Span | None, here: Span | None) -> Row:
    return {
        "lead": lead and [lead.start, lead.end],
        "here": here and [here.start, here.end],
        "lead_text": words_at(leading.line, leading.pieces, lead),
        "here_text": words_at(printed.line, printed.pieces, here),
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def words_at(line: str, pieces: Spans, place: Span | None) -> str | None:
    """The words of a line at a place of the text that the line was put together from."""
    if place is None:
        return None
    offset = 0
    for piece in pieces:
        if piece.covers(place):
            return line[offset + place.start - piece.start : offset + place.end - piece.start]
        offset += len(piece) + 1
    return None
