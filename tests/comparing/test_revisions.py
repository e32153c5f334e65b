"""What was changed from one revision of an article to the next: only what stands there."""

from __future__ import annotations

import pytest

from by_hand import article, at, figure, reading
from tellings.comparing.revisions import changes
from tellings.values import Quotation, Reading

BEFORE = "Boats wait. “The gates are old and nobody mended them,” Nora Feld said. “We shall see,” said Karl Amsel. 40 boats sank."


def revision(text: str, title: str = "Boats wait") -> Reading:
    """A revision: every stretch in curly marks is a quotation, every number before boats a figure."""
    printed = article("The Wendle Post", text, title=title)
    spans = [at(printed.text, f"“{part.split('”')[0]}”") for part in printed.text.split("“")[1:]]
    quotations = tuple(
        Quotation(content=(span,), cue=(), source=(), manner="direct", speaker=None, certainty="unknown", reason="")
        for span in spans
    )
    counted = [word for word in ("40 boats", "43 boats") if word in printed.text]
    figures = [figure(printed.text, words, float(words[:2]), head="boat", doing="sink") for words in counted]
    return reading(printed, *figures, quotations=quotations)


def told(before: Reading, after: Reading) -> list[tuple[str, str | None, str | None]]:
    """Each change with the words on both sides."""
    return [
        (
            change.kind,
            change.before and change.before.of(before.article.text),
            change.after and change.after.of(after.article.text),
        )
        for change in changes(before, after)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("40 boats", "43 boats", [("figure changed", "40 boats", "43 boats")]),
        (" 40 boats sank.", "", [("figure dropped", "40 boats", None)]),
        (" “We shall see,” said Karl Amsel.", "", [("quotation dropped", "“We shall see,”", None)]),
        ("Boats wait. ", "Boats wait. “Ring the bells!” ", [("quotation added", None, "“Ring the bells!”")]),
        (
            "nobody mended",
            "somebody mended",
            [
                (
                    "quotation changed",
                    "“The gates are old and nobody mended them,”",
                    "“The gates are old and somebody mended them,”",
                )
            ],
        ),
        ("We shall see,", "We shall see!", [("text changed", None, None)]),
        ("Boats wait. ", "Boats wait here. ", [("text changed", None, None)]),
        ("nothing", "nothing", []),
    ],
)
def test_what_was_changed(old: str, new: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """Quotations and figures that are the same but for punctuation and case are the same."""
    assert told(revision(BEFORE), revision(BEFORE.replace(old, new))) == expected


def test_another_headline() -> None:
    """Stands first; it has a place only where the text prints it."""
    found = changes(revision(BEFORE), revision(BEFORE.replace("40 boats", "43 boats"), title="Gates stay shut"))
    assert [change.kind for change in found] == ["headline changed", "figure changed"]
    assert (found[0].before, found[0].after) == (None, None)


def test_words_printed_twice_and_now_once() -> None:
    """One of the two was dropped."""
    twice = BEFORE + " “We shall see,” he said."
    assert [kind for kind, _, _ in told(revision(twice), revision(BEFORE))] == ["quotation dropped"]
