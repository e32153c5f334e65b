"""Which doings told in several articles are one: clustering, relatedness, and what was learned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.linking import relatedness
from tellings.linking.clustering import average_link
from tellings.linking.coreference import Occurrence, background, chance, groups, occurrence, stems

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), st.floats(0.01, 1)
)


@given(PAIRS, st.floats(0.1, 0.9))
def test_groups_part_all_items(likeness: dict[tuple[int, int], float], threshold: float) -> None:
    """Every item stands in exactly one group, whatever is alike."""
    found = average_link(8, likeness, threshold)
    assert sorted(item for group in found for item in group) == list(range(8))


def test_the_mean_over_all_pairs_decides() -> None:
    """A third that is like one of two alone does not join them; one that is like both does."""
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.6}, 0.5) == [(0, 1), (2,)]
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.5}, 0.5) == [(0, 1, 2)]


ROBBED = "Masked men robbed the museum in Osmere on Monday and took a golden cup from the hall".split()
HEIST = "The heist at the Osmere museum on Monday cost the town its golden cup".split()
RAIN = "Rain flooded cellars and fields along the Tolva on Monday".split()
RATES = "The bank in Velding raised its rates on Monday as prices climbed".split()
FILLER = [stems(line.split()) for line in (
    "The orchestra played old dances in the park", "Farmers sold early apples at the weekly market",
    "A painter opened her studio to pupils", "Skaters crossed the frozen lake before dawn",
)]  # fmt: skip


def told(document: int, tokens: list[str], word: str, lemma: str) -> Occurrence:
    return occurrence(document, 0, tokens, [tokens.index(word)], lemma)


def world(*occurrences: tuple[list[str], str, str]) -> tuple[list[Occurrence], list[list[str]]]:
    """Occurrences, each the whole of its own document, among documents of other news."""
    found = [told(place, tokens, word, lemma) for place, (tokens, word, lemma) in enumerate(occurrences)]
    return found, [stems(tokens) for tokens, *_ in occurrences] + FILLER


def test_one_doing_in_other_words_is_one() -> None:
    """A robbery and a heist of one museum are one event; the flood of that day is another."""
    assert groups(*world((ROBBED, "robbed", "rob"), (HEIST, "heist", "heist"), (RAIN, "flooded", "flood"))) == [
        (0, 1),
        (2,),
    ]


def test_one_word_in_news_of_other_things_is_two() -> None:
    """The same word in articles that have nothing else in common tells two events."""
    raised = "Volunteers raised a barn roof beside the village school".split()
    assert groups(*world((RATES, "raised", "raise"), (raised, "raised", "raise"))) == [(0,), (1,)]


def test_unrelated_articles_have_no_chance() -> None:
    """No pair is weighed where the articles share nothing, unless they are known to be of one story."""
    found, documents = world((ROBBED, "robbed", "rob"), (RATES, "raised", "raise"))
    assert chance(found[0], found[1], background(documents[:1] + FILLER[:1], [])) == 0.0


def test_rare_words_weigh_more() -> None:
    """Two documents are closer by a word that few hold than by one that all hold."""
    documents = [["cup", "town"], ["cup", "hall"], ["town", "rain"], ["town", "frost"], ["town", "apple"]]
    rare = relatedness.rarity(documents)
    vectors = [relatedness.vector(words, rare) for words in documents]
    assert relatedness.cosine(vectors[0], vectors[1]) > relatedness.cosine(vectors[0], vectors[2])
