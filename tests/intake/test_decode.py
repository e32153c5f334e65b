"""Bytes to text: the encodings of news, and the way back to the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.errors import IntakeError
from tellings.intake.decode import decode

NEWS = "“We’ll rebuild the café,” she said – for £3m. The harbour was quiet on Sunday.\r\nNothing moved."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_news_is_read_in_the_encoding_it_is_in(encoding: str) -> None:
    """Curly marks, a dash and a pound sign in four encodings, without a byte order mark."""
    assert decode(NEWS.encode(encoding)) == (NEWS, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_encoding_and_stays_in_the_text(encoding: str) -> None:
    """Offsets count the mark, as they count every character received."""
    text = "\ufeff" + NEWS
    assert decode(text.encode(encoding)) == (text, encoding)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_no_byte_is_changed_on_the_way(text: str) -> None:
    """Whatever is read can be written back to the same bytes."""
    for encoding in ("utf-8", "utf-16"):
        data = text.encode(encoding)
        read, found = decode(data)
        assert read.encode(found) == data


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_text_or_an_error_in_one_line(data: bytes) -> None:
    """No bytes break the reading."""
    try:
        text, encoding = decode(data)
    except IntakeError as error:
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert text.encode(encoding) == data


@pytest.mark.parametrize(("encoding", "message"), [("utf-8", "are not utf-8"), ("klingon", "no encoding 'klingon'")])
def test_an_encoding_that_is_told_is_held_to(encoding: str, message: str) -> None:
    """A wrong encoding is an error, not a page of wrong characters."""
    with pytest.raises(IntakeError, match=message):
        decode(b"caf\xe9", encoding)
