"""Average linkage under the orders of a user."""

from __future__ import annotations

import pytest

from tellings.linking.stories.linkage import NEVER, Linkage


def groups(
    days: list[int], links: dict[tuple[int, int], int], together: list[list[int]] | None = None
) -> list[list[int]]:
    both: dict[int, dict[int, int]] = {}
    for (one, other), alike in links.items():
        both.setdefault(one, {})[other] = alike
        both.setdefault(other, {})[one] = alike
    linkage = Linkage(days, both, window=3)
    linkage.put_together(together or [])
    return linkage.run(3000)


@pytest.mark.parametrize(
    ("days", "links", "expected"),
    [
        ([5, 5, 5], {(0, 1): 9000, (1, 2): 5000}, [[0, 1], [2]]),  # the mean of 5000 and 0 is too low
        ([5, 5, 5], {(0, 1): 9000, (1, 2): 5000, (0, 2): 2000}, [[0, 1, 2]]),
        ([1, 4, 7], {(0, 1): 9000, (1, 2): 5000}, [[0, 1, 2]]),  # the first and the last are too far apart to compare
        ([0, 4, 7], {(0, 1): 9000, (1, 2): 5000}, [[0, 1], [2]]),  # an article without a day is compared with all
        ([5, 5], {(0, 1): 2999}, [[0], [1]]),
        ([], {}, []),
    ],
)
def test_chains_do_not_run_on(days: list[int], links: dict[tuple[int, int], int], expected: list[list[int]]) -> None:
    """Groups are joined by the mean over all pairs that can be compared; a pair not linked counts as nothing."""
    assert groups(days, links) == expected


def test_orders() -> None:
    """What must be apart stays apart however alike; what must be together is, with nothing in common."""
    links = {(0, 1): NEVER, (1, 2): 9900, (0, 2): 9900}
    assert groups([5, 5, 5, 5], links, [[0, 3]]) in ([[0, 3], [1, 2]], [[0, 2, 3], [1]])
    assert groups([5, 5, 5, 5], {(1, 2): 9900}, [[0, 3]]) == [[0, 3], [1, 2]]
