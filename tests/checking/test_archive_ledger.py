"""The ledger of an archive: what several outlets print, fullest first, the same as a story's and in any order of filling."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tellings.checking import Entry, Printed, QuoteIndex, ledger
from tellings.cli import main
from tellings.linking.utterances.grouping import grouped
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.splices import spliced
from tellings.values import Span

GATES = "The gates are old and nobody has mended them since the great flood, and that is a shame."
CHOIR = "The choir has sung in the old hall every winter, and it will sing there again."
TIDE = "The spring tide comes in March, and I don’t think the pumps will hold if it rains again before then."
WORDS = (
    "gates pumps harbour tide mayor old new mended ferry the of and is we will not until march goats bells roof".split()
)


def printed(outlet: str, text: str, speaker: str | None = "Nora Feld", day: str | None = "2031-05-02") -> Printed:
    file = f"{outlet.lower().replace(' ', '-')}-{sum(map(ord, text))}.txt"
    return Printed(file, None, "d", outlet, day, (Span(10, 10 + len(text)),), text, speaker)


def entries(*found: Printed, outlets: int = 2) -> list[Entry]:
    index = QuoteIndex()
    index.add(found)
    return list(ledger(index, outlets=outlets))


def test_an_utterance_of_several_outlets_is_one_entry():
    """The fullest printing leads, the earliest is named, and each other one has its edits."""
    cut, other = GATES[: GATES.index(", and")], GATES.replace("old", "new")
    (entry,) = entries(
        printed("The Wendle Post", GATES, day="2031-05-03"),
        printed("Harbour Daily", cut, day="2031-05-02"),
        printed("The Fenland Echo", other, day="2031-05-04"),
        printed("The Fenland Echo", TIDE),
    )
    told = [(line.printed.outlet, [edit.kind for edit in line.edits], line.altered) for line in entry.lines]
    assert told == [
        ("Harbour Daily", ["cut at the end"], False),
        ("The Wendle Post", [], False),
        ("The Fenland Echo", ["word replaced"], True),
    ]
    assert (entry.lead, entry.first, entry.outlets, entry.speaker, entry.altered) == (1, 0, 3, "Nora Feld", True)
    edit = entry.lines[2].edits[0]
    assert (edit.lead, edit.here) == (Span(24, 27), Span(24, 27))


@pytest.mark.parametrize(
    ("one", "other", "outlets"),
    [
        (printed("The Wendle Post", GATES), printed("The Wendle Post", GATES[4:]), 2),
        (printed("The Wendle Post", "a great shame"), printed("Harbour Daily", "a great shame"), 2),
        (printed("The Wendle Post", GATES), printed("Harbour Daily", TIDE), 2),
        (printed("The Wendle Post", GATES), printed("Harbour Daily", GATES), 3),
        (
            printed("The Wendle Post", "We will see what happens now."),
            printed("Harbour Daily", "We will see what happens now.", "Peter Marek"),
            2,
        ),
    ],
    ids=["one outlet", "a phrase", "nothing in common", "too few outlets", "a saying of two people"],
)
def test_what_is_no_entry(one: Printed, other: Printed, outlets: int):
    """One outlet's words, phrases, words with nothing in common and sayings of two people are not laid side by side."""
    assert not entries(one, other, outlets=outlets)


def test_articles_of_no_known_outlet_count_each():
    """Where nobody says which outlet printed an article, it is one by itself."""
    one, other = (Printed(file, None, "d", None, None, (Span(0, len(TIDE)),), TIDE) for file in ("a.txt", "b.txt"))
    (entry,) = entries(one, other)
    assert (entry.outlets, entry.first, entry.speaker) == (2, None, None)


def test_two_stretches_of_one_article_are_one_printing():
    """Where an attribution parts what another prints at once, both stretches are laid beside it, each at its place."""
    first, second = GATES[: GATES.index(" since")], GATES[GATES.index("the great") :]
    start = 10 + len(first) + len("” said Nora Feld. “")
    (entry,) = entries(
        printed("Harbour Daily", GATES),
        printed("The Wendle Post", first),
        Printed(
            printed("The Wendle Post", first).file, None, "d", "The Wendle Post", "2031-05-02",
            (Span(start, start + len(second)),), second, "Nora Feld",
        ),
    )  # fmt: skip
    parted = next(line for line in entry.lines if line.printed.outlet == "The Wendle Post")
    assert len(entry.lines) == 2
    assert parted.printed.line == f"{first} {second}"
    assert parted.printed.pieces == (Span(10, 10 + len(first)), Span(start, start + len(second)))
    assert [edit.kind for edit in parted.edits] == ["cut in the middle"]


