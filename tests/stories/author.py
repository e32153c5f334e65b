"""Writes the gold of the invented stories: snippets of text, as a person types them, become offsets.

    python tests/stories/author.py [STORY ...]

``STORY/gold.toml`` is what is edited; ``STORY/gold/*.json`` is what is scored against and holds both the words
and their places. A snippet that does not stand in its article stops the run.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Row = dict[str, Any]


def received(folder: Path) -> dict[str, str]:
    """The texts of a story's articles, as intake gives them, by the names of their files."""
    from tellings import intake  # --help needs nothing
    from tellings.values import Article

    found = intake.read([str(folder / "articles")])
    return {Path(item.file).stem: item.text for item in found if isinstance(item, Article)}


def folder_of(story: Path) -> Path:
    """Where the articles of a story stand: beside its gold, or where ``folder`` says, from the root of the project."""
    spec = tomllib.loads((story / "gold.toml").read_text(encoding="utf-8"))
    return HERE.parents[1] / spec["folder"] if "folder" in spec else story


def find(text: str, words: str, start: int = 0) -> int:
    """Where ``words`` stand in ``text``, from ``start`` on."""
    place = text.find(words, start)
    if place < 0:
        raise SystemExit(f"author: {words!r} does not stand in the article")
    return place


def place(text: str, snippet: str, start: int = 0) -> list[int]:
    """The span of a snippet: "a ~ b" runs from the words a to the words b; "a @2" is the second a."""
    snippet, _, nth = snippet.strip().partition(" @")
    first, _, last = (part.strip() for part in snippet.partition(" ~ "))
    begin = find(text, first, start)
    for _ in range(int(nth or 1) - 1):
        begin = find(text, first, begin + 1)
    end = find(text, last, begin + len(first)) + len(last) if last else begin + len(first)
    return [begin, end]


def places(text: str, snippet: str) -> list[list[int]]:
    """The spans of a snippet whose pieces are parted by "||", one after the other."""
    found: list[list[int]] = []
    for piece in snippet.split("||"):
        found.append(place(text, piece, found[-1][1] if found else 0))
    return found


def telling(texts: dict[str, str], article: str, snippet: str) -> Row:
    span = place(texts[article], snippet)
    return {"article": article, "span": span, "text": texts[article][slice(*span)]}


def tellings(texts: dict[str, str], rows: list[Row]) -> list[Row]:
    """Rows whose tellings are snippets, with their places."""
    return [row | {"tellings": [telling(texts, *each) for each in row["tellings"]]} for row in rows]


def quotes(texts: dict[str, str], rows: dict[str, list[list[str]]]) -> list[Row]:
    made = []
    for article, articles_rows in rows.items():
        for manner, speakers, source, cue, snippet, *optional in articles_rows:
            content = places(texts[article], snippet)
            made.append(
                {
                    "article": article,
                    "content": content,
                    "text": [texts[article][start:end] for start, end in content],
                    "speakers": [name.strip() for name in speakers.split("|")],
                    "source_words": source or None,
                    "cue_words": cue or None,
                    "manner": manner,
                    "optional": bool(optional),
                }
            )
    return sorted(made, key=lambda row: (row["article"], row["content"]))


def figures(texts: dict[str, str], rows: dict[str, list[list[Any]]]) -> list[Row]:
    made = []
    for article, articles_rows in rows.items():
        for snippet, value, counted, where, period, claimed_by, *optional in articles_rows:
            row = telling(texts, article, snippet) | {
                "values": value if isinstance(value, list) else [value],
                "counted": counted,
                "where": where or None,
                "period": period or None,
                "claimed_by": claimed_by or None,
                "optional": bool(optional),
            }
            made.append(row)
    return sorted(made, key=lambda row: (row["article"], row["span"]))


def entities(rows: dict[str, list[list[str]]]) -> list[Row]:
    return [
        {"name": name, "roles": roles, "articles": articles, "also": also}
        for name, (roles, articles, also) in rows.items()
    ]


def write(folder: Path) -> None:
    """Make the gold of one story."""
    spec = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
    texts = received(folder_of(folder))
    made = {
        "quotes": quotes(texts, spec["quotes"]),
        "utterances": tellings(texts, spec["utterances"]),
        "figures": figures(texts, spec["figures"]),
        "events": tellings(texts, [{"exact": None} | row for row in spec["events"]]),
        "comparisons": tellings(texts, spec["comparisons"]),
        "entities": entities(spec["entities"]),
    }
    (folder / "gold").mkdir(exist_ok=True)
    for name, rows in made.items():
        # short lists of numbers stand on one line, so that a change reads as one
        text = re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", json.dumps(rows, ensure_ascii=False, indent=1))
        (folder / "gold" / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    for story in sys.argv[1:] or sorted(path.parent.name for path in HERE.glob("*/gold.toml")):
        write(HERE / story)
