"""The counted noun where it does not stand right behind the number: it points back, is shared, or stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from by_hand import article

if TYPE_CHECKING:
    from tellings.reading import Reader

pytestmark = pytest.mark.model


def _heads(reader: Reader, text: str) -> list[str | None]:
    return [figure.head for figure in reader.read(article("A title", text)).figures]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("About 800 bakers are in the union. Of those, 420 were paid late.", ["baker", "baker"]),
        ("The 90 sailors were trained. The other 40 are on leave.", ["sailor", "sailor"]),
        ("In June the budget was $640 million; in July it was $700 million.", ["budget", "budget"]),
        ("The party lost 55 House and 12 Senate seats.", ["seat", "seat"]),
        ("The city cut the cap on berths from 900 to 400.", ["cap", "cap"]),
        ("The tax applies to wealth above $2 million.", ["wealth"]),
        ("The storm came ashore with winds close to 150 mph.", ["wind"]),
        ("The storm brought 100mph (160km/h) winds.", ["wind", "wind"]),
        ("They paid for half the cost of the bridge.", ["cost"]),
        ("Drugs have seen price hikes around 10 percent.", ["hike"]),
        ("Analysts believe it could have travelled as far as 4,200 miles.", [None]),
        ("The ward lost a third of the council's seats.", ["seat"]),
        ("In addition to the $3 million, the mill asked for help.", [None]),
        ("Net hiring was weak, with a gain of 400, and the harbour shrank.", ["gain"]),
    ],
)
def test_counted_noun(reader: Reader, text: str, heads: list[str | None]) -> None:
    """The head of each figure, in the order of the text."""
    assert _heads(reader, text) == heads


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They brought rates up to a range of 2 to 3 percent.", [2.5]),
        ("The blast sparked a 30- to 40-foot flame.", [35.0]),
        ("The fire may end up having caused $5 billion to $8 billion in losses.", [6.5e9]),
        ("The war drove hundreds of thousands from their homes.", [1e5]),
        ("The goal fell from 110,000 people in 2017 to 45,000 in 2018.", [110000.0, 45000.0]),
        ("This year three mills have burned.", [3.0]),
    ],
)
def test_value_of_what_is_told_loosely(reader: Reader, text: str, values: list[float]) -> None:
    """Ranges and vague plurals keep their values, whatever stands before them."""
    figures = reader.read(article("A title", text)).figures
    assert [figure.value for figure in figures] == values
