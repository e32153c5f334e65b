"""Measures the days of print that articles do not state: hides the dates of dated articles and asks for them again.

    python bench/print_days.py STORIES.json ARTICLES.jsonl.gz [--alone] [--one] [--misses] [--part 0|1]

The articles of each story are read without their dates (their moments alone, which needs no parse) and settled
together; with ``--one`` only one of each story at a time is undated, with ``--alone`` every article is a story by itself.
Prints how many are given an interval, how often the day of print lies inside, and how wide it is; and the same for the
intervals of one day. Days that an article states of itself (a dateline, a byline) are counted apart.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tellings.intake import IntakeOptions
from tellings.intake.articles import Source, assemble
from tellings.linking import dates
from tellings.reading import moments
from tellings.values import Article, Published, Reading


@dataclass(frozen=True)
class Given:
    """An article of the corpus, with what was given as its day of print, and its day as the corpus has it."""

    article: str
    day: date
    published: Published | None


def load(stories: Path, articles: Path, *, alone: bool, part: int | None) -> list[list[tuple[str, date, Article]]]:
    """The dated articles of every story, as articles without their dates."""
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines) if row["date"]}
    groups = [story["articles"] for story in json.loads(stories.read_text(encoding="utf-8"))]
    if part is not None:
        groups = [group for group in groups if zlib.crc32(group[0].encode()) % 2 == part]
    if alone:
        groups = [[name] for group in groups for name in group]
    return [
        [(name, date.fromisoformat(rows[name]["date"]), _article(rows[name])) for name in group if name in rows]
        for group in groups
    ]


def _article(row: dict[str, Any]) -> Article:
    text = f"{row['title']}\n\n{row['text']}"
    return assemble(Source(f"{row['id']}.txt", text, text.encode(), "text", "utf-8"), options=IntakeOptions())


def found(story: list[tuple[str, date, Article]], *, one: bool) -> Iterator[Given]:
    """What each article of a story is given; ``one`` leaves the others their days."""
    undated = [_read(article) for _, _, article in story]
    if not one:
        yield from _settled(story, undated)
        return
    dated = [
        moments.resolve(replace(reading, article=replace(reading.article, published=_known(day))), _known(day))
        for (_, day, _), reading in zip(story, undated, strict=True)
    ]
    for place, reading in enumerate(undated):
        yield _settled(story, [*dated[:place], reading, *dated[place + 1 :]])[place]


def _settled(story: list[tuple[str, date, Article]], readings: list[Reading]) -> list[Given]:
    return [
        Given(name, day, reading.article.published)
        for (name, day, _), reading in zip(story, dates.settle(tuple(readings)), strict=True)
    ]


def _known(day: date) -> Published:
    return Published(day.isoformat(), day.isoformat(), "given")


def _read(article: Article) -> Reading:
    return moments.resolve(Reading(article), article.published)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--alone", action="store_true", help="every article is a story by itself")
    parser.add_argument("--one", action="store_true", help="only one article of each story is undated")
    parser.add_argument("--part", type=int, choices=(0, 1), help="one half of the stories, by digest")
    parser.add_argument("--misses", action="store_true", help="list the intervals that miss the day")
    options = parser.parse_args()
    stories = load(options.stories, options.articles, alone=options.alone, part=options.part)
    given = [one for story in stories for one in found(story, one=options.one)]
    stated = [one for one in given if one.published and one.published.how != "inferred"]
    inferred = [one for one in given if one.published and one.published.how == "inferred"]
    print(f"{len(given)} dated articles, of which {len(stated)} state a day of themselves")
    _row("stated", stated)
    _row("inferred", inferred)
    _row("  of them one day", [one for one in inferred if one.published and one.published.day])
    for reason in sorted({_kind(one) for one in inferred}):
        _row(f"  {reason}", [one for one in inferred if _kind(one) == reason])
    for one in given if options.misses else ():
        if one.published and not _inside(one):
            print(one.article, one.day, one.published.earliest, one.published.latest, one.published.reason)


def _kind(one: Given) -> str:
    """The rule that the reason tells of: its words without names and numbers."""
    reason = one.published.reason if one.published else ""
    return " ".join(word for word in reason.split(":")[0].split() if word.isalpha() and word.islower())[:60]


def _inside(one: Given) -> bool:
    return one.published is not None and one.published.earliest <= one.day.isoformat() <= one.published.latest


def _off(one: Given) -> int:
    """By how many days the interval misses the day."""
    published = one.published
    if published is None or _inside(one):
        return 0
    bounds = (date.fromisoformat(published.earliest), date.fromisoformat(published.latest))
    return min(abs((one.day - bound).days) for bound in bounds)


def _row(name: str, given: list[Given]) -> None:
    if not given:
        print(f"{name:62} none")
        return
    widths = sorted(_width(one) for one in given)
    inside, weeks = [_inside(one) for one in given], sum(_off(one) > 7 for one in given)
    low, high = _interval(inside)
    spread = Counter(
        "1" if width == 1 else "2-3" if width <= 3 else "4-7" if width <= 7 else "8-31" if width <= 31 else "over 31"
        for width in widths
    )
    shape = ", ".join(f"{days}: {spread[days]}" for days in ("1", "2-3", "4-7", "8-31", "over 31") if spread[days])
    print(
        f"{name:62} {len(given):5}  inside {100 * sum(inside) / len(given):5.1f} % [{low:.1f}, {high:.1f}]  over a week off {weeks}"
        f"  days wide: median {widths[len(widths) // 2]} ({shape})"
    )


def _width(one: Given) -> int:
    published = one.published
    return (date.fromisoformat(published.latest) - date.fromisoformat(published.earliest)).days + 1 if published else 0


def _interval(inside: list[bool], rounds: int = 1000) -> tuple[float, float]:
    """The 95 % interval of the share, by drawing again (seeded bootstrap)."""
    draw = random.Random(0)
    shares = sorted(sum(draw.choices(inside, k=len(inside))) / len(inside) for _ in range(rounds))
    return 100 * shares[rounds // 40], 100 * shares[-rounds // 40 - 1]


if __name__ == "__main__":
    main()
