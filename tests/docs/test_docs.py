"""The documentation is true: its examples run, its links lead somewhere, and no command or option is left out."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
NEEDS_MODEL = {"add-a-part.md", "README.md", "archive.md"}


def examples(page: Path) -> list[str]:
    """The Python examples of a page, in order."""
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def run(page: Path) -> None:
    """Run the examples of a page, one after the other, in one namespace."""
    names: dict[str, object] = {"__name__": page.stem}
    for number, example in enumerate(examples(page)):
        if example.startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(example, names, page.name, str(page), number)
            result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, clear_globs=False)
            names |= test.globs
            assert result.failed == 0
        else:
            exec(compile(example, f"{page.name}, example {number + 1}", "exec"), names)  # our own text


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=page.name, marks=pytest.mark.model if page.name in NEEDS_MODEL else ())
        for page in PAGES
        if examples(page)
    ],
)
def test_examples_run(page, monkeypatch):
    """Every Python example of a page runs."""
    monkeypatch.chdir(ROOT)
    run(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page):
    """Every relative link of a page names a file that is there."""
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


def commands():
    from tellings.cli.app import app

    return {name: app[name] for name in app if not name.startswith("-")}


def test_every_command_and_option_is_documented():
    """docs/command-line.md has a section for each command, with each of its options."""
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## tellings (\S+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    assert set(sections) == set(commands())
    for name, command in commands().items():
        options = [argument.name for argument in command.assemble_argument_collection() if argument.name[:2] == "--"]
        missing = [option for option in options if option not in sections[name]]
        assert not missing, f"{name}: {missing}"


def test_every_field_of_the_export_is_documented():
    """docs/data-model.md names each field of the rows of the export."""
    from tellings.export.schema import schema

    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    assert not [name for name in sorted(_fields(schema())) if not re.search(rf"\b{name}\b", text)]


def _fields(schema) -> set[str]:
    """The names of all properties anywhere in a schema."""
    if isinstance(schema, list):
        return set().union(*map(_fields, schema), set())
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return own.union(*map(_fields, schema.values()))


def test_no_path_of_a_machine_stands_in_the_pages():
    """What is written works on any machine."""
    for page in PAGES:
        assert not re.search(r"/(home|root|Users|work)/", page.read_text(encoding="utf-8")), page.name


@pytest.mark.model
def test_the_tour_shows_what_the_program_prints():
    """The terminal output in README.md is what the commands print; ``python bench/tour.py`` renews it."""
    done = subprocess.run(
        [sys.executable, ROOT / "bench" / "tour.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
