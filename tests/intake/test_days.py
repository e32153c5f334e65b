"""Dates as written, to the first and last day they may mean."""

from __future__ import annotations

import pytest

from tellings.errors import IntakeError
from tellings.intake import days


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "time"),
    [
        ("2019-05-14", "2019-05-14", "2019-05-14", None),
        ("2019-05", "2019-05-01", "2019-05-31", None),
        ("2020-02", "2020-02-01", "2020-02-29", None),
        ("2019", "2019-01-01", "2019-12-31", None),
        ("2019-05-14T06:30", "2019-05-14", "2019-05-14", "06:30:00"),
        ("2019-05-14T06:30:05.000+0200", "2019-05-14", "2019-05-14", "06:30:05+0200"),
        ("2019-05-14 06:30:05Z", "2019-05-14", "2019-05-14", "06:30:05Z"),
        ("May 14, 2019", "2019-05-14", "2019-05-14", None),
        ("Sept. 3, 2019", "2019-09-03", "2019-09-03", None),
        ("3rd June 2019", "2019-06-03", "2019-06-03", None),
        ("Tuesday, 14 May 2019 at 6.30pm", "2019-05-14", "2019-05-14", None),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(written: str, earliest: str, latest: str, time: str | None) -> None:
    """Days stay days, months months; the time of day is kept."""
    assert days.parse(written) == (earliest, latest, time)


@pytest.mark.parametrize(
    "written", ["", "soon", "3/5/2017", "2019-13", "2019-02-30", "2019-05-14T25:00", "Feb. 31, 2019"]
)
def test_what_is_no_date_or_two_is_not_read(written: str) -> None:
    """A date that may be March or May is neither."""
    assert days.parse(written) is None


def test_a_wrong_date_that_was_given_says_how_to_write_one() -> None:
    """The error shows a form that works."""
    with pytest.raises(IntakeError, match="write it as 2024-05-14"):
        days.given("3/5/2017")
