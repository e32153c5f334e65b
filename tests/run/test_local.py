"""The whole way in one call: the same on one process and on several, with progress told."""

from __future__ import annotations

import json

import pytest

import tellings
from by_hand import article
from tellings.run import local

pytestmark = pytest.mark.model

PAIR = (
    article(
        "The Wendle Post",
        "Mayor Nora Feld shut the bridge on Monday. “The gates are old and nobody has mended them,” she said.",
        day="2031-05-06",
        title="Bridge shut",
    ),
    article(
        "The Oldhaven Echo",
        "Nora Feld, the mayor of Wendle, said on Monday: “The gates are old and nobody mended them.”",
        day="2031-05-07",
    ),
)
MANY = tuple(
    article(f"Outlet {number:02}", f"The ferry sank. “{number} of us were on board,” Nora Feld said.")
    for number in range(20)
)


def test_one_call_goes_the_whole_way():
    """Read, linked and compared; the export is plain JSON."""
    told = tellings.tell(PAIR)
    assert [len(utterance.printings) for utterance in told.story.utterances] == [2]
    assert "altered" in {comparison.kind for comparison in told.comparisons}
    exported = told.export()
    assert json.loads(json.dumps(exported)) == exported
    assert exported["format"] == "tellings.story.v1"


def test_the_same_again():
    """Nothing is left over from one call to the next."""
    assert tellings.tell(PAIR) == tellings.tell(PAIR[::-1])


def test_no_articles():
    """An empty run is an empty story."""
    told = tellings.tell(())
    assert (told.story.readings, told.comparisons) == ((), ())


def test_two_workers_give_what_one_gives():
    """More articles than a batch, so that both workers are used; readings come in the order of the articles."""
    alone = list(local.read(MANY, workers=1))
    assert [reading.article for reading in alone] == list(MANY)
    assert list(local.read(MANY, workers=2)) == alone


def test_progress_is_told_until_all_is_read():
    """How many of how many, never backwards, and all at the end."""
    seen: list[tuple[int, int]] = []
    list(local.read(MANY, progress=lambda done, of: seen.append((done, of))))
    assert len(seen) >= 2
    assert seen == sorted(seen)
    assert seen[-1] == (len(MANY), len(MANY))
