"""What a check found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


def lines(found: Sequence[Any], places: Sequence[str]) -> Iterator[str]:
    """Each quotation with its outcome and why, then its sources, each with the differences.

    ``places`` says for each where it stands; empty where nobody asks.
    """
    for checked, place in zip(found, places, strict=True):
        by = f" ({checked.speaker})" if checked.speaker else ""
        yield f"{checked.outcome:<16}{_quoted(checked.line, 200)}{by}{f', {place}' if place else ''}"
        yield f"{'':16}{checked.reason}"
        for source in checked.sources:
            printed = source.printed
            yield f"{'':16}- {place_of(printed)}: {words_of(printed)}"
            for edit in source.edits:
                yield f"{'':18}{edit.kind}: {difference(source.printed, checked, edit)}"


def difference(lead: Any, here: Any, edit: Any) -> str:  # noqa: ANN401
    """A difference: the leading words, an arrow, the words here; each side has a ``line`` and its ``pieces``."""
    from tellings.checking.rows import words_at  # noqa: PLC0415

    there = words_at(lead.line, lead.pieces, edit.lead)
    put = words_at(here.line, here.pieces, edit.here)
    return " → ".join(f"[{_short(words, 80)}]" if words else "nothing" for words in (there, put))


def place_of(printed: Any) -> str:  # noqa: ANN401
    """Where words stand: outlet, day, file and characters."""
    named = ", ".join(part for part in (printed.outlet, printed.day) if part)
    file = printed.file if printed.record is None else f"{printed.file}, line {printed.record}"
    where = ", ".join(f"{piece.start}-{piece.end}" for piece in printed.pieces)
    return f"{named}; {file}, characters {where}" if named else f"{file}, characters {where}"


def words_of(printed: Any) -> str:  # noqa: ANN401
    """What a source prints: in marks where the source has marks."""
    told = f"{_short(printed.line, 160)} (reported)" if printed.reported else _quoted(printed.line, 160)
    return f"{printed.speaker}: {told}" if printed.speaker else told


def _quoted(text: str, most: int) -> str:
    """Words in quotation marks; what is cut short ends in an ellipsis outside them."""
    from tellings.export.view import clip  # noqa: PLC0415

    words, cut = clip(text, most)
    return f"“{words}” …" if cut else f"“{words}”"


def _short(text: str, most: int) -> str:
    from tellings.export.view import clip  # noqa: PLC0415

    words, cut = clip(text, most)
    return f"{words} …" if cut else words


def json_of(found: Sequence[Any], draft: Path | None) -> str:
    """One object, ``tellings.check.v1``."""
    from tellings.checking.rows import row  # noqa: PLC0415

    exported = {
        "format": "tellings.check.v1",
        "draft": str(draft) if draft else None,
        "exact": all(checked.outcome == "exact" for checked in found),
        "checks": [row(checked) for checked in found],
    }
    return _dumped(exported)


def json_of_headings(headings: Sequence[Any]) -> str:
    """One object, ``tellings.check.v1``: the quotations above and beside the bodies of articles."""
    from tellings.checking.rows import row_of_heading  # noqa: PLC0415

    exported = {
        "format": "tellings.check.v1",
        "draft": None,
        "exact": all(heading.checked.outcome == "exact" for heading in headings),
        "checks": [row_of_heading(heading) for heading in headings],
    }
    return _dumped(exported)


def _dumped(exported: dict[str, Any]) -> str:
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"


def standing(heading: Any) -> str:  # noqa: ANN401
    """Where the quotation of a heading stands."""
    from tellings.checking import WHERE  # noqa: PLC0415

    article = heading.article
    file = article.file if article.record is None else f"{article.file}, line {article.record}"
    characters = f", characters {heading.span.start}-{heading.span.end}" if heading.span else ""
    return f"{WHERE[heading.block]} of {file}{characters}"
