"""The meaning of articles in an archive: made where it is missing, found by other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import of

from by_hand import article
from tellings.archive import Query, SqliteArchive
from tellings.meaning import NAME
from tellings.run.meaning import add_vectors, vector, words

pytestmark = pytest.mark.model

FLOOD = article("The Wendle Post", "Homes along the river stood under water on Monday.", title="River bursts its banks")
BELL = article("Thornwick News", "A bell from the lost abbey was found in a barn.", title="Old bell is found")


def test_what_stands_for_an_article():
    """Its headline and the opening of its body."""
    assert words(FLOOD) == "River bursts its banks. Homes along the river stood under water on Monday"


def test_found_in_other_words(tmp_path: Path):
    """Vectors are made once; the search by meaning finds what shares no word."""
    with SqliteArchive(tmp_path / "news", create=True) as archive:
        for found in (BELL, FLOOD):
            archive.add(of(found))
        assert add_vectors(archive) == 2
        assert add_vectors(archive) == 0
        meant = Query("flooded houses", meaning=(NAME, vector("flooded houses")), limit=1)
        assert [hit.title for hit in archive.search(meant)] == ["River bursts its banks"]
        assert archive.search(Query("flooded houses")) == ()
