"""Who said it, and not who handed it on: papers that report, statements issued before, lines printed twice."""

from __future__ import annotations

import pytest

from by_hand import article

pytestmark = pytest.mark.model


def told(reader, text: str, words: str) -> str | None:
    """The name of the chain that the last quotation with these words is given to; none where nobody is."""
    reading = reader.read(article("The Wendle Post", text))
    printed = reading.article.text
    said = [q for q in reading.quotations if any(words in piece.of(printed) for piece in q.content)]
    assert said, f"nobody says {words!r}"
    return next((chain.name for chain in reading.chains if said[-1].speaker in chain.mentions), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("In a video posted on Thursday, Mayor Ada Finch said the library would reopen in May, according to the Daily Wharf.", "reopen", "Ada Finch"),
        ("“We are not leaving,” the monks were quoted by the Hillside Gazette as saying.", "leaving", "monks"),
        ("Otto Bram, an elder of the village, was quoted by the agency Norpress as saying: “The well was dry before they came.”", "well", "Otto Bram"),
        ("The Harbour Times reported that Captain Ewa Stahl had told the inquiry she “never saw the buoy”.", "never", "Ewa Stahl"),
        ("The bakery released a statement on Sunday.\n“We regret the raisins,” the statement said.", "raisins", "bakery"),
        ("The museum later issued a statement calling the theft “a misunderstanding”. The statement added that the vase was home.", "vase", "museum"),
        ("A letter from Hale and Orr said the choir had “lost its altos”.", "altos", "Hale and Orr"),
        ("Tickets have tripled, and guide Bea Sorrel is busy.\n“The seam is older than us all.” — Quarry Heritage Trust chair Miles Tarrow", "seam", "Miles Tarrow"),
    ],
)  # fmt: skip
def test_who_said_it_and_not_who_handed_it_on(reader, text: str, words: str, name: str):
    """Papers, agencies and statements speak for the one whose words they hold."""
    assert told(reader, text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A reporter from the Daily Wharf, who asked whether the tower would fall, was shown the door.", "tower", "reporter"),
        ("Petra Lowe, editor of the Bell Tower blog, who says she has climbed it forty times, was not surprised.", "climbed", "Petra Lowe"),
        ("The bill was sent to King Aldous, the prince’s aged father, who denied ordering any swans.", "swans", "King Aldous"),
        ("The inspectors blamed Corvo Rail, which has repeatedly claimed that the points were checked.", "points", "Corvo Rail"),
    ],
)  # fmt: skip
def test_whom_a_relative_clause_is_about(reader, text: str, words: str, name: str):
    """Who is no paper, and what stands beside a name says who the name is."""
    assert told(reader, text, words) == name


def test_a_heading_in_marks_is_not_what_the_last_speaker_goes_on_to_say(reader):
    """A line of its own without a stop has the speaker of the same words in the text, else nobody."""
    before = "The trainer, Moss Harlan, left the ground without a word.\n"
    assert told(reader, before + "‘No more excuses’\nThe club will meet on Thursday.", "excuses") is None
    text = before + "‘Nobody trusted that tall horse’\n“Nobody trusted that tall horse. It was odd,” Ivo Kemp said."
    reading = reader.read(article("The Wendle Post", text))
    heading = reading.quotations[0]
    assert heading.content[0].of(reading.article.text) == "‘Nobody trusted that tall horse’"
    assert heading.speaker == reading.quotations[1].speaker
    assert heading.certainty == "inferred"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The US president said he would come.\nIda Maas, Tolland Mills' vice president of sales, smiled.", "come"),
        ("The US envoy said the fog was thick. The French envoy, Maud Clerc, was on time.", "fog"),
        (
            "The president said the fair was fine.\n" + "It rained.\n" * 8 + "Former President Lars Holm was ill.",
            "fair",
        ),
    ],
)
def test_an_office_is_not_that_of_a_deputy_a_predecessor_or_another_land(reader, text: str, words: str):
    """Nobody is named where the only name that might fit has another office."""
    name = told(reader, text, words)
    assert name is None or name.endswith(("president", "envoy"))


def test_a_surname_is_whose_it_was_before_a_relative_is_named(reader):
    """A person told of in the first line is meant, and not the wife whom the narrator names later."""
    text = (
        "President Tom Arkwright arrives after criticism from farmers for the allegedly weak response.\n"
        "“There is nothing left,” Arkwright said last week.\nMarta Arkwright, his wife, came along."
    )
    assert told(reader, text, "nothing left") == "Tom Arkwright"


def test_the_first_word_of_a_sentence_is_no_part_of_a_name(reader):
    """Neither is a button of the page."""
    assert told(reader, "Though Kessler signed the order, he wrote that it “sat badly” with him.", "badly") == "Kessler"
