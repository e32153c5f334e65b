"""Origins: articles that print one text count once."""

from __future__ import annotations

import random

import pytest

from by_hand import article, reading
from tellings.linking import origins
from tellings.values import Block, Reading, Span

WIRE = """The ferry sank at dawn near the old pier with forty people on board, the harbour board said.
Boats from three villages reached the wreck within the hour and took everybody ashore.
The board will look into the pumps, which had been mended twice in the past year by a yard in the next town."""
OTHER = """A new library opened in the north of the town, in a hall where bread was baked for ninety years.
Children were the first through the door, and each of them went home with a book and a bun.
The builders kept the ovens, and the readers of tomorrow will sit where the dough once rose in wooden troughs."""


def told(outlet: str, text: str) -> Reading:
    return reading(article(outlet, text))


def groups(*readings: Reading) -> list[tuple[int, ...]]:
    return [origin.articles for origin in origins.link(readings)]


@pytest.mark.parametrize(
    ("copy", "case"),
    [
        (WIRE, "the whole"),
        (WIRE.partition("\n")[0] + "\n" + WIRE.split("\n")[1], "the first two paragraphs"),
        (WIRE.replace("harbour board", "Harbour Board").replace(",", ""), "other capitals and commas"),
        (WIRE + "\n" + OTHER, "with another piece behind it"),
    ],
)
def test_a_copy_or_a_cut_of_a_text_is_of_its_origin(copy: str, case: str):
    """What was left out of a copy, or put behind it, does not make it another text."""
    assert groups(told("A", WIRE), told("B", OTHER), told("C", copy)) in ([(0, 2)], [(0, 1, 2)]), case
    assert (0, 1) not in groups(told("A", WIRE), told("B", OTHER))


def test_two_texts_of_one_matter_are_two_origins():
    """Words of one's own about the same ferry make a text of one's own."""
    own = """Forty passengers escaped when a ferry went down at daybreak, within sight of the pier that it had left.
Fishermen in small boats were there before any rescue ship and brought all of them to land, wet but well.
What went wrong is not known; people in the port speak of pumps that never worked as they should have."""
    assert groups(told("A", WIRE), told("B", own)) == []


def test_a_text_of_few_words_proves_nothing():
    """Too short to be told from chance."""
    assert groups(told("A", "The ferry sank at dawn."), told("B", "The ferry sank at dawn.")) == []


def test_what_is_not_body_does_not_count():
    """A shared note to readers is no shared text."""
    line = WIRE.replace("\n", " ")
    made = []
    for outlet, own in (("A", "Nobody was hurt."), ("B", "It rained all day.")):
        one = article(outlet, f"{own}\n{line}")
        start = len(own) + 1
        blocks = (Block("body", Span(0, len(own))), Block("banner", Span(start, len(one.text))))
        made.append(Reading(type(one)(one.file, one.text, one.digest, blocks)))
    assert groups(*made) == []


def test_three_copies_are_one_origin_through_the_fullest():
    """Two cuts that share nothing are of one origin, as both stand in the long piece."""
    long = f"{WIRE}\n{OTHER}"
    (origin,) = origins.link([told("A", WIRE), told("B", long), told("C", OTHER)])
    assert origin.articles == (0, 1, 2)


def test_the_shared_words_are_printed_in_both():
    """The longest run in common is shown at its characters in each article, with the share as the reason."""
    readings = [told("A", f"By our own reporter.\n{WIRE}"), told("B", WIRE)]
    (origin,) = origins.link(readings)
    assert "100%" in origin.reason
    shown = [telling.span.of(readings[telling.article].article.text) for telling in origin.shared]
    assert [telling.article for telling in origin.shared] == [0, 1]
    assert shown[0] == shown[1] == WIRE.rstrip(".")


def test_the_same_groups_whatever_the_order():
    """The order of the articles moves positions, and nothing else."""
    texts = {
        "A": WIRE,
        "B": OTHER,
        "C": WIRE.partition("\n")[0] + " " + WIRE.split("\n")[1],
        "D": OTHER,
        "E": "It rained.",
    }
    many = [told(outlet, text) for outlet, text in texts.items()]
    for seed in range(10):
        shuffled = random.Random(seed).sample(many, len(many))
        found = {frozenset(shuffled[a].article.outlet.value for a in group) for group in groups(*shuffled)}
        assert found == {frozenset("AC"), frozenset("BD")}
