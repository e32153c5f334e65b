"""An article as ``tellings intake`` writes it, one JSON object a line, and back without a loss.

The fields are those of ``articles`` in the export (docs/data-model.md). ``file``, ``record``,
``format``, ``encoding`` and ``digest`` say what it was read from; text, blocks and what is known
come back exactly as they were.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, get_args

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.record import Record
from tellings.values import Article, Block, BlockKind, How, Known, Published, Span

SCHEMA = "tellings.intake.v1"
Row: TypeAlias = dict[str, Any]


def line(article: Article) -> Row:
    """The article as a row that says of what kind it is, so that it comes back whole."""
    return {"schema": SCHEMA, **row(article), "headlines": [_known(headline) for headline in article.headlines]}


def row(article: Article) -> Row:
    """The article as a JSON object."""
    return {
        "file": article.file,
        "record": article.record,
        "format": article.format,
        "encoding": article.encoding,
        "digest": article.digest,
        "text": article.text,
        "language": article.language,
        "url": article.url,
        "outlet": _known(article.outlet),
        "title": _known(article.title),
        "byline": _known(article.byline),
        "published": _published(article.published),
        "modified": _published(article.modified),
        "blocks": [
            {"kind": block.kind, "span": _span(block.span), "reason": block.reason, "repeat": block.repeat}
            for block in article.blocks
        ],
    }


def fits(row: Mapping[str, Any]) -> bool:
    """Whether this program wrote a row."""
    return row.get("schema") == SCHEMA


def record(row: Mapping[str, Any], data: bytes, number: int | None) -> Record:
    """The article that a row holds. Raises ``IntakeError`` where somebody changed it to what cannot be."""
    try:
        text = _string(row["text"])
        text.encode("utf-8")
        blocks = tuple(_block(block, text) for block in row["blocks"])
        return Record(data, number, text=text, encoding="utf-8", facts=_facts(row), blocks=blocks)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise IntakeError(f"a {SCHEMA} line that was changed ({error}); write it again with tellings intake") from error


def _facts(row: Mapping[str, Any]) -> Facts:
    return Facts(
        outlet=_to_known(row["outlet"]),
        title=_to_known(row["title"]),
        byline=_to_known(row["byline"]),
        url=_string(row["url"]) if row["url"] is not None else None,
        published=_to_published(row["published"]),
        modified=_to_published(row["modified"]),
        language=_string(row["language"]),
        headlines=tuple(known for headline in row["headlines"] if (known := _to_known(headline))),
    )


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _known(known: Known | None) -> Row | None:
    if known is None:
        return None
    evidence = [_span(span) for span in known.evidence]
    return {"value": known.value, "how": known.how, "reason": known.reason, "evidence": evidence}


def _published(published: Published | None) -> Row | None:
    if published is None:
        return None
    return {
        "earliest": published.earliest,
        "latest": published.latest,
        "day": published.day,
        "time": published.time,
        "how": published.how,
        "reason": published.reason,
        "evidence": [_span(span) for span in published.evidence],
    }


def _block(row: Mapping[str, Any], text: str) -> Block:
    if row["kind"] not in get_args(BlockKind):
        raise ValueError(f"no block is called {row['kind']!r}")
    span = _to_span(row["span"])
    if span.end > len(text):
        raise ValueError("a block beyond the end of the text")
    return Block(row["kind"], span, _string(row["reason"]), bool(row["repeat"]))


def _to_span(pair: Any) -> Span:  # noqa: ANN401  # any JSON
    start, end = pair
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise ValueError(f"no span: {pair!r}")
    return Span(start, end)


def _to_known(row: Mapping[str, Any] | None) -> Known | None:
    if row is None:
        return None
    return Known(_string(row["value"]), _how(row["how"]), _string(row["reason"]), _evidence(row))


def _to_published(row: Mapping[str, Any] | None) -> Published | None:
    if row is None:
        return None
    time = None if row["time"] is None else _string(row["time"])
    earliest, latest = _string(row["earliest"]), _string(row["latest"])
    return Published(earliest, latest, _how(row["how"]), _string(row["reason"]), _evidence(row), time)


def _evidence(row: Mapping[str, Any]) -> tuple[Span, ...]:
    return tuple(_to_span(pair) for pair in row["evidence"])


def _how(value: Any) -> How:  # noqa: ANN401
    if value not in get_args(How):
        raise ValueError(f"nothing is known by {value!r}")
    how: How = value
    return how


def _string(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value
