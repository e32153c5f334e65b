"""The quote ledger: kinds of alteration, warnings where the meaning turns, printings of several stretches, splices."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from by_hand import article, at, reading, story
from tellings.linking import link, utterances
from tellings.linking.utterances.differences import applied, differences
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.warnings import warnings
from tellings.linking.utterances.words import Wording
from tellings.values import Chain, Entity, EntityMention, Mention, Quotation, Reading, Span, Story, Telling, Utterance


def line(text: str) -> Wording:
    return Wording.of(text, (Span(0, len(text)),))


def kinds(lead: str, printing: str) -> list[str]:
    return [edit.kind for edit in edits(line(lead), line(printing))]


def turned(lead: str, printing: str) -> list[tuple[str, str]]:
    return [(warning.sense, warning.change) for warning in warnings(line(lead), line(printing))]


def test_a_condition_is_not_said_again_by_another_one():
    """Two sentences that begin with the same "if he" have two conditions."""
    two = "If he mends the gates in spring, the harbour is safe. If he had more patience, he would wait for it."
    assert turned(two, "The harbour is safe. If he had more patience, he would wait for it.") == [("condition", "lost")]


GATES = "The gates are old and nobody has mended them since the great flood, and that is a shame."


@pytest.mark.parametrize(
    ("lead", "printing", "expected"),
    [
        ("We will mend the gates.", "They would mend the gates", ["tense or person shifted"]),
        ("I want to see the gates mended.", "She wants to see the gates mended.", ["tense or person shifted"]),
        ("The gate is old.", "The gates is old.", ["word replaced"]),
        ("The labor at the harbor is hard.", "The labour at the harbour is hard.", ["spelling or punctuation"] * 2),
        ("They don’t mend the gates.", "They do not mend the gates.", ["spelling or punctuation"]),
        ("We cannot mend two hundred gates.", "We can not mend 200 gates.", ["spelling or punctuation"]),
        ("The county pays for it.", "The country pays for it.", ["word replaced"]),
        ("the gates are old, and nobody has come", "[T]he gates are old, and nobody has come", ["bracketed word"]),
        ("He said they leak and he knows them.", "He said [the gates] leak and he knows them.", ["bracketed word"]),
        (GATES, "And that is a shame, the gates are old and nobody has mended them since the great flood.", ["order changed"] * 2),
        (GATES, "THE GATES ARE OLD AND NOBODY HAS MENDED THEM", ["cut at the end"]),
        (GATES, "The Gates Are Old And Nobody Has Mended Them", ["cut at the end"]),
        (GATES, "The gates are old … and that is a shame.", ["ellipsis"]),
        (GATES, "The gates are old and nobody has mended them ...", ["ellipsis"]),
        (GATES, "The gates are old — and that is a shame.", ["cut in the middle"]),
    ],
)  # fmt: skip
def test_kinds(lead: str, printing: str, expected: list[str]):
    """What an editor did has the name an editor would give it."""
    assert kinds(lead, printing) == expected


@pytest.mark.parametrize(
    ("lead", "printing", "expected"),
    [
        ("I do not think that the gates will hold.", "I think that the gates will hold.", [("negation", "lost")]),
        ("The gates will hold in spring.", "The gates will not hold in spring.", [("negation", "gained")]),
        ("They can’t mend the gates.", "They cannot mend the gates.", []),
        ("The gates may hold until then.", "The gates will hold until then.", [("hedge", "lost")]),
        ("I think the gates will hold.", "The gates will hold.", [("hedge", "lost")]),
        ("The gates may hold.", "The gates might hold.", []),
        ("We will open the gates if the river falls.", "We will open the gates.", [("condition", "lost")]),
        ("If the river falls, we will open all of the gates.", "We will open all of the gates.", [("condition", "lost")]),
        ("We mended 12 gates on Tuesday.", "We mended 21 gates on Tuesday.", [("number", "changed")]),
        ("We mended 12 gates on Tuesday.", "We mended twelve gates on Tuesday.", []),
        ("We mended the gates on Tuesday last.", "We mended the gates on Friday last.", [("number", "changed")]),
        ("We asked Marek to mend the gates.", "We asked Feld to mend the gates.", [("name", "changed")]),
        ("We asked him to mend the gates.", "We asked [Marek] to mend the gates.", []),
        ("We asked Marek to mend the gates.", "We asked Peter Marek to mend the gates.", []),
        ("The gates are old. They will not hold.", "The gates are old.", []),
        ("The gates are old, and Marek has 12 of them.", "The gates are old.", []),
        (GATES, "the great flood, and that is a shame", [("negation", "lost")]),
        (GATES, "that is a shame", []),
        ("The gates are old.", "The gates are old. Marek does not mend them.", []),
        ("We asked Marek.", "We asked Feld.", [("name", "changed")]),
        ("If there is no wall, there is no NRA. We must have safety.", "We must have safety.", []),
        ("He told them all of it, providing them with his boat.", "He told them all of it.", []),
        ("They strike down the rules of the harbour board and of the town council that have no use.", "They strike down the rules", []),
    ],
)  # fmt: skip
def test_warnings(lead: str, printing: str, expected: list[tuple[str, str]]):
    """A word that turns the meaning is missed where what it governs is printed; quoting less is no alteration."""
    assert turned(lead, printing) == expected


def test_a_warning_stands_at_the_words():
    """Both places can be opened."""
    one, other = "We mended 12 gates on the quay.", "We mended 21 gates on the quay."
    (warning,) = warnings(line(one), line(other))
    assert warning.lead is not None
    assert warning.here is not None
    assert (warning.lead.of(one), warning.here.of(other)) == ("12", "21")


_TEXT = st.text(alphabet="ab cd’'“”.,…-[]'1 2IT", max_size=40)


@given(_TEXT, _TEXT)
def test_any_two_lines_can_be_told_apart_and_put_together(one: str, other: str):
    """Whatever the signs: the differences give the other line, character for character, and none lies over another."""
    lead, here = f"x{one}", f"x{other}"
    found = differences(line(lead), line(here))
    assert applied(lead, found, here) == here
    assert all(a.lead[1] <= b.lead[0] and a.here[1] <= b.here[0] for a, b in pairwise(found))


def said(outlet: str, *quotes: tuple[str, str], direct: bool = True) -> Reading:
    """A reading by hand: each quotation a paragraph, its speaker behind it."""
    paragraphs, places, mentions = [], [], []
    for words, speaker in quotes:
        start = sum(len(p) + 1 for p in paragraphs)
        paragraphs.append(f"“{words}” said {speaker}." if direct else f"{speaker} said that {words}.")
        content = (
            Span(start, start + len(words) + 2)
            if direct
            else Span(start + len(speaker) + 11, 0 + start + len(speaker) + 11 + len(words))
        )
        named = Span(content.end + 6, content.end + 6 + len(speaker)) if direct else Span(start, start + len(speaker))
        mentions.append(Mention(named, "person", "name"))
        places.append(
            Quotation((content,), (), (named,), "direct" if direct else "indirect", len(mentions) - 1, "stated", "")
        )
    chains = tuple(Chain(speaker, "person", (number,), (), ("by name",)) for number, (_, speaker) in enumerate(quotes))
    return reading(
        article(outlet, "\n".join(paragraphs)), mentions=tuple(mentions), chains=chains, quotations=tuple(places)
    )


def told(*readings: Reading) -> Story:
    """The story of these readings, its entities by name."""
    places: dict[str, list[EntityMention]] = {}
    for number, one in enumerate(readings):
        for position, mention in enumerate(one.mentions):
            name = mention.span.of(one.article.text)
            places.setdefault(name, []).append(EntityMention(Telling(number, mention.span), position, "name"))
    return story(*readings, entities=tuple(Entity(n, "person", (), tuple(m)) for n, m in sorted(places.items())))


def holding(of: Story, words: str) -> Utterance:
    """The utterance with a printing that has these words."""
    return next(
        u for u in utterances.link(of)
        for p in u.printings if words in p.telling.span.of(of.readings[p.telling.article].article.text)
    )  # fmt: skip


TIDE = "The spring tide comes in March and nobody in the harbour office has looked at the pumps."
BOATS = "Every boat that leaves before the pumps are tested leaves without my signature on its papers."
SPLICED = "The spring tide comes in March and nobody leaves without my signature on its papers."


def test_a_printing_spliced_from_two_utterances_is_named_and_joins_neither_to_the_other():
    """The two stay two; the spliced words say where they come from."""
    of = told(said("A", (TIDE, "Nora Feld")), said("B", (BOATS, "Nora Feld")), said("C", (SPLICED, "Nora Feld")))
    found = utterances.link(of)
    assert len(found) == 2
    edit = next(e for u in found for p in u.printings for e in p.edits if e.kind == "spliced from two utterances")
    assert edit.source is not None
    source = edit.source.span.of(of.readings[edit.source.article].article.text)
    assert source == "leaves without my signature on its papers"


def test_what_an_ellipsis_parts_is_not_spliced_in_secret():
    """A printing that shows its gap is called by what it shows."""
    shown = SPLICED.replace("nobody leaves", "nobody … leaves")
    of = told(said("A", (TIDE, "Nora Feld")), said("B", (BOATS, "Nora Feld")), said("C", (shown, "Nora Feld")))
    assert not any("spliced" in p.telling.reason for u in utterances.link(of) for p in u.printings)


def test_a_spliced_printing_of_common_words_is_seen():
    """Five words of one speaker that go on otherwise elsewhere are a part, whatever they say."""
    one, other = (
        "That is what he needs to sell the public on the pumps.",
        "No child should be afraid of it, or ever feel unsafe at a public harbour.",
    )
    of = told(
        said("A", (one, "Nora Feld")), said("B", (other, "Nora Feld")),
        said("C", ("That is what he needs to and ever feel unsafe at a public harbour", "Nora Feld")),
    )  # fmt: skip
    found = utterances.link(of)
    assert len(found) == 2
    assert any(e.kind == "spliced from two utterances" for u in found for p in u.printings for e in p.edits)


def test_a_common_saying_in_another_order_is_another_saying():
    """Of one speaker too: "that is all I can say" is no part of "all I can say is that"."""
    of = told(
        said("A", ("All I can say is that the pumps of the northern harbour hold.", "Nora Feld")),
        said("B", ("That is all I can say.", "Nora Feld")),
    )
    assert len(utterances.link(of)) == 2


def test_words_reported_without_marks_are_a_printing_of_what_was_quoted():
    """Direct speech told as indirect: person and tense are shifted."""
    of = told(
        said("A", ("I will mend the old gates before the spring tide", "Nora Feld")),
        said("B", ("she would mend the old gates before the spring tide", "Nora Feld"), direct=False),
    )
    (utterance,) = utterances.link(of)
    assert [edit.kind for p in utterance.printings for edit in p.edits] == ["tense or person shifted"]


def test_what_is_reported_by_another_is_not():
    """Who reports the like of somebody else tells something else."""
    of = told(
        said("A", ("I will mend the old gates before the spring tide", "Nora Feld")),
        said("B", ("she would mend the old gates before the spring tide", "Peter Marek"), direct=False),
    )
    assert [len(u.printings) for u in utterances.link(of)] == [1]


COUNCIL = "We will test every pump in the harbour before the ferries sail again. It rains."


@pytest.mark.model
def test_what_is_said_over_in_other_words_is_a_paraphrase():
    """Reported speech that says the same is told as that, with the sentence that it stands for; the other is cut."""
    of = told(
        said("A", (COUNCIL, "Nora Feld")),
        said("B", ("the pumps in the harbour would all be tested before ferries sailed", "Nora Feld"), direct=False),
    )
    (utterance,) = utterances.link(of)
    other = next(p for p in utterance.printings if p.telling.article == 1)
    assert [edit.kind for edit in other.edits] == ["paraphrase", "cut at the end"]
    assert other.telling.reason.startswith("it says the same in other words")
    edit = other.edits[0]
    assert edit.lead is not None
    assert edit.lead.of(of.readings[0].article.text) == COUNCIL.removesuffix(" It rains.")


@pytest.mark.model
@pytest.mark.parametrize(
    ("reported", "speaker"),
    [
        ("the pumps in the harbour would not be tested before ferries sailed", "Nora Feld"),  # negation
        ("the forty pumps in the harbour would all be tested before ferries sailed", "Nora Feld"),  # a number
        ("the pumps in the harbour would all be tested before ferries sailed", "Peter Marek"),  # another speaker
        (
            "the ferries in the harbour would sail before every pump was tested again",
            "Nora Feld",
        ),  # the other way round
        ("whether the pumps in the harbour would be tested before ferries sailed", "Nora Feld"),  # a question
        ("the pumps in the harbour and the ferries that sail from it", "Nora Feld"),  # no statement
        ("if the pumps in the harbour were tested the ferries would sail", "Nora Feld"),  # a condition
        ("the ferry company had lost its pumps in the harbour and asked for a ladder", "Nora Feld"),  # something else
    ],
)
def test_what_only_sounds_like_it_is_not(reported: str, speaker: str):
    """Where polarity, condition, numbers or speaker differ nothing is called a paraphrase."""
    of = told(said("A", (COUNCIL, "Nora Feld")), said("B", (reported, speaker), direct=False))
    assert [len(u.printings) for u in utterances.link(of)] == [1]


@pytest.mark.model
def test_what_is_denied_is_no_paraphrase():
    """The words of attribution may turn the whole."""
    reported = said(
        "B", ("the pumps in the harbour would all be tested before ferries sailed", "Nora Feld"), direct=False
    )
    text = reported.article.text
    for cue, printed in (("denied", 1), ("said", 2)):
        turned = text.replace("said", cue)
        made = [
            replace(
                q,
                cue=(at(turned, cue),),
                content=(at(turned, "the pumps in the harbour would all be tested before ferries sailed"),),
            )
            for q in reported.quotations
        ]
        of = told(
            said("A", (COUNCIL, "Nora Feld")), replace(reported, article=article("B", turned), quotations=tuple(made))
        )
        assert [len(u.printings) for u in utterances.link(of)] == [printed]


@pytest.mark.model
def test_a_paraphrase_that_drops_a_hedge_is_warned_of():
    """What is called probable there and certain here."""
    of = told(
        said("A", ("We will probably test every pump in the harbour before the ferries sail again.", "Nora Feld")),
        said("B", ("the pumps in the harbour would all be tested before ferries sailed", "Nora Feld"), direct=False),
    )
    (utterance,) = utterances.link(of)
    assert [(w.sense, w.change) for p in utterance.printings for w in p.warnings] == [("hedge", "lost")]


def test_boilerplate_of_two_people_stays_two():
    """A phrase that everybody uses makes no utterance of two."""
    of = told(
        said("A", ("We take these reports very seriously and the pumps will be tested.", "Nora Feld")),
        said("B", ("We take these reports very seriously and the choir will sing again.", "Peter Marek")),
    )
    assert len(utterances.link(of)) == 2


def test_a_sentence_parted_by_its_attribution_is_one_printing():
    """Its stretches know one another, and together they cut nothing."""
    text = (
        "“The spring tide comes in March,” said Nora Feld, “and nobody in the harbour office has looked at the pumps.”"
    )
    first, second = (
        at(text, "“The spring tide comes in March,”"),
        at(text, "“and nobody in the harbour office has looked at the pumps.”"),
    )
    mention = Mention(at(text, "Nora Feld"), "person", "name")
    quotation = Quotation((first, second), (), (mention.span,), "direct", 0, "stated", "")
    parted = reading(article("B", text), mentions=(mention,), quotations=(quotation,))
    of = told(said("A", (TIDE, "Nora Feld")), parted)
    (utterance,) = utterances.link(of)
    assert [(p.parts, p.edits) for p in utterance.printings] in (
        [((), ()), ((1, 2), ()), ((1, 2), ())],
        [((0, 1), ()), ((0, 1), ()), ((), ())],
    )


def test_the_ledger_does_not_depend_on_the_order_of_arrival():
    """The same articles in any order: the same printings, edits and warnings."""
    many = [
        said("A", (TIDE, "Nora Feld")), said("B", (BOATS, "Nora Feld")), said("C", (SPLICED, "Nora Feld")),
        said("D", (TIDE.replace("March", "April"), "Nora Feld")), said("E", (BOATS.replace("without", "with"), "Nora Feld")),
        said("F", ("We see.", "Peter Marek"), (TIDE, "Peter Marek")),
    ]  # fmt: skip
    expected = _plain(link(many))
    assert {kind for rows in expected for row in rows for kind in row[2]} >= {
        "word replaced",
        "spliced from two utterances",
    }
    for seed in range(6):
        assert _plain(link(random.Random(seed).sample(many, len(many)))) == expected


def _plain(of: Story) -> list[list[tuple[str, str, list[str], list[str]]]]:
    def row(p):
        one = of.readings[p.telling.article].article
        return one.file, p.telling.span.of(one.text), [e.kind for e in p.edits], [w.sense for w in p.warnings]

    return sorted(sorted(row(p) for p in u.printings) for u in of.utterances)
