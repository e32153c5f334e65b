"""A settled grouping does not depend on the order of arrival, nor on when it was settled."""

from __future__ import annotations

import random
from datetime import date

import numpy as np
import pytest

from tellings.linking.stories import Signature, StoryGrouping, signature
from tellings.linking.stories.index import Index
from tellings.linking.stories.likeness import Weighed

DAY = date(2021, 5, 3).toordinal()
PLACES = "Ellery Lindermouth Harlowmere Tollister Quenby Marshwick Ostravell Pellwick".split()
ACTS = "burned flooded closed opened rejected praised sold cancelled delayed approved".split()
THINGS = "harbour cannery library school theatre bridge hospital bakery railway market".split()
PLAIN = "the of a to in for on with that was were has have council people town said after before week".split()


def articles(seed: int) -> dict[str, Signature]:
    """Some sixty articles of twenty stories; those of one share names and words, some of them with others."""
    chance = random.Random(seed)
    found = {}
    for story in range(20):
        own = [chance.choice(PLACES), chance.choice(PLACES), *chance.sample(ACTS, 3), *chance.sample(THINGS, 3)]
        day = DAY + chance.randrange(8)
        for telling in range(chance.randint(1, 5)):
            words = [chance.choice(own if chance.random() < 0.5 else PLAIN) for _ in range(120)]
            title = " ".join(chance.sample(own, 4))
            found[f"{story}-{telling}"] = signature.make(
                title,
                " ".join(words),
                day=0 if chance.random() < 0.2 else day + chance.randrange(3),
                outlet=f"Outlet {chance.randrange(9)}",
            )
    return found


def settled(signs: dict[str, Signature]) -> StoryGrouping:
    """All of them added, and settled once."""
    grouping = StoryGrouping()
    for key, sign in signs.items():
        grouping.add_signature(key, sign)
    grouping.settle()
    return grouping


@pytest.mark.parametrize("seed", range(4))
def test_order_and_settling(seed: int) -> None:
    """However often it was settled on the way, stories and their ids are those of one settling at the end."""
    signs = articles(seed)
    whole = settled(signs)
    keys, chance, parts = list(signs), random.Random(seed), StoryGrouping()
    chance.shuffle(keys)
    for key in keys:
        parts.add_signature(key, signs[key])
        if chance.random() < 0.2:
            parts.settle()
            parts = restored(parts) if chance.random() < 0.3 else parts
    parts.settle()
    assert parts.stories() == whole.stories()
    assert any(len(keys) > 1 for keys in whole.stories().values())
    assert parts.settle() == ()


@pytest.mark.parametrize("seed", range(3))
def test_revisions(seed: int) -> None:
    """Whatever stood in older texts, and however often it was settled between, the newest texts alone tell the stories."""
    signs, older = articles(seed), articles(seed + 10)
    whole = settled(signs)
    keys, chance, parts = list(signs), random.Random(seed), StoryGrouping()
    chance.shuffle(keys)
    waiting = []
    for key in keys:
        if key in older and chance.random() < 0.5:
            parts.add_signature(key, older[key])
            waiting.append(key)
        else:
            parts.revise_signature(key, signs[key])
        if chance.random() < 0.2:
            parts.settle()
            parts = restored(parts) if chance.random() < 0.5 else parts
        if waiting and chance.random() < 0.3:
            again = waiting.pop(chance.randrange(len(waiting)))
            parts.revise_signature(again, signs[again])
    for key in waiting:
        parts.revise_signature(key, signs[key])
    parts = restored(parts)
    parts.settle()
    assert parts.stories() == whole.stories()
    assert len(parts) == len(signs) < parts.end
    assert {found for found, _ in parts.nearest(signs[keys[0]], 500)} <= set(signs)


def test_a_revision_that_changes_nothing() -> None:
    """An article whose compared words are the same stays where it is, and no position is used up."""
    signs, grouping = articles(0), StoryGrouping()
    for key, sign in signs.items():
        grouping.add_signature(key, sign)
    end, story = grouping.end, grouping.story("3-0")
    assert grouping.revise_signature("3-0", signs["3-0"]).story == story
    assert grouping.end == end


def restored(grouping: StoryGrouping) -> StoryGrouping:
    other = StoryGrouping()
    other.restore(grouping.rows())
    return other


def test_changes_tell_what_was_done() -> None:
    """Applied to the stories before it, the changes of a settling give the stories after it."""
    grouping = StoryGrouping()
    signs = articles(3)
    for key in sorted(signs, reverse=True):
        grouping.add_signature(key, signs[key])
    before = {key: grouping.story(key) for key in signs}
    changes = grouping.settle()
    told = {key for change in changes for key in change.keys}
    assert all(grouping.story(key) == before[key] for key in set(signs) - told)
    assert all(grouping.story(key) in change.after for change in changes for key in change.keys)


@pytest.mark.parametrize("seed", range(3))
def test_likeness_is_mutual(seed: int) -> None:
    """What two articles have in common is the same to the last bit whichever of the two came first."""
    signs = [Weighed.of(sign) for sign in list(articles(seed).values())[:20]]
    found = {}
    for one, sign in enumerate(signs):
        index = Index()
        for other in signs:
            index.add(other)
        for other, row in enumerate(index.features(sign, np.arange(len(signs))).tolist()):
            found[one, other] = row
    assert all(row == found[other, one] for (one, other), row in found.items())
    assert all(row[0] == pytest.approx(1) for (one, other), row in found.items() if one == other)
