"""An export with only some kinds of quotations: it holds together, and a figure keeps who claims it."""

from __future__ import annotations

import copy

import pytest

from tellings.export.kinds import only
from tellings.export.references import dangling
from tellings.export.schema import check


@pytest.fixture
def mixed(exported):
    """The invented export with every second quotation made a belief."""
    export = copy.deepcopy(exported)
    for quote in export["quotes"][::2]:
        quote["kind"] = "belief"
    return export


@pytest.mark.parametrize("kinds", [{"speech"}, {"belief"}, {"speech", "belief"}, {"plan"}])
def test_what_is_left_holds_together(mixed, kinds):
    """No reference leads nowhere, and the schema still holds."""
    left = only(mixed, kinds)
    check(left)
    assert dangling(left) == []
    needed = {figure["quote"] for figure in mixed["figures"] if figure["claimed_by"] is None}
    assert {quote["kind"] for quote in left["quotes"] if quote["id"] not in needed} <= kinds
    assert [quote["id"] for quote in left["quotes"] if quote["kind"] in kinds] == [
        quote["id"] for quote in mixed["quotes"] if quote["kind"] in kinds
    ]


def test_a_figure_keeps_who_claims_it(mixed):
    """The reference to the quotation goes, the claimant stays."""
    left = only(mixed, {"plan"})
    assert [figure["claimed_by"] for figure in left["figures"]] == [row["claimed_by"] for row in mixed["figures"]]


def test_all_kinds_leave_the_export_as_it_is(mixed):
    """Nothing is lost where every kind is wanted."""
    assert only(mixed, {"speech", "belief", "plan", "finding"}) == mixed


def test_the_stretches_of_a_printing_stay_together(mixed):
    """Their positions are counted anew, as those of the fullest and the first printing are."""
    row = next(row for row in mixed["utterances"] if len(row["tellings"]) > 2)
    kinds = {telling["quote"]: "speech" for telling in row["tellings"]} | {row["tellings"][0]["quote"]: "belief"}
    for quote in mixed["quotes"]:
        quote["kind"] = kinds.get(quote["id"], quote["kind"])
    stretches = list(range(1, len(row["tellings"])))
    row |= {"lead": 1, "first": None}
    for place in stretches:
        row["tellings"][place]["parts"] = stretches
    left = next(found for found in only(mixed, {"speech"})["utterances"] if found["id"] == row["id"])
    assert {tuple(telling["parts"]) for telling in left["tellings"]} == {tuple(range(len(stretches)))}
