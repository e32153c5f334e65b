"""Acts: who does what to whom, and whether it is told as done."""

from __future__ import annotations

import pytest

from tellings.intake import IntakeOptions
from tellings.intake.articles import Source, assemble
from tellings.values import Act, Reading

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(reader):
    def one(text: str) -> Reading:
        source = Source("a.txt", text, text.encode(), "text", "utf-8")
        return reader.read(assemble(source, options=IntakeOptions(date="2023-05-17")))

    return one


def act(reading: Reading, word: str) -> Act:
    text = reading.article.text
    return next(one for one in reading.acts if one.span.of(text) == word)


def words(reading: Reading, spans) -> list[str]:
    return [span.of(reading.article.text) for span in spans]


@pytest.mark.parametrize(
    ("text", "word", "agents", "patients"),
    [
        ("The council closed the bridge.", "closed", ["council"], ["bridge"]),
        ("The bridge was closed by the council.", "closed", ["council"], ["bridge"]),
        ("Mara Tolvey and Oskar Lind opened the gate.", "opened", ["Tolvey", "Lind"], ["gate"]),
        ("Mara Tolvey climbed the tower and rang the bell.", "rang", ["Tolvey"], ["bell"]),
        ("The mayor, who sold the mill, resigned.", "sold", ["mayor"], ["mill"]),
        ("The council called off the fair.", "called off", ["council"], ["fair"]),
        ("The minister made an announcement.", "announcement", ["minister"], ["announcement"]),
        ("The ferry was seized on Monday and sold.", "sold", [], ["ferry"]),
        ("The new ferry, the Alda, left the port.", "left", ["ferry", "Alda"], ["port"]),
        ("The mayor resigned after losing the vote.", "losing", ["mayor"], ["vote"]),
        ("The miners pushed back the police.", "pushed back", ["miners"], ["police"]),
    ],
)
def test_who_does_what_to_whom(read, text, word, agents, patients):
    """Subjects, those of a passive, shared ones and the noun of a relative clause."""
    reading = read(text)
    found = act(reading, word)
    assert (words(reading, found.agents), words(reading, found.patients)) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The council closed the bridge.", "closed", True),
        ("The council has closed the bridge.", "closed", True),
        ("Council closes bridge.", "closes", True),
        ("The council will close the bridge.", "close", False),
        ("The council might close the bridge.", "close", False),
        ("The council did not close the bridge.", "close", False),
        ("If the council closed the bridge, trade would stop.", "closed", False),
        ("Who closed the bridge?", "closed", False),
        ("The council is closing the bridge.", "closing", True),
        ("The council is going to close the bridge.", "close", False),
        ("The council began to close the bridge.", "close", True),
    ],
)
def test_what_is_told_as_done(read, text, word, told):
    """Not what is planned, possible, denied, supposed or asked."""
    found = [one.told for one in read(text).acts if one.span.of(text) == word]
    assert found in ([told], [])
    assert found or not told


def test_a_state_is_no_act(read):
    """Who is or has something does nothing."""
    assert read("The council is old and has nine members.").acts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The council wants to close the bridge.",
        "The council expects a good harvest.",
        "The council is expected to close the bridge.",
    ],
)
def test_what_is_thought_or_expected_is_no_act(read, text):
    """To plan, want or expect something is no deed; what is planned is not told as done."""
    assert not any(one.told for one in read(text).acts)


def test_a_clause_of_result_is_nobodys(read):
    """Not who closed the bridge, but that it was closed, leads to a strike."""
    reading = read("The council closed the bridge, leading to a strike.")
    assert not any(one.agents for one in reading.acts if one.lemma == "lead")


def test_what_is_expected_on_a_day_has_that_day(read):
    """The day of "was set to dock on Monday" is that of docking."""
    reading = read("The ferry was set to dock in Hask on Monday.")
    docked = act(reading, "dock")
    assert docked.moment is not None
    assert words(reading, docked.agents) == ["ferry"]


def test_an_act_has_the_moment_of_its_event(read):
    """The moment that dates the verb, or that it has lasted since."""
    reading = read("The council closed the bridge on Monday. It has been repaired since March 2021.")
    closed, repaired = (act(reading, word) for word in ("closed", "repaired"))
    assert [reading.moments[one.moment].start for one in (closed, repaired) if one.moment is not None] == [
        "2023-05-15",
        "2021-03",
    ]


def test_every_act_is_in_the_text(read):
    """Its word and its nouns are spans of the article."""
    reading = read("Mara Tolvey, who had sold the mill, said the council would call off the fair.")
    for one in reading.acts:
        for span in (one.span, *one.agents, *one.patients):
            assert 0 <= span.start < span.end <= len(reading.article.text)
