"""Stories as they are placed and settled, through the public face of the room."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tellings.linking.stories import Signature, StoryGrouping, signature

DAY = date(2021, 5, 3).toordinal()

FIRE = (
    "A fire at the Harlstaithe Quay cannery in Port Ellery destroyed two halls on Monday night, the brigade said. "
    "Marta Kessling, who owns the cannery, said that nobody was hurt. Chief Odo Brenkhorst blamed a faulty freezer."
)
FIRE_AGAIN = (
    "Two halls of the Harlstaithe Quay cannery burned down on Monday night in Port Ellery. The owner, Marta Kessling, "
    "said that her workers got out unhurt. A freezer may have caused the fire, according to Chief Odo Brenkhorst."
)
VOTE = (
    "The council of Lindermouth voted by nine to six on Monday to close the swimming baths in Tollister Street. "
    "Councillor Ines Vargelin called the vote a disgrace. The baths will shut their doors in September."
)
VOTE_AGAIN = (
    "Lindermouth will lose the baths in Tollister Street: nine councillors voted to close them in September, six against. "
    "Ines Vargelin, who voted against, spoke of a disgrace for the town and its swimming children."
)
TEXTS = {
    "fire-1": ("Fire guts cannery in Port Ellery", FIRE, DAY, "Ellery Post"),
    "fire-2": ("Port Ellery cannery halls burn down", FIRE_AGAIN, DAY + 1, "The Quay Times"),
    "vote-1": ("Lindermouth votes to close Tollister Street baths", VOTE, DAY, "Ellery Post"),
    "vote-2": ("Baths in Tollister Street to shut in September", VOTE_AGAIN, DAY, "The Quay Times"),
}
STORIES = {frozenset({"fire-1", "fire-2"}), frozenset({"vote-1", "vote-2"})}


def sign(key: str, **changes: object) -> Signature:
    title, body, day, outlet = TEXTS[key]
    return signature.make(title, body, **{"day": day, "outlet": outlet, **changes})


def grouped(keys: list[str]) -> StoryGrouping:
    grouping = StoryGrouping()
    for key in keys:
        grouping.add_signature(key, sign(key))
    return grouping


def groups(grouping: StoryGrouping) -> set[frozenset[str]]:
    return {frozenset(keys) for keys in grouping.stories().values()}


def test_placed_on_arrival() -> None:
    """An article is placed the moment it arrives, beside those that tell the same."""
    assert groups(grouped(list(TEXTS))) == STORIES


@pytest.mark.parametrize("seed", range(6))
def test_order_of_arrival(seed: int) -> None:
    """Settled stories, their ids included, are the same in whatever order the articles came."""
    keys = list(TEXTS)
    random.Random(seed).shuffle(keys)
    grouping = grouped(keys)
    grouping.settle()
    expected = grouped(list(TEXTS))
    expected.settle()
    assert grouping.stories() == expected.stories()


def test_why() -> None:
    """An article belongs to its story for names and words that the other prints too."""
    reasons = grouped(list(TEXTS)).why("fire-2")
    assert reasons.nearest == "fire-1"
    assert {"Kessling", "Brenkhorst", "Ellery"} <= set(reasons.names)
    assert "freezer" in reasons.words
    assert reasons.days == ("2021-05-04", "2021-05-03")


def test_repairs_hold() -> None:
    """What a user joins or parts stays so through every settling, and the settling says what it changed."""
    grouping = grouped(list(TEXTS))
    grouping.part("fire-1", "fire-2")
    grouping.join("fire-2", "vote-1")
    changes = grouping.settle()
    assert groups(grouping) == {frozenset({"fire-1"}), frozenset({"fire-2", "vote-1", "vote-2"})}
    assert changes
    grouping.add_signature("fire-3", sign("fire-2", outlet="Third Voice"))
    grouping.settle()
    assert grouping.story("fire-1") != grouping.story("fire-2")


def test_restored() -> None:
    """A grouping restored from its rows goes on as if it had never stopped."""
    keys = list(TEXTS)
    whole, half = grouped(keys), grouped(keys[:2])
    other = StoryGrouping()
    other.restore(half.rows())
    for key in keys[2:]:
        other.add_signature(key, sign(key))
    assert list(other.rows()) == list(whole.rows())
    whole.settle(), other.settle()
    assert other.stories() == whole.stories()


def test_nearest() -> None:
    """Articles are ranked by how likely they tell the same story."""
    found = grouped(list(TEXTS)).nearest(sign("vote-2", outlet="Third Voice"), 2)
    assert {key for key, _ in found} == {"vote-1", "vote-2"}


def test_signature_in_bytes() -> None:
    """A signature goes to bytes and back; one of another version is refused."""
    data = sign("fire-1").to_bytes()
    assert Signature.from_bytes(data).to_bytes() == data
    with pytest.raises(ValueError, match="version"):
        Signature.from_bytes(b"\xff" + data[1:])
