"""The sheet for readers by eye: a seeded draw of stretches of real articles, and every number in them.

Numbers are found by their characters alone (a digit, or a word of a closed list), never by the reader that is to be
measured. Stories of several outlets are drawn, and of each article the paragraphs with the most numbers that share
words with the other articles, so that figures of one thing stand in several of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

Row = dict[str, Any]

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALES = "dozens?|hundreds?|thousands?|millions?|billions?|trillions?"
_PARTS = "half|halves|thirds?|quarters?|fourths?|fifths?|tenths?"
_FOLDS = "twice|double[ds]?|triple[ds]?|quadrupled|halved"
_WORD = rf"(?:{_ONES}|{_TENS}|{_SCALES}|{_PARTS})(?![\w])"
CANDIDATE = re.compile(
    rf"(?<![\w])(?:\d[\d,.]*(?<=\d)|(?:{_ONES}|{_TENS}|{_SCALES}|{_PARTS}|{_FOLDS})(?![\w]))(?:[ -](?:and )?{_WORD})*|\d[\d,.]*(?<=\d)",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(r"(?:1[89]|20)\d\d$|one$", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? $", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORDS = re.compile(r"[a-z]{5,}")
SHORTEST, LONGEST = 90, 650

TOPICS: Mapping[str, str] = {
    "deaths and disasters": r"kill|dead|death|shoot|shot|attack|bomb|hurricane|storm|fire|flood|crash|victim|tornado|earthquake|outbreak|virus|ebola",
    "war and borders": r"troops|syria|iraq|afghan|missile|isis|islamic state|war|refugee|border|migrant|caravan|immigra|asylum",
    "courts": r"court|judge|sentenc|trial|guilty|indict|lawsuit|verdict|justice|charges",
    "money": r"budget|tax|econom|jobs|market|stock|trade|tariff|deficit|debt|wage|unemployment|shutdown|spending|company|price|oil",
    "polls and votes": r"poll|vote|election|primary|senate race|ballot|caucus|turnout|survey",
    "life": r"nfl|sport|team|game|school|teacher|student|health|obamacare|climate|women|march|protest|rally|census|gun",
}
"""Words of a story's label or titles by which stories are drawn from every field of the news."""


def draw(articles: Mapping[str, Row], stories: Sequence[Row], *, seed: int, stretches: int) -> Iterator[Row]:
    """Stretches from stories drawn by turns of topic: (article, start, end), at most two of an article."""
    chance = random.Random(seed)
    pools = {topic: _stories(articles, stories, pattern) for topic, pattern in TOPICS.items()}
    for pool in pools.values():
        chance.shuffle(pool)
    used: set[str] = set()
    outlets: dict[str, int] = {}
    found = (
        stretch
        for turn in range(max(map(len, pools.values())))
        for topic in TOPICS
        if turn < len(pools[topic])
        for stretch in _of_story(pools[topic][turn], articles, used, outlets)
    )
    yield from islice(found, stretches)


def _stories(articles: Mapping[str, Row], stories: Sequence[Row], pattern: str) -> list[Row]:
    wanted = re.compile(rf"\b(?:{pattern})", re.IGNORECASE)
    return [story for story in stories if len(story["articles"]) > 1 and wanted.search(_label(articles, story))]


def _label(articles: Mapping[str, Row], story: Row) -> str:
    return " ".join(
        [story["label"], *(articles[name]["title"] or "" for name in story["articles"] if name in articles)]
    )


def _of_story(story: Row, articles: Mapping[str, Row], used: set[str], outlets: dict[str, int]) -> Iterator[Row]:
    """The stretches of one story; none where two of its outlets have no paragraph that fits."""
    own = [articles[name] for name in story["articles"] if name in articles and name not in used]
    own = [row for row in own if outlets.get(row["outlet"], 0) < 5][:3]
    chosen: list[tuple[Row, list[tuple[int, int]]]] = []
    for row in own:
        others = {word for other in own if other is not row for word in _WORDS.findall(other["text"].lower())}
        if best := _best(row["text"], others):
            chosen.append((row, best))
    if len({row["outlet"] for row, _ in chosen}) < 2:
        return
    for row, places in chosen:
        used.add(row["id"])
        outlets[row["outlet"]] = outlets.get(row["outlet"], 0) + 1
        yield from ({"article": row["id"], "story": story["story"], "start": s, "end": e} for s, e in places)


def _best(text: str, others: set[str]) -> list[tuple[int, int]]:
    """The two paragraphs with three numbers or more, no dates, that have most of them and share most with the other articles."""
    ranked = []
    for match in _PARAGRAPH.finditer(text):
        numbers = [
            number
            for number in CANDIDATE.finditer(match[0])
            if not _NO_COUNT.match(number[0]) and not _MONTH.search(match[0][: number.start()])
        ]
        if SHORTEST <= len(match[0]) <= LONGEST and 3 <= len(numbers) <= 10:
            words = set(_WORDS.findall(match[0].lower()))
            ranked.append((len(words & others) / max(8, len(words)) + len(numbers) / 5, match.span()))
    ranked.sort(reverse=True)
    return sorted(place for _, place in ranked[:2])


def sheet(articles: Mapping[str, Row], drawn: Sequence[Row]) -> Iterator[Row]:
    """A line a stretch for a reader: the text, what stands before it, and its numbers to fill in."""
    for number, stretch in enumerate(drawn, start=1):
        row = articles[stretch["article"]]
        text = row["text"][stretch["start"] : stretch["end"]]
        before = row["text"][: stretch["start"]].rstrip()
        yield {
            "stretch": f"s{number:03}", **stretch, "outlet": row["outlet"], "published": row["date"], "title": row["title"],
            "before": before[max(0, len(before) - 400) :],
            "text": text,
            "numbers": [
                {"id": f"s{number:03}.{place}", "at": match.start(), "printed": match[0]}
                for place, match in enumerate(CANDIDATE.finditer(text), start=1)
            ],
        }  # fmt: skip
