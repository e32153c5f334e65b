"""Dialogue set with dashes: who speaks is told by the narrator's words alone."""

from __future__ import annotations

import pytest

from by_hand import article

SCENE = (
    "— Where are you going? asked Marta Senn.",
    "— To the harbour, said Jon Brask. — It is late.",
    "— Wait for me!",
    "The rain had begun.",
)


def _said(reader, *lines: str) -> list[tuple[str, str | None]]:
    reading = reader.read(article("The Wendle Post", "\n".join(lines)))
    text = reading.article.text
    named = [None if q.speaker is None else reading.mentions[q.speaker].span.of(text) for q in reading.quotations]
    return [(q.content[0].of(text), name) for q, name in zip(reading.quotations, named, strict=True)]


@pytest.mark.model
def test_each_dash_is_a_speech_and_a_new_one_is_nobodys(reader):
    """A speech goes on behind the narrator's words; a new paragraph may be anybody's."""
    assert _said(reader, *SCENE) == [
        ("— Where are you going?", "Marta Senn"),
        ("— To the harbour,", "Jon Brask"),
        ("— It is late.", "Jon Brask"),
        ("— Wait for me!", None),
    ]


@pytest.mark.model
def test_a_list_with_dashes_is_no_dialogue(reader):
    """Dashes alone make no speech."""
    assert _said(reader, "The list was short.", "— two ropes", "— one lamp") == []
