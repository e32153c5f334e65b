"""The invented stories: their gold stands in their texts, and the reading keeps what it has reached on them."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent
STORIES = sorted(path.parent for path in HERE.glob("*/gold.toml"))


def program(path: Path) -> ModuleType:
    """A program that stands beside the package, as a module."""
    spec = importlib.util.spec_from_file_location(f"_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


author = program(HERE / "author.py")
story = program(HERE.parents[1] / "bench" / "story.py")


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_gold_words_stand_at_their_places(folder):
    """Every row of the gold holds the words that stand at its span."""
    texts = author.received(author.folder_of(folder))
    for path in (folder / "gold").glob("*.json"):
        for row in json.loads(path.read_text(encoding="utf-8")):
            for place in [*row.get("tellings", []), *([row] if "span" in row else [])]:
                start, end = place["span"]
                assert texts[place["article"]][start:end] == place["text"]
            for (start, end), words in zip(row.get("content", []), row.get("text", []), strict=False):
                assert texts[row["article"]][start:end] == words


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_gold_is_what_its_author_wrote(folder, tmp_path):
    """gold/*.json is what author.py makes of gold.toml: run it after a change."""
    copy = tmp_path / folder.name
    copy.mkdir()
    if (folder / "articles").is_dir():
        (copy / "articles").symlink_to(folder / "articles")
    (copy / "gold.toml").write_bytes((folder / "gold.toml").read_bytes())
    author.write(copy)
    for path in (copy / "gold").iterdir():
        assert path.read_bytes() == (folder / "gold" / path.name).read_bytes()


@pytest.mark.model
@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_the_reading_keeps_its_floors(folder):
    """No measure of a story falls below what was pinned with ``python bench/story.py --pin``."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))[folder.name]
    fallen = [
        f"{measure.name}: {measure}, pinned {floors[measure.name]}; " + "; ".join(measure.misses)
        for measure in story.score(story.read(folder), folder / "gold")
        if (measure.value > floors[measure.name] if measure.least else measure.value < floors[measure.name] - 1e-4)
    ]
    assert not fallen
