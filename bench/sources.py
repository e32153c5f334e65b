"""Measures who is named as the speaker, on our own gold of sources of all forms.

    python bench/sources.py bench/gold/sources.jsonl ARCHIVE.jsonl[.gz] [--part dev] [--bootstrap N] [--misses]

ARCHIVE has an article a line, ``id`` and ``text``; the gold (``bench/gold/README.md``) has offsets alone, and the digest
by which a text is known to be the same. For each source of the gold: was what they said found at all, and was the
right person, body or document named for it? Printed by form of the source and by the certainty that the reading gives.
``--misses`` lists what was not right, in the words of the article; never those of the part ``sealed``, which nothing
may be tuned on.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from attribution_measures import Tally
from attribution_reading import Row, article, rows
from attribution_report import CERTAINTIES, Figures
from tellings.reading import Reader
from tellings.reading.coreference.names import words_of
from tellings.values import Chain, Quotation, Reading, Span

Outcome = Literal["right", "short", "wrong", "open", "missed"]
"""Short: by a part of the name, and the full name that the article prints is not held to be the same; missed: what
was said was not found."""

OUTCOMES: tuple[Outcome, ...] = ("right", "short", "wrong", "open", "missed")
FORMS = ("name", "surname", "pronoun", "office", "description", "organisation", "document", "none")
SEALED = "sealed"
_HALF = 0.5
_POSSESSIVE = 2  # characters by which a mention may be longer or shorter than a name of the gold: "'s"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reading makes of one source of the gold."""

    source: Row
    outcome: Outcome
    quotation: Quotation | None
    name: str | None
    """What the speaker is called: a name, or a description."""
    named: bool = False
    """It is a name."""


def answer(reading: Reading, source: Row) -> Answer:
    """Whom the reading names for what a source of the gold said."""
    quotation = _found(reading, source)
    if quotation is None:
        return Answer(source, "missed", None, None)
    chain = next((chain for chain in reading.chains if quotation.speaker in chain.mentions), None)
    told = bool(source["names"] or source["descriptions"])
    if chain is None or quotation.speaker is None:
        return Answer(source, "open" if told else "right", quotation, None)
    named = any(reading.mentions[position].form == "name" for position in chain.mentions)
    return Answer(source, _judged(reading, chain, source), quotation, chain.name, named)


def _found(reading: Reading, source: Row) -> Quotation | None:
    """The quotation that shares most with a content: at least half of the shorter of the two."""
    wanted = _characters(Span(*span) for span in source["content"])
    best: tuple[int, Quotation] | None = None
    for quotation in reading.quotations:
        own = _characters(quotation.content)
        shared = len(wanted & own)
        if shared >= _HALF * min(len(wanted), len(own)) and (best is None or shared > best[0]):
            best = (shared, quotation)
    return best[1] if best else None


