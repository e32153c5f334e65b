"""A check as JSON: each quotation with its outcome, and each source with its place and what was altered."""

from __future__ import annotations

from typing import Any

from tellings.checking.check import Checked, Source
from tellings.checking.inward import Heading
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


def _source(checked: Checked, source: Source) -> Row:
    printed = source.printed
    return {
        **_printed(printed),
        "speaker_agrees": source.agrees,
        "edits": [
            {
                "kind": edit.kind,
                **_sides(checked, printed, edit.lead, edit.here),
                "source": _printed(source.other) if edit.source and source.other else None,
            }
            for edit in source.edits
        ],
        "warnings": [
            {"sense": warning.sense, "change": warning.change, **_sides(checked, printed, warning.lead, warning.here)}
            for warning in source.warnings
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


def _sides(checked: Checked, printed: Printed, lead: Span | None, here: Span | None) -> Row:
    return {
        "lead": lead and [lead.start, lead.end],
        "here": here and [here.start, here.end],
        "lead_text": words_at(printed.line, printed.pieces, lead),
        "here_text": words_at(checked.line, checked.pieces, here),
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
