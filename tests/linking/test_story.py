"""The story: the same articles give the same one, in any order of arrival."""

from __future__ import annotations

import itertools

import pytest

from by_hand import article, reading
from tellings.comparing import compare
from tellings.linking import link
from tellings.values import Article

pytestmark = pytest.mark.model


ARTICLES = (
    article(
        "The Wendle Post",
        "Mayor Nora Feld shut the bridge on Monday.\n"
        "“The gates are old and nobody has mended them since the great flood,” Feld said. “It is a shame.”\n"
        "At least 40 boats are stuck, according to the Wendle Port Authority.",
        day="2031-05-06",
        title="Bridge shut as gates fail",
    ),
    article(
        "The Oldhaven Echo",
        "Wendle’s mayor, Nora Feld, closed the bridge on Monday, saying “nobody has mended” the gates.\n"
        "The authority said 45 boats were stuck.",
        day="2031-05-07",
        title="Forty-five boats stuck at Wendle",
    ),
    article(
        "Harbour Weekly",
        "‘The gates are old and nobody has mended them since the flood,’ the mayor said on Monday.\n"
        "Peter Feld, who runs the yard, denied that. ‘We wrote to her in May,’ Feld said.",
        day="2031-05-08",
        title="‘Nobody has mended them’, says mayor",
    ),
    article(
        "The Morning Ferry",
        "The bridge was shut on 5 May 2031, officials said. Some 40 boats are waiting.",
        day="2031-05-06",
    ),
)


@pytest.fixture(scope="module")
def readings(reader):
    return list(reader.read_all(ARTICLES))


@pytest.fixture(scope="module")
def story(readings):
    return link(readings)


def test_any_order_of_arrival_gives_the_same_story(readings, story):
    """Every order of four articles, down to the last edit and reason."""
    for order in itertools.permutations(readings):
        assert link(order) == story
    assert compare(link(readings[::-1])) == compare(story)


def test_readings_read_in_another_order_are_the_same(reader, story):
    """Batches of the language model do not leak from one article into the next."""
    assert link(reader.read_all(ARTICLES[::-1])) == story


def test_articles_stand_by_day_and_then_by_name(story):
    """The title is the headline of the first that has one."""
    assert [one.article.outlet.value for one in story.readings] == [
        "The Morning Ferry",
        "The Wendle Post",
        "The Oldhaven Echo",
        "Harbour Weekly",
    ]
    assert story.title == "Bridge shut as gates fail"


def test_what_no_day_is_known_of_stands_last():
    """An article that nothing dates is behind the dated ones, and its headline gives way to theirs."""
    undated = reading(article("A", "It rained.", title="Rain"))
    dated = reading(article("B", "It snowed.", title="Snow", day="2031-05-06"))
    found = link([undated, dated])
    assert [one.article.outlet.value for one in found.readings] == ["B", "A"]
    assert found.title == "Snow"


def test_a_story_without_headlines_has_no_title():
    """No title is made up."""
    assert link([reading(article("A", "The bridge was shut."))]).title == ""


def test_no_articles_no_story():
    """Nothing in, nothing out, and no error."""
    empty = link([])
    assert (empty.title, empty.readings, empty.entities, empty.utterances) == ("", (), (), ())
    assert compare(empty) == ()


def test_one_person_and_one_thing_said_over_three_outlets(story):
    """The mayor is one under name and role, and her words are one utterance under three printings."""
    mayor = next(entity for entity in story.entities if entity.name == "Nora Feld")
    assert {mention.telling.article for mention in mayor.mentions} == {1, 2, 3}
    utterance = story.utterances[0]
    assert story.entities[utterance.speaker].name == "Nora Feld"
    assert {printing.telling.article for printing in utterance.printings} == {1, 2, 3}


def test_every_place_of_a_story_lies_in_its_article(story):
    """All that is linked is tellings, and every telling opens."""
    tellings = [
        *(mention.telling for entity in story.entities for mention in entity.mentions),
        *(printing.telling for utterance in story.utterances for printing in utterance.printings),
        *(telling for claim in story.figure_claims for telling in claim.tellings),
        *(telling for event in story.events for telling in event.tellings),
        *(telling for comparison in compare(story) for telling in comparison.tellings),
    ]
    assert len(tellings) >= 20
    for telling in tellings:
        own: Article = story.readings[telling.article].article
        assert telling.span.end <= len(own.text)
        assert telling.span.of(own.text).strip()