def _characters(spans: Iterator[Span] | Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _judged(reading: Reading, chain: Chain, source: Row) -> Outcome:
    text = reading.article.text
    mentions = [reading.mentions[position] for position in chain.mentions]
    for start, end in source["descriptions"]:
        described = Span(start, end)
        if any(m.span.overlaps(described) and (m.form != "name" or m.span.covers(described)) for m in mentions):
            return "right"
    for start, end in source["names"]:
        full, own = set(words_of(text[start:end])), set(words_of(chain.name))
        if not (full <= own or own <= full):
            continue
        if any(m.span.start < end and abs(m.span.end - end) <= _POSSESSIVE for m in mentions):
            return "right"
        return "short"
    return "wrong"


def tally(answers: Sequence[Answer]) -> Tally:
    """The outcomes of one article, by form and by certainty."""
    counted = Tally()
    for one in answers:
        kinds = [one.source["form"]]
        certainty = one.quotation.certainty if one.quotation else None
        for outcome in OUTCOMES:
            counted.count(outcome, "predicted", one.outcome == outcome, kinds)
            if certainty:
                counted.count(f"{outcome} of {certainty}", "predicted", one.outcome == outcome)
        if one.outcome == "wrong":
            counted.count("wrong by its source words", "predicted", _other_source(one))
        if one.named:
            classes = [*kinds, certainty] if certainty else kinds
            counted.count("named right", "predicted", one.outcome in {"right", "short"}, classes)
    return counted


def _other_source(one: Answer) -> bool:
    """Whether a quotation has other source words than the gold: then the attribution is wrong, not who the words mean."""
    wanted = _characters(Span(*span) for span in one.source["source"])
    own = _characters(one.quotation.source) if one.quotation else set()
    return not wanted & own and bool(wanted or own)


def table(figures: Figures) -> Iterator[str]:
    """A line a form, a line a certainty, and the share of named speakers that are right."""
    yield (
        f"{'form':14}{'sources':>8}"
        + "".join(f"{outcome:>8}" for outcome in OUTCOMES)
        + "   right of those with a name"
    )
    for form in ("all", *FORMS):
        if not figures.share("right", form).total:
            continue
        counts = "".join(f"{figures.share(outcome, form).hits:8.0f}" for outcome in OUTCOMES)
        yield f"{form:14}{figures.share('right', form).total:8}{counts}   {figures.share('named right', form)}"
    other = figures.share("wrong by its source words")
    yield f"of the {other.total} wrong, {other.hits:.0f} have other source words than the gold"
    yield f"{'certainty':14}{'found':>8}" + "".join(f"{outcome:>8}" for outcome in OUTCOMES[:-1])
    for certainty in CERTAINTIES:
        share = figures.share(f"right of {certainty}")
        if share.total:
            hits = "".join(f"{figures.share(f'{outcome} of {certainty}').hits:8.0f}" for outcome in OUTCOMES[:-1])
            yield f"{certainty:14}{share.total:8}{hits}           {figures.share('named right', certainty)}"


def read(gold: Path, archive: Path, part: str | None = None) -> Iterator[tuple[str, Reading, list[Answer]]]:
    """Every article of the gold: its part, what was read, its answers. Raises ``SystemExit`` where a text is not there or another."""
    wanted = [row for row in rows(gold) if part in {None, row["part"]}]
    names = {row["article"] for row in wanted}
    texts = {row["id"]: row for row in rows(archive) if row["id"] in names}
    for row in wanted:
        _check(row, texts, archive)
    articles = (article(texts[row["article"]]) for row in wanted)
    for row, reading in zip(wanted, Reader().read_all(articles), strict=True):
        yield row["part"], reading, [answer(reading, source) for source in row["sources"]]


def _check(row: Row, texts: Mapping[str, Row], archive: Path) -> None:
    if row["article"] not in texts:
        raise SystemExit(f"{archive}: article {row['article']} is not there")
    digest = hashlib.sha256(texts[row["article"]]["text"].encode()).hexdigest()
    if row["digest"] != f"sha256:{digest}":
        raise SystemExit(f"{archive}: article {row['article']} has another text than the one that was annotated")


def _miss(reading: Reading, one: Answer) -> str:
    text = reading.article.text

    def words(spans: list[list[int]]) -> str:
        return " / ".join(text[start:end] for start, end in spans) or "-"

    said = words(one.source["content"][:1])[:70].replace("\n", " ")
    expected = words([*one.source["names"], *one.source["descriptions"]])
    reason = one.quotation.reason if one.quotation else ""
    return (
        f"{one.outcome:7}{one.source['form']:13}{reading.article.file} {one.source['content'][0][0]}: “{said}” "
        f"[{words(one.source['source'])}] is {expected}; named: {one.name or '-'}; {reason}"
    )


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--part", choices=("dev", "check", SEALED), help="only this part of the gold")
    parser.add_argument("--bootstrap", type=int, default=0, metavar="N", help="intervals from N resamplings")
    parser.add_argument("--misses", action="store_true", help="list what was not right")
    options: Any = parser.parse_args()
    answered = list(read(options.gold, options.archive, options.part))
    if options.misses:
        shown = [(reading, one) for part, reading, answers in answered if part != SEALED for one in answers]
        print("\n".join(_miss(reading, one) for reading, one in shown if one.outcome != "right"))
    print("\n".join(table(Figures([tally(answers) for *_, answers in answered], samples=options.bootstrap))))


if __name__ == "__main__":
    main()
