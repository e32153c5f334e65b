"""The timeline as a drawing: one ruler of days, on its left what happened, on its right what was printed.

A line leads from each event to every article that tells it, so the lag
between doing and printing can be seen. Days stand evenly, with the gap between
them told in words: a background date thirty years back crushes nothing, and
labels never meet. Places across are percentages, so text keeps its size on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tellings.export.view import Row, View, clip, days, whole

MOST = 28
"""Events in the drawing; the table has them all."""

LINE = 22
"""The height of a line of labels."""

GAP = 26
"""The height of a gap between two days, with its words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot with its label, and where a click leads."""

    id: str
    href: str
    y: int
    label: str
    short: str
    told: int = 1


@dataclass(frozen=True, slots=True)
class Day:
    """One entry of the ruler."""

    label: str
    y: int
    gap: str
    gap_y: int


@dataclass(frozen=True, slots=True)
class Thread:
    """A line from an event to an article that tells it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn, and how many events were left to the table."""

    days: tuple[Day, ...]
    events: tuple[Mark, ...]
    articles: tuple[Mark, ...]
    threads: tuple[Thread, ...]
    height: int
    left_out: int


Key = tuple[str, str]
"""The first and the last day of an entry of the ruler."""


def timeline(view: View) -> Timeline | None:
    """The drawing of a story; none where nothing is dated."""
    dated = [row for row in view.export["events"] if row["when"]]
    events = sorted(dated, key=lambda row: -len(row["tellings"]))[:MOST]
    rows: dict[Key, tuple[list[Row], list[Row]]] = {}
    for event in sorted(events, key=lambda row: _number(row["id"])):
        rows.setdefault(_key(event["when"]["start"], event["when"]["end"]), ([], []))[0].append(event)
    for article in view.export["articles"]:
        if article["published"]:
            key = _key(article["published"]["earliest"], article["published"]["latest"])
            rows.setdefault(key, ([], []))[1].append(article)
    return _draw(view, sorted(rows.items()), len(dated) - len(events)) if rows else None


def _draw(view: View, rows: list[tuple[Key, tuple[list[Row], list[Row]]]], left_out: int) -> Timeline:
    ruler: list[Day] = []
    happened: list[Mark] = []
    printed: list[Mark] = []
    y, before = 0, ""
    for (start, end), (events, articles) in rows:
        gap = _gap(before, start) if before else ""
        gap_y = y + GAP // 2
        y += GAP if gap else 8
        ruler.append(Day(days(start, end), y + LINE // 2, gap, gap_y))
        happened += [_event(event, y + LINE * (n + 1) + LINE // 2) for n, event in enumerate(events)]
        printed += [_printed(view, article, y + LINE * n + LINE // 2) for n, article in enumerate(articles)]
        y += max(LINE * (len(events) + 1), LINE * len(articles))
        before = max(before, end)
    heights = {mark.id: mark.y for mark in printed}
    threads = tuple(_threads(view, happened, heights))
    return Timeline(tuple(ruler), tuple(happened), tuple(printed), threads, y + 10, left_out)


def _event(event: Row, y: int) -> Mark:
    told = len({telling["article"] for telling in event["tellings"]})
    return Mark(event["id"], f"#{event['id']}", y, _short(event["label"], 72), _short(event["label"], 26), told)


def _printed(view: View, article: Row, y: int) -> Mark:
    name = article["outlet"]["value"] if article["outlet"] else view.file(article["id"])
    return Mark(article["id"], f"#{article['id']}", y, _short(name, 26), _tiny(name))


def _threads(view: View, events: list[Mark], articles: dict[str, int]) -> Iterator[Thread]:
    told = {row["id"]: row["tellings"] for row in view.export["events"]}
    for event in events:
        for article in dict.fromkeys(telling["article"] for telling in told[event.id]):
            if article in articles:
                yield Thread(event.y, articles[article])


def _key(start: str | None, end: str | None) -> Key:
    return (start or end or "", end or start or "")


def _number(name: str) -> int:
    return int(name[1:])


def _short(text: str, most: int) -> str:
    """A label of one line: cut within a word where the first word is too long."""
    words, cut = clip(text, most)
    return f"{words}…" if cut else words


def _tiny(name: str, most: int = 11) -> str:
    """An outlet's name where there is hardly room: without its article, cut within a word."""
    name = name.removeprefix("The ")
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _gap(before: str, after: str) -> str:
    """How long nothing happened, in words; nothing for less than a fortnight."""
    try:
        lag = date.fromisoformat(whole(after)[0]) - date.fromisoformat(whole(before)[1])
    except ValueError:
        return ""
    if lag.days >= 730:
        return f"{lag.days // 365} years"
    if lag.days >= 60:
        return f"{round(lag.days / 30.4)} months"
    return f"{lag.days // 7} weeks" if lag.days >= 14 else ""
