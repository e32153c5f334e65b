"""The words of a comparison stand between marks as they are printed, and no mark is doubled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from by_hand import article, reading, story
from tellings.comparing.phrasing import LONGEST, printed, source
from tellings.values import Published, Span

LONG = "word " * 60


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 people", "“12 people”"),
        ("“All is well,”", "“All is well”"),
        ("“All is well, she said", "“All is well, she said”"),
        ("all is well,”", "“all is well”"),
        ("‘What they can’t have is rest.’", "“What they can’t have is rest.”"),
        ("they want “the lot”", "‘they want “the lot”’"),
        ("“No” and “yes”", "‘“No” and “yes”’"),
        (f"“{LONG}", f"“{LONG[:LONGEST].rsplit(' ', 1)[0]}” …"),
    ],
)
def test_printed(text: str, shown: str) -> None:
    """Marks around the whole, or without their other half, give way; marks within stay and stand in others."""
    whole = story(reading(article("The Lantern", text)))
    found = printed(whole, 0, Span(0, len(text)))
    assert found == shown


def test_source_with_bounds() -> None:
    """A day of print that is not known is told by its bounds."""
    item = article("The Lantern", "All is well.")
    assert source(story(reading(item)), 0) == "The Lantern"
    bounded = replace(item, published=Published("2031-05-02", "2031-05-04", "inferred"))
    assert source(story(reading(bounded)), 0) == "The Lantern (between 2031-05-02 and 2031-05-04)"
