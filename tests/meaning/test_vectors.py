"""Meaning vectors: shape, length, and the same row for a text whatever stands beside it."""

from __future__ import annotations

import numpy as np
import pytest

from tellings.meaning import SIZE, encoder, vectors

OLD = "The gates are old and nobody has mended them since the flood."
ANCIENT = "Nobody repaired the ancient gates after the flood."
PEARS = "Seven crates of pears were sold at the market."

pytestmark = pytest.mark.model


def test_a_row_for_each_text() -> None:
    """Rows are of length one, also that of an empty text, and none for none."""
    found = vectors([OLD, "", PEARS, OLD])
    assert (found.shape, found.dtype) == ((4, SIZE), np.float32)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
    assert vectors([]).shape == (0, SIZE)


def test_neighbours_leave_no_trace() -> None:
    """A text has one vector, to the last bit, alone or among others."""
    alone = vectors([OLD])[0]
    assert (vectors([PEARS * 30, OLD, ANCIENT])[1] == alone).all()
    assert (vectors(iter([OLD, OLD]))[1] == alone).all()


def test_what_means_the_same_is_near() -> None:
    """The same thing in other words is nearer than another thing."""
    old, ancient, pears = vectors([OLD, ANCIENT, PEARS])
    assert old @ ancient > 0.7
    assert old @ pears < 0.3


def test_a_long_text_is_read_to_the_limit() -> None:
    """Behind the limit nothing counts."""
    long = "boat " * (encoder.LONGEST - 2)
    one, other, shorter = vectors([long + OLD, long + ANCIENT, long[:-60]])
    assert (one == other).all()
    assert not (one == shorter).all()
