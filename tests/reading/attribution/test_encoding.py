"""Text to words: offsets never move, whatever the style of the marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.reading.attribution import marks
from tellings.reading.attribution.trained import load
from tellings.reading.attribution.trained.encoding import MARKS, SHAPES, encode, even
from tellings.reading.attribution.trained.windows import windows

STYLES = [
    "“The tide is late,” Oda Brill said.",
    '"The tide is late," Oda Brill said.',
    "‘The tide is late,’ Oda Brill said.",
    "«The tide is late,» Oda Brill said.",
    "„The tide is late,“ Oda Brill said.",
]
signs = st.text(alphabet="ab Z9.,'\"“”‘’„«»—-\u00a0é😀ß\n", max_size=80)


@pytest.mark.parametrize("text", STYLES)
def test_every_style_of_marks_reads_the_same(text: str) -> None:
    """Each style becomes one straight mark, sign for sign."""
    assert even(text, marks.find(text)) == STYLES[1]


@given(signs)
def test_even_text_keeps_every_offset(text: str) -> None:
    """As many signs as before, and letters stay where they were."""
    flat = even(text, marks.find(text))
    assert len(flat) == len(text)
    assert all(a == b for a, b in zip(text, flat, strict=True) if a.isalnum())


@settings(max_examples=60)
@given(signs)
def test_words_stand_in_order_and_hold_no_space(text: str) -> None:
    """Words are slices of the text, in order, with features and pieces each."""
    words = encode(load().tokenizer, text, marks.find(text))
    assert all(0 <= s < e <= len(text) for s, e in zip(words.starts, words.ends, strict=True))
    assert all(e <= s for e, s in zip(words.ends, words.starts[1:], strict=False))
    assert all(words.pieces)
    assert len(words.shapes) == len(words.marks) == len(words.pieces)


def test_capitals_and_marks_are_features() -> None:
    """An uncased encoder is told what it cannot see."""
    text = "NASA said “Wait” in 1969."
    words = encode(load().tokenizer, text, marks.find(text))
    seen = {
        text[s:e]: (SHAPES[w], MARKS[m])
        for s, e, w, m in zip(words.starts, words.ends, words.shapes, words.marks, strict=True)
    }
    assert seen["NASA"] == ("UPPER", "outside")
    assert seen["said"] == ("lower", "outside")
    assert seen["“"] == ("sign", "opens")
    assert seen["Wait"] == ("Title", "inside")
    assert seen["”"] == ("sign", "closes")
    assert seen["1969"] == ("digits", "outside")


@settings(max_examples=60)
@given(
    st.lists(st.text(alphabet="abc xyz.", min_size=1, max_size=120), max_size=8),
    st.integers(16, 60),
)
def test_windows_read_each_word_once(texts: list[str], longest: int) -> None:
    """No window is too long, and every word is in exactly one."""
    encoded = [encode(load().tokenizer, text, ()) for text in texts]
    found = list(windows(encoded, 101, 102, longest))
    new = [word for window in found for word in window.words if word[0] >= 0]
    assert new == [(number, word) for number, e in enumerate(encoded) for word in range(len(e))]
    assert all(len(window.pieces) <= longest for window in found)
