"""What a host's own file reserves, by place; whatever it holds, it is read at once."""

from __future__ import annotations

import json

import pytest

from tellings.web.rights import Rights
from tellings.web.robots import Robots

PAGE = "https://post.example/a/story.html"


def reserved(location: str, url: str = PAGE) -> bool | None:
    """Whether a rule for a place reserves an address; none where the rule is not for it."""
    file = json.dumps([{"location": location, "tdm-reservation": 1}]).encode()
    row = Rights(lambda _: (200, file)).of(url, {}, b"", Robots(None, "there is no robots.txt"))["tdm"]
    return row and row["reserved"]


@pytest.mark.parametrize(
    ("location", "fits"),
    [
        ("/", True),
        ("/a", True),
        ("/a/", True),
        ("/b", False),
        ("*", True),
        ("/*.html", True),
        ("/*.html$", True),
        ("/*.htm$", False),
        ("/a/story.html$", True),
        ("/a$", False),
        ("/*/*/", False),
        ("/a*story*l", True),
        ("/a*l*story", False),
        ("/a/story.html*html$", False),
        ("", False),
        ("$", False),
    ],
)
def test_a_place_is_one_of_a_robots_txt(location: str, fits: bool) -> None:  # noqa: FBT001  # a column of the table
    """It begins as the path does; a star stands for anything, a dollar for the end."""
    assert reserved(location) is (True if fits else None)


def test_a_place_of_many_stars_is_read_at_once() -> None:
    """A host may write what it likes: as a pattern of stars this one would take longer than the universe stands."""
    assert reserved("*a" * 40 + "b$", f"https://post.example/{'a' * 400}") is None
