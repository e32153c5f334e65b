"""The story at a glance, set for a terminal: who said what, what differs, what happened when.

It is made from the export alone. Words stand in quotation marks only where a source
printed them; what is cut short ends in an ellipsis outside the marks.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tellings.export.view import View, clip, count, days, whole

Row = Mapping[str, Any]

MOST = 5
"""Lines in a section; the page holds all."""
WIDEST = 100
_BAR = 12


def render(exported: Row) -> str:
    """The summary as text, in colour where standard output is a terminal."""
    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((80, 24)).columns, WIDEST) if terminal else 80
    console = Console(
        file=io.StringIO(), width=width, force_terminal=terminal, highlight=False, emoji=False, markup=False
    )
    console.print(Group(*_sections(View(exported))))
    text = console.file.getvalue()  # type: ignore[attr-defined]  # the StringIO above
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n" if not terminal else text


def _sections(view: View) -> Iterator[RenderableType]:
    yield from _head(view)
    for title, rows in (
        ("Said, and printed by several", _utterances(view)),
        ("Who speaks most", _voices(view)),
        ("Where they differ", _differences(view)),
        ("What happened when", _events(view)),
    ):
        body = list(rows)
        if body:
            yield Text(f"\n{title}", style="bold")
            yield from (Padding(row, (0, 0, 0, 2)) for row in body)


def _head(view: View) -> Iterator[RenderableType]:
    story = view.story
    yield Text(story["title"] or "A story without a headline", style="bold")
    parts = [
        days(story["start"], story["end"]) if story["start"] else "date not told",
        count(len(story["articles"]), "article"),
        count(story["outlets"], "outlet") if story["outlets"] else "outlets not told",
        count(len(view.export["quotes"]), "quotation"),
        count(len(view.export["figures"]), "figure"),
    ]
    if story["origins"] < len(story["articles"]):
        parts.insert(3, count(story["origins"], "independent origin"))
    yield Text(" · ".join(parts), style="dim")


def _utterances(view: View) -> Iterator[RenderableType]:
    several = [row for row in view.export["utterances"] if len(_articles(row)) > 1]
    several.sort(key=lambda row: -len(_articles(row)))
    for row in several[:MOST]:
        lead = row["tellings"][row["lead"]]
        where = ", ".join(_outlets(view, row["tellings"]))
        altered = _altered(row)
        yield _quoted(lead["text"], 150)
        note = f"{view.name(row['speaker'])}, in {where}" + (f"; {altered}" if altered else "; the same words in all")
        yield Padding(Text(note, style="dim"), (0, 0, 0, 2))
    if len(several) > MOST:
        yield Text(f"and {len(several) - MOST} more", style="dim")


def _altered(row: Row) -> str:
    kinds = [edit["kind"] for telling in row["tellings"] for edit in telling["edits"]]
    kinds = [kind for kind in dict.fromkeys(kinds) if kind != "spelling or punctuation"]
    return ", ".join(kinds)


def _voices(view: View) -> Iterator[RenderableType]:
    voices = sorted(view.export["voices"], key=lambda row: (-row["words"], row["entity"]))[:MOST]
    if not voices:
        return
    longest = max(row["share"] for row in voices) or 1
    table = _grid(2, 1, 1, 0)
    for row in voices:
        bar = "█" * max(1, round(_BAR * row["share"] / longest))
        name = Text(view.name(row["entity"]))
        roles = view.roles(row["entity"], 1)
        name.append(f", {roles}" if roles else "", style="dim")
        table.add_row(name, count(row["quotes"], "quotation"), f"{row['share']:.0%} of words", Text(bar, style="cyan"))
    yield table


def _differences(view: View) -> Iterator[RenderableType]:
    rows = [row for kind in ("conflict", "update") for row in view.export["comparisons"] if row["kind"] == kind]
    for row in rows[:MOST]:
        yield Text.assemble((f"{row['kind']}  ", "bold"), row["why"])
    if len(rows) > MOST:
        yield Text(f"and {len(rows) - MOST} more", style="dim")


def _events(view: View) -> Iterator[RenderableType]:
    dated = [row for row in view.export["events"] if row["when"]]
    if not dated:
        return
    # The events that most articles tell, then those nearest to the days of printing; set in the order of their days.
    chosen = sorted(dated, key=lambda row: (-len(_articles(row)), _distance(view, row)))[: MOST + 2]
    table = _grid(0, 1, 0)
    for row in sorted(chosen, key=lambda row: (row["when"]["start"] or "", row["id"])):
        told = count(len(_articles(row)), "article")
        table.add_row(
            days(row["when"]["start"], row["when"]["end"]), _extract(row["label"], 110), Text(told, style="dim")
        )
    yield table


def _distance(view: View, row: Row) -> int:
    """Days between an event and the last day of printing: background stands far off."""
    last, day = view.story["end"], row["when"]["start"] or row["when"]["end"]
    if last is None or day is None:
        return 0
    return abs((date.fromisoformat(last) - date.fromisoformat(whole(day[:10])[0])).days)


def _outlet(view: View, article: str) -> str:
    """The outlet, or the file where it is not told."""
    return view.outlet(article) if view.articles[article]["outlet"] else view.file(article)


def _grid(*ratios: int) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    for ratio in ratios:
        table.add_column(ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    return table


def _articles(row: Row) -> list[str]:
    return list(dict.fromkeys(telling["article"] for telling in row["tellings"]))


def _outlets(view: View, tellings: Iterable[Row]) -> Sequence[str]:
    return list(dict.fromkeys(_outlet(view, telling["article"]) for telling in tellings))


def _quoted(words: str, most: int) -> Text:
    short, cut = clip(words, most)
    return Text(f"“{short}”{' …' if cut else ''}")


def _extract(words: str, most: int) -> Text:
    short, cut = clip(words, most)
    return Text(f"{short}{' …' if cut else ''}")
