"""Utterances: one thing said, every printing of it, and what each printing did to the words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from by_hand import article, at, reading, story
from tellings.linking import link, utterances
from tellings.linking.utterances.differences import applied, differences
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.overlap import overlap
from tellings.linking.utterances.words import Wording
from tellings.values import (
    Certainty,
    Entity,
    EntityMention,
    Mention,
    Quotation,
    Reading,
    Span,
    Story,
    Telling,
    Utterance,
)

LONG = "“The gates are old and nobody has mended them since the great flood, and that is a shame.”"


def said(outlet: str, content: str, speaker: str | None = "Nora Feld", day: str | None = None) -> Reading:
    """A reading by hand: words in marks, and "X said." behind them, or nobody."""
    text = f"{content} {speaker} said." if speaker else f"{content} That was on the wall."
    certainty: Certainty = "stated" if speaker else "unknown"
    mentions = (Mention(at(text, f"{speaker} said"), "person", "name"),) if speaker else ()
    mentions = tuple(Mention(Span(m.span.start, m.span.end - len(" said")), m.kind, m.form) for m in mentions)
    quotation = Quotation(
        (at(text, content),),
        (),
        tuple(m.span for m in mentions),
        "direct",
        0 if speaker else None,
        certainty,
        "by hand",
    )
    return reading(article(outlet, text, day=day), mentions=mentions, quotations=(quotation,))


def told(*readings: Reading) -> Story:
    """The story of these readings, with the speakers as its entities."""
    places: dict[str, list[EntityMention]] = {}
    for number, one in enumerate(readings):
        for position, mention in enumerate(one.mentions):
            name = mention.span.of(one.article.text)
            places.setdefault(name, []).append(EntityMention(Telling(number, mention.span), position, mention.form))
    entities = tuple(Entity(name, "person", (), tuple(found)) for name, found in sorted(places.items()))
    return story(*readings, entities=entities)


def printed(of: Story, utterance: Utterance) -> list[tuple[int, str]]:
    """Article and words of every printing."""
    return [
        (p.telling.article, p.telling.span.of(of.readings[p.telling.article].article.text)) for p in utterance.printings
    ]


def test_one_article_does_not_alter_its_own_words():
    """Two sentences of one speech that are alike are two."""
    text = "“I come really very hard against his board and his men,” Nora Feld said. “I come really very hard against them.”"
    spans = (
        at(text, "“I come really very hard against his board and his men,”"),
        at(text, "“I come really very hard against them.”"),
    )
    mention = Mention(at(text, "Nora Feld"), "person", "name")
    both = tuple(Quotation((span,), (), (mention.span,), "direct", 0, "stated", "by hand") for span in spans)
    one = reading(article("A", text), mentions=(mention,), quotations=both)
    assert len(utterances.link(told(one))) == 2


def test_a_few_words_scattered_over_another_saying_are_not_it():
    """Small words and a noun that both have, far apart in the longer one."""
    long = "“We may find a deal which is a gain for the whole town or I will have to call a town meeting,”"
    assert len(utterances.link(told(said("A", long), said("B", "“This is a town meeting,”")))) == 2


def test_printings_of_one_thing_said_are_one_utterance():
    """The fullest leads, and each stands at its words inside the marks."""
    of = told(said("A", "“The gates are old and nobody has mended them.”"), said("B", LONG))
    (utterance,) = utterances.link(of)
    assert printed(of, utterance) == [(0, "The gates are old and nobody has mended them."), (1, LONG.strip("“”"))]
    assert utterance.lead == 1
    assert of.entities[utterance.speaker].name == "Nora Feld"


def test_a_fragment_joins_the_whole():
    """A few words in marks of the same speaker are a printing of what was said at length."""
    of = told(said("A", LONG), said("B", "“a shame”"))
    (utterance,) = utterances.link(of)
    assert [article for article, _ in printed(of, utterance)] == [0, 1]


def test_common_words_of_two_speakers_stay_two_utterances():
    """Who says the same five words does not say the same thing."""
    of = told(said("A", "“We are glad it is over.”"), said("B", "“We are glad it is over.”", "Peter Marek"))
    assert len(utterances.link(of)) == 2


def test_a_long_run_is_one_utterance_even_where_the_articles_disagree_about_the_speaker():
    """Nobody says so many words twice by chance; whom most name is the speaker."""
    of = told(said("A", LONG), said("B", LONG), said("C", LONG, "Peter Marek"))
    (utterance,) = utterances.link(of)
    assert len(utterance.printings) == 3
    assert of.entities[utterance.speaker].name == "Nora Feld"


def test_one_telling_names_the_speaker_for_the_other():
    """Words that one article prints unattributed have the speaker that another names."""
    of = told(said("A", LONG, None), said("B", LONG))
    (utterance,) = utterances.link(of)
    assert utterance.speaker == 0


def test_what_is_said_apart_stays_apart():
    """Other words are another utterance; words that only one prints are one as well."""
    of = told(said("A", LONG), said("B", "“We shall open the bridge again before the summer fair.”"))
    assert [len(utterance.printings) for utterance in utterances.link(of)] == [1, 1]


def test_a_word_in_marks_that_only_one_prints_is_no_utterance():
    """A short phrase must be told twice to be listed."""
    assert utterances.link(told(said("A", "“a shame”"))) == ()


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2031-05-02", "2031-05-01"), 1),
        (("2031-05-01", "2031-05-01"), None),
        (("2031-05-02", None), None),
    ],
)
def test_who_printed_it_first(days: tuple[str | None, str | None], first: int | None):
    """Only where every day is known, and one is before the others."""
    (utterance,) = utterances.link(told(*(said(outlet, LONG, day=day) for outlet, day in zip("AB", days, strict=True))))
    assert utterance.first == first


@pytest.mark.parametrize(
    ("printing", "expected"),
    [
        ("“The gates are old and nobody has mended them since the great flood.”", [("cut at the end", "and that is a shame", None)]),
        ("“Nobody has mended them since the great flood, and that is a shame.”", [("cut at the front", "The gates are old and", None)]),
        (
            "“The gates are old and nobody … since the great flood, and that is a shame.”",
            [("ellipsis", "has mended them", "…")],
        ),
        pytest.param(
            "“The gates are old … and that is a shame.”",
            [("ellipsis", "and nobody has mended them since the great flood", "…")],
        ),
        (
            "“The gates are old and nobody has mended them, and that is a shame.”",
            [("cut in the middle", "since the great flood", None)],
        ),
        (
            "“The gates are old and nobody has mended them since the great fire, and that is a shame.”",
            [("word replaced", "flood", "fire")],
        ),
        (
            "“The gates are very old and nobody has mended them since the great flood, and that is a shame.”",
            [("words added", None, "very")],
        ),
        (
            "“The gates are old and [the yard] has mended them since the great flood, and that is a shame.”",
            [("bracketed word", "nobody", "[the yard]")],
        ),
        (
            '"The gates are old and nobody has mended them since the great flood, and that is a shame."',
            [],
        ),
        (
            "“The gates are old, and nobody has mended them since the great flood, and that is a shame.”",
            [("spelling or punctuation", None, ",")],
        ),
        (
            "“The gates are old and nobody has mended them since the Great flood, and that is a shame.”",
            [("spelling or punctuation", "great", "Great")],
        ),
    ],
)  # fmt: skip
def test_every_difference_has_a_name(printing: str, expected: list[tuple[str, str | None, str | None]]):
    """What was done to the leading words, at the characters of both printings."""
    lead, here = said("A", LONG), said("B", printing)
    found = edits(_inside(lead), _inside(here))
    assert [(e.kind, _words(lead, e.lead), _words(here, e.here)) for e in found] == expected


def _inside(of: Reading) -> Wording:
    (content,) = of.quotations[0].content
    return Wording.of(of.article.text, (Span(content.start + 1, content.end - 1),))


def _words(of: Reading, span: Span | None) -> str | None:
    return span.of(of.article.text) if span else None


def test_the_same_words_have_no_edits():
    """The kind of mark and of apostrophe is typography and no difference."""
    one, other = "It’s the players’ day — at last", "It's the players' day - at last"
    assert edits(_all(one), _all(other)) == ()


def test_overlap_counts_words_in_order():
    """How many words two printings share, and the longest run of them."""
    found = overlap("one two three four five six".split(), "one two three seven five six".split())
    assert (found.common, found.run) == (5, 3)


def _all(text: str) -> Wording:
    return Wording.of(text, (Span(0, len(text)),))


_WORD = st.sampled_from("the gates are old and nobody has mended them 40 since flood Flood it’s no we".split())
_SIGNS = st.sampled_from([" ", " ", " ", " ", ", ", " … ", ". ", " — "])
_OTHER = st.one_of(_WORD, st.sampled_from(["fire", "[the yard]", "[sic]", "labour", "labor", "$12", "12.5"]))


@st.composite
def _two_printings(draw: st.DrawFn) -> tuple[str, str]:
    lead = draw(st.lists(_WORD, min_size=1, max_size=14))
    printing: list[str] = []
    for word in lead:
        match draw(st.sampled_from(["keep", "keep", "keep", "cut", "replace", "insert"])):
            case "keep":
                printing.append(word)
            case "replace":
                printing.append(draw(_OTHER))
            case "insert":
                printing += [draw(_OTHER), word]
    return _typed(draw, lead), _typed(draw, printing or ["no"])


def _typed(draw: st.DrawFn, pieces: list[str]) -> str:
    return "".join(piece + draw(_SIGNS) for piece in pieces[:-1]) + pieces[-1]


@given(_two_printings())
def test_the_differences_turn_the_leading_words_into_the_printing(texts: tuple[str, str]):
    """Nothing is left out: applied in their order, they give the other printing, character for character."""
    lead, printing = _all(texts[0]), _all(texts[1])
    assert applied(lead.line, differences(lead, printing), printing.line) == printing.line


@given(
    st.lists(_OTHER, min_size=1, max_size=6), st.lists(st.lists(_OTHER, min_size=1, max_size=6), min_size=2, max_size=3)
)
def test_the_differences_give_a_printing_of_several_stretches(lead: list[str], stretches: list[list[str]]):
    """Where an attribution parts a printing, its stretches put together are what comes out."""
    text, pieces = "", []
    for stretch in stretches:
        start = len(text) + 1
        text += f"“{' '.join(stretch)},” she said, "
        pieces.append(Span(start, start + len(" ".join(stretch)) + 1))
    printing = Wording.of(text, tuple(pieces))
    whole = _all(" ".join(lead))
    assert applied(whole.line, differences(whole, printing), printing.line) == printing.line
    for edit in edits(whole, printing):
        assert edit.here is None or any(piece.covers(edit.here) for piece in pieces)


def test_the_same_utterances_whatever_the_order():
    """The order of the articles moves positions, and nothing else."""
    many = [said("A", LONG), said("B", "“a shame”"), said("C", LONG, None), said("D", "“We are glad it is over.”")]
    many.append(said("E", "“The gates are old and nobody has mended them.”"))
    expected = _unordered(many)
    assert len(expected) == 2
    for seed in range(10):
        assert _unordered(random.Random(seed).sample(many, len(many))) == expected


def _unordered(readings: list[Reading]) -> set[frozenset[tuple[str, str]]]:
    of = told(*readings)
    return {
        frozenset((readings[article].article.file, words) for article, words in printed(of, utterance))
        for utterance in utterances.link(of)
    }


@pytest.mark.model
def test_words_parted_by_the_attribution_are_not_cut(reader):
    """'"We must go," she said, "and soon"' prints all of the words: neither half is told to cut the other."""
    whole = article(
        "The Wendle Post", "“The gates must be mended before the spring tide, and nobody has begun,” said Nora Feld."
    )
    parted = article(
        "Osmere Echo", "“The gates must be mended before the spring tide,” said Nora Feld, “and nobody has begun.”"
    )
    story = link(reader.read_all([whole, parted]))
    printings = story.utterances[0].printings
    assert [printing.edits for printing in printings] == [(), (), ()]
    assert [printing.parts for printing in printings] == [(), (1, 2), (1, 2)] or [p.parts for p in printings] == [
        (0, 1),
        (0, 1),
        (),
    ]


def test_words_that_an_attribution_parts_are_compared_as_one_run():
    """'"A," she said. "B"' is no cut of "A B", whoever prints it first."""
    parted = "“The gates are old and rusty,” Nora Feld said. “Nobody has mended them since the flood.”"
    pieces = [at(parted, "“The gates are old and rusty,”"), at(parted, "“Nobody has mended them since the flood.”")]
    name = Mention(at(parted, "Nora Feld"), "person", "name")
    quotations = tuple(Quotation((piece,), (), (name.span,), "direct", 0, "stated", "by hand") for piece in pieces)
    one = reading(article("A", parted), mentions=(name,), quotations=quotations)
    other = said("B", "“The gates are old and rusty. Nobody has mended them since the flood.”")
    (utterance,) = utterances.link(told(one, other))
    assert [printing.parts for printing in utterance.printings if printing.parts] == [(0, 1), (0, 1)]
    assert not any(printing.edits for printing in utterance.printings)


def test_somebody_only_described_may_be_whom_another_names():
    """A long run of the same words is one utterance, though one article calls its speaker "an official"."""
    of = told(said("A", LONG), said("B", LONG.replace("a shame", "such a great shame to us"), "an official"))
    entities = tuple(
        Entity(e.name, e.kind, (), tuple(EntityMention(m.telling, m.mention, "description") for m in e.mentions))
        if e.name == "an official"
        else e
        for e in of.entities
    )
    assert len(utterances.link(story(*of.readings, entities=entities))) == 1


def test_what_the_outlet_says_itself_is_not_lost():
    """A fragment keeps its "not" where the outlet's own words beside it deny; without them it is lost."""
    whole = said("A", "“The town cannot be an idle bystander of the flood.”")
    for text, lost in (("They risk being", []), ("They are", ["negation"])):
        rest = " if they do not act, Nora Feld said." if not lost else ", Nora Feld said."
        body = f"{text} “an idle bystander of the flood”{rest}"
        name = Mention(at(body, "Nora Feld"), "person", "name")
        quoted = at(body, "“an idle bystander of the flood”")
        quotation = Quotation((quoted,), (), (name.span,), "mixed", 0, "stated", "by hand")
        other = reading(article("B", body), mentions=(name,), quotations=(quotation,))
        (utterance,) = utterances.link(told(whole, other))
        assert [warning.sense for printing in utterance.printings for warning in printing.warnings] == lost
