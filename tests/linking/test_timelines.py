"""The timeline of one entity: its deeds by day, each with the reason for the day."""

from __future__ import annotations

import json

import pytest

from tellings.cli import main
from tellings.intake import IntakeOptions
from tellings.intake.articles import Source, assemble
from tellings.linking import link
from tellings.linking.timelines import entity_named, timeline_of
from tellings.values import Story

pytestmark = pytest.mark.model

TARN = (
    "Tarn Shipping bought the ferry Alda on Monday. The company had sold its docks in 2019.\n\n"
    "Tarn Shipping will open a new line to Hask in March 2024. It may hire forty sailors.\n\n"
    "“Tarn Shipping ruined this port,” said Mara Tolvey, a fisher. The Hask council did not reply."
)
HASK = "Tarn Shipping acquired the ferry Alda on Monday, the Hask Mail said.\n\nMara Tolvey, of Hask, left the harbour board."


@pytest.fixture(scope="module")
def story(reader) -> Story:
    made = [
        assemble(
            Source(f"{number}.txt", text, text.encode(), "text", "utf-8"),
            options=IntakeOptions(date="2023-05-17", outlet=outlet),
        )
        for number, (outlet, text) in enumerate([("Tarn Wire", TARN), ("Hask Mail", HASK)])
    ]
    return link(reader.read_all(made))


def told(story: Story, name: str) -> list[tuple[str, list[str]]]:
    return [
        (deed.start, [telling.span.of(story.readings[telling.article].article.text) for telling in deed.tellings])
        for deed in timeline_of(story, name)
    ]


def test_deeds_stand_by_day_and_those_of_one_class_on_one_day_are_one(story):
    """What two outlets tell of one day in words of one class is one deed; what is dated ahead stands at its day."""
    found = told(story, "Tarn Shipping")
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    assert ("2023-05-15", ["bought", "acquired"]) in found
    assert any(start == "2024-03" and "open" in words for start, words in found)


def test_what_others_say_and_what_may_be_is_no_deed(story):
    """Words in a quotation, possibilities and what lies before without a date are left out."""
    words = [word for _, found in told(story, "Tarn Shipping") for word in found]
    assert not {"ruined", "hire"} & set(words)


def test_every_telling_has_its_reason(story):
    """How the day is known: by its own moment, or as that of the news."""
    deeds = timeline_of(story, "Mara Tolvey")
    reasons = {telling.reason for deed in deeds for telling in deed.tellings}
    assert reasons
    assert reasons <= {"of the day of the news", "of the day of print"}


def test_the_command_prints_each_deed_with_its_places(tmp_path, capsys):
    """A line for the deed, one for each place, or one JSON object; an unknown name is an error of one line."""
    (tmp_path / "a.txt").write_text("Mara Tolvey left the harbour board on Monday.\n", encoding="utf-8")
    ask = ["timeline", str(tmp_path), "--date", "2023-05-17", "--quiet", "--about"]
    assert main([*ask, "Mara Tolvey"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "15 May 2023: Mara Tolvey left the harbour board on Monday."
    assert second.endswith("a.txt [12:16] left, dated by “Monday”")
    assert main([*ask, "Mara Tolvey", "--format", "json"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["when"]["start"], row["tellings"][0]["text"]) == ("2023-05-15", "left")
    assert main([*ask, "Nora Feld"]) == 2
    assert "'Nora Feld'" in capsys.readouterr().err


def test_a_name_that_nobody_prints_has_no_timeline(story):
    """Nothing is made up for an unknown name."""
    assert timeline_of(story, "Nora Feld") == ()
    assert entity_named(story, "Nora Feld") is None


@pytest.mark.parametrize("name", ["Mara Tolvey", "mara tolvey", "MaraTolvey", "Marina Tolvey"])
def test_a_name_may_be_written_otherwise(story, name):
    """Case and the space between two words do not count, nor a first name of the same letter."""
    entity = entity_named(story, name)
    assert entity is not None
    assert entity.name == "Mara Tolvey"


MARTEN = (
    "Tarn Yard launched the Marten 40 patrol boat on Monday. The boat reached the harbour on Tuesday, where it met the fleet.\n\n"
    "Its rival, the Petrel 12, had been late. The boat sank in 2021 and was raised.\n\n"
    "The yard will close two sheds by 2031. The Marten 40 would have been sold by 2020."
)


def test_a_thing_of_a_model_is_followed_by_what_the_text_calls_it(reader):
    """Words like "the boat" and "it" are the model that was named last; another model's doings are not its own."""
    source = Source("m.txt", MARTEN, MARTEN.encode(), "text", "utf-8")
    story = link(reader.read_all([assemble(source, options=IntakeOptions(date="2023-05-17"))]))
    words = [word for _, found in told(story, "Tarn Marten 40") for word in found]
    assert {"launched", "reached", "met"} <= set(words)
    assert not {"sank", "raised", "sold"} & set(words)


def test_a_bound_is_no_day(reader):
    """Of what will be done by a year no day is told, nor of what was never done."""
    source = Source("m.txt", MARTEN, MARTEN.encode(), "text", "utf-8")
    story = link(reader.read_all([assemble(source, options=IntakeOptions(date="2023-05-17"))]))
    assert not any(start in ("2031", "2020") for start, _ in told(story, "Tarn Yard"))
    assert not any(start in ("2031", "2020") for start, _ in told(story, "Tarn Marten 40"))
