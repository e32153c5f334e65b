"""What a settling says that it changed."""

from __future__ import annotations

import pytest

from tellings.linking.stories.changes import between


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a1 b1", "a1 b1", []),
        ("a1 b2", "a1 b1", [("merge", ("1", "2"), ("1",), "ab")]),
        ("a1 b1 c1", "a1 b1 c3", [("split", ("1",), ("1", "3"), "abc")]),
        ("a1 b1", "a2 b2", [("rename", ("1",), ("2",), "ab")]),
        ("a1 b1 c1 d2 e2", "a1 b1 c2 d2 e2", [("move", ("1",), ("2",), "c")]),
        ("a1 b2 c3 d3", "a1 b1 c3 d4", [("merge", ("1", "2"), ("1",), "ab"), ("split", ("3",), ("3", "4"), "cd")]),
    ],
)
def test_between(before: str, after: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...], str]]) -> None:
    """A change is told as one merge, split or rename, and as moves only where stories exchange articles."""
    changes = between(*({pair[0]: pair[1] for pair in each.split()} for each in (before, after)))
    assert [(change.kind, change.before, change.after, "".join(change.keys)) for change in changes] == expected
    assert all(change.reason for change in changes)
