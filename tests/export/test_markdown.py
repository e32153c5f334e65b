"""The Markdown report: the sections of the page, each place a footnote."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tellings.export.markdown import plain, render

Row = dict[str, Any]


def test_every_footnote_is_told_and_used(exported: Row) -> None:
    """Outlet, file and offsets, in the order in which the report comes to them."""
    report = render(exported)
    used = re.findall(r"\[\^(\d+)\](?!:)", report)
    told = re.findall(r"^\[\^(\d+)\]: .+, characters \d+–\d+$", report, re.MULTILINE)
    assert list(dict.fromkeys(used)) == told
    assert "outlet not told (unnamed.txt)" in report


def test_changes_are_named(exported: Row) -> None:
    """What was there is struck out, what is here is bold."""
    assert "- word replaced: ~~looked at~~ → **checked**" in render(exported)
    assert r"- bracketed word: ~~we~~ → **\[We\]**" in render(exported)


def test_what_is_reported_stands_behind_its_cue(exported: Row) -> None:
    """Words without marks say little without the verb that brings them: "denied" that there were cracks."""
    assert "- *said* The swing bridge over the Teal will stay shut" in render(exported)


def test_every_section_of_the_page_is_there(exported: Row) -> None:
    """As far as there is something to say."""
    titles = re.findall(r"^## (.*)$", render(exported), re.MULTILINE)
    assert titles[:4] == ["Said once, printed by several", "Who said what", "Figures, and who claims them", "Conflicts"]
    assert titles[-1] == "The articles"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a *b* [c] <d>", r"a \*b\* \[c\] \<d\>"),
        ("1. first", r"1\. first"),
        ("14 cracks", "14 cracks"),
        ("3.5 per cent", "3.5 per cent"),
        ("# no heading", r"\# no heading"),
        ("salt &amp; tar, at R&D", r"salt \&amp; tar, at R&D"),
        ("- no list", r"\- no list"),
        ("snake_case|cell", r"snake\_case\|cell"),
    ],
)
def test_text_is_never_markup(text: str, markdown: str) -> None:
    """Printed words come out as they are."""
    assert plain(text) == markdown


def test_who_cut_what_is_a_table(exported):
    """Each outlet that prints what another prints more fully, with how often it did what."""
    from tellings.export.printings import who_cut_what
    from tellings.export.view import View

    rows = who_cut_what(View(exported))
    several = [
        (telling, row)
        for row in exported["utterances"]
        for telling in row["tellings"]
        if telling["article"] != row["tellings"][row["lead"]]["article"]
    ]
    assert sum(number for row in rows for _, number in row.kinds) == sum(len(t["edits"]) for t, _ in several) > 0
    assert "### Who cut what" in render(exported)
