"""Modality: what is told as done, as ahead, and as not done."""

from __future__ import annotations

import pytest

from by_hand import article, at, reading
from tellings.linking.modality import modality
from tellings.values import EventMention, Moment


@pytest.mark.parametrize(
    ("text", "trigger", "day", "told"),
    [
        ("The council met on Monday.", "met", "2024-03-04", "done"),
        ("The council will meet on Monday.", "meet", "2024-03-04", "ahead"),
        ("The rules, set to take effect on Monday, are new.", "take", "2024-03-04", "ahead"),
        ("A hearing scheduled for Monday was long.", "scheduled", "2024-03-04", "ahead"),
        ("The council was to have met on Monday.", "met", "2024-03-04", "ahead"),
        ("The pier opens on Friday.", "opens", "2024-03-08", "ahead"),
        ("The council failed to meet on Monday.", "meet", "2024-03-04", "not done"),
        ("The council did not meet on Monday.", "meet", "2024-03-04", "not done"),
        ("Both were to blame for the blast on Monday.", "blame", "2024-03-04", "done"),
        ("He said on Monday that the council would meet.", "said", "2024-03-04", "done"),
    ],
)
def test_how_a_doing_is_told(text: str, trigger: str, day: str, told: str):
    """By the words before it, and by the day of print."""
    moment = Moment(at(text, text[:1]), "DATE", day, day, day, None, "by-hand")
    event = EventMention(at(text, text), at(text, trigger), trigger, (), 0)
    printed = reading(article("Tarn Post", text, day="2024-03-05"), moments=(moment,), events=(event,))
    assert modality(printed, event) == told
