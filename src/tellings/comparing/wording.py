"""Altered quotations: where two outlets print the same words said and not the same words."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.comparing.phrasing import enumerated, printed, source
from tellings.values import Comparison, Edit, Printing, Span, Story, Utterance

_SHOWN = 3
"""Differences named in one sentence; the page shows all of them in the text."""


def compare(story: Story) -> list[Comparison]:
    """One comparison for every printing that differs from the fullest printing of another article; a paraphrase alters no quotation."""
    return [comparison for utterance in story.utterances for comparison in _altered(story, utterance)]


def _altered(story: Story, utterance: Utterance) -> Iterator[Comparison]:
    lead = utterance.printings[utterance.lead]
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for printing in utterance.printings:
        text = story.readings[printing.telling.article].article.text
        words = (printing.telling.article, tuple(printing.telling.span.of(text).split()))
        if any(edit.kind == "paraphrase" for edit in printing.edits):
            continue
        if not printing.edits or printing.telling.article == lead.telling.article or words in seen:
            continue
        seen.add(words)
        yield Comparison("altered", _why(story, lead, printing), (lead.telling, printing.telling))


def _why(story: Story, lead: Printing, printing: Printing) -> str:
    there, here = lead.telling.article, printing.telling.article
    named = [_difference(story, there, here, edit) for edit in printing.edits[:_SHOWN]]
    more = len(printing.edits) - len(named)
    rest = [f"{more} more difference{'s' if more > 1 else ''}"] if more else []
    return f"Beside {source(story, there)}, {source(story, here)} has: {enumerated([*named, *rest])}."


def _difference(story: Story, there: int, here: int, edit: Edit) -> str:
    one, other = _words(story, there, edit.lead), _words(story, here, edit.here)
    if one and other:
        return f"{edit.kind} ({other} for {one})"
    shown = one or other
    return f"{edit.kind} ({shown})" if shown else edit.kind


def _words(story: Story, article: int, span: Span | None) -> str | None:
    """Printed words between marks; none where only signs stand there, which between marks look like nothing."""
    if span is None or not any(c.isalnum() for c in span.of(story.readings[article].article.text)):
        return None
    return printed(story, article, span)
