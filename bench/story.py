"""Measures the whole reading on stories with gold made by hand.

    python bench/story.py [STORY_DIR ...] [--gold DIR] [--no-metadata] [--misses] [--pin]

A STORY_DIR holds ``articles/``, ``gold/`` and perhaps ``metadata.jsonl``; without one, the invented stories under
``tests/stories`` are measured. ``--pin`` writes what was reached as the floors that the tests hold; a floor is
raised by it, never lowered. Exit status 1 where a story cannot be read.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from story_export import Row
from story_gold import Measure, score

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "tests" / "stories"
FLOORS = STORIES / "floors.json"


def home(folder: Path) -> Path:
    """Where the articles of a story stand: beside its gold, or where its ``folder`` says."""
    written = folder / "gold.toml"
    spec = tomllib.loads(written.read_text(encoding="utf-8")) if written.is_file() else {}
    return ROOT / spec["folder"] if "folder" in spec else folder


def read(folder: Path, *, metadata: bool = True) -> Row:
    """The export of a story's articles."""
    from tellings import intake  # noqa: PLC0415  # --help answers at once
    from tellings.run.local import tell  # noqa: PLC0415
    from tellings.values import Article  # noqa: PLC0415

    folder = home(folder)
    given = folder / "metadata.jsonl"
    options = intake.IntakeOptions(metadata=intake.load(str(given)) if metadata and given.is_file() else None)
    articles: list[Article] = []
    for item in intake.read([str(folder / "articles")], options=options):
        if not isinstance(item, Article):
            raise SystemExit(f"story: {item}")
        articles.append(item)
    export: Row = tell(articles).export()
    return export


def table(results: dict[str, list[Measure]]) -> Iterator[str]:
    """The measures as lines of a table, a column a story."""
    names = list(results)
    yield f"{'':28}" + "".join(f"{name:>12}" for name in names)
    for row in zip(*results.values(), strict=True):
        yield f"{row[0].name:28}" + "".join(f"{measure!s:>12}" for measure in row)


def pin(results: dict[str, list[Measure]]) -> None:
    """Raise the floors to what was reached; none is lowered."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    for story, measures in results.items():
        old = floors.setdefault(story, {})
        for measure in measures:
            before = old.get(measure.name, measure.value)
            old[measure.name] = round((min if measure.least else max)(before, measure.value), 4)
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, help="the folder of the gold, where it is not STORY_DIR/gold")
    parser.add_argument("--no-metadata", action="store_true", help="read without what metadata.jsonl gives")
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    parser.add_argument("--pin", action="store_true", help="raise tests/stories/floors.json to what was reached")
    args = parser.parse_args()
    folders = args.stories or sorted(path.parent for path in STORIES.glob("*/gold.toml"))
    results = {
        folder.name: score(read(folder, metadata=not args.no_metadata), args.gold or folder / "gold")
        for folder in folders
    }
    print("\n".join(table(results)))
    if args.misses:
        for story, measures in results.items():
            for measure in measures:
                print("".join(f"\n{story}: {measure.name}: {miss}" for miss in measure.misses), end="")
        print()
    if args.pin:
        pin(results)


if __name__ == "__main__":
    main()
