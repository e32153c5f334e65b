"""Measures attribution: who said what, in which words, against articles of the PolNeAR form.

    python bench/attribution.py GOLD.jsonl[.gz] [--speakers SPEAKERS.jsonl[.gz]] [--bootstrap N]
    python bench/attribution.py --gold GOLD.jsonl[.gz] --predictions OUT.jsonl --named NAMED.jsonl
    python bench/attribution.py GOLD.jsonl[.gz] --score PREDICTED.jsonl
    python bench/attribution.py GOLD.jsonl[.gz] --sources bench/gold/sources.jsonl ARCHIVE.jsonl[.gz]

GOLD has an article a line: ``id``, ``text``, ``ignore`` (spans that are not scored), ``attributions`` with ``source``,
``cue`` and ``content``, each a list of spans. The articles are read and what is found is scored; ``--predictions`` also
writes it in the same form, ``--score`` scores a ready file instead of reading. SPEAKERS has pronoun sources with their
person (``attribution_speakers.py``); ``--named`` writes the name that each is given. ``--bootstrap`` gives 95 % intervals
from N resamplings of the articles. The measures are defined in ``attribution_measures.py``.

As the corpus has it, a quotation that goes on in the same paragraph belongs to the attribution before it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import attribution_report as report
import sources
from attribution_measures import Tally, score
from attribution_reading import Row, article, attributions, rows, write
from attribution_speakers import named
from attribution_speakers import score as score_speaker
from tellings.reading import Reader
from tellings.values import Reading, Span


def main() -> None:
    """Read or take the predictions, score them, print."""
    options = _options()
    gold = list(rows(options.gold))
    if options.score:
        predicted = {row["id"]: row["attributions"] for row in rows(options.score)}
        print(
            f"{options.score}: {len(predicted.keys() & {row['id'] for row in gold})} of {len(gold)} articles are there"
        )
    else:
        readings = _read(gold)
        predicted = {name: attributions(reading) for name, reading in readings.items()}
    if options.predictions:
        write(options.predictions, ({"id": name, "attributions": found} for name, found in predicted.items()))
    tallies = [
        score(row["text"], row["attributions"], predicted.get(row["id"], []), row.get("ignore", [])) for row in gold
    ]
    figures = report.Figures(tallies, samples=options.bootstrap)
    print("\n".join([*report.relations(figures), *report.certainties(figures)]))
    if options.speakers:
        print("\n".join(_speakers(options, readings)))
    if options.sources:
        answers = [sources.tally(found) for *_, found in sources.read(*options.sources)]
        print("\n".join(sources.table(report.Figures(answers, samples=options.bootstrap))))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage="attribution.py GOLD [options]"
    )
    parser.add_argument("gold", type=Path, nargs="?", metavar="GOLD")
    parser.add_argument("--gold", type=Path, dest="named_gold", help="the same as GOLD")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write what is found here")
    parser.add_argument("--score", type=Path, metavar="PREDICTED", help="score this file; nothing is read")
    parser.add_argument("--speakers", type=Path, help="pronoun sources with their person")
    parser.add_argument("--named", type=Path, metavar="OUT", help="write the name of each pronoun source here")
    parser.add_argument("--sources", type=Path, nargs=2, metavar=("GOLD", "ARCHIVE"), help="our gold: see sources.py")
    parser.add_argument("--bootstrap", type=int, default=0, metavar="N", help="intervals from N resamplings")
    options = parser.parse_args()
    options.gold = options.gold or options.named_gold
    if options.gold is None:
        parser.error("which articles? Give GOLD")
    if options.score and (options.predictions or options.speakers or options.sources):
        parser.error("--score takes a ready file: nothing is read, so there is nothing to write and nobody to name")
    if options.named and not options.speakers:
        parser.error("--named needs --speakers")
    return options


def _read(gold: list[Row]) -> dict[str, Reading]:
    reader = Reader()
    start = time.perf_counter()
    readings = {row["id"]: reading for row, reading in zip(gold, reader.read_all(map(article, gold)), strict=True)}
    seconds = time.perf_counter() - start
    words = sum(len(row["text"].split()) for row in gold)
    print(f"{len(gold)} articles, {words:,} words in {seconds:.1f} s ({words / seconds:,.0f} words/s, one process)")
    return readings


def _speakers(options: argparse.Namespace, readings: Mapping[str, Reading]) -> Iterator[str]:
    gold = list(rows(options.speakers))
    strange = {row["id"] for row in gold} - readings.keys()
    if strange:
        raise SystemExit(f"{options.speakers}: {len(strange)} articles are not in {options.gold}, e.g. {min(strange)}")
    answers = [named(readings[row["id"]], Span(*row["source"][0])) for row in gold]
    if options.named:
        pairs = zip(gold, answers, strict=True)
        write(options.named, ({"id": row["id"], "source": row["source"], "speaker": name} for row, name in pairs))
    by_article: dict[str, Tally] = {}
    for row, name in zip(gold, answers, strict=True):
        by_article.setdefault(row["id"], Tally()).add(score_speaker(row, name))
    yield from report.pronouns(report.Figures(list(by_article.values()), samples=options.bootstrap))


if __name__ == "__main__":
    main()