def test_a_spliced_printing_tells_whose_words_are_put_in():
    """It stands with the utterance that it has more of, and its edit names the printing of the other."""
    both = GATES[: GATES.index(" since")] + " and I don’t think the pumps will hold if it rains again"
    found = entries(
        printed("The Wendle Post", GATES), printed("The Fenland Echo", TIDE), printed("Harbour Daily", both), outlets=2
    )
    lines = [line for entry in found for line in entry.lines if line.printed.line == both]
    (edit,) = [edit for edit in lines[0].edits if edit.source]
    assert edit.kind == "spliced from two utterances"
    assert lines[0].other is not None
    assert lines[0].other.line in {GATES, TIDE}


def invented(seed: int) -> list[Printed]:
    """Sentences of few words, so that many share runs, with shortened and changed printings of some."""
    chance = random.Random(seed)
    found: list[Printed] = []
    for number in range(40):
        words = [chance.choice(WORDS) for _ in range(chance.randint(8, 25))]
        speaker = chance.choice(("Nora Feld", "Peter Marek", None))
        found.append(printed(f"Outlet {number}", " ".join(words), speaker))
        for copy in range(chance.randint(0, 2)):
            start = chance.randint(0, 2)
            altered = [chance.choice(WORDS) if chance.random() < 0.05 else word for word in words[start:]]
            found.append(printed(f"Outlet {number}-{copy}", " ".join(altered), speaker))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_it_links_as_a_story_is_linked(seed: int):
    """The same printings linked in memory are in the same groups."""
    found = sorted(invented(seed), key=lambda one: one.file)
    speakers = {"Nora Feld": 0, "Peter Marek": 1}
    marked = [
        Marked(n, p.pieces, (n,), speakers.get(p.speaker or ""), frozenset(), p.wording) for n, p in enumerate(found)
    ]
    splices = spliced(marked)
    linked = grouped(marked, homes={key: splice.home.key for key, splice in splices.items()})
    ours = {frozenset(found[m.article].file for m, _ in g.members) for g in linked.groups if len(g.members) > 1}
    assert len(ours) > 5
    assert {frozenset(line.printed.file for line in entry.lines) for entry in entries(*found)} == ours


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_filling_does_not_matter(seed: int):
    """The same quotations put in in another order give the same entries in the same order."""
    found = invented(seed)
    mixed = random.Random(seed).sample(found, len(found))
    assert entries(*found) == entries(*mixed)


def test_the_command_tells_it_in_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """An index file or an archive goes in; a line of JSON for each utterance comes out, or text for people."""
    path = tmp_path / "quotes"
    with QuoteIndex.create(path) as index:
        index.add([printed("The Wendle Post", GATES), printed("Harbour Daily", GATES.replace("old", "new"))])
        index.add([printed("The Wendle Post", CHOIR), printed("Harbour Daily", CHOIR[: CHOIR.index(", and")])])
    assert main(["ledger", "--archive", str(path), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [len(row["printings"]) for row in rows] == [2, 2]
    assert main(["ledger", "--archive", str(path), "--altered", "--format", "jsonl"]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    (edit,) = [edit for printing in row["printings"] for edit in printing["edits"]]
    assert {edit["lead_text"], edit["here_text"]} == {"old", "new"}
    assert main(["ledger", "--archive", str(path), "--limit", "1"]) == 0
    out = capsys.readouterr().out
    assert "2 outlets" in out
    assert out.count("word replaced") + out.count("cut at the end") == 1
    assert main(["ledger", "--archive", str(path), "--outlets", "3"]) == 1


def test_what_is_no_index_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A folder of articles is told how to become one."""
    assert main(["ledger", "--archive", str(tmp_path)]) == 2
    assert "tellings add" in capsys.readouterr().err
