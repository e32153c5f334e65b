"""Lines that stand in several articles of one outlet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.intake import blocks
from tellings.intake.blocks import recurring
from tellings.values import Article, Known

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def articles(line: str, count: int, *, outlet: str = "Marrow Post") -> list[Article]:
    made = []
    for day in DAYS[:count]:
        text = "\n\n".join(
            [
                f"The harbour bell of Marrow Point was rung on {day} by the keeper, who had waited for it.",
                line,
                f"It will ring again after {day}, the council said, if the roof of its tower is mended.",
            ]
        )
        made.append(Article(f"{day}.txt", text, "0", blocks.mark(text), outlet=Known(outlet, "given")))
    return made


def kinds(line: str, found: list[Article]) -> set[str]:
    return {block.kind for article in found for block in article.blocks if block.span.of(article.text) == line}


@pytest.mark.parametrize(("count", "kind"), [(3, "body"), (4, "banner"), (5, "banner")])
def test_a_line_of_four_articles_of_an_outlet_is_its_furniture(count: int, kind: str) -> None:
    """With fewer it may be anything."""
    line = "A view across the bay"
    assert kinds(line, recurring.marked(articles(line, count))) == {kind}


def test_a_sentence_is_not_dropped_on_repetition_alone() -> None:
    """Background is printed again in every article of a story."""
    line = "The bell was cast two hundred years ago and fell into the sea in a storm."
    assert kinds(line, recurring.marked(articles(line, 5))) == {"body"}


def test_a_sentence_that_speaks_to_the_reader_is() -> None:
    """But not when somebody is quoted with it."""
    line = "Our pages on the coast have more of it for you to see."
    assert kinds(line, recurring.marked(articles(line, 5))) == {"banner"}
    said = "“You have our word,” the keeper said."
    assert kinds(said, recurring.marked(articles(said, 5))) == {"body"}


def test_what_two_outlets_print_is_not_counted_together() -> None:
    """Three articles of each are not four of one."""
    line = "A view across the bay"
    both = articles(line, 3) + articles(line, 3, outlet="Low Quay Star")
    assert kinds(line, recurring.marked(both)) == {"body"}


def test_the_text_stays_and_the_order_of_the_articles_does_not_matter() -> None:
    """Blocks alone are told."""
    found = articles("A view across the bay", 5)
    there = recurring.marked(found)
    assert [replace(article, blocks=()) for article in there] == [replace(article, blocks=()) for article in found]
    assert recurring.marked(found[::-1]) == there[::-1]
