"""Share of voice: words between marks, by who said them, none counted twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from by_hand import article, at
from tellings.comparing.voice import quoted_words, share_of_voice
from tellings.values import (
    Entity,
    EntityMention,
    Manner,
    Mention,
    Quotation,
    QuotationKind,
    Reading,
    Story,
    Telling,
)


def quotation(text: str, words: str, manner: Manner, speaker: int | None = 0) -> Quotation:
    return Quotation((at(text, words),), (), (), manner, speaker, "stated", "by hand")


@pytest.mark.parametrize(
    ("words", "manner", "count"),
    [
        ("“We don’t know the well-known 3.5 per cent,”", "direct", 8),
        ('"It is shut," he said', "mixed", 3),
        ("the plan “a gift to nobody” and ‘a farce’", "mixed", 6),
        ("'It's the captain's fault' they wrote", "mixed", 4),
        ("the bridge is shut", "indirect", 0),
        ("“We go on with no closing mark", "direct", 7),
    ],
)
def test_words_between_marks_are_counted(words: str, manner: Manner, count: int) -> None:
    """Of a mixed quotation the marked part, of reported speech nothing."""
    reading = Reading(article("Sheet", words))
    assert quoted_words(reading, quotation(words, words, manner)) == count


def test_a_quotation_inside_another_counts_for_the_inner_speaker_alone() -> None:
    """Five words, of which two are somebody else's."""
    text = "“She told me ‘go home’,”"
    inner, outer = quotation(text, "‘go home’", "direct", 1), quotation(text, text, "direct", 0)
    reading = Reading(article("Sheet", text), quotations=(outer, inner))
    assert (quoted_words(reading, outer), quoted_words(reading, inner)) == (3, 2)


def test_what_somebody_only_thinks_or_plans_is_no_voice_of_theirs() -> None:
    """Speech and findings are counted, beliefs and plans told without a word of theirs are not."""
    text = "Ann Brill said it rains, thinks it snows, wants to go and found a leak."
    parts: tuple[tuple[str, QuotationKind], ...] = (
        ("it rains", "speech"),
        ("it snows", "belief"),
        ("to go", "plan"),
        ("a leak", "finding"),
    )
    quotations = tuple(replace(quotation(text, words, "indirect"), kind=kind) for words, kind in parts)
    mentions = (Mention(at(text, "Ann Brill"), "person", "name"),)
    reading = Reading(article("Sheet", text), mentions=mentions, quotations=quotations)
    entity = Entity("Ann Brill", "person", (), (EntityMention(Telling(0, at(text, "Ann Brill")), 0, "name"),))
    (voice,) = share_of_voice(Story("", (reading,), (entity,)))
    assert voice.quotations == 2


def test_shares_are_of_all_words_of_known_speakers() -> None:
    """Who is not named is in no share; the largest comes first."""
    text = "Ann Brill: “One.” Bo Crane: “One two three.” “Nobody’s words here.”"
    mentions = (Mention(at(text, "Ann Brill"), "person", "name"), Mention(at(text, "Bo Crane"), "person", "name"))
    quotations = (
        quotation(text, "“One.”", "direct", 0),
        quotation(text, "“One two three.”", "direct", 1),
        quotation(text, "“Nobody’s words here.”", "direct", None),
    )
    reading = Reading(article("Sheet", text), mentions=mentions, quotations=quotations)
    entities = tuple(
        Entity(name, "person", (), (EntityMention(Telling(0, at(text, name)), index, "name"),))
        for index, name in enumerate(("Ann Brill", "Bo Crane"))
    )
    voices = share_of_voice(Story("", (reading,), entities))
    assert [(voice.entity, voice.words, voice.share) for voice in voices] == [(1, 3, 0.75), (0, 1, 0.25)]


def test_a_story_without_quotations_has_no_voices() -> None:
    """And no share of nothing."""
    assert share_of_voice(Story("", (Reading(article("Sheet", "Nothing.")),))) == ()
