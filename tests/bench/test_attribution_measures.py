"""The measures of attribution: what counts as found, as right, and with which interval."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_measures import ALL, Cell, score
from attribution_report import Figures
from attribution_speakers import is_right
from attribution_tokens import Tokenised

TEXT = "“We sail at dawn,” said Ora Quill. The harbour board said that the quay “is safe”.\nShe hopes for rain."


def spans(*words: str) -> list[list[int]]:
    """Where the words stand in the text."""
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


QUILL = {"source": spans("Ora Quill"), "cue": spans("said"), "content": spans("“We sail at dawn,”")}
BOARD = {
    "source": spans("The harbour board"),
    "cue": [[TEXT.index("said that"), TEXT.index("said that") + 4]],
    "content": spans("that the quay “is safe”"),
}
HOPE = {"source": spans("She"), "cue": spans("hopes"), "content": spans("for rain")}
GOLD = [QUILL, BOARD, HOPE]


def f1(predicted: list[dict[str, object]], measure: str, kind: str = ALL) -> float:
    """The F1 of a measure on the text, in per cent."""
    return round(Figures([score(TEXT, GOLD, predicted)]).score(measure, kind).f1.percent, 1)


@pytest.mark.parametrize(
    "measure", ["found", "relation", "relation_exact", "attributed_token", "cue:strict", "fragment-content:exact"]
)
def test_the_gold_itself_is_perfect(measure):
    """What is predicted just as the gold has it scores 100."""
    assert f1(GOLD, measure) == 100.0


@pytest.mark.parametrize(
    ("predicted", "measure", "expected"),
    [
        ([QUILL], "relation", 50.0),
        ([QUILL], "cue:exact", 50.0),
        ([{**QUILL, "source": spans("Quill")}], "relation", 50.0),
        ([{**QUILL, "source": spans("Quill")}], "source:exact", 0.0),
        ([{**QUILL, "source": BOARD["source"]}], "relation", 0.0),
        ([{**QUILL, "source": BOARD["source"]}], "found", 50.0),
        ([{**BOARD, "source": spans("The")}], "relation", 50.0),
        ([{**QUILL, "source": []}], "relation", 0.0),
        ([{**QUILL, "content": spans("We sail at dawn")}], "content:exact", 50.0),
        ([{**QUILL, "content": spans("We sail at dawn")}], "content:strict", 0.0),
        ([{**QUILL, "content": spans("sail")}], "found", 0.0),
        ([QUILL, QUILL], "relation", 50.0),
        ([{**QUILL, "content": []}], "relation", 0.0),
    ],
)
def test_what_a_hit_is(predicted, measure, expected):
    """One attribution of three, whole or with one role changed: F1 is 2 · 1 · ⅓ / (1 + ⅓) or 0."""
    assert f1(predicted, measure) == expected


def test_the_manner_restricts_both_sides():
    """A direct quotation found counts for the direct ones alone."""
    assert [f1([QUILL], "relation", kind) for kind in ("direct", "mixed", "indirect")] == [100.0, 0.0, 0.0]


def test_cutting_a_quotation_in_two_leaves_its_tokens_attributed():
    """``attributed_token`` does not depend on how quotations are cut into relations."""
    halves = [{**QUILL, "content": spans("“We sail")}, {**QUILL, "content": spans("at dawn,”")}]
    assert f1([*halves, BOARD, HOPE], "attributed_token") == 100.0
    assert f1([*halves, BOARD, HOPE], "relation") < 100.0


def test_what_lies_in_an_ignored_stretch_is_not_scored():
    """A prediction in boilerplate is neither right nor wrong."""
    tally = score(TEXT, GOLD[:2], GOLD, ignore=[[TEXT.index("\n"), len(TEXT)]])
    assert tally.totals[Cell("relation", ALL, "predicted")] == 2


def test_each_certainty_has_its_share_of_right_sources():
    """Of two found with a stated speaker, one with the wrong source: half are right."""
    predicted = [{**QUILL, "certainty": "stated"}, {**BOARD, "source": spans("Ora Quill"), "certainty": "stated"}]
    share = Figures([score(TEXT, GOLD, predicted)]).share("certainty:stated")
    assert (share.hits, share.total, share.percent) == (1, 2, 50.0)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("He said “no way”.", "direct"),
        ('He said "no way".', "direct"),
        ("He said ''no way''.", "direct"),
        ("He said ‘no way’.", "direct"),
        ("He said 'no way'.", "direct"),
        ("He said «no way».", "direct"),
        ("He said “no way", "direct"),
        ("He said no way.", "indirect"),
        ("He said no “way”.", "mixed"),
        ("the boys' no way's end", "indirect"),
    ],
)
def test_manner_is_worked_out_from_the_marks(text, manner):
    """Every form of marks the corpus has, one left open, and apostrophes that are none."""
    tokens = Tokenised(text)
    at = text.index("no")
    assert tokens.manner(tokens.words(tokens.tokens([(at, text.index("way") + 3)]))) == manner


def test_intervals_are_the_same_each_time_and_hold_the_figure():
    """Resampling is seeded; of articles all alike the interval is a point."""
    tallies = [score(TEXT, GOLD, GOLD[:n]) for n in (1, 2, 3, 3)]
    one, two = (Figures(tallies, samples=200).score("relation").f1 for _ in range(2))
    assert one == two
    assert one.interval is not None
    assert one.interval[0] < one.percent < one.interval[1]
    alike = Figures([tallies[0]] * 3, samples=50).score("relation").f1
    assert alike.interval == (alike.percent, alike.percent)


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Jane Doe", True),
        ("Doe", True),
        ("Sen. Doe", True),
        ("Doe’s", True),
        ("Doe's campaign", False),
        ("John Doe", False),
        ("Ora Quill", False),
    ],
)
def test_whom_an_answer_names(answer, right):
    """A surname will do; an owner, or somebody else's first name before it, will not."""
    assert is_right({"speaker": "Jane Doe", "accept": ["Doe"]}, answer) is right


_SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30)).map(lambda pair: [pair[0], pair[0] + pair[1]]), max_size=3
)
_ROWS = st.lists(st.fixed_dictionaries({"source": _SPANS, "cue": _SPANS, "content": _SPANS}), max_size=5)


@given(_ROWS, _ROWS)
def test_any_spans_give_figures_between_0_and_100(gold, predicted):
    """Odd spans (empty, crossing paragraphs, past the end) break nothing, and no hit is counted twice."""
    tally = score(TEXT, gold, predicted)
    assert all(0 <= tally.hits[cell] <= total + 1e-9 for cell, total in tally.totals.items())
