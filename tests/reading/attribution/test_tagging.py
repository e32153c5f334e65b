"""The chain of tags and the links: found fast, and the same as by trying everything."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from tellings.reading.attribution.trained.relations import BUCKETS, LINK, Links, buckets, relations
from tellings.reading.attribution.trained.tagging import FORBIDDEN, TAGS, Fragment, best, fragments, marginals


def _scores(seed: int, words: int = 4) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    transitions = chance.normal(size=(len(TAGS), len(TAGS))) + np.array(FORBIDDEN) * -1e4
    return chance.normal(size=(1, words, len(TAGS))).astype(np.float32), transitions.astype(np.float32)


def _every_chain(tags: np.ndarray, transitions: np.ndarray) -> list[tuple[float, tuple[int, ...]]]:
    found = []
    for chain in itertools.product(range(len(TAGS)), repeat=tags.shape[1]):
        if chain[0] > 0 and chain[0] % 2 == 0:
            continue
        score = sum(float(tags[0, w, t]) for w, t in enumerate(chain))
        score += sum(float(transitions[a, b]) for a, b in itertools.pairwise(chain))
        found.append((score, chain))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_best_chain_is_the_best_of_all(seed: int) -> None:
    """Viterbi finds what trying every chain finds."""
    tags, transitions = _scores(seed)
    assert tuple(best(tags, transitions)[0]) == max(_every_chain(tags, transitions))[1]


@pytest.mark.parametrize("seed", range(3))
def test_marginals_are_those_of_all_chains(seed: int) -> None:
    """Forward and backward give the share of all chains, weighted."""
    tags, transitions = _scores(seed)
    chains = _every_chain(tags, transitions)
    total = sum(np.exp(score) for score, _ in chains)
    wanted = np.zeros((4, len(TAGS)))
    for score, chain in chains:
        wanted[np.arange(4), list(chain)] += np.exp(score) / total
    assert np.allclose(marginals(tags, transitions)[0], wanted, atol=1e-4)


def test_fragments_end_where_the_role_does() -> None:
    """A new beginning parts two fragments of one role."""
    chain = np.array([TAGS.index(t) for t in ("O", "B-cue", "I-cue", "B-content", "B-content", "I-content", "O")])
    found = fragments(chain, np.full((7, len(TAGS)), 0.5, dtype=np.float32))
    assert [(f.role, f.first, f.last) for f in found] == [("cue", 1, 3), ("content", 3, 4), ("content", 4, 6)]


def test_distances_have_a_side_and_grow_coarse() -> None:
    """Near ones apart, far ones together, before and behind never."""
    steps = np.array([-500, -200, -2, -1, 0, 1, 2, 200, 500])
    classes = buckets(steps)
    assert classes[0] == classes[1]
    assert classes[7] == classes[8]
    assert len(set(classes.tolist())) == 7
    assert classes.max() < BUCKETS


def _links(words: int, **near: list[tuple[int, int]]) -> Links:
    """Link vectors in which the given pairs (cue, other) are alike."""
    empty = {key: np.zeros((words, LINK), dtype=np.float32) for key in ("cs", "s", "cc", "c")}
    for left, right, pairs in (("cs", "s", near.get("source", [])), ("cc", "c", near.get("content", []))):
        for number, (cue, other) in enumerate(pairs):
            empty[left][cue, number] = 5
            empty[right][other, number] = 5
    none = np.zeros(BUCKETS, dtype=np.float32)
    return Links(empty["cs"], empty["s"], empty["cc"], empty["c"], np.ones(words, dtype=np.float32), none, none)


def test_two_cues_may_share_a_source() -> None:
    """'She said ... and added ...': one source, two attributions."""
    found = [
        Fragment("source", 0, 1, 1.0),
        Fragment("cue", 1, 2, 1.0),
        Fragment("content", 2, 3, 1.0),
        Fragment("cue", 4, 5, 1.0),
        Fragment("content", 5, 6, 1.0),
    ]
    linked = relations(found, _links(6, source=[(1, 0), (4, 0)], content=[(1, 2), (4, 5)]))
    assert [(r.cue.first, r.source and r.source.first, r.content[0].first) for r in linked] == [(1, 0, 2), (4, 0, 5)]


def test_a_cue_may_have_no_source_and_two_contents() -> None:
    """'"A," it was said. "B."': both halves, nobody named."""
    found = [Fragment("content", 0, 1, 1.0), Fragment("cue", 1, 2, 1.0), Fragment("content", 3, 4, 1.0)]
    (only,) = relations(found, _links(4))
    assert only.source is None
    assert [f.first for f in only.content] == [0, 3]


def test_a_cue_without_content_attributes_nothing() -> None:
    """No content, no attribution."""
    assert relations([Fragment("source", 0, 1, 1.0), Fragment("cue", 1, 2, 1.0)], _links(2)) == ()
